package workbench

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"diglot/translate/format"
	"diglot/translate/locale"
	"diglot/translate/store"
	"diglot/translate/text"
	"diglot/translate/unit"
)

// maxFile bounds the size of a source file; a larger one is no article.
const maxFile = 512 << 20

// ImportOptions say how to take a file in. The zero value decides by the file's
// name and the project's settings.
type ImportOptions struct {
	Name   string     // of the document
	Source locale.Tag // of the document
	DryRun bool       // only tell what would happen
}

// Imported reports what an import did, or would do.
type Imported struct {
	Document  string     `json:"document"`
	Path      string     `json:"path"`
	Format    string     `json:"format"`
	Charset   string     `json:"charset"`
	Locale    locale.Tag `json:"locale"`
	Version   int        `json:"version"`
	Units     int        `json:"units"`
	Words     int        `json:"words"`
	NewWords  int        `json:"new_words"` // in new and edited units
	Unchanged int        `json:"unchanged"`
	Moved     []string   `json:"moved"`
	Edited    []Edited   `json:"edited"`
	New       []NewUnit  `json:"new"`
	Removed   []NewUnit  `json:"removed"`
	TakenOver int        `json:"taken_over"` // targets that a bilingual file brought
	Guessed   bool       `json:"guessed"`    // the charset is only likely: the settings do not say it, nor does the file
	Same      bool       `json:"same"`       // the file is the version that was imported last
}

// Edited is a unit whose source text changed.
type Edited struct {
	ID  string `json:"id"`
	Old string `json:"old"`
	New string `json:"new"`
}

// NewUnit is a unit that came or went, with its source text.
type NewUnit struct {
	ID     string `json:"id,omitempty"` // "" before it is stored
	Source string `json:"source"`
}

// Import reads a file, cuts it into segments and reconciles them with what the
// project has of the document: unchanged and moved units keep their targets,
// edited ones keep them as stale.
func (p *Project) Import(ctx context.Context, file string, o ImportOptions) (Imported, error) {
	src, err := readFile(file)
	if err != nil {
		return Imported{}, err
	}
	all, err := p.Store.Documents(ctx)
	if err != nil {
		return Imported{}, err
	}
	path := p.relative(file)
	name := o.Name
	if name == "" {
		name = documentName(path, all)
	}
	old, err := p.Store.Document(ctx, name)
	if err != nil && !errors.Is(err, store.ErrNotFound) {
		return Imported{}, err
	}
	cuts, err := p.cuts(ctx, name)
	if err != nil {
		return Imported{}, err
	}
	return p.importVersion(ctx, old, name, path, src, cuts, o)
}

func (p *Project) importVersion(ctx context.Context, old store.Document, name, path string, src []byte, cuts []cut, o ImportOptions) (Imported, error) {
	source := p.sourceLocale(path, old, o)
	if slices.Contains(p.Targets(), source) && len(p.Targets()) == 1 {
		return Imported{}, fault("import-target", nil, "path", path, "locale", source)
	}
	settings := p.Config.settings(source)
	if targets := p.Targets(); len(targets) == 1 { // a file for several languages gets the forms of this one
		settings.Target = targets[0]
	}
	doc, err := format.Read(path, src, settings, Formats())
	if err != nil {
		return Imported{}, err
	}
	fresh := splitDocument(doc, p.Config.segmenter(source), cuts)
	in, err := storedDocument(doc, name, path, source, old.Version)
	if err != nil {
		return Imported{}, err
	}
	var before, gone []unit.Unit
	if old.Version > 0 {
		if before, err = p.Store.Units(ctx, name, false); err != nil {
			return Imported{}, err
		}
		if gone, err = p.Store.Units(ctx, name, true); err != nil {
			return Imported{}, err
		}
	}
	how, removed := reconcile(before, gone, fresh)
	report := describe(in, before, fresh, how, removed)
	report.Charset, report.Guessed = in.Charset, doc.Guessed
	if old.Hash == in.Hash && old.Settings == in.Settings && report.untouched() {
		report.Same, report.Version = true, old.Version
		return report, nil
	}
	report.Version = old.Version + 1
	if o.DryRun {
		return report, nil
	}
	saved, err := p.Store.Import(ctx, store.Import{Document: in, Base: old.Version, Units: fresh, Author: p.author()})
	if err != nil {
		return Imported{}, err
	}
	if err := p.carry(ctx, in.Locale, before, saved); err != nil {
		return Imported{}, err
	}
	if report.TakenOver, err = p.takeOver(ctx, doc, path, saved); err != nil {
		return Imported{}, err
	}
	report.New = nil
	for i, u := range saved {
		if how[i] == added {
			report.New = append(report.New, NewUnit{u.ID, u.Source.String()})
		}
	}
	return report, nil
}

