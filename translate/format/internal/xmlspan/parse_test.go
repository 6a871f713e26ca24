package xmlspan

import (
	"errors"
	"strings"
	"testing"

	"diglot/translate/format"
)

func TestParseRefuses(t *testing.T) {
	for _, c := range []struct {
		body         string
		line, column int
		says         string
	}{
		{"", 1, 1, "no root"},
		{"text", 1, 1, "outside of the root"},
		{"<a>", 1, 1, "no end tag"},
		{"<a>\n  <b>\n</a>", 3, 1, "does not fit <b> of 2:3"},
		{"<a></a><b/>", 1, 8, "second root"},
		{"</a>", 1, 1, "no start tag"},
		{"<a x='1' x='2'/>", 1, 10, "twice"},
		{"<a xmlns:p='u' xmlns:q='u' p:x='' q:x=''/>", 1, 35, "twice"},
		{"<a x=1/>", 1, 4, "quotes"},
		{"<a x/>", 1, 4, "no value"},
		{"<a x='1'y='2'/>", 1, 9, "space"},
		{"<a x='<'/>", 1, 7, "write &lt;"},
		{"<a>é & b</a>", 1, 6, "&amp;"},
		{"<a>&b c;</a>", 1, 4, "&amp;"},
		{"<a>&nbsp;</a>", 1, 4, "not declared"},
		{"<a>&#0;</a>", 1, 4, "no character"},
		{"<a>&#x110000;</a>", 1, 4, "no character"},
		{"<a>&#-1;</a>", 1, 4, "no character"},
		{"<a>\x01</a>", 1, 4, "U+0001"},
		{"<a>\uffff</a>", 1, 4, "U+FFFF"},
		{"<a>]]></a>", 1, 4, "]]&gt;"},
		{"<a><!-- a -- b --></a>", 1, 11, "--"},
		{"<a><!--->", 1, 4, "no end"},
		{"<a><![CDATA[", 1, 4, "no end"},
		{"<a><?xml version='1.0'?></a>", 1, 4, "very beginning"},
		{"<?xml encoding='utf-8'?><a/>", 1, 1, "declaration"},
		{"<a><?p", 1, 4, "no end"},
		{"<!DOCTYPE a [<!ENTITY x 'y'>", 1, 1, "DOCTYPE has no end"},
		{"<a/><!DOCTYPE a>", 1, 5, "before the root"},
		{"<a xmlns:p=''/>", 1, 4, "empty"},
		{"<a><", 1, 4, "tag"},
		{"<a", 1, 1, "no end"},
		{"<a b='", 1, 4, "no end"},
		{"<a><!foo></a>", 1, 4, "no markup"},
		{"<1/>", 1, 1, "bare <"},
		{"<a>" + strings.Repeat("<b>", MaxDepth) + "x", 1, 3*MaxDepth + 1, "deep"},
		{"<a " + manyAttributes(MaxAttributes+1) + "/>", 1, 4 + 8*MaxAttributes, "attributes"},
	} {
		_, err := Parse(c.body)
		var placed *format.Error
		if !errors.As(err, &placed) {
			t.Errorf("%.60q: accepted", c.body)
			continue
		}
		if placed.Line != c.line || placed.Column != c.column || !strings.Contains(err.Error(), c.says) {
			t.Errorf("%.60q: %v; want %d:%d %q", c.body, err, c.line, c.column, c.says)
		}
	}
}

func manyAttributes(n int) string {
	var b strings.Builder
	for i := range n {
		b.WriteString("a" + string([]byte{'a' + byte(i/676%26), 'a' + byte(i/26%26), 'a' + byte(i%26)}) + "='' ")
	}
	return b.String()
}

func TestParseAccepts(t *testing.T) {
	for _, body := range []string{
		"<a/>", "\n<a\n/>\n", "<?xml version='1.0' encoding=\"utf-8\" standalone='yes' ?><a></a >",
		"<!-- c --><?p i?><!DOCTYPE a [<!ENTITY e \"<![CDATA[\"> <!-- ' --> <!ELEMENT a ANY>]><a>&e;</a><!-- d -->",
		"<!DOCTYPE html PUBLIC '-//W3C//DTD' 'x.dtd'><a>&nbsp;&copy;</a>",
		"<é:ü xmlns:é='u' é:x='1' x='2'/>", "<a>&#10;&#x1F600;&lt;</a>", "<a b='>'>></a>",
		"<a><![CDATA[<b>&]] >]]></a>",
	} {
		if _, err := Parse(body); err != nil {
			t.Errorf("%q: %v", body, err)
		}
	}
}

