package workbench

import (
	"context"
	"errors"
	"fmt"
	"iter"
	"net/url"
	"os"
	"path/filepath"
	"slices"
	"unicode"
	"unicode/utf8"

	"diglot/translate/locale"
	"diglot/translate/memory"
	"diglot/translate/store"
	"diglot/translate/store/concordance"
	"diglot/translate/text"
	"diglot/translate/unit"
)

// ConcordanceOptions say where to look for words.
type ConcordanceOptions struct {
	Source, Target locale.Tag // one or both zero: any
	Memories       []string   // names; "" is the project's own targets; none stands for all
	Limit          int        // how many hits at most; 0 stands for all
}

// Concordance gives the entries in which a query finds something: of the project's
// own targets first, then of its memories in their order. more tells that there
// are others beyond the limit.
func (p *Project) Concordance(ctx context.Context, q concordance.Query, o ConcordanceOptions) (hits []concordance.Hit, more bool, err error) {
	m, err := concordance.Compile(q)
	if errors.Is(err, concordance.ErrEmpty) {
		return nil, false, fault("concordance-empty", nil, "text", q.Text)
	}
	if err != nil {
		return nil, false, fault("concordance-regexp", err, "text", q.Text)
	}
	memories, err := p.memoriesToAsk(ctx, o.Memories)
	if err != nil {
		return nil, false, err
	}
	for _, info := range memories {
		for e, err := range p.candidates(ctx, info, func(x *concordance.Index) (iter.Seq2[int64, error], bool) { return x.Candidates(ctx, m) }) {
			if err != nil {
				return nil, false, err
			}
			if !between(e, o.Source, o.Target) {
				continue
			}
			if hit, ok := m.Match(e); ok {
				if o.Limit > 0 && len(hits) == o.Limit {
					return hits, true, nil
				}
				hits = append(hits, hit)
			}
		}
	}
	return hits, false, nil
}

// between reports whether an entry is of the languages asked for, in any direction.
func between(e memory.Entry, source, target locale.Tag) bool {
	is := func(want, have locale.Tag) bool { return want.IsZero() || want.Base() == have.Base() }
	return is(source, e.SourceLocale) && is(target, e.TargetLocale) || is(source, e.TargetLocale) && is(target, e.SourceLocale)
}

// memoriesToAsk gives the project's own targets, as a memory without a name, and
// its memories; of these the ones that were named.
func (p *Project) memoriesToAsk(ctx context.Context, names []string) ([]store.MemoryInfo, error) {
	own := []store.MemoryInfo{{}}
	infos, err := p.Store.Memories(ctx)
	if err != nil {
		return nil, err
	}
	if len(names) == 0 {
		if names, err = p.memoryNames(ctx); err != nil {
			return nil, err
		}
		names = append([]string{""}, names...)
	}
	var out []store.MemoryInfo
	for _, name := range names {
		if name == "" {
			out = append(out, own...)
			continue
		}
		i := slices.IndexFunc(infos, func(m store.MemoryInfo) bool { return m.Name == name })
		if i < 0 {
			return nil, fault("no-memory", store.ErrNotFound, "memory", name)
		}
		out = append(out, infos[i])
	}
	return out, nil
}

// candidates gives the entries of a memory that a search is about, as they were
// stored: those that its index names, or all where ask does not use the index. A
// small memory, and the project's own targets, which change all the time, are gone
// through without one.
func (p *Project) candidates(ctx context.Context, info store.MemoryInfo, ask func(*concordance.Index) (iter.Seq2[int64, error], bool)) iter.Seq2[memory.Entry, error] {
	all := p.Store.Entries(ctx, info.Name, locale.Tag{}, locale.Tag{})
	if info.Entries <= smallMemory {
		return all
	}
	return func(yield func(memory.Entry, error) bool) {
		x, err := p.concordanceIndex(ctx, info)
		if err != nil {
			yield(memory.Entry{}, err)
			return
		}
		defer x.Close()
		ids, ok := ask(x)
		if !ok {
			all(yield)
			return
		}
		p.fetch(ctx, info.Name, ids, yield)
	}
}

