package main

import (
	"context"
	"os"
	"path/filepath"
	"testing"
	"time"

	"github.com/rogpeppe/go-internal/testscript"

	"diglot/seeds"
)

// TestMain lets the scripts run the program as a command of its own, with a
// clock that stands still.
func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){
		"diglot": func() {
			os.Exit(run(context.Background(), os.Args[1:], surroundings{
				in: os.Stdin, out: os.Stdout, err: os.Stderr, getenv: os.Getenv,
				now: func() time.Time { return time.Date(2024, 12, 5, 18, 0, 0, 0, time.UTC) },
			}))
		},
	})
}

// TestScripts runs testdata/script: every command's behaviour, its errors
// included, as a user sees it. The sample's files stand in $SEEDS.
func TestScripts(t *testing.T) {
	samples := t.TempDir()
	entries, err := seeds.FS.ReadDir(".")
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		data, err := seeds.FS.ReadFile(e.Name())
		if err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(samples, e.Name()), data, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	testscript.Run(t, testscript.Params{
		Dir: "testdata/script",
		Setup: func(env *testscript.Env) error {
			env.Setenv("SEEDS", samples)
			env.Setenv("USER", "salma")
			env.Setenv("LANG", "C")
			return nil
		},
		UpdateScripts:       os.Getenv("UPDATE_SCRIPTS") != "",
		RequireExplicitExec: false,
		RequireUniqueNames:  true,
	})
}
