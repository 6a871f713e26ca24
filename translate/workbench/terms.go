package workbench

import (
	"context"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"diglot/translate/glossary"
	"diglot/translate/locale"
	"diglot/translate/store"
	"diglot/translate/text"
	"diglot/translate/unit"
)

// DefaultGlossary is the glossary that single terms are added to.
const DefaultGlossary = "terms"

// Concepts gives the concepts of the glossaries that the settings name, of all
// where they name none. Where two glossaries have a concept of the same id, the
// one of the glossary named first counts.
func (p *Project) Concepts(ctx context.Context) ([]glossary.Concept, error) {
	names := p.Config.Glossaries
	infos, err := p.Store.Glossaries(ctx)
	if err != nil {
		return nil, err
	}
	var known []string
	for _, g := range infos {
		known = append(known, g.Name)
	}
	if len(names) == 0 {
		names = known
	}
	var out []glossary.Concept
	seen := map[string]bool{}
	for _, name := range names {
		if !slices.Contains(known, name) {
			return nil, fault("no-glossary", store.ErrNotFound, "glossary", name)
		}
		concepts, err := p.Store.Concepts(ctx, name)
		if err != nil {
			return nil, err
		}
		for _, c := range concepts {
			if !seen[c.ID] {
				seen[c.ID] = true
				out = append(out, c)
			}
		}
	}
	return out, nil
}

// ImportTerms reads a glossary file into the glossary of its name.
func (p *Project) ImportTerms(ctx context.Context, file, name string, replace, dryRun bool) (concepts, terms int, err error) {
	read, err := ReadTerms(file, p.Config.Source, locale.Tag{})
	if err != nil {
		return 0, 0, err
	}
	for _, c := range read {
		terms += len(c.Terms)
	}
	if dryRun {
		return len(read), terms, nil
	}
	return len(read), terms, p.Store.PutConcepts(ctx, name, read, replace, p.author())
}

// ReadTerms reads a glossary file; its extension tells the format. The locales
// are for files that do not name any.
func ReadTerms(file string, source, target locale.Tag) ([]glossary.Concept, error) {
	f, err := os.Open(file)
	if err != nil {
		return nil, fault("file-unreadable", cause(err), "path", file)
	}
	defer f.Close()
	switch ext := strings.ToLower(filepath.Ext(file)); ext {
	case ".csv", ".tsv":
		return glossary.ReadCSV(f, file)
	case ".xlsx":
		return glossary.ReadXLSX(f, file)
	case ".tbx", ".xml":
		return glossary.ReadTBX(f, file)
	case ".json":
		return glossary.ReadJSON(f, file, source, target)
	default:
		return nil, fault("terms-format", nil, "path", file, "ext", ext)
	}
}

// ExportTerms writes the project's concepts to a file; "-" stands for stdout.
func (p *Project) ExportTerms(ctx context.Context, file, style string, stdout io.Writer, force, dryRun bool) (int, error) {
	concepts, err := p.Concepts(ctx)
	if err != nil {
		return 0, err
	}
	write, err := termWriter(file, style)
	if err != nil {
		return 0, err
	}
	return len(concepts), writeOut(file, stdout, force, dryRun, func(w io.Writer) error { return write(w, concepts) })
}

// TBXStyles are the forms of TBX that a glossary is written in: versions 3 and
// 2, with data categories as elements (dct) or as attributes (dca).
var TBXStyles = map[string]glossary.TBXStyle{"dca": glossary.TBX3DCA, "dct": glossary.TBX3DCT, "v2": glossary.TBX2}

// termWriter chooses by the file's extension how a glossary is written; stdout
// gets CSV.
func termWriter(file, style string) (func(io.Writer, []glossary.Concept) error, error) {
	switch ext := strings.ToLower(filepath.Ext(file)); {
	case file == "-", ext == ".csv":
		return glossary.WriteCSV, nil
	case ext == ".tsv":
		return glossary.WriteTSV, nil
	case ext == ".xlsx":
		return glossary.WriteXLSX, nil
	case ext == ".tbx":
		return func(w io.Writer, c []glossary.Concept) error { return glossary.WriteTBX(w, c, TBXStyles[style]) }, nil
	default:
		return nil, fault("terms-format", nil, "path", file, "ext", ext)
	}
}

// AddTerm adds a term to a concept of the default glossary, or of the glossary
// that has the concept. A term that is there takes the new status and note.
func (p *Project) AddTerm(ctx context.Context, concept string, t glossary.Term, dryRun bool) (glossary.Concept, error) {
	name, c, err := p.findConcept(ctx, concept)
	if err != nil {
		return c, err
	}
	i := slices.IndexFunc(c.Terms, func(old glossary.Term) bool { return old.Locale == t.Locale && old.Text == t.Text })
	if i >= 0 {
		c.Terms[i].Status, c.Terms[i].CaseSensitive = t.Status, t.CaseSensitive
		if t.Note != "" {
			c.Terms[i].Note = t.Note
		}
	} else {
		c.Terms = append(c.Terms, t)
	}
	if dryRun {
		return c, nil
	}
	return c, p.Store.PutConcepts(ctx, name, []glossary.Concept{c}, false, p.author())
}

