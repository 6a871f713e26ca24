package xcstrings

import (
	"flag"
	"fmt"
	"os"
	"strings"
	"testing"

	"diglot/translate/format"
	"diglot/translate/format/formattest"
	"diglot/translate/format/internal/holder"
	"diglot/translate/locale"
	"diglot/translate/unit"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

var update = flag.Bool("update", false, "write the golden files anew")

var laws = formattest.Laws{
	Format:   Format{},
	LineEnds: true,
	MayRefuse: func(_ *format.Block, t unit.Text) bool { // letters that spell a placeholder
		return strings.ContainsAny(t.Content, holder.Signs)
	},
}

// catalog is a small one: a plural, variations by device, and a key that is its own text.
const catalog = `{
  "sourceLanguage" : "en",
  "strings" : {
    "%lld files" : {
      "localizations" : {
        "en" : {
          "variations" : {
            "plural" : {
              "one" : { "stringUnit" : { "state" : "translated", "value" : "%lld file" } },
              "other" : { "stringUnit" : { "state" : "translated", "value" : "%lld files" } }
            }
          }
        }
      }
    },
    "Just a key" : {

    },
    "no" : { "shouldTranslate" : false },
    "w" : {
      "comment" : "note",
      "localizations" : {
        "en" : {
          "variations" : {
            "device" : {
              "iphone" : { "stringUnit" : { "state" : "translated", "value" : "Tap" } },
              "other" : { "stringUnit" : { "state" : "translated", "value" : "Click" } }
            }
          }
        },
        "ar" : {
          "variations" : {
            "device" : {
              "other" : { "stringUnit" : { "state" : "needs_review", "value" : "انقر" } }
            }
          }
        }
      }
    }
  },
  "version" : "1.0"
}
`

// inArabic are the laws for slots.
func inArabic() formattest.Laws {
	l := laws
	l.Settings.Target = locale.MustParse("ar")
	return l
}

func TestTarget(t *testing.T) {
	l := inArabic()
	d, err := l.Read(t, "a.xcstrings", []byte(catalog))
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	pieces := map[int][]format.Piece{}
	for i, b := range d.Blocks {
		got = append(got, b.Key+"→"+b.Text.String()+"→"+b.Target.Text.String())
		fresh := b.Text.Append(unit.Plain(" " + b.Key[strings.LastIndexAny(b.Key, "[ ")+1:]))
		pieces[i] = []format.Piece{{Part: unit.Part{End: b.Text.End()}, New: &fresh, State: unit.Translated}}
	}
	want := []string{
		"%lld files[one]→<1/> file→", "%lld files[zero]→<1/> files→", "%lld files[two]→<1/> files→", "%lld files[few]→<1/> files→",
		"%lld files[many]→<1/> files→", "%lld files[other]→<1/> files→", "Just a key→Just a key→", "w[iphone]→Tap→", "w[other]→Click→انقر",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Fatal(diff)
	}
	out, err := d.Write(pieces, locale.MustParse("ar"), "")
	if err != nil {
		t.Fatal(err)
	}
	const path = "testdata/target.txt"
	if *update {
		if err := os.WriteFile(path, out, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	wanted, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(wanted), string(out)); diff != "" {
		t.Error(diff)
	}
}

func Example() {
	d, err := format.Read("a.xcstrings", []byte(`{"sourceLanguage":"en","strings":{"k":{"localizations":{"en":{"stringUnit":{"state":"translated","value":"Save %@"}}}}}}`), format.Settings{}, []format.Format{Format{}})
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, b := range d.Blocks {
		fmt.Println(b.Key, b.Text)
	}
	last := d.Blocks[len(d.Blocks)-1].Text
	arabic, err := unit.Parse("حفظ <1/>", last)
	if err != nil {
		fmt.Println(err)
		return
	}
	piece := format.Piece{Part: unit.Part{End: last.End()}, New: &arabic}
	out, err := d.Write(map[int][]format.Piece{len(d.Blocks) - 1: {piece}}, locale.MustParse("ar"), "")
	fmt.Println(string(out), err)
	// Output:
	// k Save <1/>
	// {"sourceLanguage":"ar","strings":{"k":{"localizations":{"ar":{"stringUnit":{"state":"translated","value":"حفظ %@"}}}}}} <nil>
}

func TestGolden(t *testing.T) { laws.Golden(t, "testdata/*.xcstrings", *update) }

func TestCorpus(t *testing.T) {
	laws.Corpus(t, "apple-xcstrings")
	inArabic().Corpus(t, "apple-xcstrings")
}

func TestRead(t *testing.T) {
	cases := []struct{ body, want string }{
		{catalog, "%lld files[one]→<1/> file; %lld files[other]→<1/> files; w[iphone]→Tap (note); w[other]→Click (note)"},
	}
	for _, c := range cases {
		d, err := laws.Read(t, "a.xcstrings", []byte(c.body))
		if err != nil {
			t.Errorf("%q: %v", c.body, err)
			continue
		}
		var got []string
		for _, b := range d.Blocks {
			s := b.Key + "→" + b.Text.String()
			if b.Note != "" {
				s += " (" + b.Note + ")"
			}
			got = append(got, s)
		}
		if diff := cmp.Diff(c.want, strings.Join(got, "; ")); diff != "" {
			t.Errorf("%q: %s", c.body, diff)
		}
	}
}

func TestFaults(t *testing.T) {
	cases := []struct{ body, want string }{
		{`{"a": "x", "a": "y"}`, "1:12: "},
		{`{"strings": {`, "1:14: "},
	}
	for _, c := range cases {
		_, err := laws.Read(t, "a.xcstrings", []byte(c.body))
		if err == nil || !strings.HasPrefix(err.Error(), "a.xcstrings:"+c.want) {
			t.Errorf("%.60q: got %v, want %s", c.body, err, c.want)
		}
	}
}

// TestTruncated cuts a file at every byte: it is read or refused with a place.
func TestTruncated(t *testing.T) {
	body := catalog
	refused := 0
	for n := range body {
		d, err := laws.Read(t, "cut.xcstrings", []byte(body[:n]))
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
	atoms := []string{"a", "word word", " ", "é", `\n`, `\"`, `\\`, `\u0645`, "%lld", "%@", "<b>", "</b>"}
	for _, l := range []formattest.Laws{laws, inArabic()} {
		l.ReadBack(t, rapid.Custom(func(t *rapid.T) string {
			value := strings.Join(rapid.SliceOfN(rapid.SampledFrom(atoms), 0, 12).Draw(t, "atoms"), "")
			return `{"sourceLanguage":"en","strings":{"k":{"localizations":{"en":{"stringUnit":{"state":"translated","value":"` + value + `"}}}},"l":{}}}`
		}))
	}
}

func FuzzXCStrings(f *testing.F) {
	laws.Fuzz(f, catalog, `{"sourceLanguage":"en","strings":{"a %@":{}}}`)
}
