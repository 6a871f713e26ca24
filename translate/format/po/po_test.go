package po

import (
	"flag"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"diglot/translate/format"
	"diglot/translate/format/formattest"
	"diglot/translate/locale"
	"diglot/translate/unit"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

var update = flag.Bool("update", false, "write the golden files anew")

var laws = formattest.Laws{
	Format:   Format{},
	LineEnds: true,
	MayRefuse: func(b *format.Block, t unit.Text) bool {
		return len(b.Text.Codes) > 0 && strings.ContainsAny(t.Content, "%{}$<>") // letters that spell a placeholder of the source
	},
}

func Example() {
	file := "#, fuzzy, c-format\nmsgid \"%d town of %s\\n\"\nmsgstr \"\"\n"
	d, err := format.Read("hama.po", []byte(file), format.Settings{}, []format.Format{Format{}})
	if err != nil {
		fmt.Println(err)
		return
	}
	source := d.Blocks[0].Text
	fmt.Println(source)
	arabic, err := unit.Parse("في <2/>: <1/> بلدة", source)
	if err != nil {
		fmt.Println(err)
		return
	}
	piece := format.Piece{Part: unit.Part{End: source.End()}, New: &arabic, State: unit.Translated}
	out, err := d.Write(map[int][]format.Piece{0: {piece}}, locale.Tag{}, "")
	fmt.Print(string(out), err)
	// Output:
	// <1/> town of <2/>
	// #, c-format
	// msgid "%d town of %s\n"
	// msgstr "في %2$s: %1$d بلدة\n"
	// <nil>
}

func TestGolden(t *testing.T) {
	laws.Golden(t, "testdata/*.po", *update)
	laws.Golden(t, "testdata/*.pot", *update)
}

func TestCorpus(t *testing.T) { laws.Corpus(t, "po") }

// TestSniff finds the corpus's files by their content alone, and no others.
func TestSniff(t *testing.T) {
	dir := formattest.CorpusDir(t, "formats")
	paths, err := filepath.Glob(filepath.Join(dir, "*", "valid", "dev", "*"))
	if err != nil {
		t.Fatal(err)
	}
	for _, path := range paths {
		b, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		isPO := strings.Contains(path, "/po/")
		head := string(b[:min(len(b), 4096)])
		if got := (Format{}).Sniff(filepath.Base(path), head) > 50; got != isPO {
			t.Errorf("%s: sure: %v", path, got)
		}
		if (Format{}).Sniff("unnamed", head) > 50 && !isPO {
			t.Errorf("%s is taken for PO by its content", path)
		}
	}
}

// TestStrict holds the two sorts of refusal to gettext's own verdicts: what
// msgfmt -c passes has no fault, what it refuses has one.
func TestStrict(t *testing.T) {
	for _, verdict := range []string{"valid", "invalid"} {
		dir := formattest.CorpusDir(t, "formats", "po", verdict, "dev")
		paths, err := filepath.Glob(filepath.Join(dir, "*"))
		if err != nil || len(paths) == 0 {
			t.Fatal("no files: ", err)
		}
		for _, path := range paths {
			b, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			d, err := laws.Read(t, filepath.Base(path), b)
			var faults []*format.Error
			if err == nil {
				faults = Format{}.Validate(d.Body)
			}
			refused := err != nil || len(faults) > 0
			switch {
			case verdict == "valid" && refused:
				t.Errorf("%s: %v %v", path, err, faults)
			case verdict == "invalid" && !refused && !d.Charset.BOM && !d.Guessed: // which msgfmt refuses, and read and kept
				t.Errorf("%s: no fault was found", path)
			}
			for _, f := range faults {
				if f.Line == 0 || f.Column == 0 {
					t.Errorf("%s: the fault %q has no place", path, f.Err)
				}
			}
		}
	}
}

func TestFaults(t *testing.T) {
	head := "msgid \"\"\nmsgstr \"Content-Type: text/plain; charset=UTF-8\\n\"\n\"Plural-Forms: %s\\n\"\n\n"
	plural := func(s string) string { return fmt.Sprintf(head, s) }
	cases := []struct{ name, body, want string }{
		{"end of line in a text", "msgid \"a\nmsgstr \"b\"\n", "1:9: the line ends within a text"},
		{"end of file in a text", "msgid \"a\"\nmsgstr \"b", "2:10: the file ends within a text"},
		{"escape", "msgid \"a\\q\"\nmsgstr \"\"\n", "1:9: \"\\\\q\" is no escape"},
		{"twice", "msgid \"a\"\nmsgstr \"\"\n\n#~ msgid \"a\"\n#~ msgstr \"\"\n", "4:4: the message \"a\" is defined twice, first in line 1"},
		{"no msgstr", "msgid \"a\"\n", "2:1: the end of the file stands where msgstr should"},
		{"comment within", "msgid \"a\"\n# b\nmsgstr \"\"\n", "2:1: a comment stands where msgstr should"},
		{"half obsolete", "#~ msgid \"a\"\nmsgstr \"\"\n", "2:1: a part of this message stands behind #~"},
		{"previous only", "#| msgid \"a\"\n", "2:1: the end of the file stands where msgid should"},
		{"form without plural", "msgid \"a\"\nmsgstr[0] \"\"\n", "2:1: a plural form, but the message has no msgid_plural"},
		{"wrong form", "msgid \"a\"\nmsgid_plural \"as\"\nmsgstr[1] \"\"\n", "3:7: plural form 1 stands where form 0 should"},
		{"huge form", "msgid \"a\"\nmsgid_plural \"as\"\nmsgstr[99999999999999999999] \"\"\n", "3:7: "},
		{"junk", "msgid \"a\"\nmsgstr \"\"\n%%\n", "3:1: '%' cannot stand here"},
		{"huge nplurals", plural("nplurals=99999999999999999999; plural=0;"), ""},
		{"nplurals of letters", plural("nplurals=x; plural=0;"), "3:25: nplurals is no number"},
		{"huge number in a formula", plural("nplurals=2; plural=n>99999999999999999999999;"), ""},
		{"formula too long", plural("nplurals=2; plural=" + strings.Repeat("n+", 1000) + "n;"), "3:35: the plural formula has more than 2000 bytes"},
		{"formula too deep", plural("nplurals=2; plural=" + strings.Repeat("(", 900) + "n;"), "nested too deep"},
		{"negations too deep", plural("nplurals=2; plural=" + strings.Repeat("!", 1900) + "n;"), "nested too deep"},
		{"division by zero", plural("nplurals=2; plural=n/(n-n);"), "3:35: the plural formula divides by zero"},
		{"form out of range", plural("nplurals=2; plural=n;"), "gives form 2 for n = 2, but nplurals is 2"},
		{"formula breaks off", plural("nplurals=2; plural=n==1 ? 0;"), "3:43: a ? without its :"},
		{"template", plural("nplurals=INTEGER; plural=EXPRESSION;"), ""},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			_, err := laws.Read(t, "a.po", []byte(c.body))
			switch {
			case c.want == "" && err != nil:
				t.Fatal(err)
			case c.want != "" && (err == nil || !strings.Contains(err.Error(), c.want)):
				t.Fatalf("got %v, want %s", err, c.want)
			}
		})
	}
}

