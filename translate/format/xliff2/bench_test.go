package xliff2

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"diglot/translate/format"
	"diglot/translate/format/internal/xmlspan"
	"diglot/translate/locale"
	"diglot/translate/unit"
)

// large makes a file of about n bytes.
func large(n int) string {
	var b strings.Builder
	b.WriteString(`<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.0" srcLang="en" trgLang="ar"><file id="f">` + "\n")
	for i := 0; b.Len() < n; i++ {
		fmt.Fprintf(&b, "<unit id=\"u%d\">\n  <segment id=\"s%d\">\n    <source>The army <pc id=\"1\">left</pc> Hama &amp; Homs on Thursday, the ministry said.</source>\n    <target>غادر <pc id=\"1\">الجيش</pc> حماة وحمص يوم الخميس.</target>\n  </segment>\n</unit>\n", i, i)
	}
	return b.String() + "</file></xliff>"
}

// BenchmarkReadWrite prints the speed of reading a file and of writing it with one
// segment changed, and how both stand to one plain pass of the parser.
func BenchmarkReadWrite(b *testing.B) {
	body := large(4 << 20)
	start := time.Now()
	if _, err := xmlspan.Parse(body); err != nil {
		b.Fatal(err)
	}
	parse := time.Since(start)
	for _, step := range []string{"read", "write"} {
		b.Run(step, func(b *testing.B) {
			d, err := format.Read("a.xlf", []byte(body), format.Settings{}, []format.Format{Format{}})
			if err != nil {
				b.Fatal(err)
			}
			fresh := unit.Plain("جديد")
			pieces := map[int][]format.Piece{1: {{Part: unit.Part{End: d.Blocks[1].Text.End()}, New: &fresh}}}
			b.SetBytes(int64(len(body)))
			b.ReportAllocs()
			for b.Loop() {
				if step == "read" {
					_, err = Format{}.Read(body, format.Settings{})
				} else {
					_, err = d.Write(pieces, locale.Tag{}, "")
				}
				if err != nil {
					b.Fatal(err)
				}
			}
			b.ReportMetric(b.Elapsed().Seconds()/float64(b.N)/parse.Seconds(), "passes")
		})
	}
}