// fetch gives entries by their IDs, a few with each question to the store.
func (p *Project) fetch(ctx context.Context, name string, ids iter.Seq2[int64, error], yield func(memory.Entry, error) bool) {
	const few = 256
	batch := make([]int64, 0, few)
	flush := func() bool {
		list, err := p.Store.EntriesByID(ctx, name, batch)
		batch = batch[:0]
		if err != nil {
			yield(memory.Entry{}, err)
			return false
		}
		for _, e := range list {
			if !yield(e, nil) {
				return false
			}
		}
		return true
	}
	for id, err := range ids {
		if err != nil {
			yield(memory.Entry{}, err)
			return
		}
		if batch = append(batch, id); len(batch) == few && !flush() {
			return
		}
	}
	flush()
}

// concordanceIndex opens the index of a memory, or builds it.
func (p *Project) concordanceIndex(ctx context.Context, info store.MemoryInfo) (*concordance.Index, error) {
	dir, err := p.indexFolder()
	if err != nil {
		return nil, err
	}
	path := filepath.Join(dir, url.PathEscape(info.Name)+".concordance")
	return concordance.OpenOrBuild(ctx, path, stamp(info), p.Store.Entries(ctx, info.Name, locale.Tag{}, locale.Tag{}))
}

// indexFolder makes the folder for indexes, which can all be made again.
func (p *Project) indexFolder() (string, error) {
	dir := filepath.Join(p.Root, stateDir, "index")
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return "", fmt.Errorf("make the folder for indexes: %w", err)
	}
	return dir, nil
}

// mostCandidates bounds the entries of one memory that fragments are looked for in.
const mostCandidates = 2000

// Fragments finds the longest runs of words that a text shares with entries, where
// no whole sentence matches, and what they are called in the targets.
func (p *Project) Fragments(ctx context.Context, asked string, source, target locale.Tag) ([]memory.Fragment, error) {
	memories, err := p.memoriesToAsk(ctx, nil)
	if err != nil {
		return nil, err
	}
	phrases := contentPhrases(asked)
	entries := func(yield func(memory.Entry, error) bool) {
		for _, info := range memories {
			n := 0
			for e, err := range p.candidates(ctx, info, func(x *concordance.Index) (iter.Seq2[int64, error], bool) { return x.Sharing(ctx, phrases), true }) {
				if err == nil {
					if !between(e, source, target) {
						continue
					}
					if info.Entries > smallMemory {
						if n++; n > mostCandidates {
							break
						}
					}
					if e.SourceLocale.Base() != source.Base() {
						e = unturned(e)
					}
				}
				if !yield(e, err) {
					return
				}
			}
		}
	}
	return memory.Fragments(unit.Plain(asked), entries)
}

// unturned gives an entry the other way round.
func unturned(e memory.Entry) memory.Entry {
	e.SourceLocale, e.TargetLocale = e.TargetLocale, e.SourceLocale
	e.Source, e.Target = e.Target, e.Source
	e.Previous, e.Next = "", ""
	return e
}

// contentPhrases gives every stretch of a text from one content word to the next but
// one. A fragment has at least one of them in it: see memory.Fragments for what a
// content word is.
func contentPhrases(s string) []string {
	var content []text.Word
	for _, w := range text.TokenWords(s) {
		first, _ := utf8.DecodeRuneInString(w.Text)
		if unicode.IsNumber(first) || utf8.RuneCountInString(w.Text) > 3 {
			content = append(content, w)
		}
	}
	const most = 200
	var phrases []string
	for i := 2; i < len(content) && len(phrases) < most; i++ {
		phrases = append(phrases, s[content[i-2].Start:content[i].End])
	}
	return phrases
}
