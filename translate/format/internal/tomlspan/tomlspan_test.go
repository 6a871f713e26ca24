package tomlspan

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func Example() {
	entries, err := Parse("# on the button\n[menu]\nopen = \"\\u00d6ffnen\"\n")
	for _, e := range entries {
		fmt.Println(e.Path, e.Value.Letters, e.Style)
	}
	fmt.Println(err)
	// Output:
	// [menu open] Öffnen "
	// <nil>
}

func TestParse(t *testing.T) {
	cases := []struct{ body, want string }{
		{"a = 'b'\n# n\n# m\nc.d = \"\"\"\ne \\\n   f\"\"\"", "a=b c.d=e f(n\nm)"},
		{"[[m]]\na = \"x\"\n[[m]]\na = \"y\"\n[m.b]\nc = \"z\"", "m.0.a=x m.1.a=y m.1.b.c=z"},
		{"a = [\"x\", {b = \"y\"}, 3]", "a.0=x a.1.b=y"},
		{"a = '''\r\nx\r\ny'''\rb = \"z\"\r", "a=x\ny b=z"},
		{`"a b" = "\t\"\U0001F600"`, "a b=\t\"😀"},
		{"d = 2024-01-01\nt = true\n", ""},
	}
	for _, c := range cases {
		entries, err := Parse(c.body)
		if err != nil {
			t.Errorf("%q: %v", c.body, err)
			continue
		}
		var got []string
		for _, e := range entries {
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
		{"[A]\na = \"x\"\n[A]\nb = \"y\"\n", ":3:2: "},
		{"a = \"x\"\na = \"y\"\n", ":2:1: "},
		{"[broken toml\n", ":1:9: "},
		{"a = \"x", ":1:6: "},
		{"a = " + strings.Repeat("[", 1<<20), "nested more than 200 deep"},
		{"a = \n", ":1:5: "},
	}
	for _, c := range cases {
		if _, err := Parse(c.body); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%.30q: got %v, want %s", c.body, err, c.want)
		}
	}
}
