package segment

import (
	"bytes"
	"errors"
	"strings"
	"testing"

	"diglot/translate/locale"

	"github.com/google/go-cmp/cmp"
)

// srxFile wraps rules ("+before<>after" breaks, "-before<>after" does not)
// into a file of one language.
func srxFile(rules ...string) string {
	var b strings.Builder
	b.WriteString(`<srx xmlns="http://www.lisa.org/srx20" version="2.0"><header cascade="no"/><body><languagerules><languagerule languagerulename="all">` + "\n")
	for _, r := range rules {
		before, after, _ := strings.Cut(r[1:], "<>")
		b.WriteString(`<rule break="` + yesNo(r[0] == '+') + `"><beforebreak>` + escapeXML(before) + `</beforebreak><afterbreak>` + escapeXML(after) + "</afterbreak></rule>\n")
	}
	b.WriteString(`</languagerule></languagerules><maprules><languagemap languagepattern=".*" languagerulename="all"/></maprules></body></srx>`)
	return b.String()
}

func TestPatterns(t *testing.T) {
	tests := []struct {
		name  string
		rules []string
		text  string
		want  string // segments with | between
	}{
		{"first rule decides", []string{`-\bMr\.<>\s`, `+\.<>\s`}, "Mr. A. B", "Mr. A.|B"},
		{"order counts", []string{`+\.<>\s`, `-\bMr\.<>\s`}, "Mr. A", "Mr.|A"},
		{"empty before", []string{`+<>#`}, "a#b#c", "a|#b|#c"},
		{"empty after", []string{`+;<>`}, "a;b;c", "a;|b;|c"},
		{"empty both", []string{`-b<>`, `+<>`}, "abc", "a|bc"},
		{"code point escape", []string{`+\u061F<>\s`}, "أ؟ ب", "أ؟|ب"},
		{"wide code point", []string{`+\x{1F600}<>`}, "a😀b", "a😀|b"},
		{"horizontal and vertical space", []string{`+\.\h*\v<>`}, "a. \nb. c", "a.|b. c"},
		{"class intersection", []string{`+[\p{L}&&[^\p{Lu}]]\.<>\s`}, "A. b. c", "A. b.|c"},
		{"nested class", []string{`+[a[bc]]\.<>`}, "a.d.c.x", "a.|d.c.|x"},
		{"negated class", []string{`+[^\s\d]\.<>\s`}, "1. a. b", "1. a.|b"},
		{"named classes", []string{`+[[:upper:]]\.<>\p{IsHan}`}, "a.一A.二", "a.一A.|二"},
		{"word edge is Unicode", []string{`-\bم\.<>\s`, `+\.<>\s`}, "م. كم. لا", "م. كم.|لا"},
		{"inline flag", []string{`-(?i)\bdr\.<>\s`, `+\.<>\s`}, "DR. a. b", "DR. a.|b"},
		{"flag of a group", []string{`-\b(?i:d)r\.<>\s`, `+\.<>\s`}, "Dr. DR. b", "Dr. DR.|b"},
		{"comments mode", []string{`+(?x) \. # stop` + "\n" + `<>\s`}, "a. b", "a.|b"},
		{"quotation", []string{`+\Q.*\E<>`}, "a.*b.c", "a.*|b.c"},
		{"possessive and reluctant", []string{`+\.++?<>\s*+\p{Lu}`}, "a.. B", "a..|B"},
		{"bounded repeat", []string{`+\d{2,3}\.<>`}, "1.12.1234.", "1.12.|1234."},
		{"lookahead at the place", []string{`+\.(?=\s\p{Lu})<>`}, "a. B. c", "a.|B. c"},
		{"negative lookahead at the place", []string{`+\.(?!\s\p{Lu})<>\s`}, "a. B. c", "a. B.|c"},
		{"lookbehind at the place", []string{`+<>(?<=\.)\s`}, "a. b", "a.|b"},
		{"negative lookbehind at the place", []string{`+\.<>(?<!Mr\.)\s`}, "Mr. A. b", "Mr. A.|b"},
		{"negative lookbehind at the far edge", []string{`+(?<!\d)\.<>\s`}, "1. a. b", "1. a.|b"},
		{"longer negative lookbehind", []string{`+(?<!No)\.<>\s`}, "No. a. b", "No. a.|b"},
		{"positive lookbehind at the far edge", []string{`+(?<=[ab])\.<>\s`}, "c. a. b", "c. a.|b"},
		{"negative lookahead at the far edge", []string{`+\.<>\s(?!\d)`}, "a. 1. b", "a. 1.|b"},
		{"alternatives that look", []string{`+(?<!\d)\.|!<>\s`}, "1. a. b! c", "1. a.|b!|c"},
		{"varying lookbehind at the far edge", []string{`-(?<!\d\s*)\bp\.<>\s`, `+\.<>\s`}, "p. a 5 p. b p. c", "p. a 5 p.|b p. c"},
		{"lookbehind inside", []string{`-\b[A-Z](?<!X|YZ)\.<>\s`, `+\.<>\s`}, "A. b X. c Z. d", "A. b X.|c Z. d"},
		{"varying lookahead inside", []string{`-\.<>\s*(?!(?:No|But)\s+)[A-Z]`, `+\.<>\s`}, "a. A b. But c. No d", "a. A b.|But c.|No d"},
		{"lookahead and more", []string{`+\.<>\s+(?=[a-z]+1)[a-z]{2}`}, "a. xy b. zz1 c", "a. xy b.|zz1 c"},
		{"start and end", []string{`-^\w\.<>\s`, `+\.<>\s\w+$`}, "a. b. c", "a. b.|c"},
		{"lines", []string{`+(?m)^x$<>\n`}, "x\nax\nx", "x|ax\nx"},
		{"line break", []string{`+\R<>`}, "a\r\nb\nc", "a|b|c"},
	}
	for _, tt := range tests {
		x, problems, err := ReadSRX(strings.NewReader(srxFile(tt.rules...)), "t.srx")
		if err != nil || len(problems) > 0 {
			t.Errorf("%s: %v %v", tt.name, err, problems)
			continue
		}
		got := strings.Join(pieces(x.For(locale.MustParse("en")), tt.text), "|")
		if got != tt.want {
			t.Errorf("%s: %q, want %q", tt.name, got, tt.want)
		}
	}
}

