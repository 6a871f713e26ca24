package main

import (
	"context"
	"errors"
	"fmt"

	"diglot/locales"
	"diglot/translate/format"
	"diglot/translate/store"
	"diglot/translate/workbench"
)

// The exit codes, as every help text tells them.
const (
	exitDone        = 0
	exitFailed      = 1
	exitUsage       = 2
	exitGate        = 3
	exitConflict    = 4
	exitLocked      = 5
	exitInterrupted = 130
)

// usageError is a command line that cannot be understood; its sentence is the
// message "usage.KEY".
type usageError struct {
	key  string
	args locales.Args
}

func (e *usageError) Error() string { return fmt.Sprintf("usage %s %v", e.key, e.args) }

func usage(key string, args locales.Args) error { return &usageError{key, args} }

// gateError says that a gate found something; what it found has been shown.
type gateError struct{}

func (gateError) Error() string { return "the gate found issues" }

// partError says that some of the work failed; the reasons have been shown.
type partError struct{ worst error }

func (e partError) Error() string { return e.worst.Error() }
func (e partError) Unwrap() error { return e.worst }

// exitCode gives the code for an error; of several the gravest.
func exitCode(err error) int {
	var (
		use      *usageError
		locked   *store.LockedError
		conflict *store.ConflictError
		version  *store.VersionError
		edited   *workbench.EditedError
		issues   *workbench.IssuesError
	)
	switch {
	case err == nil:
		return exitDone
	case errors.Is(err, context.Canceled):
		return exitInterrupted
	case errors.As(err, &use):
		return exitUsage
	case errors.As(err, &locked):
		return exitLocked
	case errors.As(err, &conflict), errors.As(err, &version), errors.As(err, &edited):
		return exitConflict
	case errors.As(err, new(gateError)), errors.As(err, &issues):
		return exitGate
	}
	return exitFailed
}

// complain tells on stderr what went wrong, in the user's language.
func (a *app) complain(err error) {
	switch e := err.(type) {
	case nil, gateError, partError:
		return
	case interface{ Unwrap() []error }:
		for _, one := range e.Unwrap() {
			a.complain(one)
		}
		return
	}
	fmt.Fprintln(a.err, a.shown(a.words.Say("error", locales.Args{"what": a.reason(err)})))
}

// reason gives an error's sentence.
func (a *app) reason(err error) string {
	var (
		use      *usageError
		fault    *workbench.Error
		locked   *store.LockedError
		conflict *store.ConflictError
		version  *store.VersionError
		edited   *workbench.EditedError
		issues   *workbench.IssuesError
		file     *format.Error
	)
	switch {
	case errors.As(err, &use):
		return a.words.Say("usage."+use.key, use.args)
	case errors.As(err, &fault):
		args := locales.Args{"cause": ""}
		for k, v := range fault.Args {
			args[k] = v
		}
		if fault.Err != nil {
			args["cause"] = a.reason(fault.Err)
		}
		return a.words.Say("error."+fault.Key, args)
	case errors.As(err, &locked):
		return a.words.Say("error.locked", locales.Args{"holder": locked.Holder, "seconds": int(locked.Waited.Seconds())})
	case errors.As(err, &version):
		return a.words.Say("error.version", locales.Args{"document": version.Document, "base": version.Base, "current": version.Current})
	case errors.As(err, &conflict):
		return a.words.Count("error.conflict", len(conflict.Conflicts), nil)
	case errors.As(err, &issues):
		return a.words.Count("error.issues", len(issues.Findings), locales.Args{"path": issues.Path})
	case errors.As(err, &edited):
		return a.words.Say("error.edited", locales.Args{"path": edited.Path})
	case errors.As(err, &file):
		return fmt.Sprint(file)
	}
	return err.Error()
}
