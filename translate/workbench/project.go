package workbench

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"time"

	"diglot/translate/locale"
	"diglot/translate/store"
	"diglot/translate/store/sqlite"
)

// stateDir is the folder for the store and indexes, beside config.yaml.
const stateDir = ".diglot"

// Project is an open project. It is safe for concurrent use as far as its
// store is. Close it.
type Project struct {
	Root   string // absolute path of the folder with config.yaml
	Config Config
	Store  store.Store
}

// Options say how to open a project.
type Options struct {
	Override map[string]any   // settings from flags, by key of config.yaml
	Now      func() time.Time // clock for history and states
	Holder   string           // what this process is doing, for others that have to wait
	Wait     time.Duration    // how long to wait for the store; 0 stands for ten seconds
}

// Find gives the nearest folder upward from dir that holds a config.yaml.
func Find(dir string) (string, error) {
	dir, err := filepath.Abs(dir)
	if err != nil {
		return "", err
	}
	for at := dir; ; at = filepath.Dir(at) {
		if info, err := os.Stat(filepath.Join(at, ConfigFile)); err == nil && info.Mode().IsRegular() {
			return at, nil
		}
		if at == filepath.Dir(at) {
			return "", fault("no-project", fs.ErrNotExist, "path", dir)
		}
	}
}

// Settings reads the settings of the project that dir is in, without opening
// its store.
func Settings(dir string, override map[string]any) (Config, error) {
	root, err := Find(dir)
	if err != nil {
		return Config{}, err
	}
	return readConfig(filepath.Join(root, ConfigFile), override)
}

// Init makes a project in a folder, which may exist. It does not touch a
// config.yaml that is there.
func Init(dir string, source locale.Tag, targets []locale.Tag) (path string, err error) {
	if source.IsZero() {
		return "", fault("init-source", nil)
	}
	for _, t := range targets {
		if Plain(t) == Plain(source) {
			return "", fault("init-same", nil, "locale", t)
		}
	}
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return "", fmt.Errorf("make the project's folder: %w", err)
	}
	path = filepath.Join(dir, ConfigFile)
	if _, err := os.Lstat(path); err == nil {
		return "", fault("init-exists", nil, "path", path)
	}
	if err := saveFile(path, []byte(newConfigFile(source, targets))); err != nil {
		return "", fmt.Errorf("write %s: %w", path, err)
	}
	return path, nil
}

// Open opens the project that dir is in.
func Open(ctx context.Context, dir string, o Options) (*Project, error) {
	root, err := Find(dir)
	if err != nil {
		return nil, err
	}
	config, err := readConfig(filepath.Join(root, ConfigFile), o.Override)
	if err != nil {
		return nil, err
	}
	state := filepath.Join(root, stateDir)
	if err := os.MkdirAll(state, 0o755); err != nil {
		return nil, fmt.Errorf("make %s: %w", state, err)
	}
	ignore := filepath.Join(state, ".gitignore")
	if _, err := os.Lstat(ignore); errors.Is(err, fs.ErrNotExist) {
		if err := saveFile(ignore, []byte("*\n")); err != nil {
			return nil, fmt.Errorf("write %s: %w", ignore, err)
		}
	}
	s, err := sqlite.Open(ctx, filepath.Join(state, "store.db"), sqlite.Options{Now: o.Now, Holder: o.Holder, Wait: o.Wait})
	if err != nil {
		return nil, err
	}
	return &Project{Root: root, Config: config, Store: s}, nil
}

// Close closes the store.
func (p *Project) Close() error { return p.Store.Close() }

// Targets gives the target locales, without the digits that the project wants
// in them.
func (p *Project) Targets() []locale.Tag {
	tags := make([]locale.Tag, len(p.Config.Targets))
	for i, t := range p.Config.Targets {
		tags[i] = Plain(t)
	}
	return tags
}

// Target finds the project's target locale that was asked for; the zero Tag
// stands for all of them.
func (p *Project) targets(only locale.Tag) ([]locale.Tag, error) {
	all := p.Targets()
	if only.IsZero() {
		if len(all) == 0 {
			return nil, fault("no-targets", nil)
		}
		return all, nil
	}
	for _, t := range all {
		if t == Plain(only) {
			return []locale.Tag{t}, nil
		}
	}
	return nil, fault("not-a-target", nil, "locale", only, "targets", tagList(all))
}

// author signs changes: the settings' author, else the user's name.
func (p *Project) author() string {
	for _, name := range []string{p.Config.Author, os.Getenv("USER"), os.Getenv("USERNAME")} {
		if name != "" {
			return name
		}
	}
	return "unknown"
}

// documents gives the documents with the names asked for; none stands for all.
func (p *Project) documents(ctx context.Context, names []string) ([]store.Document, error) {
	all, err := p.Store.Documents(ctx)
	if err != nil {
		return nil, err
	}
	if len(names) == 0 {
		return all, nil
	}
	var out []store.Document
	for _, name := range names {
		d, ok := pickDocument(all, name)
		if !ok {
			return nil, fault("no-document", store.ErrNotFound, "document", name, "known", documentList(all))
		}
		out = append(out, d)
	}
	return out, nil
}

// pickDocument finds a document by its name or by the path it came from.
func pickDocument(all []store.Document, name string) (store.Document, bool) {
	for _, d := range all {
		if d.Name == name || d.Path == filepath.ToSlash(filepath.Clean(name)) {
			return d, true
		}
	}
	return store.Document{}, false
}
