package workbench

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path"
	"runtime"
	"slices"

	"golang.org/x/sync/errgroup"

	"diglot/translate/format"
	"diglot/translate/locale"
	"diglot/translate/store"
	"diglot/translate/unit"
)

// ExportOptions say how to write outputs.
type ExportOptions struct {
	Missing Missing    // "" stands for the settings
	State   unit.State // the lowest state that is written; lower targets count as missing
	Force   bool       // in spite of error-level issues and of edits by hand in the output
	DryRun  bool       // only tell what would be written
}

// Exported reports one output.
type Exported struct {
	Document string     `json:"document"`
	Locale   locale.Tag `json:"locale"`
	Path     string     `json:"path"`
	Hash     string     `json:"sha256"`
	Source   string     `json:"source_sha256"`
	Bytes    int        `json:"bytes"`
	Spans    int        `json:"spans"`   // stretches of the source that were replaced; every other byte is the source's
	Units    int        `json:"units"`   //
	Missing  int        `json:"missing"` // units that stand in the source language, or are left out
	Drafts   int        `json:"drafts"`
	Stale    int        `json:"stale"`
	Written  bool       `json:"written"` // false where the output was there already, byte for byte
	Findings []Finding  `json:"-"`       // the errors that it was written in spite of

	bytes []byte
	seq   int64
	entry store.Document
}

// IssuesError says that targets have error-level issues, for which an export
// is refused.
type IssuesError struct {
	Document string
	Locale   locale.Tag
	Path     string
	Findings []Finding
}

func (e *IssuesError) Error() string {
	return fmt.Sprintf("%s: not written: %d error-level issues in %s", e.Path, len(e.Findings), e.Locale)
}

// EditedError says that an output holds something that Diglot did not write.
type EditedError struct {
	Path          string
	Known         bool   // Diglot wrote the file once, and somebody changed it
	There, Wanted []byte // its bytes now, and those to be written
}

func (e *EditedError) Error() string {
	return fmt.Sprintf("%s: not overwritten: it holds what Diglot did not write", e.Path)
}

// Export writes the outputs of the documents and locales named, none standing
// for all, each in a goroutine of its own. What could be written is in the
// result, in order; what was refused is in the error (errors.Join of
// *IssuesError, *EditedError and others).
func (p *Project) Export(ctx context.Context, names []string, only locale.Tag, o ExportOptions) ([]Exported, error) {
	docs, err := p.documents(ctx, names)
	if err != nil {
		return nil, err
	}
	if len(docs) == 0 {
		return nil, fault("no-documents", nil)
	}
	targets, err := p.targets(only)
	if err != nil {
		return nil, err
	}
	judge, err := p.Judge(ctx)
	if err != nil {
		return nil, err
	}
	root, err := os.OpenRoot(p.Root)
	if err != nil {
		return nil, err
	}
	defer root.Close()
	if o.Missing == "" {
		o.Missing = p.Config.Missing
	}
	exp := exporter{p, judge, root, o}
	return exp.all(ctx, docs, targets)
}

type exporter struct {
	p     *Project
	judge *Judge
	root  *os.Root
	o     ExportOptions
}

func (e exporter) all(ctx context.Context, docs []store.Document, targets []locale.Tag) ([]Exported, error) {
	type job struct {
		out Exported
		err error
		ran bool
	}
	jobs := make([]job, len(docs)*len(targets))
	if err := e.distinctPaths(docs, targets); err != nil {
		return nil, err
	}
	var g errgroup.Group
	g.SetLimit(runtime.GOMAXPROCS(0))
	for i, d := range docs {
		full, err := e.p.Store.Document(ctx, d.Name)
		if err != nil {
			return nil, err
		}
		units, err := e.p.Store.Units(ctx, d.Name, false)
		if err != nil {
			return nil, err
		}
		for k, target := range targets {
			if Plain(d.Locale) == target {
				continue
			}
			j := &jobs[i*len(targets)+k]
			g.Go(func() error {
				j.ran = true
				j.out, j.err = e.one(ctx, full, units, target)
				return ctx.Err()
			})
		}
	}
	if err := g.Wait(); err != nil {
		return nil, err
	}
	var out []Exported
	var errs []error
	for i := range jobs {
		if jobs[i].ran && jobs[i].err == nil {
			jobs[i].err = e.record(ctx, &jobs[i].out)
		}
		switch {
		case jobs[i].err != nil:
			errs = append(errs, jobs[i].err)
		case jobs[i].ran:
			out = append(out, jobs[i].out)
		}
	}
	return out, errors.Join(errs...)
}

