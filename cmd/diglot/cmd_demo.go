package main

import (
	"bytes"
	"errors"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/spf13/cobra"

	"diglot/locales"
	"diglot/seeds"
	"diglot/translate/locale"
	"diglot/translate/workbench"
)

func (a *app) demoCommand() *cobra.Command {
	cmd := a.command("demo [DIR]", "demo", func(cmd *cobra.Command, given []string) error {
		dir := ""
		if len(given) > 0 {
			dir = given[0]
		}
		return a.demo(cmd, dir)
	})
	cmd.Args = args(0, 1)
	return cmd
}

// demo makes a project of the sample article and runs the whole job on it, each
// step as the command of that name runs it.
func (a *app) demo(cmd *cobra.Command, dir string) error {
	dir, err := demoFolder(dir)
	if err != nil {
		return err
	}
	a.say("demo.begin", locales.Args{"dir": dir})
	if _, err := workbench.Init(dir, locale.MustParse("ar"), []locale.Tag{locale.MustParse("en"), locale.MustParse("fr"), locale.MustParse("es")}); err != nil {
		return err
	}
	for to, from := range map[string]string{"hama.txt": "hama.ar.txt", "glossary.csv": "glossary.csv", "memory.tmx": "memory.tmx"} {
		data, err := seeds.FS.ReadFile(from)
		if err != nil {
			return err
		}
		if err := os.WriteFile(filepath.Join(dir, to), data, 0o644); err != nil {
			return err
		}
	}
	a.project = dir
	return a.withProject(cmd, func(p *workbench.Project) error { return a.demoSteps(cmd, p) })
}

// demoFolder gives a new folder to work in; one that exists has to be empty.
func demoFolder(dir string) (string, error) {
	if dir == "" {
		return os.MkdirTemp("", "diglot-demo-")
	}
	entries, err := os.ReadDir(dir)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return dir, os.MkdirAll(dir, 0o755)
	case err != nil:
		return "", err
	case len(entries) > 0:
		return "", usage("demo-folder", locales.Args{"dir": dir})
	}
	return dir, nil
}

func (a *app) demoSteps(cmd *cobra.Command, p *workbench.Project) error {
	ctx := cmd.Context()
	at := func(name string) string { return filepath.Join(p.Root, name) }

	a.step("diglot term import glossary.csv")
	concepts, terms, err := p.ImportTerms(ctx, at("glossary.csv"), workbench.DefaultGlossary, false, false)
	if err != nil {
		return err
	}
	a.count("term.imported", concepts, locales.Args{"terms": terms, "glossary": workbench.DefaultGlossary})

	a.step("diglot memory add memory.tmx")
	added, err := p.AddMemory(ctx, at("memory.tmx"), workbench.AddOptions{})
	if err != nil {
		return err
	}
	a.count("memory.added", added.Read, locales.Args{"memory": added.Memory, "new": added.New})

	a.step("diglot import hama.txt")
	imported, err := p.Import(ctx, at("hama.txt"), workbench.ImportOptions{})
	if err != nil {
		return err
	}
	a.showImported(imported)

	a.step("diglot translate --exact")
	filled, err := p.Translate(ctx, nil, locale.Tag{}, workbench.TranslateOptions{Min: 100})
	if err != nil {
		return err
	}
	for _, t := range filled {
		a.showTranslated(t)
	}

	a.step("diglot check")
	checked, err := p.Check(ctx, nil, locale.Tag{})
	if err != nil {
		return err
	}
	if err := a.showChecked(checked, checkFlags{format: "text", failOn: "never"}); err != nil {
		return err
	}

	a.step("diglot export")
	written, err := p.Export(ctx, nil, locale.Tag{}, workbench.ExportOptions{})
	for _, x := range written {
		a.showExported(x)
	}
	if err := a.demoRefused(err); err != nil {
		return err
	}

	a.step("diglot status")
	status, err := p.Status(ctx, nil)
	if err != nil {
		return err
	}
	a.showStatus(p, status)
	return a.demoEnd(p)
}

// step shows the command that a user would type.
func (a *app) step(command string) {
	a.print("")
	a.print("$ " + command)
}

// demoRefused tells of the refusal that the sample was made for, and lets any
// other error through.
func (a *app) demoRefused(err error) error {
	for _, one := range split(err) {
		var issues *workbench.IssuesError
		if !errors.As(one, &issues) {
			return err
		}
		a.say("error", locales.Args{"what": a.reason(one)})
	}
	return nil
}

func (a *app) demoEnd(p *workbench.Project) error {
	published, err := seeds.FS.ReadFile("hama.en.txt")
	if err != nil {
		return err
	}
	english, err := os.ReadFile(filepath.Join(p.Root, "out", "en", "hama.txt"))
	if err != nil {
		return err
	}
	a.print("")
	if !bytes.Equal(english, published) {
		a.say("demo.differs", nil)
		return partError{errUnreadable}
	}
	a.say("demo.same", locales.Args{"path": filepath.Join(p.Root, "out", "en", "hama.txt")})
	a.say("demo.next", locales.Args{"dir": p.Root})
	return nil
}
