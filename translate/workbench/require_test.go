package workbench

import (
	"testing"

	"diglot/translate/unit"
)

func TestBehind(t *testing.T) {
	for _, test := range []struct {
		target unit.Target
		least  unit.State
		want   string
	}{
		{unit.Target{}, unit.Initial, ""},
		{unit.Target{State: unit.Draft, Stale: true}, unit.Initial, ""},
		{unit.Target{}, unit.Translated, "initial"},
		{unit.Target{State: unit.Draft, Stale: true}, unit.Reviewed, "draft"},
		{unit.Target{State: unit.Translated}, unit.Reviewed, "translated"},
		{unit.Target{State: unit.Reviewed}, unit.Reviewed, ""},
		{unit.Target{State: unit.Final}, unit.Reviewed, ""},
		{unit.Target{State: unit.Reviewed}, unit.Final, "reviewed"},
		{unit.Target{State: unit.Final, Stale: true}, unit.Final, "stale"},
	} {
		issue, ok := behind(test.target, test.least)
		if ok != (test.want != "") || issue.Key != test.want {
			t.Errorf("%v for %s: got %q, %v; want %q", test.target, test.least, issue.Key, ok, test.want)
		}
	}
}
