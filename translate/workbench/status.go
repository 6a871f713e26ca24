package workbench

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"io/fs"
	"os"
	"time"

	"diglot/translate/locale"
	"diglot/translate/store"
	"diglot/translate/text"
	"diglot/translate/unit"
)

// Status reports how far each document is in each locale.
type Status struct {
	Document string     `json:"document"`
	Path     string     `json:"path"`
	Format   string     `json:"format"`
	Locale   locale.Tag `json:"locale"` // of the source
	Version  int        `json:"version"`
	Units    int        `json:"units"`
	Words    int        `json:"words"`
	Targets  []Progress `json:"targets"`
}

// Progress is how far one document is in one locale.
type Progress struct {
	Locale     locale.Tag `json:"locale"`
	Initial    int        `json:"initial"` // units by state of their target
	Draft      int        `json:"draft"`
	Translated int        `json:"translated"`
	Reviewed   int        `json:"reviewed"`
	Final      int        `json:"final"`
	Stale      int        `json:"stale"` // among the above: the source changed since
	LeftWords  int        `json:"left_words"`
	Output     *OutputNow `json:"output,omitempty"`
}

// Done gives the number of units whose target a person stands by.
func (p Progress) Done() int { return p.Translated + p.Reviewed + p.Final }

// OutputNow is a tracked output and how it stands to its units and to its file.
type OutputNow struct {
	Path    string    `json:"path"`
	Hash    string    `json:"sha256"`
	Written time.Time `json:"written"`
	Version int       `json:"version"` // of the document it was made from
	Missing int       `json:"missing"`
	Older   bool      `json:"older"`  // units changed after it was written
	Edited  bool      `json:"edited"` // somebody changed the file
	Gone    bool      `json:"gone"`   // the file is not there
}

// Status looks at the documents named, none standing for all.
func (p *Project) Status(ctx context.Context, names []string) ([]Status, error) {
	docs, err := p.documents(ctx, names)
	if err != nil {
		return nil, err
	}
	var out []Status
	for _, d := range docs {
		units, err := p.Store.Units(ctx, d.Name, false)
		if err != nil {
			return nil, err
		}
		s := Status{Document: d.Name, Path: d.Path, Format: d.Format, Locale: d.Locale, Version: d.Version, Units: len(units)}
		words := make([]int, len(units))
		for i, u := range units {
			words[i] = text.CountWords(u.Source.Content, d.Locale)
			s.Words += words[i]
		}
		for _, target := range p.Targets() {
			if target == Plain(d.Locale) {
				continue
			}
			progress := countStates(units, words, target)
			if progress.Output, err = p.outputNow(ctx, d, target); err != nil {
				return nil, err
			}
			s.Targets = append(s.Targets, progress)
		}
		out = append(out, s)
	}
	return out, nil
}

func countStates(units []unit.Unit, words []int, target locale.Tag) Progress {
	p := Progress{Locale: target}
	for i, u := range units {
		t := u.Targets[target]
		switch t.State {
		case unit.Initial:
			p.Initial++
		case unit.Draft:
			p.Draft++
		case unit.Translated:
			p.Translated++
		case unit.Reviewed:
			p.Reviewed++
		case unit.Final:
			p.Final++
		}
		if t.Stale {
			p.Stale++
		}
		if !t.Confirmed() {
			p.LeftWords += words[i]
		}
	}
	return p
}

// outputNow compares a tracked output with its units and with the file that
// stands in its place; nil where none was written.
func (p *Project) outputNow(ctx context.Context, d store.Document, target locale.Tag) (*OutputNow, error) {
	outputs, err := p.Store.Outputs(ctx, d.Name)
	if err != nil {
		return nil, err
	}
	for _, o := range outputs {
		if o.Locale != target {
			continue
		}
		seq, err := p.newest(ctx, d.Name, target)
		if err != nil {
			return nil, err
		}
		now := &OutputNow{Path: o.Path, Hash: o.Hash, Written: o.Written, Version: o.Version, Missing: o.Missing}
		now.Older = seq > o.Seq || d.Version > o.Version
		now.Edited, now.Gone, err = p.fileState(o)
		return now, err
	}
	return nil, nil
}

func (p *Project) fileState(o store.Output) (edited, gone bool, err error) {
	root, err := os.OpenRoot(p.Root)
	if err != nil {
		return false, false, err
	}
	defer root.Close()
	there, err := readInside(root, o.Path)
	if errors.Is(err, fs.ErrNotExist) {
		return false, true, nil
	}
	if err != nil {
		return false, false, fault("output-unreadable", cause(err), "path", o.Path)
	}
	sum := sha256.Sum256(there)
	return hex.EncodeToString(sum[:]) != o.Hash, false, nil
}
