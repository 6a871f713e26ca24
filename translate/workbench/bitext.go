package workbench

import (
	"context"
	"fmt"
	"os"
	"slices"
	"strings"

	"diglot/translate/glossary"
	"diglot/translate/locale"
	"diglot/translate/memory"
	"diglot/translate/unit"
)

// bitext gives the units of the documents named, none standing for all, with
// their targets in one locale.
func (p *Project) bitext(ctx context.Context, names []string, target locale.Tag) ([]glossary.Aligned, error) {
	docs, err := p.documents(ctx, names)
	if err != nil {
		return nil, err
	}
	if len(docs) == 0 {
		return nil, fault("no-documents", nil)
	}
	var out []glossary.Aligned
	for _, d := range docs {
		units, err := p.Store.Units(ctx, d.Name, false)
		if err != nil {
			return nil, err
		}
		for _, u := range units {
			out = append(out, glossary.Aligned{ID: u.ID, Source: u.Source, Target: u.Targets[target].Text})
		}
	}
	return out, nil
}

// TermCandidates ranks words and phrases of the documents that may deserve a
// place in the glossary, with their likely translations into one locale; a zero
// locale gives none. Concepts that the glossary has are left out.
func (p *Project) TermCandidates(ctx context.Context, names []string, target locale.Tag, limit int) ([]glossary.Candidate, []glossary.Aligned, error) {
	units, err := p.bitext(ctx, names, Plain(target))
	if err != nil {
		return nil, nil, err
	}
	concepts, err := p.Concepts(ctx)
	if err != nil {
		return nil, nil, err
	}
	known := glossary.New(concepts)
	var out []glossary.Candidate
	for _, c := range glossary.Extract(units, p.Config.Source, target, limit+len(concepts)) {
		if hits := known.Recognize(unit.Plain(c.Term), p.Config.Source); len(hits) == 1 && hits[0].Span.Len() == len(c.Term) {
			continue
		}
		if out = append(out, c); len(out) == limit {
			break
		}
	}
	return out, units, nil
}

// CandidatesIn does the same for files: texts, or with a target locale TMX and
// TSV files of pairs.
func (c Config) CandidatesIn(files []string, source, target locale.Tag, limit int) ([]glossary.Candidate, []glossary.Aligned, error) {
	var units []glossary.Aligned
	for _, file := range files {
		more, err := c.alignedIn(file, source, target)
		if err != nil {
			return nil, nil, err
		}
		units = append(units, more...)
	}
	return glossary.Extract(units, source, target, limit), units, nil
}

func (c Config) alignedIn(file string, source, target locale.Tag) ([]glossary.Aligned, error) {
	var units []glossary.Aligned
	lower := strings.ToLower(file)
	if strings.HasSuffix(lower, ".tmx") || strings.HasSuffix(lower, ".tsv") {
		entries, closer, err := openEntries(file, source, target, func(memory.Problem) {})
		if err != nil {
			return nil, err
		}
		defer closer()
		for e, err := range entries {
			if err != nil {
				return nil, err
			}
			if e.SourceLocale.Base() == source.Base() && e.TargetLocale.Base() == target.Base() {
				units = append(units, glossary.Aligned{ID: e.Origin, Source: e.Source, Target: e.Target})
			}
		}
		return units, nil
	}
	segments, err := c.SegmentFile(file, source)
	if err != nil {
		return nil, err
	}
	for i, s := range segments {
		text, err := unit.Parse(s.Text, unit.Text{})
		if err != nil {
			return nil, fmt.Errorf("%s: %w", file, err)
		}
		units = append(units, glossary.Aligned{ID: fmt.Sprintf("%s#%d", file, i+1), Source: text})
	}
	return units, nil
}

// Unlisted tells of phrases that no glossary lists and that a locale renders in
// different ways.
func (p *Project) Unlisted(ctx context.Context, names []string, only locale.Tag) (map[locale.Tag][]glossary.Inconsistency, error) {
	targets, err := p.targets(only)
	if err != nil {
		return nil, err
	}
	concepts, err := p.Concepts(ctx)
	if err != nil {
		return nil, err
	}
	g := glossary.New(concepts)
	out := map[locale.Tag][]glossary.Inconsistency{}
	for _, target := range targets {
		units, err := p.bitext(ctx, names, target)
		if err != nil {
			return nil, err
		}
		if found := glossary.Inconsistencies(units, p.Config.Source, target, g); len(found) > 0 {
			out[target] = found
		}
	}
	return out, nil
}

// Romanised tells how Arabic names are spelled in a locale, and where that does
// not follow the rules: "house", "bgn", or a file of rules.
func (p *Project) Romanised(ctx context.Context, names []string, target locale.Tag, rules string) ([]glossary.Name, error) {
	r, err := romanisation(rules)
	if err != nil {
		return nil, err
	}
	arabicIsSource := p.Config.Source.Base() == "ar"
	if !arabicIsSource && target.Base() != "ar" {
		return nil, fault("translit-arabic", nil, "source", p.Config.Source, "target", target)
	}
	if _, err := p.targets(target); err != nil {
		return nil, err
	}
	units, err := p.bitext(ctx, names, Plain(target))
	if err != nil {
		return nil, err
	}
	return slices.DeleteFunc(r.Names(units, arabicIsSource), func(n glossary.Name) bool { return isMonth(n.Arabic) }), nil
}

// isMonth reports an Arabic name of a month: what stands for it in another
// language is a month's name there, not a spelling of the Arabic one.
func isMonth(arabic string) bool {
	for _, country := range []string{"ar", "ar-SY", "ar-MA", "ar-DZ", "ar-TN"} {
		if months, ok := locale.Months(locale.MustParse(country)); ok && slices.Contains(months[:], arabic) {
			return true
		}
	}
	return false
}

func romanisation(rules string) (*glossary.Romanisation, error) {
	if rules == "house" || rules == "bgn" {
		return glossary.Romanisations(rules)
	}
	f, err := os.Open(rules)
	if err != nil {
		return nil, fault("file-unreadable", cause(err), "path", rules)
	}
	defer f.Close()
	return glossary.ReadRomanisation(f, rules)
}
