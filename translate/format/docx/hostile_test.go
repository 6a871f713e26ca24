package docx

import (
	"strings"
	"testing"

	"diglot/translate/format"
	"diglot/translate/locale"
	"diglot/translate/unit"
)

// hostile documents are made to cost time. A reader or a writer that looks back or
// ahead for each of their pieces would not end within the test's patience.
var hostile = map[string]string{
	"runs":             "<w:p>" + strings.Repeat(`<w:r><w:t>a word </w:t></w:r>`, 2e4) + "</w:p>",
	"formats":          "<w:p>" + strings.Repeat(`<w:r><w:rPr><w:b/></w:rPr><w:t>a </w:t></w:r><w:r><w:t>b </w:t></w:r>`, 5e3) + "</w:p>",
	"fields not ended": "<w:p><w:r><w:t>a</w:t></w:r>" + strings.Repeat(`<w:r><w:fldChar w:fldCharType="begin"/></w:r>`, 3e4) + "<w:r><w:t>b</w:t></w:r></w:p>",
	"properties":       "<w:p><w:r><w:rPr>" + strings.Repeat(`<w:bCs/><w:shd/>`, 3e4) + "</w:rPr><w:t>a</w:t></w:r><w:r><w:rPr>" + strings.Repeat(`<w:bCs/><w:em/>`, 3e4) + "</w:rPr><w:t>b</w:t></w:r></w:p>",
	"boxes in boxes":   strings.Repeat("<w:p><w:r><w:t>a</w:t></w:r><w:r><w:pict>", 200) + strings.Repeat("</w:pict></w:r><w:r><w:t>b</w:t></w:r></w:p>", 200),
	"links in links":   "<w:p>" + strings.Repeat("<w:hyperlink>", 900) + "<w:r><w:t>a</w:t></w:r>" + strings.Repeat("</w:hyperlink>", 900) + "</w:p>",
	"marks":            "<w:p><w:r><w:t>a</w:t></w:r>" + strings.Repeat(`<w:bookmarkEnd w:id="0"/>`, 2e4) + "<w:r><w:t>b</w:t></w:r></w:p>",
	"tables in tables": strings.Repeat("<w:tbl><w:tr><w:tc>", 300) + "<w:p><w:r><w:t>a</w:t></w:r></w:p>" + strings.Repeat("</w:tc></w:tr></w:tbl>", 300),
}

func TestHostile(t *testing.T) {
	for name, content := range hostile {
		t.Run(name, func(t *testing.T) {
			d, err := laws.Read(t, "hostile.docx", document(t, content))
			if err != nil {
				t.Fatal(err)
			}
			if len(d.Blocks) == 0 {
				t.Fatal("no block was found")
			}
			i := len(d.Blocks) - 1
			text := d.Blocks[i].Text
			pieces := map[int][]format.Piece{}
			for k := 0; k < len(text.Content); k += 100 {
				from, to := unit.Pos{Offset: k, Code: codesBefore(text, k)}, unit.Pos{Offset: k + 1, Code: codesBefore(text, k)}
				fresh := unit.Plain("حماة ")
				pieces[i] = append(pieces[i], format.Piece{Part: unit.Part{Start: from, End: to}, New: &fresh})
			}
			if _, err := d.Write(pieces, locale.MustParse("ar"), ""); err != nil {
				t.Fatal(err)
			}
		})
	}
}

// codesBefore counts the codes that stand before or at a byte of a text.
func codesBefore(t unit.Text, offset int) int {
	n := 0
	for n < len(t.Codes) && t.Codes[n].Offset <= offset {
		n++
	}
	return n
}

func FuzzRead(f *testing.F) {
	f.Add(strings.Join(fragments, ""))
	for _, s := range fragments {
		f.Add("<w:p>" + s + "</w:p>")
	}
	f.Fuzz(func(t *testing.T, content string) {
		d, err := laws.Read(t, "a.docx", document(t, content))
		if err != nil {
			return
		}
		laws.Untouched(t, d)
		for i := range d.Blocks {
			fresh := unit.Plain("حماة & <Homs> ").Append(d.Blocks[i].Text)
			_, _ = d.Write(map[int][]format.Piece{i: {{Part: unit.Part{End: d.Blocks[i].Text.End()}, New: &fresh}}}, locale.MustParse("ar"), "")
		}
	})
}
