package odt

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
	"pgregory.net/rapid"
)

var laws = formattest.Laws{Format: Format{}}

const namespaces = ` xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"` +
	` xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"` +
	` xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0" xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0" xmlns:xlink="http://www.w3.org/1999/xlink"`

// document gives the bytes of a small document with that text in it.
func document(t testing.TB, inside string) []byte {
	t.Helper()
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	for _, part := range [][2]string{
		{"mimetype", "application/vnd.oasis.opendocument.text"},
		{"content.xml", "<office:document-content" + namespaces + "><office:body><office:text>" + inside + "</office:text></office:body></office:document-content>"},
		{"Pictures/1.png", "no text"},
		{"styles.xml", "<office:document-styles" + namespaces + `><office:styles><style:default-style style:family="paragraph"><style:paragraph-properties style:writing-mode="page"/></style:default-style>` +
			`<style:default-style style:family="table"><style:table-properties/></style:default-style></office:styles><office:automatic-styles><style:page-layout style:name="P"><style:page-layout-properties style:writing-mode="lr-tb"/></style:page-layout></office:automatic-styles>` +
			`<office:master-styles><style:master-page style:name="S"><style:header><text:p>Barran Press</text:p></style:header></style:master-page></office:master-styles></office:document-styles>`},
	} {
		h := &zip.FileHeader{Name: part[0], Method: zip.Deflate}
		if part[0] == "mimetype" {
			h.Method = zip.Store
		}
		f, err := w.CreateHeader(h)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := io.WriteString(f, part[1]); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func Example() {
	d, err := format.Read("hama.odt", document(new(testing.T), `<text:p>The army <text:span text:style-name="T1">left</text:span> Hama.</text:p>`), format.Settings{}, []format.Format{Format{}})
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, b := range d.Blocks {
		fmt.Println(b.Kind, b.Text)
	}
	// Output:
	// paragraph The army <1>left</1> Hama.
	// header Barran Press
}

func TestCorpus(t *testing.T) { laws.Corpus(t, "odt") }

func TestBlocks(t *testing.T) {
	cases := []struct {
		name, inside string
		want         []string
	}{
		{"codes", `<text:h>a<text:tab/>b<text:s text:c="2"/>c<text:line-break/>d</text:h>`, []string{"heading a<1/>b<2/>c<3/>d"}},
		{"a link", `<text:p>see <text:a xlink:href="x">here</text:a></text:p>`, []string{"paragraph see <1>here</1>"}},
		{"a note", `<text:p>a<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>below</text:p></text:note-body></text:note> b</text:p>`, []string{"paragraph a<1/> b", "note below"}},
		{"a frame alone", `<text:p><draw:frame><draw:text-box><text:p>box</text:p></draw:text-box><svg:title>Map</svg:title></draw:frame></text:p>`, []string{"paragraph box", "alt Map"}},
		{"kinds", `<text:list><text:list-item><text:p>l</text:p></text:list-item></text:list><table:table><table:table-row><table:table-cell><text:p>c</text:p></table:table-cell></table:table-row></table:table><text:p><office:annotation><text:p>says</text:p></office:annotation>x</text:p>`, []string{"list-item l", "cell c", "paragraph <1/>x", "comment says"}},
		{"deleted text", `<text:tracked-changes><text:changed-region><text:deletion><text:p>gone</text:p></text:deletion></text:changed-region></text:tracked-changes><text:p>a<text:change text:change-id="1"/>b</text:p>`, []string{"paragraph a<1/>b"}},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			d, err := laws.Read(t, "a.odt", document(t, c.inside))
			if err != nil {
				t.Fatal(err)
			}
			var got []string
			for i := range d.Blocks {
				got = append(got, d.Blocks[i].Kind+" "+d.Blocks[i].Text.String())
			}
			if diff := cmp.Diff(append(c.want, "header Barran Press"), got); diff != "" {
				t.Error(diff)
			}
		})
	}
}

