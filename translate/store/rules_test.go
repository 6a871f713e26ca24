package store_test

import (
	"fmt"
	"testing"

	"diglot/translate/locale"
	"diglot/translate/store"
	"diglot/translate/unit"
)

// A change is judged by what it is based on and by what it says.
func Example() {
	present := unit.Target{Text: unit.Plain("غادر الجيش حماة."), State: unit.Translated, Revision: 3}
	reviewed := present
	reviewed.State = unit.Reviewed

	names := map[store.Verdict]string{store.Write: "write", store.Same: "nothing new", store.Refuse: "refuse"}
	for _, c := range []store.Change{
		{Base: 3, Target: reviewed},
		{Base: 2, Target: reviewed},
		{Base: 3, Target: present},
	} {
		fmt.Printf("based on %d, to be %s: %s\n", c.Base, c.Target.State, names[store.Decide(present, c)])
	}
	// Output:
	// based on 3, to be reviewed: write
	// based on 2, to be reviewed: refuse
	// based on 3, to be translated: nothing new
}

func TestDecide(t *testing.T) {
	none := unit.Target{}
	some := unit.Target{Text: unit.Plain("a"), State: unit.Draft, Origin: "human", Author: "rana", For: unit.Plain("s"), Revision: 1}
	locked := some
	locked.Locked = true
	with := func(t unit.Target, edit func(*unit.Target)) unit.Target {
		edit(&t)
		return t
	}
	author := func(t *unit.Target) { t.Author = "sami" }
	text := func(t *unit.Target) { t.Text = unit.Plain("b") }
	code := func(t *unit.Target) { t.Text.Codes = []unit.Code{{ID: 1, Original: "<br>"}} }
	source := func(t *unit.Target) { t.For = unit.Plain("r") }
	unlock := func(t *unit.Target) { t.Locked = false }
	for _, c := range []struct {
		name    string
		present unit.Target
		base    int64
		target  unit.Target
		want    store.Verdict
	}{
		{"first", none, 0, some, store.Write},
		{"first, and empty", none, 0, none, store.Write},
		{"first, based on another", none, 1, some, store.Refuse},
		{"as if it were the first", some, 0, with(some, text), store.Refuse},
		{"too new", some, 2, with(some, text), store.Refuse},
		{"the same, late", some, 0, some, store.Refuse},
		{"the same", some, 1, some, store.Same},
		{"the same by another", some, 1, with(some, author), store.Same},
		{"text", some, 1, with(some, text), store.Write},
		{"code", some, 1, with(some, code), store.Write},
		{"for another source", some, 1, with(some, source), store.Write},
		{"lock", some, 1, locked, store.Write},
		{"locked: the same", locked, 1, locked, store.Same},
		{"locked: text", locked, 1, with(locked, text), store.Refuse},
		{"locked: unlock", locked, 1, with(locked, unlock), store.Write},
		{"locked: unlock by another", locked, 1, with(with(locked, unlock), author), store.Write},
		{"locked: unlock and text", locked, 1, with(with(locked, unlock), text), store.Refuse},
		{"locked: unlock, late", locked, 0, with(locked, unlock), store.Refuse},
	} {
		if got := store.Decide(c.present, store.Change{Base: c.base, Target: c.target}); got != c.want {
			t.Errorf("%s: %d, want %d", c.name, got, c.want)
		}
	}
}

func TestSplitID(t *testing.T) {
	for _, id := range []string{"hama#1", "a#b#17", "حماة#2", "two words#3"} {
		document, n, err := store.SplitID(id)
		if err != nil || store.UnitID(document, n) != id {
			t.Errorf("%q is %q and %d, %v", id, document, n, err)
		}
	}
	for _, id := range []string{"", "#", "hama", "#1", "hama#", "hama#0", "hama#-1", "hama#+1", "hama#01", "hama#1 ", "hama#99999999999999999999"} {
		if document, n, err := store.SplitID(id); err == nil {
			t.Errorf("%q passed as %q and %d", id, document, n)
		}
	}
}

func TestErrors(t *testing.T) {
	ar := locale.MustParse("ar")
	conflict := func(base, theirs int64, locked bool) error {
		return &store.ConflictError{Conflicts: []store.Conflict{{
			Unit: "hama#1", Locale: ar, Base: unit.Target{Revision: base}, Theirs: unit.Target{Revision: theirs, Locked: locked},
		}}}
	}
	for _, c := range []struct {
		err  error
		want string
	}{
		{conflict(1, 3, false), "hama#1 in ar was changed meanwhile: based on revision 1, now at 3 (1 refused)"},
		{conflict(1, 3, true), "hama#1 in ar was changed meanwhile: based on revision 1, now at 3 (1 refused)"},
		{conflict(3, 3, true), "hama#1 in ar is locked (1 refused)"},
		{&store.VersionError{Document: "hama", Base: 1, Current: 2}, "hama is at version 2 now, the import began at version 1; import it again"},
		{&store.VersionError{Document: "hama", Base: 1}, "hama is not in the project now, the import began at version 1; import it again"},
		{&store.LockedError{Holder: "diglot import (process 7 on desk)", Waited: 10e9}, "the project's store is held by diglot import (process 7 on desk); waited 10s"},
	} {
		if c.err.Error() != c.want {
			t.Errorf("%q, want %q", c.err, c.want)
		}
	}
}
