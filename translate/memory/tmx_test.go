package memory

import (
	"bytes"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"diglot/translate/locale"
	"diglot/translate/unit"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"golang.org/x/text/encoding/unicode"
)

var equalTags = cmpopts.EquateComparable(locale.Tag{})

// readAll reads a TMX file and lists its problems.
func readAll(t testing.TB, file string) ([]Entry, []string) {
	t.Helper()
	var entries []Entry
	var problems []string
	for e, err := range ReadTMX(strings.NewReader(file), "m.tmx", func(p Problem) { problems = append(problems, p.String()) }) {
		if err != nil {
			t.Fatal(err)
		}
		entries = append(entries, e)
	}
	return entries, problems
}

func sequence(entries []Entry) func(func(Entry, error) bool) {
	return func(yield func(Entry, error) bool) {
		for _, e := range entries {
			if !yield(e, nil) {
				return
			}
		}
	}
}

// tmx puts units into a file.
func tmx(units ...string) string {
	return "<?xml version=\"1.0\"?>\n<tmx version=\"1.4\"><header srclang=\"en\"/><body>\n" + strings.Join(units, "\n") + "\n</body></tmx>"
}

const good = `<tu tuid="ok"><tuv xml:lang="en"><seg>Hama</seg></tuv><tuv xml:lang="ar"><seg>حماة</seg></tuv></tu>`

func TestReadTMXCodes(t *testing.T) {
	entries, problems := readAll(t, tmx(`<tu changeid="mona" changedate="20241205T093000Z">
<note>careful</note><prop type="client">Barran</prop><prop type="client">Press</prop>
<tuv xml:lang="en"><seg>The <bpt i="1" x="7">&lt;b&gt;</bpt>army<ept i="1">&lt;/b&gt;</ept> left<ph x="2" type="lb">&lt;br alt="<sub>a &amp; b</sub>"/&gt;</ph><hi type="term">Hama</hi><it pos="begin">&lt;i&gt;</it>.</seg></tuv>
<tuv xml:lang="fr" creationid="jean"><seg><ph x="2" type="lb">&lt;br/&gt;</ph>L’<bpt i="4" x="7">&lt;b&gt;</bpt>armée<ept i="4">&lt;/b&gt;</ept></seg></tuv></tu>`))
	if len(problems) > 0 || len(entries) != 1 {
		t.Fatalf("%d entries, problems %q", len(entries), problems)
	}
	e := entries[0]
	if got, want := e.Source.String(), "The <1>army</1> left<2/><3>Hama</3><4>."; got != want {
		t.Errorf("source %q, want %q", got, want)
	}
	if got, want := e.Target.String(), "<2/>L’<1>armée</1>"; got != want {
		t.Errorf("target %q, want %q", got, want)
	}
	if got, want := e.Source.Codes[2], (unit.Code{ID: 2, Offset: 13, Original: `<br alt="a & b"/>`, Break: true}); got != want {
		t.Errorf("code %+v, want %+v", got, want)
	}
	if e.Author != "jean" || e.Modified.Format("2006-01-02 15:04") != "2024-12-05 09:30" || e.Origin != "m.tmx:3" {
		t.Errorf("author %q, modified %v, origin %q", e.Author, e.Modified, e.Origin)
	}
	want := map[string]string{"note": "careful", "client": "Barran", "client#2": "Press",
		"@changeid": "mona", "@changedate": "20241205T093000Z", "target/@creationid": "jean"}
	for key, value := range want {
		if e.Properties[key] != value {
			t.Errorf("property %s is %q, want %q", key, e.Properties[key], value)
		}
	}
}