func (p *Project) findConcept(ctx context.Context, id string) (name string, c glossary.Concept, err error) {
	infos, err := p.Store.Glossaries(ctx)
	if err != nil {
		return "", c, err
	}
	for _, g := range infos {
		concepts, err := p.Store.Concepts(ctx, g.Name)
		if err != nil {
			return "", c, err
		}
		for _, c := range concepts {
			if c.ID == id {
				return g.Name, c, nil
			}
		}
	}
	return DefaultGlossary, glossary.Concept{ID: id}, nil
}

// FindTerms gives the concepts that have a term or an id with the words asked
// for in it, without regard to case, diacritics and Arabic spelling variants.
func (p *Project) FindTerms(ctx context.Context, words string) ([]glossary.Concept, error) {
	concepts, err := p.Concepts(ctx)
	if err != nil {
		return nil, err
	}
	fold := text.FoldCase | text.FoldDiacritics | text.FoldArabic | text.FoldSpace
	want := fold.String(words)
	return slices.DeleteFunc(concepts, func(c glossary.Concept) bool {
		return !strings.Contains(fold.String(c.ID), want) && !slices.ContainsFunc(c.Terms, func(t glossary.Term) bool {
			return strings.Contains(fold.String(t.Text), want)
		})
	}), nil
}

// TermUse is how one concept was rendered in one locale of the project.
type TermUse struct {
	Concept    string      `json:"concept"`
	Locale     locale.Tag  `json:"locale"`
	Source     string      `json:"source"` // the term it was met as, most often
	Renderings []Rendering `json:"renderings"`
}

// Rendering is one way in which a concept was said.
type Rendering struct {
	Term   string   `json:"term"`   // as the glossary has it; "" where no known form was found
	Status string   `json:"status"` // of that term, or source-left-in, or unknown
	Found  []string `json:"found"`  // the forms in which it stands there
	Units  []string `json:"units"`
}

// Breaks reports whether a rendering goes against the glossary.
func (r Rendering) Breaks() bool { return !glossary.Status(r.Status).Approved() }

// Forbidden reports whether a rendering stands there that the glossary forbids,
// or the source's own word.
func (u TermUse) Forbidden() bool {
	return slices.ContainsFunc(u.Renderings, func(r Rendering) bool {
		return r.Status == string(glossary.Forbidden) || r.Status == "source-left-in"
	})
}

// TermConsistency tells, for each concept that the sources of the documents
// name, how each locale renders it in every document. It also gives the number
// of targets looked at.
func (p *Project) TermConsistency(ctx context.Context, names []string, only locale.Tag) (uses []TermUse, looked int, err error) {
	docs, err := p.documents(ctx, names)
	if err != nil {
		return nil, 0, err
	}
	targets, err := p.targets(only)
	if err != nil {
		return nil, 0, err
	}
	concepts, err := p.Concepts(ctx)
	if err != nil {
		return nil, 0, err
	}
	g := glossary.New(concepts)
	found := map[[2]string]*TermUse{}
	for _, d := range docs {
		units, err := p.Store.Units(ctx, d.Name, false)
		if err != nil {
			return nil, 0, err
		}
		for _, target := range targets {
			for _, u := range units {
				t := u.Targets[target]
				if t.Text.Content == "" || Plain(d.Locale) == target {
					continue
				}
				looked++
				for _, r := range g.Renderings(u.Source, t.Text, d.Locale, target) {
					key := [2]string{r.Concept, target.String()}
					if found[key] == nil {
						found[key] = &TermUse{Concept: r.Concept, Locale: target, Source: r.Source}
					}
					found[key].add(r, u.ID)
				}
			}
		}
	}
	for _, use := range found {
		uses = append(uses, *use)
	}
	slices.SortFunc(uses, func(a, b TermUse) int {
		return strings.Compare(a.Concept+" "+a.Locale.String(), b.Concept+" "+b.Locale.String())
	})
	return uses, looked, nil
}

func (u *TermUse) add(g glossary.Rendering, id string) {
	i := slices.IndexFunc(u.Renderings, func(r Rendering) bool { return r.Term == g.Term && r.Status == g.Status })
	if i < 0 {
		i = len(u.Renderings)
		u.Renderings = append(u.Renderings, Rendering{Term: g.Term, Status: g.Status})
	}
	r := &u.Renderings[i]
	if g.Found != "" && !slices.Contains(r.Found, g.Found) {
		r.Found = append(r.Found, g.Found)
	}
	if !slices.Contains(r.Units, id) {
		r.Units = append(r.Units, id)
	}
}

// Hits gives the terms in a unit's source, for a translator's eyes.
func (j *Judge) Hits(source unit.Text, l locale.Tag) []unit.Hit {
	if j.glossary == nil {
		return nil
	}
	return j.glossary.Recognize(source, l)
}

// ParseStatus reads a term's status.
func ParseStatus(s string) (glossary.Status, error) {
	switch status := glossary.Status(s); status {
	case glossary.Preferred, glossary.Admitted, glossary.Deprecated, glossary.Forbidden:
		return status, nil
	}
	return "", fmt.Errorf("%q is no status; use preferred, admitted, deprecated or forbidden", s)
}
