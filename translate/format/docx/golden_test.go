package docx

import (
	"archive/zip"
	"bytes"
	"fmt"
	"io"
	"strings"
	"testing"

	"diglot/translate/format"
	"diglot/translate/format/formattest"
	"diglot/translate/locale"
	"diglot/translate/unit"

	"github.com/google/go-cmp/cmp"
)

func Example() {
	d, err := format.Read("hama.docx", document(new(testing.T), `<w:p><w:r><w:t xml:space="preserve">The army </w:t></w:r>`+
		`<w:r w:rsidR="00A1"><w:rPr><w:b/></w:rPr><w:t>left</w:t></w:r><w:r><w:t xml:space="preserve"> Ha</w:t></w:r><w:r w:rsidR="00B2"><w:t>ma.</w:t></w:r></w:p>`),
		format.Settings{}, []format.Format{Format{}})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Print(formattest.Describe(d))
	// Output:
	// docx, UTF-8, 1 blocks
	//
	// 2:175 paragraph where="w:\n0 <w:r>" #0
	//   The army <1>left</1> Hama.
	//     <1> "<w:r w:rsidR=\"00A1\"><w:rPr><w:b/></w:rPr>"
	//     </1> "</w:r>"
}

// What a paragraph reads as.
func TestBlocks(t *testing.T) {
	cases := []struct {
		name, content string
		want          []string
	}{
		{"one formatting all through needs no code", `<w:p><w:r><w:rPr><w:b/><w:lang w:val="en-US"/></w:rPr><w:t>He</w:t></w:r><w:proofErr w:type="x"/><w:r><w:rPr><w:b/></w:rPr><w:t>llo</w:t></w:r></w:p>`, []string{"paragraph Hello"}},
		{"white space that does not count", `<w:p><w:r><w:t>
 Hello&#32;
 </w:t><w:t xml:space="preserve"> you </w:t></w:r></w:p>`, []string{"paragraph Hello  you "}},
		{"tab, break, hyphens", `<w:p><w:r><w:tab/><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t><w:noBreakHyphen/><w:t>d</w:t></w:r></w:p>`, []string{"paragraph <1/>a<2/>b<3/>c\u2011d"}},
		{"tracked changes", `<w:p><w:r><w:t>a </w:t></w:r><w:ins w:id="1"><w:r><w:t>new</w:t></w:r></w:ins><w:del w:id="2"><w:r><w:delText>old</w:delText></w:r></w:del><w:r><w:t> b</w:t></w:r></w:p>`, []string{"paragraph a <1>new</1><2/> b"}},
		{"a link around all", `<w:p><w:hyperlink r:id="r"><w:r><w:t>all</w:t></w:r></w:hyperlink></w:p>`, []string{"paragraph all"}},
		{"a page number", `<w:p><w:r><w:t xml:space="preserve">Page </w:t></w:r><w:fldSimple w:instr=" PAGE "><w:r><w:t>7</w:t></w:r></w:fldSimple><w:r><w:t xml:space="preserve"> of</w:t></w:r></w:p>`, []string{"paragraph Page <1/> of"}},
		{"kinds", `<w:p><w:pPr><w:pStyle w:val="Heading1"/></w:pPr><w:r><w:t>h</w:t></w:r></w:p><w:p><w:pPr><w:numPr/></w:pPr><w:r><w:t>l</w:t></w:r></w:p><w:tbl><w:tr><w:tc><w:p><w:r><w:t>c</w:t></w:r></w:p></w:tc></w:tr></w:tbl>`, []string{"heading h", "list-item l", "cell c"}},
		{"a text box", `<w:p><w:r><w:t>a</w:t></w:r><w:r><w:pict><w:txbxContent><w:p><w:r><w:t>box</w:t></w:r></w:p></w:txbxContent></w:pict></w:r><w:r><w:t>b</w:t></w:r></w:p>`, []string{"paragraph a<1/>b", "paragraph box"}},
		{"nothing but a picture", `<w:p><w:r><w:drawing/></w:r></w:p>`, nil},
		{"an entity is refused, not expanded", `<w:p><w:r><w:t>&amp;lt; &#x41;</w:t></w:r></w:p>`, []string{"paragraph &lt; A"}},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			d, err := laws.Read(t, "a.docx", document(t, c.content))
			if err != nil {
				t.Fatal(err)
			}
			var got []string
			for i := range d.Blocks {
				got = append(got, d.Blocks[i].Kind+" "+d.Blocks[i].Text.String())
			}
			if diff := cmp.Diff(c.want, got); diff != "" {
				t.Error(diff)
			}
		})
	}
}

