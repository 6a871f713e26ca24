package stringsdict

import (
	"fmt"
	"strings"
	"testing"

	"diglot/translate/format/formattest"

	"pgregory.net/rapid"
)

var laws = formattest.Laws{Format: Format{}, LineEnds: true}

func TestCorpus(t *testing.T) { laws.Corpus(t, "apple-stringsdict") }

var sources = rapid.Custom(func(t *rapid.T) string {
	piece := rapid.SampledFrom([]string{"text", "  ", "\n", "&amp;", "حماة", "%d", "%#@files@", "<![CDATA[x]]>"})
	text := func(label string) string { return strings.Join(rapid.SliceOfN(piece, 0, 5).Draw(t, label), "") }
	return "<plist version='1.0'><dict><key>k</key><dict><key>NSStringLocalizedFormatKey</key><string>" + text("format") +
		"</string><key>v</key><dict><key>NSStringFormatSpecTypeKey</key><string>NSStringPluralRuleType</string><key>one</key><string>" +
		text("one") + "</string><key>other</key><string>" + text("other") + "</string></dict></dict></dict></plist>"
})

func TestReadBack(t *testing.T) { laws.ReadBack(t, sources) }

func FuzzRead(f *testing.F) { laws.Fuzz(f, sources.Example(1), sources.Example(2)) }

func TestRead(t *testing.T) {
	const file = `<plist version="1.0"><dict><!-- how many --><key>%d files</key><dict>
<key>NSStringLocalizedFormatKey</key><string>%#@n@</string>
<key>n</key><dict><key>NSStringFormatSpecTypeKey</key><string>NSStringPluralRuleType</string>
<key>NSStringFormatValueTypeKey</key><string>d</string><key>one</key><string>a file</string><!-- many --><key>other</key><string>%d files</string></dict></dict></dict></plist>`
	d, err := laws.Read(t, "a.stringsdict", []byte(file))
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, b := range d.Blocks {
		got = append(got, b.Key+":"+b.Text.Content+":"+b.Note)
	}
	if want := "[%d files/NSStringLocalizedFormatKey:%#@n@: %d files/n/one:a file: %d files/n/other:%d files:many]"; fmt.Sprint(got) != want {
		t.Errorf("got %q", got)
	}
}

func TestRefuses(t *testing.T) {
	for _, c := range []struct{ dict, says string }{
		{"<key>a</key>", "1:14: the key has no value"}, {"<string>a</string>", "1:14: a <key>"}, {"<key>a", "does not fit"},
	} {
		_, err := laws.Read(t, "a", []byte("<plist><dict>"+c.dict+"</dict></plist>"))
		if err == nil || !strings.Contains(err.Error(), c.says) {
			t.Errorf("%s: %v; want %q", c.dict, err, c.says)
		}
	}
}
