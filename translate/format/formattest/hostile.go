package formattest

import (
	"fmt"
	"runtime"
	"strings"
	"testing"
)

// HostileXML asks of a format that is XML what it makes of broken and hostile files:
// each is refused with a place, within 64 MiB beyond what its size explains, or read, and
// then it comes back as it was. sample is a small file without a DOCTYPE whose
// first text is TEXT.
func (l Laws) HostileXML(t *testing.T, sample string) {
	t.Helper()
	if !strings.Contains(sample, "TEXT") {
		t.Fatal("the sample has no TEXT")
	}
	for end := range len(sample) {
		l.survive(t, fmt.Sprintf("cut off at byte %d", end), sample[:end])
	}
	instead := func(text string) string { return strings.Replace(sample, "TEXT", text, 1) }
	var bomb, attributes, spaces strings.Builder
	bomb.WriteString("<!DOCTYPE x [<!ENTITY e0 \"ha\">")
	for i := range 60 {
		fmt.Fprintf(&bomb, "<!ENTITY e%d \"%s\">", i+1, strings.Repeat(fmt.Sprintf("&e%d;", i), 10))
	}
	bomb.WriteString("]>")
	for i := range 100_000 {
		fmt.Fprintf(&attributes, " a%d='x'", i)
		fmt.Fprintf(&spaces, "<b xmlns:p%d='u%d'>", i, i)
	}
	for name, file := range map[string]string{
		"entities in entities":        bomb.String() + instead("&e60;"),
		"an entity from elsewhere":    "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>" + instead("&e;"),
		"a DTD from elsewhere":        "<!DOCTYPE x SYSTEM \"http://127.0.0.1:1/x.dtd\">" + instead("&e;"),
		"deep nesting":                instead(strings.Repeat("<b>", 200_000)),
		"deep nesting, closed":        instead(strings.Repeat("<b>", 900) + "x" + strings.Repeat("</b>", 900)),
		"a huge attribute":            instead("<b a='" + strings.Repeat("x", 8<<20) + "'/>"),
		"very many attributes":        instead("<b" + attributes.String() + "/>"),
		"very many namespaces":        instead(spaces.String()),
		"a huge text":                 instead(strings.Repeat("word ", 1<<20)),
		"very many elements":          instead(strings.Repeat("<b/>x", 200_000)),
		"very many references":        instead(strings.Repeat("&#65;", 200_000)),
		"a huge character reference":  instead("&#" + strings.Repeat("9", 1<<20) + ";"),
		"a huge name":                 instead("<" + strings.Repeat("b", 1<<20) + "/>"),
		"very many bare marks":        instead(strings.Repeat("<", 1<<20)),
		"very many comments":          instead(strings.Repeat("<!---->", 100_000)),
		"a comment that never closes": instead("<!--" + strings.Repeat("-", 1<<20)),
		"controls":                    instead("\x00\x01"),
	} {
		l.survive(t, name, file)
	}
}

// survive reads a file that may be broken.
func (l Laws) survive(t *testing.T, name, file string) {
	t.Helper()
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	d, err := l.Read(t, name, []byte(file))
	runtime.ReadMemStats(&after)
	most := uint64(64<<20 + 16*len(file))
	if err == nil { // whatever was ever taken for codes of a few bytes each, growing lists among it
		most += uint64(400 * len(file))
	}
	if after.TotalAlloc-before.TotalAlloc > most {
		t.Errorf("%s: %d bytes took %d bytes of memory", name, len(file), after.TotalAlloc-before.TotalAlloc)
	}
	if err == nil {
		l.Untouched(t, d)
	}
}
