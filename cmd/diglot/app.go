package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"
	"time"

	"github.com/spf13/cobra"
	"golang.org/x/term"

	"diglot/locales"
	"diglot/translate/locale"
	"diglot/translate/text"
	"diglot/translate/workbench"
)

// surroundings is what the program has of the world, so that tests can give it
// another one.
type surroundings struct {
	in       io.Reader
	out, err io.Writer
	getenv   func(string) string
	now      func() time.Time
}

// app is one run of the program.
type app struct {
	surroundings
	words *locales.Catalog

	project  string // flag --project: a folder in the project
	lang     string // flag --lang
	author   string // flag --author
	asJSON   bool   // flag --json
	spelling bool   // flag --spelling of check
	dryRun   bool   // flag --dry-run, where a command has it
}

// run does what the arguments say and gives the exit code.
func run(ctx context.Context, args []string, s surroundings) int {
	a := &app{surroundings: s}
	var err error
	if a.words, err = locales.New(a.languages(args)...); err != nil {
		fmt.Fprintln(s.err, err)
		return exitFailed
	}
	root := a.root()
	root.SetArgs(args)
	root.SetIn(s.in)
	root.SetOut(s.out)
	root.SetErr(s.err)
	err = root.ExecuteContext(ctx)
	if ctx.Err() != nil {
		return exitInterrupted
	}
	a.complain(err)
	return exitCode(err)
}

// languages lists the languages in which the user wants to be spoken to: the
// flag --lang, DIGLOT_LANG, and what POSIX has.
func (a *app) languages(args []string) []string {
	var want []string
	for i, arg := range args {
		if v, ok := strings.CutPrefix(arg, "--lang="); ok {
			want = append(want, v)
		} else if arg == "--lang" && i+1 < len(args) {
			want = append(want, args[i+1])
		}
	}
	for _, name := range []string{"DIGLOT_LANG", "LC_ALL", "LC_MESSAGES", "LANG"} {
		if v := a.getenv(name); v != "" {
			want = append(want, v)
			if name != "DIGLOT_LANG" {
				break // a POSIX variable hides those after it
			}
		}
	}
	return want
}

// override gives the settings that flags stand for.
func (a *app) override() map[string]any {
	o := map[string]any{}
	if a.author != "" {
		o["author"] = a.author
	}
	if a.spelling {
		o["checks.on"] = []string{"spelling"}
	}
	return o
}

// open opens the project that the user stands in.
func (a *app) open(cmd *cobra.Command) (*workbench.Project, error) {
	return workbench.Open(cmd.Context(), a.project, workbench.Options{
		Override: a.override(), Now: a.now, Holder: cmd.CommandPath(),
	})
}

// settings gives the settings of the project that the user stands in, or the
// defaults where there is none: some commands work on any file.
func (a *app) settings() (workbench.Config, error) {
	c, err := workbench.Settings(a.project, a.override())
	var fault *workbench.Error
	if errors.As(err, &fault) && fault.Key == "no-project" {
		c := workbench.Config{}
		if a.spelling {
			c.ChecksOn = []string{"spelling"}
		}
		return c, nil
	}
	return c, err
}

// withProject opens the project for what do does with it.
func (a *app) withProject(cmd *cobra.Command, do func(*workbench.Project) error) (err error) {
	p, err := a.open(cmd)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, p.Close()) }()
	return do(p)
}

// tag reads a locale from a flag; an empty one is the zero Tag.
func tag(s string) (locale.Tag, error) {
	if s == "" {
		return locale.Tag{}, nil
	}
	t, err := locale.Parse(s)
	if err != nil {
		return t, usage("bad-locale", locales.Args{"value": s})
	}
	return t, nil
}

// tags reads a list of locales with commas.
func tags(list string) ([]locale.Tag, error) {
	var out []locale.Tag
	for s := range strings.SplitSeq(list, ",") {
		if s = strings.TrimSpace(s); s == "" {
			continue
		}
		t, err := tag(s)
		if err != nil {
			return nil, err
		}
		out = append(out, t)
	}
	return out, nil
}

// isTerminal reports whether a stream is a terminal.
func isTerminal(stream any) bool {
	f, ok := stream.(*os.File)
	return ok && term.IsTerminal(int(f.Fd()))
}

// shown gives data as it may stand on a terminal: what would steer the terminal
// or turn the order of its neighbours is made visible. A pipe gets the bytes.
func (a *app) shown(s string) string {
	if isTerminal(a.out) {
		return text.Visible(s)
	}
	return s
}