// fragments are what paragraphs are drawn from.
var fragments = []string{
	"The army ", "left", " Hama &amp; Homs", "  \n ", `<text:span text:style-name="T1">bold </text:span>`, `<text:span text:style-name="T2"> and <text:span text:style-name="T3">more</text:span></text:span>`,
	"<text:s/>", `<text:s text:c="3"/>`, "<text:tab/>", "<text:line-break/>", `<text:a xlink:href="x">a link</text:a>`, `<text:bookmark-start text:name="b"/>`, `<text:page-number>7</text:page-number>`,
	`<text:note><text:note-body><text:p>a note</text:p></text:note-body></text:note>`, `<draw:frame><draw:text-box><text:p>boxed</text:p></draw:text-box></draw:frame>`, "<text:soft-page-break/>",
}

func TestReadBack(t *testing.T) {
	laws.ReadBack(t, rapid.Custom(func(rt *rapid.T) string {
		var b strings.Builder
		for range rapid.IntRange(1, 3).Draw(rt, "paragraphs") {
			b.WriteString("<text:p>" + strings.Join(rapid.SliceOfN(rapid.SampledFrom(fragments), 1, 6).Draw(rt, "pieces"), "") + "</text:p>")
		}
		return string(document(t, b.String()))
	}))
}

// One changed unit and the direction of Arabic change their parts, and nothing else.
func TestArabic(t *testing.T) {
	src := document(t, `<text:p>Hama</text:p>`)
	d, err := laws.Read(t, "a.odt", src)
	if err != nil {
		t.Fatal(err)
	}
	fresh := unit.Plain("حماة")
	pieces := map[int][]format.Piece{0: {{Part: unit.Part{End: d.Blocks[0].Text.End()}, New: &fresh}}}
	out, err := d.Write(pieces, locale.Tag{}, "")
	if err != nil {
		t.Fatal(err)
	}
	was, is := entries(t, src), entries(t, out)
	for name := range was {
		if changed := was[name] != is[name]; changed != (name == "content.xml") {
			t.Errorf("%s changed: %v", name, changed)
		}
	}
	if out, err = d.Write(pieces, locale.MustParse("ar"), ""); err != nil {
		t.Fatal(err)
	}
	is = entries(t, out)
	if !strings.Contains(is["content.xml"], "<text:p>حماة</text:p>") || strings.Count(is["styles.xml"], `style:writing-mode="rl-tb"`) != 3 {
		t.Errorf("the Arabic document is %q", is)
	}
	back, err := laws.Read(t, "b.odt", out)
	if err != nil {
		t.Fatal(err)
	}
	if out, err = back.Write(nil, locale.MustParse("en"), ""); err != nil {
		t.Fatal(err)
	}
	if is = entries(t, out); strings.Contains(is["styles.xml"], "rl-tb") {
		t.Errorf("in English it still runs right to left: %s", is["styles.xml"])
	}
}

// entries inflates all entries as others would.
func entries(t testing.TB, src []byte) map[string]string {
	t.Helper()
	r, err := zip.NewReader(bytes.NewReader(src), int64(len(src)))
	if err != nil {
		t.Fatal(err)
	}
	list := map[string]string{}
	for _, f := range r.File {
		in, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		b, err := io.ReadAll(in)
		if err != nil {
			t.Fatal(err)
		}
		list[f.Name] = string(b)
	}
	return list
}

func TestRefused(t *testing.T) {
	for name, c := range map[string]struct {
		src  []byte
		want string
	}{
		"no archive": {[]byte("Hama"), "no zip archive"},
		"entities":   {document(t, `<text:p>&bomb;</text:p>`), "in content.xml"},
	} {
		_, err := format.Read("a.odt", c.src, format.Settings{}, []format.Format{Format{}})
		if err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: %v, want %q", name, err, c.want)
		}
	}
}
