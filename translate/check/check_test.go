package check

import (
	"testing"

	"diglot/translate/unit"
)

// Every check passes its good example and does not pass its bad one.
func TestExamples(t *testing.T) {
	for _, info := range All() {
		c, err := New(Options{On: []string{info.Name}})
		if err != nil {
			t.Fatal(err)
		}
		if n := count(c, info.Good, info.Name); n != 0 {
			t.Errorf("%s: the good example has %d issues", info.Name, n)
		}
		if n := count(c, info.Bad, info.Name); n == 0 && info.Name != "spelling" { // see TestSpelling
			t.Errorf("%s: the bad example has no issue", info.Name)
		}
	}
}

func count(c *Checker, pairs []Pair, name string) int {
	n := 0
	add := func(issues []unit.Issue) {
		for _, i := range issues {
			if i.Check == name {
				n++
			}
		}
	}
	for i := range pairs {
		add(c.Check(&pairs[i]))
	}
	for _, issues := range c.Document(pairs) {
		add(issues)
	}
	return n
}

func TestUnknownCheck(t *testing.T) {
	_, err := New(Options{Off: []string{"number"}})
	if err == nil || err.Error() != `no check is called "number"; did you mean numbers?` {
		t.Errorf("got %v", err)
	}
}