func TestProblems(t *testing.T) {
	file := srxFile(`-(a)\1<>\s`, `-a(?=b)c<>\s`, `-[a<>\s`, `-(?=ab)a+<>`, `-\p{Klingon}<>`, `-a{5000}<>`, `+\.<>\s`)
	x, problems, err := ReadSRX(strings.NewReader(file), "t.srx")
	if err != nil {
		t.Fatal(err)
	}
	if len(problems) != 6 {
		t.Errorf("%d problems, want 6", len(problems))
	}
	for i, p := range problems {
		if p.File != "t.srx" || p.Line != i+2 || p.Rule == "" || p.Reason == "" {
			t.Errorf("problem %d does not say file, line %d, rule and reason: %v", i, i+2, p)
		}
	}
	if got := pieces(x.For(locale.MustParse("en")), "a. b"); len(got) != 2 {
		t.Errorf("the rule that can be used is not: %q", got)
	}
}

func TestNotSRX(t *testing.T) {
	for _, text := range []string{"", "hello", "<tmx/>", "<srx><body>", "<srx><rule/></srx>"} {
		_, _, err := ReadSRX(strings.NewReader(text), "x.srx")
		if err == nil || !strings.HasPrefix(err.Error(), "x.srx:") {
			t.Errorf("%q: error %v, want one that names the place", text, err)
		}
	}
	if _, _, err := ReadSRX(strings.NewReader("<tmx/>"), "x.srx"); !errors.Is(err, ErrNotSRX) {
		t.Errorf("error %v, want ErrNotSRX", err)
	}
}