func TestPluralForms(t *testing.T) {
	body := "msgid \"\"\nmsgstr \"Language: ar\\nPlural-Forms: nplurals=6; plural=n==0 ? 0 : n==1 ? 1 : n==2 ? 2 : n%100>=3 && n%100<=10 ? 3 : n%100>=11 ? 4 : 5;\\n\"\n\n" +
		"msgid \"one file\"\nmsgid_plural \"%d files\"\nmsgstr[0] \"\"\nmsgstr[1] \"\"\n"
	d, err := laws.Read(t, "a.po", []byte(body))
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, b := range d.Blocks {
		got = append(got, fmt.Sprintf("%s %s (%s) %s", b.Key, b.Text, b.Note, b.Target.Locale))
	}
	want := []string{
		"one file[1] one file (plural form 2 of 6, for n = 1) ar",
		"one file[0] <1/> files (plural form 1 of 6, for n = 0) ar",
		"one file[2] <1/> files (plural form 3 of 6, for n = 2) ar",
		"one file[3] <1/> files (plural form 4 of 6, for n = 3, 4, 5, 6, 7, 8 …) ar",
		"one file[4] <1/> files (plural form 5 of 6, for n = 11, 12, 13, 14, 15, 16 …) ar",
		"one file[5] <1/> files (plural form 6 of 6, for n = 100, 101, 102, 200, 201, 202 …) ar",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	few := d.Blocks[3].Text
	few.Content = " ملفات"
	out, err := d.Write(map[int][]format.Piece{3: {{Part: unit.Part{End: d.Blocks[3].Text.End()}, New: &few}}}, locale.Tag{}, "")
	if err != nil {
		t.Fatal(err)
	}
	if want := body[:len(body)-1] + "\nmsgstr[2] \"\"\nmsgstr[3] \"%d ملفات\"\n"; string(out) != want {
		t.Error(cmp.Diff(want, string(out)))
	}
}

// TestTemplate fills a template for a language that has more forms than English.
func TestTemplate(t *testing.T) {
	body, err := os.ReadFile("testdata/desk.pot")
	if err != nil {
		t.Fatal(err)
	}
	l := laws
	l.Settings.Target = locale.MustParse("ar")
	d, err := l.Read(t, "desk.pot", body)
	if err != nil {
		t.Fatal(err)
	}
	l.Untouched(t, d)
	pieces := map[int][]format.Piece{}
	for i, b := range d.Blocks {
		fresh := b.Text.Append(unit.Plain(" " + b.Key[len(b.Key)-2:len(b.Key)-1]))
		pieces[i] = []format.Piece{{Part: unit.Part{End: b.Text.End()}, New: &fresh}}
	}
	out, err := d.Write(pieces, locale.MustParse("ar"), "")
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"nplurals=6", "Language: ar\\n", "msgstr[1] \"one town 1\"", "msgstr[5] \"{n} towns 5\""} {
		if !strings.Contains(string(out), want) {
			t.Errorf("%s is missing in\n%s", want, out)
		}
	}
}