// distinctPaths refuses a layout in which two outputs, or an output and a
// source, would be the same file.
func (e exporter) distinctPaths(docs []store.Document, targets []locale.Tag) error {
	taken := map[string]string{}
	all, err := e.p.Store.Documents(context.Background())
	if err != nil {
		return err
	}
	for _, d := range all {
		taken[d.Path] = d.Name
	}
	for _, d := range docs {
		for _, target := range targets {
			at := e.p.outputPath(d, target)
			if other, ok := taken[at]; ok {
				return fault("output-taken", nil, "path", at, "document", d.Name, "other", other)
			}
			taken[at] = d.Name
		}
	}
	return nil
}

// one writes one output.
func (e exporter) one(ctx context.Context, d store.Document, units []unit.Unit, target locale.Tag) (Exported, error) {
	seq, err := e.p.newest(ctx, d.Name, target)
	if err != nil {
		return Exported{}, err
	}
	out, err := e.p.render(d, units, target, e.o)
	if err != nil {
		return out, err
	}
	out.seq, out.entry = seq, d
	ok, err := e.p.accepted(ctx, d.Name)
	if err != nil {
		return out, err
	}
	var checked Checked
	e.judge.document(&checked, d, units, target, ok)
	for _, f := range checked.Findings {
		if f.Issue.Severity == unit.Error {
			out.Findings = append(out.Findings, f)
		}
	}
	if len(out.Findings) > 0 && !e.o.Force {
		return out, &IssuesError{d.Name, target, out.Path, out.Findings}
	}
	return out, e.write(ctx, &out)
}

// render makes the bytes of an output. Nothing is written.
func (p *Project) render(d store.Document, units []unit.Unit, target locale.Tag, o ExportOptions) (Exported, error) {
	out := Exported{Document: d.Name, Locale: target, Path: p.outputPath(d, target), Units: len(units), Source: d.Hash}
	doc, err := reread(d, target)
	if err != nil {
		return out, err
	}
	pieces := map[int][]format.Piece{}
	for _, u := range units {
		b := u.Place.Block
		if b >= len(doc.Blocks) || !sourceOf(&doc.Blocks[b], u.Place.Part).Equal(u.Source) {
			return out, fault("units-apart", nil, "document", d.Name, "unit", u.ID)
		}
		piece := format.Piece{Part: u.Place.Part}
		t, ok := u.Targets[target]
		if ok && t.Text.Content != "" && t.State >= o.State {
			text := inBlock(&doc.Blocks[b], u.Place.Part, t.Text)
			piece.New, piece.State = &text, t.State
			out.count(t)
		} else {
			out.Missing++
			if o.Missing == MissingOmit {
				piece.New = &unit.Text{}
			}
		}
		pieces[b] = append(pieces[b], piece)
	}
	if out.Missing > 0 && o.Missing == MissingFail {
		return out, fault("export-missing", nil, "path", out.Path, "n", out.Missing)
	}
	for b := range pieces {
		pieces[b] = withGaps(&doc.Blocks[b], pieces[b], d.Locale, target)
	}
	out.bytes, err = doc.Write(pieces, target, "")
	if err != nil {
		return out, fault("export-unwritable", err, "document", d.Name, "locale", target)
	}
	sum := sha256.Sum256(out.bytes)
	out.Hash, out.Bytes = hex.EncodeToString(sum[:]), len(out.bytes)
	return out, nil
}

func (x *Exported) count(t unit.Target) {
	x.Spans++
	if t.State < unit.Translated {
		x.Drafts++
	}
	if t.Stale {
		x.Stale++
	}
}

// reread reads a stored document's bytes again, as they were read at import; of a
// bilingual file the target locale is the one to be written.
func reread(d store.Document, target locale.Tag) (*format.Document, error) {
	var settings format.Settings
	if err := json.Unmarshal([]byte(d.Settings), &settings); err != nil {
		return nil, fmt.Errorf("%s: settings it was read with: %w", d.Name, err)
	}
	settings.Target = target
	formats := slices.DeleteFunc(Formats(), func(f format.Format) bool { return f.Name() != d.Format })
	doc, err := format.Read(d.Path, d.Source, settings, formats)
	if err != nil {
		return nil, fmt.Errorf("read the stored %s again: %w", d.Name, err)
	}
	return doc, nil
}

