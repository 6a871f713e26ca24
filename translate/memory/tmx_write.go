package memory

import (
	"bufio"
	"fmt"
	"io"
	"iter"
	"maps"
	"slices"
	"strconv"
	"strings"

	"diglot/translate/unit"
)

// WriteTMX writes entries as TMX 1.4b. Entries that follow each other with the
// same source, origin and properties of the unit become one unit with several
// languages. What [ReadTMX] put into Properties stands in its old place again; other
// properties become prop elements of the unit.
//
// An entry with a character that XML cannot hold is told to problem and left out.
func WriteTMX(w io.Writer, entries iter.Seq2[Entry, error], problem func(Problem)) error {
	t := &tmxWriter{w: bufio.NewWriterSize(w, 1<<16)}
	line := 0
	for e, err := range entries {
		if err != nil {
			return err
		}
		line++
		if bad := unfit(&e); bad != "" {
			problem(Problem{Line: line, Column: 1, Unit: e.Origin, Message: bad})
			continue
		}
		t.write(&e)
	}
	return t.finish()
}

type tmxWriter struct {
	w     *bufio.Writer
	begun bool
	last  Entry // of the unit that is open
	open  bool
}

// write writes one entry. Errors stay in the bufio.Writer until finish.
func (t *tmxWriter) write(e *Entry) {
	if !t.begun {
		t.begin(e.SourceLocale.String())
	}
	if !t.open || !sameUnit(&t.last, e) {
		t.endUnit()
		t.beginUnit(e)
		t.variant(sourcePrefix, e.SourceLocale.String(), e.Source, e)
	}
	t.variant(targetPrefix, e.TargetLocale.String(), e.Target, e)
	t.last, t.open = *e, true
}

func (t *tmxWriter) begin(srclang string) {
	fmt.Fprintf(t.w, `<?xml version="1.0" encoding="UTF-8"?>
<tmx version="1.4">
  <header creationtool="Diglot" creationtoolversion="1" segtype="sentence" o-tmf="Diglot" adminlang="en" srclang="%s" datatype="plaintext"/>
  <body>
`, escapeXML(srclang))
	t.begun = true
}

func (t *tmxWriter) finish() error {
	if !t.begun {
		t.begin("*all*")
	}
	t.endUnit()
	fmt.Fprint(t.w, "  </body>\n</tmx>\n")
	return t.w.Flush()
}

func (t *tmxWriter) beginUnit(e *Entry) {
	attrs := map[string]string{"srclang": e.SourceLocale.String()}
	props := []xmlAttr{{"x-origin", e.Origin}, {contextBefore, e.Previous}, {contextAfter, e.Next}}
	if e.State != unit.Initial {
		props = append(props, xmlAttr{"x-state", e.State.String()})
	}
	t.info("tu", "    ", "", attrs, props, e)
}

func (t *tmxWriter) endUnit() {
	if t.open {
		fmt.Fprint(t.w, "    </tu>\n")
	}
	t.open = false
}

// info writes a start tag with the attributes that Properties have under the
// prefix, then its props and notes.
func (t *tmxWriter) info(element, indent, prefix string, attrs map[string]string, props []xmlAttr, e *Entry) {
	for _, key := range slices.Sorted(maps.Keys(e.Properties)) {
		name, ok := underPrefix(key, prefix)
		if !ok {
			continue
		}
		value := e.Properties[key]
		if attribute, ok := strings.CutPrefix(name, "@"); ok && isXMLName(attribute) {
			if _, given := attrs[attribute]; !given || attribute == "srclang" {
				attrs[attribute] = value
			}
		} else {
			props = append(props, xmlAttr{withoutCount(name), value})
		}
	}
	fmt.Fprintf(t.w, "%s<%s", indent, element)
	for _, name := range slices.Sorted(maps.Keys(attrs)) {
		fmt.Fprintf(t.w, ` %s="%s"`, name, escapeXML(attrs[name]))
	}
	fmt.Fprint(t.w, ">")
	if element == "tu" {
		fmt.Fprint(t.w, "\n")
	}
	for _, p := range props {
		switch {
		case p.value == "":
		case p.name == "note":
			fmt.Fprintf(t.w, "<note>%s</note>", escapeXML(p.value))
		default:
			fmt.Fprintf(t.w, `<prop type="%s">%s</prop>`, escapeXML(p.name), escapeXML(p.value))
		}
	}
}

// underPrefix gives the name of a property that belongs to the element with the
// prefix: "" is the tu. Inline elements are written with the text.
func underPrefix(key, prefix string) (name string, ok bool) {
	if prefix == "" {
		return key, !strings.HasPrefix(key, sourcePrefix) && !strings.HasPrefix(key, targetPrefix)
	}
	name, ok = strings.CutPrefix(key, prefix)
	return name, ok && !strings.HasPrefix(name, "code/")
}

// withoutCount takes the "#2" off a name.
func withoutCount(name string) string {
	if i := strings.LastIndexByte(name, '#'); i > 0 {
		if n, err := strconv.Atoi(name[i+1:]); err == nil && n > 1 {
			return name[:i]
		}
	}
	return name
}

func (t *tmxWriter) variant(prefix, language string, text unit.Text, e *Entry) {
	attrs := map[string]string{"xml:lang": language}
	if prefix == targetPrefix {
		e.addChange(attrs)
	}
	t.info("tuv", "      ", prefix, attrs, nil, e)
	fmt.Fprint(t.w, "<seg>")
	elements := codeElements(text, func(i int) string { return e.Properties[prefix+"code/"+strconv.Itoa(i)] })
	done := 0
	for i, code := range text.Codes {
		fmt.Fprint(t.w, escapeXML(text.Content[done:code.Offset]), elements[i])
		done = code.Offset
	}
	fmt.Fprint(t.w, escapeXML(text.Content[done:]), "</seg></tuv>\n")
}

// addChange says who changed the target last, and when, where the properties do
// not say so already.
func (e *Entry) addChange(attrs map[string]string) {
	stands := Entry{Properties: e.Properties}
	stands.readDates()
	if !e.Modified.IsZero() && !stands.Modified.Equal(e.Modified) {
		attrs["changedate"] = e.Modified.UTC().Format(tmxDate)
	}
	if e.Author != "" && e.Author != authorIn(e.Properties) {
		attrs["changeid"] = e.Author
	}
}

// sameUnit reports whether two entries came from one unit.
func sameUnit(a, b *Entry) bool {
	return a.Origin == b.Origin && a.SourceLocale == b.SourceLocale && a.Source.Equal(b.Source) &&
		a.TargetLocale != b.TargetLocale && a.Previous == b.Previous && a.Next == b.Next && a.State == b.State &&
		maps.Equal(ofUnit(a.Properties), ofUnit(b.Properties))
}

// ofUnit leaves out the properties of the target.
func ofUnit(p map[string]string) map[string]string {
	out := maps.Clone(p)
	maps.DeleteFunc(out, func(key, _ string) bool { return strings.HasPrefix(key, targetPrefix) })
	return out
}