// TestFormulas holds the formulas to CLDR: numbers of one form are of one category.
func TestFormulas(t *testing.T) {
	for _, f := range formulas {
		for _, language := range strings.Fields(f.languages) {
			tag := locale.MustParse(language)
			known := plurals{}
			parsed, err := parse("msgid \"\"\nmsgstr \"" + f.field + "\"\n")
			if err == nil {
				known, err = readPlurals("", &parsed[0], true)
			}
			if err != nil {
				t.Fatalf("%s: %v", language, err)
			}
			category := map[uint64]locale.Plural{}
			for n, form := range known.numbers {
				want := locale.PluralOf(tag, int64(n))
				if old, ok := category[form]; ok && old != want {
					t.Errorf("%s: form %d is %s and, for %d, %s", language, form, old, n, want)
					break
				}
				category[form] = want
			}
		}
	}
}

func TestFlag(t *testing.T) {
	cases := []struct {
		name, before string
		state        unit.State
		want         string
	}{
		{"translated", "#, fuzzy, c-format\n#| msgid \"b\"\n", unit.Translated, "#, c-format\n"},
		{"no other flag", "# x\n#, fuzzy\n", unit.Final, "# x\n"},
		{"not said", "#, fuzzy\n", unit.Initial, "#, fuzzy\n"},
		{"draft", "#, c-format\n", unit.Draft, "#, fuzzy, c-format\n"},
		{"draft without flags", "#| msgid \"b\"\n", unit.Draft, "#, fuzzy\n#| msgid \"b\"\n"},
		{"still a draft", "#, fuzzy\n", unit.Draft, "#, fuzzy\n"},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			d, err := laws.Read(t, "a.po", []byte(c.before+"msgid \"a\"\nmsgstr \"b\"\n"))
			if err != nil {
				t.Fatal(err)
			}
			fresh := unit.Plain("c")
			out, err := d.Write(map[int][]format.Piece{0: {{Part: unit.Part{End: unit.Pos{Offset: 1}}, New: &fresh, State: c.state}}}, locale.Tag{}, "")
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(c.want+"msgid \"a\"\nmsgstr \"c\"\n", string(out)); diff != "" {
				t.Error(diff)
			}
		})
	}
}

