package xmlmodel

import (
	"fmt"
	"strings"
	"testing"
)

func Example() {
	m := New("source target?")
	for _, children := range []string{"source target", "target", "source note"} {
		at, wrong := m.Check(strings.Fields(children))
		fmt.Printf("%s: %d %q\n", children, at, wrong)
	}
	// Output:
	// source target: 0 ""
	// target: 0 "it cannot stand here; <source> comes first"
	// source note: 1 "it cannot stand here"
}

func TestCheck(t *testing.T) {
	for _, c := range []struct {
		model, children string
		at              int
		says            string
	}{
		{"a b? c* (d|e)+", "a d", 0, ""},
		{"a b? c* (d|e)+", "a b c c e d e", 0, ""},
		{"a b? c* (d|e)+", "a b b d", 2, "<d> or <e> comes first"},
		{"a b? c* (d|e)+", "a", 1, "it has no <d> or <e>"},
		{"a b? c* (d|e)+", "b", 0, "<a> comes first"},
		{"a b? c* (d|e)+", "a d a", 2, "it cannot stand here"},
		{"#text", "", 0, ""},
		{"#text", "a", 0, "it cannot stand here"},
		{"", "a", 0, "it cannot stand here"},
	} {
		at, says := New(c.model).Check(strings.Fields(c.children))
		if at != c.at || !strings.Contains(says, c.says) || (says == "") != (c.says == "") {
			t.Errorf("%q of %q: %d %q, want %d %q", c.children, c.model, at, says, c.at, c.says)
		}
	}
}