const cascadeFile = `<srx version="2.0"><header segmentsubflows="no" cascade="yes">
<formathandle type="start" include="yes"/><formathandle type="end" include="no"/><formathandle type="isolated" include="yes"/></header>
<body><languagerules>
<languagerule languagerulename="Swiss"><rule break="no"><beforebreak>bzw\.</beforebreak><afterbreak>\s</afterbreak></rule></languagerule>
<languagerule languagerulename="German"><rule break="no"><beforebreak>usw\.</beforebreak><afterbreak>\s</afterbreak></rule></languagerule>
<languagerule languagerulename="Default"><rule><beforebreak>\.</beforebreak><afterbreak>\s</afterbreak></rule></languagerule>
</languagerules><maprules>
<languagemap languagepattern="de[-_]CH" languagerulename="Swiss"/><languagemap languagepattern="DE.*" languagerulename="German"/><languagemap languagepattern=".*" languagerulename="Default"/>
</maprules></body></srx>`

func TestCascade(t *testing.T) {
	x, _, err := ReadSRX(strings.NewReader(cascadeFile), "c.srx")
	if err != nil {
		t.Fatal(err)
	}
	if x.SegmentSubflows || x.Codes != (CodeHandling{Start: true, Isolated: true}) {
		t.Errorf("header: %v %v", x.SegmentSubflows, x.Codes)
	}
	text := "A bzw. B usw. C. D"
	for tag, want := range map[string]string{"de-CH": "A bzw. B usw. C.|D", "de": "A bzw.|B usw. C.|D", "fr": "A bzw.|B usw.|C.|D"} {
		if got := strings.Join(pieces(x.For(locale.MustParse(tag)), text), "|"); got != want {
			t.Errorf("%s: %q, want %q", tag, got, want)
		}
	}
	x.Cascade = false
	if got := strings.Join(pieces(x.For(locale.MustParse("de")), text), "|"); got != "A bzw. B usw. C. D" {
		t.Errorf("without cascade %q", got)
	}
}

func TestSRXRoundTrip(t *testing.T) {
	for name, file := range map[string]string{"cascade": cascadeFile, "patterns": srxFile(`-<a & "b">\s <>\t`, `+\.<>`)} {
		x, _, err := ReadSRX(strings.NewReader(file), "r.srx")
		if err != nil {
			t.Fatal(err)
		}
		var first, second bytes.Buffer
		if err := WriteSRX(&first, x); err != nil {
			t.Fatal(err)
		}
		y, _, err := ReadSRX(bytes.NewReader(first.Bytes()), "r.srx")
		if err != nil {
			t.Fatal(err)
		}
		if err := WriteSRX(&second, y); err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(first.String(), second.String()); diff != "" {
			t.Errorf("%s: written twice (-first +second)\n%s", name, diff)
		}
		for i, l := range x.Languages {
			for k, r := range l.Rules {
				got := y.Languages[i].Rules[k]
				if r.Before != got.Before || r.After != got.After || r.Break != got.Break {
					t.Errorf("%s: rule %q <> %q came back as %q <> %q", name, r.Before, r.After, got.Before, got.After)
				}
			}
		}
	}
}

// ownAgain gives our own rules written as SRX and read back.
func ownAgain(t *testing.T) *SRX {
	t.Helper()
	var b bytes.Buffer
	if err := WriteSRX(&b, OwnSRX()); err != nil {
		t.Fatal(err)
	}
	x, problems, err := ReadSRX(&b, "own.srx")
	if err != nil || len(problems) > 0 {
		t.Fatal(err, problems)
	}
	return x
}

func TestOwnRulesAsSRX(t *testing.T) {
	x := ownAgain(t)
	again := map[locale.Tag]*Segmenter{}
	n := 0
	for name, texts := range corpus(t) {
		tag := locale.MustParse(texts[0].Lang)
		again[tag] = x.For(tag)
		for _, text := range texts {
			if diff := cmp.Diff(For(tag, Options{}).Split(text.Text), again[tag].Split(text.Text)); diff != "" {
				t.Fatalf("%s %s: (-ours +read back)\n%s", name, text.ID, diff)
			}
			n++
		}
	}
	for _, cases := range goldenCases(t) {
		for _, c := range cases {
			tag := locale.MustParse(c.Lang)
			if again[tag] == nil {
				again[tag] = x.For(tag)
			}
			if diff := cmp.Diff(For(tag, Options{}).Split(c.Text), again[tag].Split(c.Text)); diff != "" {
				t.Fatalf("%s: (-ours +read back)\n%s", c.ID, diff)
			}
			n++
		}
	}
	if n == 0 {
		t.Error("nothing was compared")
	}
}
