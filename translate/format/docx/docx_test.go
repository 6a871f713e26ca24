package docx

import (
	"archive/zip"
	"bytes"
	"strings"
	"testing"

	"diglot/translate/format"
	"diglot/translate/format/formattest"
	"diglot/translate/unit"

	"pgregory.net/rapid"
)

var laws = formattest.Laws{Format: Format{}, MayRefuse: mayRefuse}

// mayRefuse reports blocks in which a pair has another formatting than what is
// around it: a stretch that is moved from one to the other can come to look as all does
// there, and would not be a stretch any more.
func mayRefuse(b *format.Block, _ unit.Text) bool {
	openers := planOf(b.Where).openers
	for _, o := range openers {
		if o != openers[0] {
			return true
		}
	}
	return false
}

func TestCorpus(t *testing.T) { laws.Corpus(t, "docx") }

// document gives the bytes of a small document with that content of its body.
func document(t testing.TB, content string) []byte {
	t.Helper()
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	for _, part := range [][2]string{
		{"[Content_Types].xml", `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`},
		{"word/document.xml", `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><w:body>` + content + `</w:body></w:document>`},
		{"word/media/image1.png", "no text"},
	} {
		f, err := w.Create(part[0])
		if err != nil {
			t.Fatal(err)
		}
		if _, err := f.Write([]byte(part[1])); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// fragments are what paragraphs are drawn from.
var fragments = []string{
	`<w:r><w:t xml:space="preserve">The army </w:t></w:r>`, `<w:r><w:t>left</w:t></w:r>`, `<w:r w:rsidR="1"><w:t> Hama </w:t></w:r>`,
	`<w:r><w:rPr><w:b/></w:rPr><w:t xml:space="preserve"> bold </w:t></w:r>`, `<w:r><w:rPr><w:b/><w:lang w:val="en-US"/></w:rPr><w:t>and more</w:t></w:r>`,
	`<w:r><w:rPr><w:i/></w:rPr><w:t>it &amp; alic</w:t><w:tab/><w:t>x</w:t></w:r>`, `<w:r><w:tab/></w:r>`, `<w:r><w:rPr><w:b/></w:rPr><w:br/></w:r>`,
	`<w:r><w:t>co</w:t><w:noBreakHyphen/><w:t>op</w:t><w:softHyphen/></w:r>`, `<w:proofErr w:type="spellStart"/>`, `<w:bookmarkStart w:id="0" w:name="x"/>`, `<w:bookmarkEnd w:id="0"/>`,
	`<w:hyperlink r:id="rId1"><w:r><w:rPr><w:rStyle w:val="Hyperlink"/></w:rPr><w:t>a link</w:t></w:r></w:hyperlink>`,
	`<w:hyperlink r:id="rId2"><w:r><w:t>a </w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t xml:space="preserve">link </w:t></w:r></w:hyperlink>`,
	`<w:ins w:id="1" w:author="A"><w:r><w:t xml:space="preserve">new </w:t></w:r></w:ins>`, `<w:del w:id="2" w:author="A"><w:r><w:delText>old</w:delText></w:r></w:del>`,
	`<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> PAGE </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>7</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>`,
	`<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> HYPERLINK "x" </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>there</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>`,
	`<w:sdt><w:sdtPr><w:id w:val="3"/></w:sdtPr><w:sdtContent><w:r><w:t>held</w:t></w:r></w:sdtContent></w:sdt>`,
	`<w:r><w:pict><w:txbxContent><w:p><w:r><w:t>boxed words</w:t></w:r></w:p></w:txbxContent></w:pict></w:r>`, `<w:r><w:t></w:t></w:r>`, "\n  ",
}

func drawn(t testing.TB) *rapid.Generator[string] {
	return rapid.Custom(func(rt *rapid.T) string {
		var b strings.Builder
		for range rapid.IntRange(1, 3).Draw(rt, "paragraphs") {
			b.WriteString("<w:p><w:pPr><w:jc w:val=\"left\"/></w:pPr>" + strings.Join(rapid.SliceOfN(rapid.SampledFrom(fragments), 1, 7).Draw(rt, "runs"), "") + "</w:p>")
		}
		return string(document(t, b.String()))
	})
}

func TestReadBack(t *testing.T) { laws.ReadBack(t, drawn(t)) }