func TestTreeSpans(t *testing.T) {
	const body = `<?xml version="1.0"?><x:a xmlns:x="u" k = 'v&amp;w'>one<b/><!-- said --><c xmlns="d" l=" m">t&lt;<d/>o</c></x:a>`
	tree, err := Parse(body)
	if err != nil {
		t.Fatal(err)
	}
	root := tree.Root()
	if root.Name() != "x:a" || root.Local() != "a" || root.Prefix() != "x:" || root.Space() != "u" || !root.Is("u", "a") {
		t.Errorf("root is %q in %q", root.Name(), root.Space())
	}
	if root.Value("k") != "v&w" {
		t.Errorf("k is %q", root.Value("k"))
	}
	c := root.Child("c")
	for what, got := range map[string]string{
		"<c xmlns=\"d\" l=\" m\">t&lt;<d/>o</c>": body[c.Span().Start:c.Span().End],
		"t&lt;<d/>o":                             body[c.Inside().Start:c.Inside().End],
		"</c>":                                   body[c.EndTag().Start:c.EndTag().End],
		"t<o":                                    c.Letters(),
		"d":                                      c.Child("d").Space(),
		"x:a":                                    c.Parent().Name(),
		"onet<o":                                 root.Letters(),
		`<?xml version="1.0"?>`:                  body[tree.Declaration.Start:tree.Declaration.End],
	} {
		if got != what {
			t.Errorf("got %q, want %q", got, what)
		}
	}
	if b := root.Child("b"); !b.SelfClosed() || b.Space() != "" || b.Inside().Len() != 0 {
		t.Errorf("<b/> is not empty")
	}
	var names []string
	for e := range root.All() {
		names = append(names, e.Name())
	}
	if got := strings.Join(names, " "); got != "x:a b c d" {
		t.Errorf("elements are %s", got)
	}
	if _, _, found := tree.Unbound(); found {
		t.Error("a prefix is called unbound")
	}
	other, err := Parse("<a><p:b/></a>")
	if err != nil {
		t.Fatal(err)
	}
	if prefix, at, found := other.Unbound(); !found || prefix != "p" || at != 4 {
		t.Errorf("unbound prefix %q at %d, %v", prefix, at, found)
	}
}

// Entities that grow a thousandfold stay what they are: names.
func TestEntitiesStay(t *testing.T) {
	tree, err := Parse(`<!DOCTYPE a [<!ENTITY x "ha"><!ENTITY y "&x;&x;&x;&x;"><!ENTITY f SYSTEM "file:///etc/passwd">]><a b="&y;">&y;&f;</a>`)
	if err != nil {
		t.Fatal(err)
	}
	if got := tree.Root().Letters() + tree.Root().Value("b"); got != "&y;&f;&y;" {
		t.Errorf("entities became %q", got)
	}
}

func FuzzParse(f *testing.F) {
	for _, s := range []string{
		"<a b='c'>d&amp;<e/><!-- f --><![CDATA[g]]><?h i?></a>",
		"<!DOCTYPE a [<!ENTITY x 'y'>]><x:a xmlns:x='u'>&x;</x:a>",
		"<a>\r\n\r</a>\n", "<a", "<a b='", "<?xml version='1.0'?>",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, body string) {
		tree, err := Parse(strings.ToValidUTF8(body, "?"))
		if err != nil {
			var placed *format.Error
			if !errors.As(err, &placed) || placed.Line == 0 {
				t.Fatalf("the error %q says no place", err)
			}
			return
		}
		covered(t, tree, tree.Top())
	})
}

// covered checks that an element's tags and children cover it without a gap.
func covered(t *testing.T, tree *Tree, n Node) {
	t.Helper()
	at := -1
	if n.Kind() == Element {
		at = n.Inside().Start
		n.Letters()
		for a := range n.Attributes() {
			tree.Value(a)
			n.SpaceOf(a)
		}
	}
	for c := range n.Children() {
		if at >= 0 && c.Start() != at {
			t.Fatalf("a gap before byte %d", c.Start())
		}
		covered(t, tree, c)
		if at >= 0 {
			at = c.Span().End
		}
	}
	if at >= 0 && at != n.Inside().End {
		t.Fatalf("a gap at the end of <%s>", n.Name())
	}
}

func TestHead(t *testing.T) {
	for _, c := range []struct{ body, local, space, version string }{
		{"\ufeff<?xml version='1.0'?><!-- <b/> --><!DOCTYPE a [<!ENTITY c '<d/>'>]>\n<a version='2'/>", "a", "", "2"},
		{"<x:a k='v' xmlns='no' xmlns:x = \"yes\" version='1.2'><b>", "a", "yes", "1.2"},
		{"<a xmlns='u' b='cut o", "a", "u", ""},
		{"<a", "a", "", ""}, {"text", "", "", ""}, {"", "", "", ""}, {"{\"a\": \"<b>\"}", "", "", ""},
	} {
		if local, space, version := Head(c.body); local != c.local || space != c.space || version != c.version {
			t.Errorf("%q: %q %q %q", c.body, local, space, version)
		}
	}
}
