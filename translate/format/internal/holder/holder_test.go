package holder

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func Example() {
	letters := "%1$s shared <b>{count}</b> files"
	for _, m := range Find(letters, All) {
		fmt.Println(m.Code.Tag(), letters[m.From:m.To])
	}
	// Output:
	// <1/> %1$s
	// <2> <b>
	// <3/> {count}
	// </2> </b>
}

func TestFind(t *testing.T) {
	cases := []struct {
		letters string
		styles  Style
		want    []string
	}{
		{"%s %1$d %@ %2$@ %lld %.2f %-5s %*d %", All, []string{"%s", "%1$d", "%@", "%2$@", "%lld", "%.2f", "%-5s", "%*d"}},
		{"%(name)s %(n)d %{user} %count% %%", All | Percents, []string{"%(name)s", "%(n)d", "%{user}", "%count%", "%%"}},
		{"%#@files@ %1$#@x@ %arg argue %args", All, []string{"%#@files@", "%1$#@x@", "%arg"}},
		{"50% done, 50%off, 100 %. 5%", All, nil},
		{"%s", Braces, nil},
		{"{name} {0} {} {0,number,#} {x:>5} {x!r} { a b } {", All, []string{"{name}", "{0}", "{}", "{0,number,#}", "{x:>5}", "{x!r}"}},
		{"{{n}} {{.Name}} {{a, number}} {{{raw}}} {{", Mustache, []string{"{{n}}", "{{.Name}}", "{{a, number}}", "{{{raw}}}"}},
		{"${x} ${a.b} ${} $x", All, []string{"${x}", "${a.b}", "{}"}},
		{"$t(a) $t(b, {\"count\": {{n}} }) $t(", Nest | Mustache, []string{"$t(a)", "$t(b, {\"count\": {{n}} })"}},
		{"<b>x</b> a < b <br/> <a href=\"x>y\">z</a> <0>q</0> <!-- c --> <not", Tags, []string{"<b>", "</b>", "<br/>", "<a href=\"x>y\">", "</a>", "<0>", "</0>", "<!-- c -->"}},
	}
	for _, c := range cases {
		var got []string
		for _, m := range Find(c.letters, c.styles) {
			got = append(got, c.letters[m.From:m.To])
		}
		if diff := cmp.Diff(c.want, got); diff != "" {
			t.Errorf("%q: %s", c.letters, diff)
		}
	}
}

func TestNumber(t *testing.T) {
	cases := []struct{ letters, want string }{
		{"<b>a <i>b</b>", "<1> <2/>! </1>"},
		{"</b>a<b>", "<1/>! <2/>!"},
		{"<b>a</b><b>c</b>", "<1> </1> <2> </2>"},
		{"<br>a<img src=x>", "<1/> <2/>"},
		{"%s and %d", "<1/>! <2/>!"},
		{"%s and %1$s %(x)s %%", "<1/> <2/> <3/> <4/>"},
	}
	for _, c := range cases {
		var got []string
		for _, m := range Find(c.letters, All) {
			tag := m.Code.Tag()
			if m.Code.NoReorder {
				tag += "!"
			}
			got = append(got, tag)
			if strings.HasPrefix(c.letters[m.From:], "%s") != m.Code.NoDelete && c.letters[m.From] != '%' {
				t.Errorf("%q: %s may be deleted: %v", c.letters, tag, !m.Code.NoDelete)
			}
		}
		if diff := cmp.Diff(c.want, strings.Join(got, " ")); diff != "" {
			t.Errorf("%q: %s", c.letters, diff)
		}
	}
}

// TestHostile has letters that begin placeholders and never end them. To look ahead
// to the end of the file for each would take hours.
func TestHostile(t *testing.T) {
	for _, s := range []string{"<", "<a ", "{", "{{", "{{a", "${", "%(", "%1", "$t(", "<!--", "<b>", "</b>", "<a '", "%a.", "%#@a"} {
		letters := strings.Repeat(s, 1<<20/len(s))
		end := 0
		for _, m := range Find(letters, All|Nest) {
			if m.From < end || m.To <= m.From || m.To > len(letters) {
				t.Fatalf("%q: a mark [%d,%d) behind byte %d", s, m.From, m.To, end)
			}
			end = m.To
		}
	}
}