// sourceLocale decides the language of a document: as asked, as its name tells
// ("hama.en.md"), as it was imported before, or as the project has it.
func (p *Project) sourceLocale(path string, old store.Document, o ImportOptions) locale.Tag {
	if !o.Source.IsZero() {
		return o.Source
	}
	if _, tag, _ := splitName(path); !tag.IsZero() {
		return tag
	}
	if !old.Locale.IsZero() {
		return old.Locale
	}
	return p.Config.Source
}

func readFile(path string) ([]byte, error) {
	info, err := os.Stat(path)
	if err != nil {
		return nil, fault("file-unreadable", cause(err), "path", path)
	}
	if info.IsDir() {
		return nil, fault("file-is-folder", nil, "path", path)
	}
	if info.Size() > maxFile {
		return nil, fault("file-too-large", nil, "path", path, "size", info.Size()>>20, "max", maxFile>>20)
	}
	b, err := os.ReadFile(path)
	if err != nil {
		return nil, fault("file-unreadable", cause(err), "path", path)
	}
	return b, nil
}

// cause takes the path out of an error that names it again.
func cause(err error) error {
	var p *fs.PathError
	if errors.As(err, &p) {
		return p.Err
	}
	return err
}

func storedDocument(doc *format.Document, name, path string, source locale.Tag, version int) (store.Document, error) {
	settings, err := json.Marshal(doc.Settings)
	if err != nil {
		return store.Document{}, fmt.Errorf("%s: keep its settings: %w", path, err)
	}
	sum := sha256.Sum256(doc.Source)
	d := store.Document{
		Name: name, Path: path, Format: doc.Format.Name(), Charset: doc.Charset.Name(), BOM: doc.Charset.BOM,
		Locale: source, Settings: string(settings), Source: doc.Source, Hash: hex.EncodeToString(sum[:]), Version: version,
	}
	for _, b := range doc.Blocks {
		d.Blocks = append(d.Blocks, store.Block{Kind: b.Kind, Key: b.Key, Span: b.Span})
	}
	return d, nil
}

func describe(d store.Document, before, fresh []unit.Unit, how []string, removed []unit.Unit) Imported {
	r := Imported{Document: d.Name, Path: d.Path, Format: d.Format, Locale: d.Locale, Units: len(fresh)}
	oldSource := map[string]unit.Text{}
	for _, u := range before {
		oldSource[u.ID] = u.Source
	}
	for i, u := range fresh {
		words := text.CountWords(u.Source.Content, d.Locale)
		r.Words += words
		switch how[i] {
		case unchanged:
			r.Unchanged++
		case moved:
			r.Moved = append(r.Moved, u.ID)
		case edited:
			r.NewWords += words
			r.Edited = append(r.Edited, Edited{u.ID, oldSource[u.ID].String(), u.Source.String()})
		default:
			r.NewWords += words
			r.New = append(r.New, NewUnit{Source: u.Source.String()})
		}
	}
	for _, u := range removed {
		r.Removed = append(r.Removed, NewUnit{u.ID, u.Source.String()})
	}
	return r
}

// untouched reports whether no unit came, went, changed or moved.
func (r Imported) untouched() bool {
	return len(r.Moved)+len(r.Edited)+len(r.New)+len(r.Removed) == 0
}

// Sources gives the files that an argument of the command line stands for: a
// file itself, or all files below a folder that some format knows by their
// name, without hidden ones and without the project's own outputs.
func Sources(arg string) ([]string, error) {
	info, err := os.Stat(arg)
	if err != nil {
		return nil, fault("file-unreadable", cause(err), "path", arg)
	}
	if !info.IsDir() {
		return []string{arg}, nil
	}
	var files []string
	err = filepath.WalkDir(arg, func(path string, entry fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		name := entry.Name()
		switch {
		case path != arg && strings.HasPrefix(name, "."), entry.IsDir() && name == "out":
			if entry.IsDir() {
				return filepath.SkipDir
			}
		case entry.Type().IsRegular() && knownName(name):
			files = append(files, path)
		}
		return nil
	})
	if err != nil {
		return nil, fmt.Errorf("look through %s: %w", arg, err)
	}
	if len(files) == 0 {
		return nil, fault("folder-empty", nil, "path", arg)
	}
	return files, nil
}

func knownName(name string) bool {
	for _, f := range Formats() {
		if f.Sniff(name, "") >= 50 {
			return true
		}
	}
	return false
}
