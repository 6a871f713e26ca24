package xmlspan

import (
	"encoding/xml"
	"io"
	"strings"
	"testing"
	"time"
)

// BenchmarkParse prints the speed and how it stands to encoding/xml's RawToken on
// the same file.
func BenchmarkParse(b *testing.B) {
	body := "<x xmlns='u'>" + strings.Repeat("<unit id=\"u17\" xml:space=\"preserve\">\n  <source>The army <pc id=\"1\">left</pc> Hama &amp; Homs.</source>\n  <target>غادر الجيش</target>\n</unit>\n", 10000) + "</x>"
	b.SetBytes(int64(len(body)))
	var ours time.Duration
	for b.Loop() {
		start := time.Now()
		if _, err := Parse(body); err != nil {
			b.Fatal(err)
		}
		ours += time.Since(start)
	}
	start := time.Now()
	d := xml.NewDecoder(strings.NewReader(body))
	for {
		if _, err := d.RawToken(); err == io.EOF {
			break
		} else if err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric(float64(ours)/float64(b.N)/float64(time.Since(start)), "of-encoding/xml")
}
