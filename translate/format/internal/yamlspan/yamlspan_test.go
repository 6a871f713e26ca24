package yamlspan

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func Example() {
	file, err := Parse("# on the button\nmenu:\n  open: \"\\u00d6ffnen\"\n  save: Save the\n    draft\n")
	for _, e := range file.Entries {
		fmt.Println(e.Path, e.Value.Letters, e.Style)
	}
	fmt.Println(err)
	// Output:
	// [menu open] Öffnen "
	// [menu save] Save the draft plain
	// <nil>
}

func TestParse(t *testing.T) {
	cases := []struct{ body, want string }{
		{"a: b\n# n\nc: 'd''s' # m\n", "a=b c=d's(n\nm)"},
		{"a: [x, 'y', {z: w}]\n", "a.0=x a.1=y a.2.z=w"},
		{"a: |\n  x\n   y\n\n  z\nb: >-\n  x\n  y\n\n  z\n", "a=x\n y\n\nz b=x y\nz"},
		{"a: \"x \\\n  y\n  z\n\n  w\"\n", "a=x y z\nw"},
		{"a: b\n  c\n\n  d\n", "a=b c\nd"},
		{"a: 1\nb: true\nc: ~\nd: 2024-01-01\ne: !!str 5\n", ""},
		{"a: &x b\nc: *x\n", ""},
		{"---\na: b\n---\nc: d\n", "a=b c=d"},
		{"a: b\rc: d\r", "a=b c=d"},
		{"é: \"\u2028\"\nb: c\n", "é=\u2028 b=c"},
		{"", ""}, {"# only\n", ""}, {"just text\n", "=just text"},
	}
	for _, c := range cases {
		file, err := Parse(c.body)
		if err != nil {
			t.Errorf("%q: %v", c.body, err)
			continue
		}
		var got []string
		for _, e := range file.Entries {
			s := strings.Join(e.Path, ".") + "=" + e.Value.Letters
			if e.Note != "" {
				s += "(" + e.Note + ")"
			}
			got = append(got, s)
		}
		if diff := cmp.Diff(c.want, strings.Join(got, " ")); diff != "" {
			t.Errorf("%q: %s", c.body, diff)
		}
	}
}

func TestFaults(t *testing.T) {
	cases := []struct{ body, want string }{
		{"a: b\na: c\n", `:2:1: the key "a" stands twice`},
		{"a: \"b\n", ":2:1: "},
		{"a: [b\n", ":2:1: "},
		{"a:\n\t- b\n", ":2:"},
		{"a: " + strings.Repeat("[", 1<<20), "nested more than 200 deep"},
		{strings.Repeat("- ", 1000) + "a", ": "},
	}
	for _, c := range cases {
		if _, err := Parse(c.body); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%.30q: got %v, want %s", c.body, err, c.want)
		}
	}
}