// part inflates an entry as others would.
func part(t testing.TB, src []byte, name string) string {
	t.Helper()
	r, err := zip.NewReader(bytes.NewReader(src), int64(len(src)))
	if err != nil {
		t.Fatal(err)
	}
	f, err := r.Open(name)
	if err != nil {
		t.Fatal(err)
	}
	b, err := io.ReadAll(f)
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

// Arabic gets its direction, in the order that the schema asks for, and English
// loses it again.
func TestDirection(t *testing.T) {
	const open = `<w:tbl><w:tblPr><w:tblStyle w:val="T"/><w:tblW w:w="0"/></w:tblPr><w:tr><w:tc>`
	const english = open + `<w:p><w:pPr><w:pStyle w:val="Normal"/><w:jc w:val="left"/></w:pPr><w:r><w:rPr><w:b/><w:sz w:val="20"/><w:lang w:val="en-US"/></w:rPr><w:t>Hama</w:t></w:r></w:p>` +
		`</w:tc></w:tr></w:tbl><w:p><w:r><w:t>Homs</w:t></w:r></w:p><w:p><w:r><w:t>Barran</w:t></w:r></w:p><w:sectPr><w:titlePg/><w:docGrid/></w:sectPr>`
	d, err := laws.Read(t, "a.docx", document(t, english))
	if err != nil {
		t.Fatal(err)
	}
	hama, homs := unit.Plain("حماة"), unit.Plain("حمص")
	pieces := map[int][]format.Piece{
		0: {{Part: unit.Part{End: d.Blocks[0].Text.End()}, New: &hama}},
		1: {{Part: unit.Part{End: d.Blocks[1].Text.End()}, New: &homs}},
	}
	out, err := d.Write(pieces, locale.MustParse("ar"), "")
	if err != nil {
		t.Fatal(err)
	}
	got := part(t, out, "word/document.xml")
	for _, want := range []string{
		`<w:tblStyle w:val="T"/><w:bidiVisual/><w:tblW w:w="0"/>`,
		`<w:pStyle w:val="Normal"/><w:bidi/><w:jc w:val="left"/>`,
		`<w:b/><w:bCs/><w:sz w:val="20"/><w:szCs w:val="20"/><w:rtl/><w:lang w:val="en-US"/></w:rPr><w:t xml:space="preserve">حماة</w:t>`,
		`<w:p><w:pPr><w:bidi/></w:pPr><w:r><w:rPr><w:rtl/></w:rPr><w:t xml:space="preserve">حمص</w:t></w:r></w:p>`,
		`<w:p><w:pPr><w:bidi/></w:pPr><w:r><w:t>Barran</w:t></w:r></w:p>`,
		`<w:titlePg/><w:bidi/><w:docGrid/>`,
	} {
		if !strings.Contains(got, want) {
			t.Errorf("there is no %s in\n%s", want, got)
		}
	}
	back, err := laws.Read(t, "b.docx", out)
	if err != nil {
		t.Fatal(err)
	}
	again, err := back.Write(nil, locale.MustParse("ar"), "")
	if err != nil || !bytes.Equal(again, out) {
		t.Errorf("fitted twice it changes again: %v", err)
	}
	left, err := back.Write(nil, locale.MustParse("en"), "")
	if err != nil {
		t.Fatal(err)
	}
	if got := part(t, left, "word/document.xml"); strings.Contains(got, "bidi") || strings.Count(got, "rtl") != 2 {
		t.Errorf("in English it still has directions: %s", got)
	}
}

// One changed unit changes its part only: all other entries keep their bytes.
func TestOtherParts(t *testing.T) {
	src := document(t, `<w:p><w:r><w:t>Hama</w:t></w:r></w:p>`)
	d, err := laws.Read(t, "a.docx", src)
	if err != nil {
		t.Fatal(err)
	}
	fresh := unit.Plain("Homs")
	out, err := d.Write(map[int][]format.Piece{0: {{Part: unit.Part{End: d.Blocks[0].Text.End()}, New: &fresh}}}, locale.Tag{}, "")
	if err != nil {
		t.Fatal(err)
	}
	if got, want := entries(t, out), entries(t, src); got[0] != want[0] || got[1] == want[1] || got[2] != want[2] {
		t.Errorf("entries changed from %q to %q", want, got)
	}
}

// entries gives the raw bytes of each entry, as they are packed.
func entries(t testing.TB, src []byte) []string {
	t.Helper()
	r, err := zip.NewReader(bytes.NewReader(src), int64(len(src)))
	if err != nil {
		t.Fatal(err)
	}
	var list []string
	for _, f := range r.File {
		raw, err := f.OpenRaw()
		if err != nil {
			t.Fatal(err)
		}
		b, err := io.ReadAll(raw)
		if err != nil {
			t.Fatal(err)
		}
		list = append(list, f.Name+string(b))
	}
	return list
}

func TestRefused(t *testing.T) {
	for name, c := range map[string]struct {
		src  []byte
		want string
	}{
		"no archive": {[]byte("Hama"), "no zip archive"},
		"entities":   {document(t, `<w:p>&bomb;</w:p>`), "in word/document.xml"},
		"not closed": {document(t, `<w:p>`), "word/document.xml"},
	} {
		_, err := format.Read("a.docx", c.src, format.Settings{}, []format.Format{Format{}})
		if err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: %v, want %q", name, err, c.want)
		}
	}
}