// withGaps puts what stands between the segments back between the pieces: as it
// is in the source, or as the target's language has it. No space stands between
// Chinese sentences, and one does between English ones that came from there.
func withGaps(b *format.Block, pieces []format.Piece, source, target locale.Tag) []format.Piece {
	spaced, wanted := locale.SpaceBetweenSentences(source), locale.SpaceBetweenSentences(target)
	var out []format.Piece
	var at unit.Pos
	gap := func(end unit.Pos, translated bool) {
		part := unit.Part{Start: at, End: end}
		content := b.Text.Content[at.Offset:end.Offset]
		switch {
		case translated && spaced && !wanted && content == " " && at.Code == end.Code:
			out = append(out, format.Piece{Part: part, New: &unit.Text{}})
		case translated && !spaced && wanted && content == "" && at.Code == end.Code:
			out = append(out, format.Piece{Part: part, New: &unit.Text{Content: " "}})
		case at != end:
			out = append(out, format.Piece{Part: part})
		}
	}
	for i, piece := range pieces {
		gap(piece.Part.Start, i > 0 && piece.New != nil && pieces[i-1].New != nil)
		out = append(out, piece)
		at = piece.Part.End
	}
	gap(b.Text.End(), false)
	return out
}

// write puts an output in its place, unless something stands there that Diglot
// did not write.
func (e exporter) write(ctx context.Context, x *Exported) error {
	there, err := readInside(e.root, x.Path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
	case err != nil:
		return fault("output-unreadable", cause(err), "path", x.Path)
	case bytes.Equal(there, x.bytes):
		return nil
	default:
		known, ours, err := e.p.wroteIt(ctx, x, there)
		if err != nil {
			return err
		}
		if !ours && !e.o.Force {
			return &EditedError{x.Path, known, there, x.bytes}
		}
	}
	if e.o.DryRun {
		return nil
	}
	if err := saveInside(e.root, x.Path, x.bytes); err != nil {
		return fault("output-unwritable", cause(err), "path", x.Path)
	}
	x.Written = true
	return nil
}

// wroteIt reports whether Diglot ever wrote this output, and whether the bytes
// that are there now are the ones it wrote.
func (p *Project) wroteIt(ctx context.Context, x *Exported, there []byte) (known, ours bool, err error) {
	outputs, err := p.Store.Outputs(ctx, x.Document)
	if err != nil {
		return false, false, err
	}
	sum := sha256.Sum256(there)
	for _, o := range outputs {
		if o.Locale == x.Locale && o.Path == x.Path {
			return true, o.Hash == hex.EncodeToString(sum[:]), nil
		}
	}
	return false, false, nil
}

func (e exporter) record(ctx context.Context, x *Exported) error {
	if e.o.DryRun {
		return nil
	}
	return e.p.Store.RecordOutput(ctx, store.Output{
		Document: x.Document, Locale: x.Locale, Path: x.Path, Hash: x.Hash,
		Seq: x.seq, Version: x.entry.Version, Missing: x.Missing,
	})
}

// newest gives the number of the newest event that an output of the document
// depends on.
func (p *Project) newest(ctx context.Context, document string, target locale.Tag) (int64, error) {
	var newest int64
	for _, l := range []locale.Tag{target, {}} {
		events, err := p.Store.History(ctx, store.Filter{Document: document, Locale: l, Limit: 200})
		if err != nil {
			return 0, err
		}
		i := slices.IndexFunc(events, func(e store.Event) bool {
			return e.Kind != "export" && e.Kind != "comment" && (e.Locale == target || e.Locale.IsZero())
		})
		if i >= 0 {
			newest = max(newest, events[i].Seq)
		}
	}
	return newest, nil
}

func readInside(root *os.Root, name string) ([]byte, error) {
	f, err := root.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	return io.ReadAll(f)
}

// saveInside is saveFile for a path that must not leave the project, whatever
// links stand on its way.
func saveInside(root *os.Root, name string, data []byte) error {
	if dir := path.Dir(name); dir != "." {
		if err := root.MkdirAll(dir, 0o755); err != nil {
			return err
		}
	}
	sub, err := root.OpenRoot(path.Dir(name))
	if err != nil {
		return err
	}
	defer sub.Close()
	return saveIn(sub, path.Base(name), data)
}