// TestTruncated cuts a file at every byte: it is read or refused with a place.
func TestTruncated(t *testing.T) {
	body, err := os.ReadFile("testdata/desk.po")
	if err != nil {
		t.Fatal(err)
	}
	refused := 0
	for n := range body {
		d, err := laws.Read(t, "cut.po", body[:n])
		if err != nil {
			refused++
			continue
		}
		laws.Untouched(t, d)
	}
	if refused == 0 {
		t.Error("no cut was noticed")
	}
}

func TestReadBack(t *testing.T) {
	laws.ReadBack(t, rapid.Custom(func(t *rapid.T) string {
		atoms := []string{"a", "word ", "%s", "%1$s", "%d", "{name}", "<b>", "</b>", `\n`, `\\`, `\"`, "\"\n\"", `\303\251`, "حماة", "100 %"}
		text := rapid.Custom(func(t *rapid.T) string {
			return strings.Join(rapid.SliceOfN(rapid.SampledFrom(atoms), 0, 8).Draw(t, "atoms"), "")
		})
		var out strings.Builder
		for i := range rapid.IntRange(1, 3).Draw(t, "messages") {
			out.WriteString(rapid.SampledFrom([]string{"", "#, c-format\n", "# note\n#, fuzzy\n", "#, python-format\n"}).Draw(t, "comment"))
			fmt.Fprintf(&out, "msgctxt \"%d\"\nmsgid \"%s\"\n", i, text.Draw(t, "id"))
			if rapid.Bool().Draw(t, "plural") {
				fmt.Fprintf(&out, "msgid_plural \"%s\"\nmsgstr[0] \"%s\"\nmsgstr[1] \"%s\"\n\n", text.Draw(t, "plural id"), text.Draw(t, "0"), text.Draw(t, "1"))
			} else {
				fmt.Fprintf(&out, "msgstr \"%s\"\n\n", text.Draw(t, "str"))
			}
		}
		return out.String()
	}))
}

func FuzzPO(f *testing.F) {
	laws.Fuzz(f, "msgid \"a %s\"\nmsgstr \"b\"\n", "#~ msgid \"a\"\n#~ msgstr \"\"\n", "#, fuzzy\n#| msgid \"b\"\nmsgid \"\\na\"\nmsgid_plural \"as\"\nmsgstr[0] \"\"\n",
		"msgid \"\"\nmsgstr \"Content-Type: text/plain; charset=UTF-8\\nPlural-Forms: nplurals=2; plural=n!=1;\\n\"\n")
}

// TestMsgfmt asks gettext of what is written, where it is installed.
func TestMsgfmt(t *testing.T) {
	msgfmt, err := exec.LookPath("msgfmt")
	if err != nil {
		t.Skip("msgfmt of gettext is not installed")
	}
	src, err := os.ReadFile("testdata/ar.desk.po")
	if err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), "a.po")
	if err := os.WriteFile(path, src, 0o600); err != nil {
		t.Fatal(err)
	}
	if out, err := exec.Command(msgfmt, "-c", "-o", os.DevNull, path).CombinedOutput(); err != nil {
		t.Errorf("%v: %s", err, out)
	}
}

func BenchmarkRead(b *testing.B) {
	var body strings.Builder
	for i := range 20000 {
		fmt.Fprintf(&body, "#: desk/list.go:%d\n#, c-format\nmsgid \"%d town of %%s was reached by the army\"\nmsgstr \"\"\n\"وصل الجيش إلى %%s\"\n\n", i, i)
	}
	b.SetBytes(int64(body.Len()))
	for b.Loop() {
		if _, err := (Format{}).Read(body.String(), format.Settings{}); err != nil {
			b.Fatal(err)
		}
	}
}