func TestReadTMXKeepsGoing(t *testing.T) {
	tests := []struct{ name, unit, problem string }{
		{"unmatched bpt", `<tu><tuv xml:lang="en"><seg>a<bpt i="1"/></seg></tuv><tuv xml:lang="fr"><seg>b</seg></tuv></tu>`, `m.tmx:4:42: bpt "1" without its ept`},
		{"unmatched ept", `<tu tuid="9"><tuv xml:lang="en"><seg>a<ept i="1"/></seg></tuv></tu>`, `m.tmx:4:39: unit 9: ept "1" without its bpt`},
		{"entity", `<tu><tuv xml:lang="en"><seg>&lol9;</seg></tuv><tuv xml:lang="fr"><seg>b</seg></tuv></tu>`, `m.tmx:4:29: "&lol9;" is no reference to a character; entities that a file declares are not read`},
		{"no end", `<tu><tuv xml:lang="en"><seg>a</seg></tuv><tuv xml:lang="fr"><seg>b</seg></tuv>`, `m.tmx:4:1: the unit has no end tag`},
		{"wrong end", `<tu><tuv xml:lang="en"><seg>a</tuv></seg></tu>`, `m.tmx:4:30: </tuv> where no such element is open`},
		{"bare <", `<tu><tuv xml:lang="en"><seg>1 < 2</seg></tuv></tu>`, `m.tmx:4:31: "< 2</seg>" is no tag; write &lt; for a plain <`},
		{"no language", `<tu><tuv><seg>a</seg></tuv></tu>`, `m.tmx:4:5: "" is not a BCP 47 language tag: language: tag is not well-formed`},
		{"no source", `<tu><tuv xml:lang="fr"><seg>a</seg></tuv><tuv xml:lang="es"><seg>a</seg></tuv></tu>`, `m.tmx:4:1: the unit has no text in its source language en`},
		{"two segs", `<tu><tuv xml:lang="en"><seg>a</seg><seg>b</seg></tuv></tu>`, `m.tmx:4:36: a second seg in one tuv`},
		{"stray element", `<tu><tuv xml:lang="en"><seg>a<b>c</b></seg></tuv></tu>`, `m.tmx:4:30: <b> may not stand here in a seg`},
		{"control", "<tu><tuv xml:lang=\"en\"><seg>a\x01</seg></tuv></tu>", `m.tmx:4:31: U+0001 may not stand in XML`},
		{"charset", "<tu><tuv xml:lang=\"en\"><seg>a\xff</seg></tuv></tu>", `m.tmx:4:31: invalid UTF-8; the file is in another encoding than it says, or damaged`},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			entries, problems := readAll(t, tmx(good, test.unit, good))
			if len(entries) != 2 || entries[1].Target.Content != "حماة" {
				t.Errorf("%d entries arrive, want the 2 good ones", len(entries))
			}
			if diff := cmp.Diff([]string{test.problem}, problems); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestReadTMXBadDateKeepsUnit(t *testing.T) {
	entries, problems := readAll(t, tmx(strings.Replace(good, "<tu ", `<tu changedate="last year" `, 1)))
	if len(entries) != 1 || !entries[0].Modified.IsZero() || len(problems) != 1 || !strings.Contains(problems[0], `m.tmx:3:1: unit ok: "last year" is no date`) {
		t.Errorf("entries %+v, problems %q", entries, problems)
	}
}

func TestReadTMXEntityBomb(t *testing.T) {
	bomb := `<?xml version="1.0"?><!DOCTYPE tmx [<!-- it's one --><!ENTITY a "ha">` + "\n"
	for i := range 20 {
		bomb += fmt.Sprintf("<!ENTITY a%d \"&a;&a;>]\">", i)
	}
	bomb += `]>` + strings.TrimPrefix(tmx(good, strings.Replace(good, "Hama", "&a19;", 1), good), `<?xml version="1.0"?>`)
	entries, problems := readAll(t, bomb)
	if len(entries) != 2 || len(problems) != 1 || !strings.Contains(problems[0], `"&a19;" is no reference`) {
		t.Errorf("%d entries, problems %q", len(entries), problems)
	}
}

// endless gives n bytes of one letter.
type endless struct{ n int64 }

func (e *endless) Read(b []byte) (int, error) {
	if e.n == 0 {
		return 0, io.EOF
	}
	n := int(min(e.n, int64(len(b))))
	for i := range b[:n] {
		b[i] = 'x'
	}
	e.n -= int64(n)
	return n, nil
}

func TestReadTMXLongLine(t *testing.T) {
	const long = 1 << 26 // for the sake of speed not more; the limit is far below
	for _, where := range []string{"<tu><tuv xml:lang=\"en\"><seg>%</seg></tuv></tu>", "<tu a=\"%\"></tu>", "<tu><!--%--></tu>", "<tu><![CDATA[%]]></tu>"} {
		before, after, _ := strings.Cut(tmx(good, where, good), "%")
		n := 0
		var problems []string
		r := io.MultiReader(strings.NewReader(before), &endless{long}, strings.NewReader(after))
		for _, err := range ReadTMX(r, "m.tmx", func(p Problem) { problems = append(problems, p.String()) }) {
			if err != nil {
				t.Fatal(err)
			}
			n++
		}
		if n != 2 || len(problems) != 1 || !strings.HasPrefix(problems[0], "m.tmx:4:") {
			t.Errorf("%.12s: %d entries, problems %.200q", where, n, problems)
		}
	}
}

// units gives n units, made as they are read.
type units struct {
	n    int
	rest []byte
}

func (u *units) Read(b []byte) (int, error) {
	if len(u.rest) == 0 {
		if u.n == 0 {
			return 0, io.EOF
		}
		u.n--
		u.rest = []byte(strings.Replace(good, "Hama", fmt.Sprintf("Hama %d %0900d", u.n, u.n), 1))
	}
	n := copy(b, u.rest)
	u.rest = u.rest[n:]
	return n, nil
}

// TestReadTMXInLittleMemory reads 25 MB and looks at what is in use on the way.
func TestReadTMXInLittleMemory(t *testing.T) {
	const n = 24_000
	before, after, _ := strings.Cut(tmx("%"), "%")
	inUse := func() uint64 {
		runtime.GC()
		var m runtime.MemStats
		runtime.ReadMemStats(&m)
		return m.HeapAlloc
	}
	begin, seen := inUse(), 0
	for _, err := range ReadTMX(io.MultiReader(strings.NewReader(before), &units{n: n}, strings.NewReader(after)), "m.tmx", func(p Problem) { t.Error(p) }) {
		if err != nil {
			t.Fatal(err)
		}
		if seen++; seen%8_000 == 0 {
			if now := inUse(); now > begin+8<<20 {
				t.Fatalf("%d bytes more in use after %d units", now-begin, seen)
			}
		}
	}
	if seen != n {
		t.Errorf("%d units", seen)
	}
}

func TestReadTSVLongLine(t *testing.T) {
	r := io.MultiReader(strings.NewReader("a\tb\n"), &endless{1 << 26}, strings.NewReader("\nc\td"))
	var problems []string
	n := 0
	for _, err := range ReadTSV(r, "m.tsv", en, ar, func(p Problem) { problems = append(problems, p.String()) }) {
		if err != nil {
			t.Fatal(err)
		}
		n++
	}
	if n != 2 || len(problems) != 1 || problems[0] != "m.tsv:2:1: the line is longer than 1 MB; skipped" {
		t.Errorf("%d entries, problems %q", n, problems)
	}
}

func TestReadTMXNoTMX(t *testing.T) {
	for _, file := range []string{"", "<html></html>", "source\ttarget\n", "<?xml version=\"1.0\" encoding=\"klingon\"?><tmx/>"} {
		for _, err := range ReadTMX(strings.NewReader(file), "m.tmx", func(Problem) {}) {
			if err == nil || !strings.HasPrefix(err.Error(), "m.tmx") {
				t.Errorf("%q: error %v", file, err)
			}
		}
	}
}

func TestReadTMXEncodings(t *testing.T) {
	file := strings.Replace(tmx(good), `<?xml version="1.0"?>`, "", 1)
	want, _ := readAll(t, tmx(good))
	utf16 := func(e unicode.Endianness, bom unicode.BOMPolicy) string {
		s, err := unicode.UTF16(e, bom).NewEncoder().String("<?xml version=\"1.0\" encoding=\"UTF-16\"?>" + file)
		if err != nil {
			t.Fatal(err)
		}
		return s
	}
	for name, encoded := range map[string]string{
		"utf-8 with mark":    "\ufeff" + tmx(good),
		"utf-16le":           utf16(unicode.LittleEndian, unicode.UseBOM),
		"utf-16be":           utf16(unicode.BigEndian, unicode.UseBOM),
		"utf-16le, no mark":  utf16(unicode.LittleEndian, unicode.IgnoreBOM),
		"windows-1256":       "<?xml version='1.0' encoding='windows-1256'?>" + strings.Replace(file, "حماة", "\xcd\xe3\xc7\xc9", 1),
		"line ends of 1.1":   strings.ReplaceAll(tmx(good), "\n", "\r\n"),
		"lang instead":       strings.ReplaceAll(tmx(good), "xml:lang", "lang"),
		"a language in caps": strings.ReplaceAll(tmx(good), `"en"`, `"EN"`),
	} {
		got, problems := readAll(t, encoded)
		if diff := cmp.Diff(want, got, equalTags); diff != "" || len(problems) > 0 {
			t.Errorf("%s: %s %q", name, diff, problems)
		}
	}
}

// write gives the TMX of entries.
func write(t testing.TB, entries []Entry) string {
	t.Helper()
	var b bytes.Buffer
	if err := WriteTMX(&b, sequence(entries), func(p Problem) { t.Errorf("not written: %v", p) }); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func TestTMXThereAndBack(t *testing.T) {
	root := repository(t)
	seeds, err := os.ReadFile(filepath.Join(root, "seeds", "memory.tmx"))
	if err != nil {
		t.Fatal(err)
	}
	files := map[string]string{
		"seeds": string(seeds),
		"codes": tmx(`<tu tuid="a&amp;b" usagecount="3"><note xml:lang="en">n1</note><note>n2</note><prop type="x">1</prop>
<tuv xml:lang="en" creationid="me"><prop type="x">2</prop><seg> a <bpt i="1" type="bold">&lt;b&gt;</bpt>c<ept i="1">&lt;/b&gt;</ept><hi>q<hi type="x">r</hi></hi><ut>u</ut><it pos="end"/>
z</seg></tuv><tuv xml:lang="de"><seg><ph x="9"><sub type="alt">in<ph/>side</sub></ph></seg></tuv><tuv xml:lang="fr" changedate="20200101T000000Z"><seg>&quot;é&#x1F600;</seg></tuv></tu>`),
	}
	for name, file := range files {
		first, problems := readAll(t, file)
		if len(problems) > 0 || len(first) == 0 {
			t.Fatalf("%s: %d entries, %q", name, len(first), problems)
		}
		written := write(t, first)
		second, problems := readAll(t, written)
		if len(problems) > 0 {
			t.Fatalf("%s: %q in\n%s", name, problems, written)
		}
		if diff := cmp.Diff(first, second, equalTags); diff != "" {
			t.Errorf("%s: %s\n%s", name, diff, written)
		}
		if again := write(t, second); again != written {
			t.Errorf("%s: written twice it is not the same:\n%s", name, cmp.Diff(written, again))
		}
	}
}

// repository gives the folder of go.mod.
func repository(t testing.TB) string {
	t.Helper()
	dir, err := os.Getwd()
	if err != nil {
		t.Fatal(err)
	}
	for {
		if _, err := os.Stat(filepath.Join(dir, "go.mod")); err == nil {
			return dir
		}
		if parent := filepath.Dir(dir); parent != dir {
			dir = parent
			continue
		}
		t.Fatal("no go.mod above this folder")
	}
}
