package main

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"diglot/locales"
	"diglot/translate/locale"
	"diglot/translate/store"
	"diglot/translate/workbench"
)

func (a *app) editCommand() *cobra.Command {
	var target, out, from string
	var units []string
	var open bool
	cmd := a.command("edit [DOCUMENT…] --locale LOCALE", "edit", func(cmd *cobra.Command, names []string) error {
		into, err := tag(target)
		if err != nil {
			return err
		}
		return a.withProject(cmd, func(p *workbench.Project) error {
			if from != "" {
				return a.takeBack(cmd, p, from)
			}
			b, err := p.Edit(cmd.Context(), names, into, workbench.EditOptions{Units: units, Open: open})
			if err != nil {
				return err
			}
			if len(b.Items) == 0 {
				a.note("edit.nothing", nil)
				return nil
			}
			if out == "-" {
				return b.WriteTo(a.out, a.words.Say("edit.head", nil))
			}
			return a.editInEditor(cmd, p, b, out)
		})
	})
	flags := cmd.Flags()
	flags.StringVarP(&target, "locale", "l", "", a.flag("locale"))
	flags.StringSliceVarP(&units, "unit", "u", nil, a.flag("edit.unit"))
	flags.BoolVar(&open, "open", false, a.flag("edit.open"))
	flags.StringVarP(&out, "output", "o", "", a.flag("edit.output"))
	flags.StringVar(&from, "from", "", a.flag("edit.from"))
	return a.dryRunFlag(cmd)
}

// editInEditor lets the user's editor change the bilingual text and takes it back.
// The text stays in a file until everything in it is saved.
func (a *app) editInEditor(cmd *cobra.Command, p *workbench.Project, b workbench.Bilingual, path string) error {
	var text bytes.Buffer
	if err := b.WriteTo(&text, a.words.Say("edit.head", nil)); err != nil {
		return err
	}
	onlyWrite := path != ""
	if !onlyWrite {
		path = filepath.Join(p.Root, ".diglot", "edit-"+b.Locale.String()+".txt")
	}
	if err := writeNew(path, text.Bytes()); errors.Is(err, os.ErrExist) {
		return usage("edit-exists", locales.Args{"path": path})
	} else if err != nil {
		return err
	}
	if onlyWrite {
		a.say("edit.written", locales.Args{"path": path, "n": len(b.Items)})
		return nil
	}
	if err := a.runEditor(cmd, path); err != nil {
		return fmt.Errorf("%s: %w", path, err)
	}
	if err := a.takeBack(cmd, p, path); err != nil {
		a.note("edit.kept", locales.Args{"path": path})
		return err
	}
	if a.dryRun {
		return nil
	}
	return os.Remove(path)
}

func writeNew(path string, text []byte) error {
	f, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o644)
	if err != nil {
		return err
	}
	_, err = f.Write(text)
	return errors.Join(err, f.Close())
}

// runEditor runs what the user, not the project, has named as the editor.
func (a *app) runEditor(cmd *cobra.Command, path string) error {
	editor := a.getenv("VISUAL")
	if editor == "" {
		editor = a.getenv("EDITOR")
	}
	words := strings.Fields(editor)
	if len(words) == 0 {
		return usage("no-editor", locales.Args{"path": path})
	}
	run := exec.CommandContext(cmd.Context(), words[0], append(words[1:], path)...)
	run.Stdin, run.Stdout, run.Stderr = a.in, a.out, a.err
	return run.Run()
}

// takeBack reads a bilingual text and saves what was changed in it.
func (a *app) takeBack(cmd *cobra.Command, p *workbench.Project, path string) error {
	name := path
	var text []byte
	var err error
	if path == "-" {
		name = "stdin"
		text, err = readAll(a.in)
	} else {
		text, err = os.ReadFile(path)
	}
	if err != nil {
		return err
	}
	b, err := workbench.ReadBilingual(bytes.NewReader(text), name)
	if err != nil {
		return err
	}
	taken, err := p.TakeBack(cmd.Context(), name, b, a.dryRun)
	var conflict *store.ConflictError
	if err != nil && !errors.As(err, &conflict) {
		return err
	}
	if a.asJSON {
		return errors.Join(a.json(takenJSON(taken)), err)
	}
	a.count("edit.saved", len(taken.Saved), locales.Args{"unchanged": taken.Unchanged, "locale": b.Locale})
	for _, c := range taken.Conflicts {
		a.showConflict(c)
	}
	return err
}

// showConflict shows all three texts, so that nobody's work is out of sight.
func (a *app) showConflict(c store.Conflict) {
	a.say("conflict.head", locales.Args{"unit": c.Unit, "locale": c.Locale, "base": c.Base.Revision, "theirs": c.Theirs.Revision, "author": c.Theirs.Author})
	a.print("  " + a.words.Say("conflict.base", nil) + "  " + c.Base.Text.String())
	a.print("  " + a.words.Say("conflict.mine", nil) + "  " + c.Mine.Text.String())
	a.print("  " + a.words.Say("conflict.theirs", nil) + "  " + c.Theirs.Text.String())
}

func takenJSON(t workbench.Taken) any {
	type saved struct {
		Unit     string     `json:"unit"`
		Locale   locale.Tag `json:"locale"`
		Target   string     `json:"target"`
		State    string     `json:"state"`
		Revision int64      `json:"revision"`
	}
	type conflict struct {
		Unit   string     `json:"unit"`
		Locale locale.Tag `json:"locale"`
		Base   string     `json:"base"`
		Mine   string     `json:"mine"`
		Theirs string     `json:"theirs"`
	}
	out := struct {
		Saved     []saved    `json:"saved"`
		Unchanged int        `json:"unchanged"`
		Conflicts []conflict `json:"conflicts"`
	}{[]saved{}, t.Unchanged, []conflict{}}
	for _, s := range t.Saved {
		out.Saved = append(out.Saved, saved{s.Unit, s.Locale, s.Target.Text.String(), s.Target.State.String(), s.Target.Revision})
	}
	for _, c := range t.Conflicts {
		out.Conflicts = append(out.Conflicts, conflict{c.Unit, c.Locale, c.Base.Text.String(), c.Mine.Text.String(), c.Theirs.Text.String()})
	}
	return out
}
