package xmlblock

import (
	"testing"

	"diglot/translate/format"
	"diglot/translate/format/internal/xmlspan"
	"diglot/translate/text"
	"diglot/translate/unit"
)

// read reads <p>…</p>; <b> is a pair, <s> and <e> are halves of one, others stand alone.
func read(t *testing.T, r Reader, inside string) (format.Block, *IDs, string) {
	t.Helper()
	body := "<p>" + inside + "</p>"
	tree, err := xmlspan.Parse(body)
	if err != nil {
		t.Fatal(err)
	}
	r.Tree = tree
	r.Role = func(n xmlspan.Node) Role {
		sort := map[string]Sort{"b": Pair, "s": Opens, "e": Closes}[n.Local()]
		return Role{Sort: sort, Ref: n.Value("id")}
	}
	b, ids, err := r.Source(tree.Root(), "paragraph")
	if err != nil {
		t.Fatal(err)
	}
	if err := format.CheckBlocks(body, []format.Block{b}); err != nil {
		t.Fatalf("%s: %v", inside, err)
	}
	return b, ids, body
}

func TestRead(t *testing.T) {
	exact, fold := Reader{Unwrap: true}, Reader{Fold: true, Unwrap: true, Quoted: true}
	for _, c := range []struct {
		name, inside string
		r            Reader
		want, where  string
	}{
		{"references", "a&amp;b&#x41;", exact, "a&bA", ""},
		{"line ends", "a\r\nb\rc\n", exact, `a\nb\nc\n`, ""},
		{"folded", "\n a \t\r\n b ", fold, "a b", ""},
		{"spaces beside codes", " a <b> x </b> <x/> ", fold, "a <1> x </1> <2/>", ""},
		{"comments at the edges", "<!-- c --> a<!-- d -->b <?p i?>", fold, "a<1/>b", ""},
		{"comments that stay", "<!-- c -->a", exact, "<1/>a", ""},
		{"CDATA alone", "<![CDATA[a<b>]]>", exact, "a<b>", inCData},
		{"CDATA alone, folded", "\n<![CDATA[\n a  <b>\n]]>\n", fold, "a <b>", inCData},
		{"CDATA amid", "x<![CDATA[<y>]]>z", exact, "x<y>z", ""},
		{"CDATA that would fold", "x<![CDATA[ y]]>z", fold, "x<1/>z", ""},
		{"empty CDATA", "x<![CDATA[]]>", exact, "x<1/>", ""},
		{"quoted", ` "a  b" `, fold, "a  b", inQuotes},
		{"not quoted to the end", `"a" b`, fold, `"a" b`, ""},
		{"halves", "<s id='1'/>a<e id='1'/>", exact, "<1>a</1>", ""},
		{"halves in another order", "<s id='1'/><s id='2'/>a<e id='1'/><e id='2'/>", exact, "<1><2>a</1></2>", ""},
		{"halves of others", "<s id='1'/>a<e id='2'/>", exact, "<1/>a<2/>", ""},
	} {
		if b, _, _ := read(t, c.r, c.inside); b.Text.String() != c.want || b.Where != c.where {
			t.Errorf("%s: %q %q, want %q %q", c.name, b.Text, b.Where, c.want, c.where)
		}
	}
}

// The codes of a target have the numbers of the source's, whatever their order.
func TestTargetNumbers(t *testing.T) {
	source, ids, _ := read(t, Reader{}, "<x id='a'/>1<x id='b'/>2<b id='c'>3</b>")
	tree, err := xmlspan.Parse("<p><b id='c'>3</b><x id='b'/><x id='z'/><x id='b'/></p>")
	if err != nil {
		t.Fatal(err)
	}
	r := Reader{Tree: tree, Role: func(n xmlspan.Node) Role {
		return Role{Sort: map[string]Sort{"b": Pair}[n.Local()], Ref: n.Value("id")}
	}}
	slot, err := r.Target(tree.Root(), ids)
	if err != nil {
		t.Fatal(err)
	}
	if source.Text.String() != "<1/>1<2/>2<3>3</3>" || slot.Text.String() != "<3>3</3><2/><4/><5/>" {
		t.Errorf("source %s, target %s", source.Text, slot.Text)
	}
}

func TestRender(t *testing.T) {
	latin, err := text.CharsetNamed("iso-8859-1")
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		name, inside, fresh string
		s                   Spelling
		charset             text.Charset
		want                string
	}{
		{"markup", "x", "a<b>&c]]>", Spelling{}, text.UTF8, "a&lt;b&gt;&amp;c]]&gt;"},
		{"line ends of the file", "x\r\n", "a\nb\tc\r", Spelling{}, text.UTF8, "a\r\nb\tc&#13;"},
		{"that do not fold", "x", "a\nb\t", Spelling{Fold: true}, text.UTF8, "a&#10;b&#9;"},
		{"as the source has it", "&#160;&quot;", "\u00a0\"", Spelling{}, text.UTF8, "&#160;&quot;"},
		{"not in the charset", "x", "é حم", Spelling{}, latin, "é &#1581;&#1605;"},
		{"attribute", "x", "a\"'\n", Spelling{Quote: '"'}, text.UTF8, "a&quot;'&#10;"},
		{"CDATA", "<![CDATA[x]]>", "a<b>&]]>", Spelling{}, text.UTF8, "a<b>&]]]]><![CDATA[>"},
		{"CDATA and charset", "<![CDATA[x]]>", "aح", Spelling{}, latin, "a]]>&#1581;<![CDATA["},
	} {
		b, _, body := read(t, Reader{Unwrap: true}, c.inside)
		d := &format.Document{Body: body, Charset: c.charset}
		got, err := c.s.Render(d, &b, unit.Plain(c.fresh), "", "", false)
		if err != nil || got != c.want {
			t.Errorf("%s: %q %v, want %q", c.name, got, err, c.want)
		}
	}
}

func TestRedeclare(t *testing.T) {
	for _, c := range []struct{ body, charset, declared, want string }{
		{`<?xml version="1.0" encoding='utf-8'?><a/>`, "windows-1256", "utf-8", `<?xml version="1.0" encoding='windows-1256'?><a/>`},
		{`<?xml version="1.0" encoding="UTF-8"?><a/>`, "UTF-8", "UTF-8", `<?xml version="1.0" encoding="UTF-8"?><a/>`},
		{`<?xml version="1.0" encoding="UTF-16"?><a/>`, "UTF-8", "", `<?xml version="1.0" encoding="UTF-8"?><a/>`},
		{`<?xml version="1.0"?><a/>`, "windows-1256", "", `<?xml version="1.0" encoding="windows-1256"?><a/>`},
		{`<?xml version="1.0" standalone="yes"?><a/>`, "windows-1256", "", `<?xml version="1.0" encoding="windows-1256" standalone="yes"?><a/>`},
		{`<a/>`, "windows-1256", "", `<?xml version="1.0" encoding="windows-1256"?>` + "\n<a/>"},
		{`<a/>`, "UTF-8", "", `<a/>`},
	} {
		if got := (Charset{}).DeclaredCharset([]byte(c.body)); got != c.declared {
			t.Errorf("%s declares %q, want %q", c.body, got, c.declared)
		}
		got := c.body
		for _, e := range (Charset{}).Redeclare(&format.Document{Body: c.body}, c.charset) {
			got = got[:e.Span.Start] + e.New + got[e.Span.End:]
		}
		if got != c.want {
			t.Errorf("%s as %s: %s, want %s", c.body, c.charset, got, c.want)
		}
	}
}
