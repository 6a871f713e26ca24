package text_test

import (
	"strings"
	"testing"
	"unicode/utf8"

	"diglot/translate/text"

	"golang.org/x/text/cases"
	"golang.org/x/text/unicode/norm"
	"pgregory.net/rapid"
)

const everything = text.FoldCase | text.FoldDiacritics | text.FoldWidth | text.FoldSpace | text.FoldInvisible |
	text.FoldArabic | text.FoldNiqqud | text.FoldDigits | text.FoldPunct

func TestFold(t *testing.T) {
	for _, c := range []struct {
		name, in string
		fold     text.Fold
		want     string
	}{
		{"nothing", "e\u0301 أَ Ａ", 0, "é أَ Ａ"},
		{"case", "Straße STRASSE ΣΊΣΥΦΟΣ ﬁ Ǆ", text.FoldCase, "strasse strasse σίσυφοσ fi ǆ"},
		{"case is not Turkish", "İIıi", text.FoldCase, "i\u0307iıi"},
		{"diacritics", "Crème brûlée, Øresund, Łódź, Đà Nẵng, ёлка, Ἀθῆναι", text.FoldDiacritics, "Creme brulee, Oresund, Lodz, Da Nang, елка, Αθηναι"},
		{"diacritics of others stay", "أَحْمَد हिन्दी ガ שָׁלוֹם", text.FoldDiacritics, "أَحْمَد हिन्दी ガ שָׁלוֹם"},
		{"width", "ＡＢＣ１２３　ｶﾞｷﾞ", text.FoldWidth, "ABC123 ガギ"},
		{"space", "\u00a0 a\t\n\u202fb\u3000 ", text.FoldSpace, "a b"},
		{"space only", " \n", text.FoldSpace, ""},
		{"invisible", "co\u00adop\u200b می\u200cخواهم \u200fA\ufeff", text.FoldInvisible, "coop میخواهم A"},
		{"mark behind an invisible", "e\u200d\u0301", text.FoldInvisible, "é"},
		{"harakat", "مُدَرِّسَةٌ", text.FoldHarakat, "مدرسة"},
		{"harakat leave letters", "آ أ إ ؤ ئ ٱلرَّحْمٰن", text.FoldHarakat, "آ أ إ ؤ ئ ٱلرحمن"},
		{"tatweel", "العـــربية", text.FoldTatweel, "العربية"},
		{"alef", "أحمد إلى آخر ٱلله", text.FoldAlef, "احمد الى اخر الله"},
		{"alef, decomposed", "ا\u0654حمد ا\u0653خر", text.FoldAlef, "احمد اخر"},
		{"hamza", "مسؤول رئيس سماء", text.FoldHamza, "مسوول رييس سماء"},
		{"ya", "على علي", text.FoldYa, "علي علي"},
		{"Farsi ya", "علی", text.FoldYa, "علي"},
		{"ta marbuta", "مدينة حماه", text.FoldTaMarbuta, "مدينه حماه"},
		{"only what is asked", "أإى ة", text.FoldHarakat | text.FoldTatweel, "أإى ة"},
		{"niqqud", "שָׁלוֹם", text.FoldNiqqud, "שלום"},
		{"digits", "٢٠٢٤ ۱۴۰۳ २०२४ 𝟙", text.FoldDigits, "2024 1403 2024 1"},
		{"no digits", "² Ⅳ ½", text.FoldDigits, "² Ⅳ ½"},
		{"punctuation", "“a” «b» l’été – ١٫٥، ماذا؟ …。", text.FoldPunct, `"a" "b" l'été - ١.٥, ماذا? ....`},
		{"not UTF-8", "A\xff\xfeB\xd8", text.FoldCase, "a\xff\xfeb\xd8"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := c.fold.String(c.in); got != c.want {
				t.Errorf("%q folds to %+q, want %+q", c.in, got, c.want)
			}
		})
	}
}

func TestFoldNeverEquates(t *testing.T) {
	for _, pair := range [][2]string{{"حماة", "حماس"}, {"حمص", "حماة"}, {"مرض", "مرضى"}, {"war", "ward"}} {
		if everything.Equal(pair[0], pair[1]) {
			t.Errorf("%s and %s are the same", pair[0], pair[1])
		}
	}
	if arabic := text.FoldArabic &^ text.FoldYa; arabic.Equal("مرضى", "مرضي") {
		t.Error("without FoldYa مرضى and مرضي are the same")
	}
}

func TestMapFindsTheOriginal(t *testing.T) {
	s := "في  مَدِينَةِ حمـــص،\u200f Ärger"
	folded, offsets := everything.Map(s)
	for _, c := range []struct{ find, original string }{
		{"مدينه", "مَدِينَةِ"}, {"حمص", "حمـــص"}, {"arger", "Ärger"}, {"في مدينه", "في  مَدِينَةِ"}, {",", "،\u200f"},
	} {
		at := strings.Index(folded, c.find)
		if at < 0 {
			t.Fatalf("%q is not in %q", c.find, folded)
		}
		if got := s[offsets[at]:offsets[at+len(c.find)]]; strings.TrimSpace(got) != c.original {
			t.Errorf("%q comes from %q, want %q", c.find, got, c.original)
		}
	}
}

// messyText draws strings from letters that give foldings trouble.
func messyText() *rapid.Generator[string] {
	piece := rapid.OneOf(
		rapid.SampledFrom([]string{
			"a", "Z", "ß", "İ", "ı", "é", "e\u0301", "ǅ", "ﬁ", "Σ", "ς", "ΐ", "й", "ё", "ø", " ", "\u00a0", "\n", "\u3000",
			"ا", "أ", "ا\u0654", "آ", "ؤ", "ئ", "ى", "ي", "ی", "ة", "ه", "ـ", "َ", "ّ", "ً", "ٰ", "\u0653", "\u0654",
			"\u0301", "\u0323", "\u200d", "\u200c", "\u200f", "\u00ad", "\ufeff", "٣", "۳", "3", "،", "“", "…", "ｶ", "ﾞ", "ガ", "Ａ",
			"ש", "\u05c1", "\u05b8", "한", "\u1112", "\u1161", "\u11ab", "क", "\u093c", "\xff", "\xd8", "𝟙", "👍🏽",
		}),
		rapid.Map(rapid.Rune(), func(r rune) string { return string(r) }),
	)
	return rapid.Map(rapid.SliceOfN(piece, 0, 20), func(p []string) string { return strings.Join(p, "") })
}

func anyFold() *rapid.Generator[text.Fold] {
	return rapid.Map(rapid.Uint16(), func(n uint16) text.Fold { return text.Fold(n) & everything })
}

func TestFoldLaws(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		fold, s := anyFold().Draw(t, "fold"), messyText().Draw(t, "s")
		checkFold(t, fold, s)
	})
}

func FuzzFold(f *testing.F) {
	f.Add(uint32(everything), "ا\u0654حمد e\u200d\u0301 \xff ｶﾞ")
	f.Add(uint32(0), "\u1112\u1161\u11ab")
	f.Fuzz(func(t *testing.T, bits uint32, s string) {
		checkFold(t, text.Fold(bits)&everything, s)
	})
}

func checkFold(t interface{ Fatalf(string, ...any) }, fold text.Fold, s string) {
	folded := fold.String(s)
	if again := fold.String(folded); again != folded {
		t.Fatalf("fold %b: %+q gives %+q, and that %+q", fold, s, folded, again)
	}
	if utf8.ValidString(s) {
		if !norm.NFC.IsNormalString(folded) {
			t.Fatalf("fold %b: %+q gives %+q, which is not NFC", fold, s, folded)
		}
		if apart := fold.String(norm.NFD.String(s)); apart != folded {
			t.Fatalf("fold %b: %+q gives %+q, and decomposed %+q", fold, s, folded, apart)
		}
	}
	mapped, offsets := fold.Map(s)
	if mapped != folded || len(offsets) != len(folded)+1 || offsets[len(folded)] != len(s) {
		t.Fatalf("fold %b: %+q gives %+q, mapped %+q with offsets %v", fold, s, folded, mapped, offsets)
	}
	for i := 1; i < len(offsets); i++ {
		if offsets[i] < offsets[i-1] {
			t.Fatalf("fold %b: offsets of %+q go back: %v", fold, s, offsets)
		}
	}
}

// Every letter there is, against the case folding of x/text.
func TestFoldCaseIsUnicodes(t *testing.T) {
	caser := cases.Fold()
	for r := range everyRune() {
		if 0x13A0 <= r && r <= 0x13FD || 0xAB70 <= r && r <= 0xABBF {
			continue // x/text folds Cherokee to small letters, CaseFolding.txt to capitals
		}
		want := norm.NFC.String(caser.String(norm.NFD.String(string(r))))
		if got := text.FoldCase.String(string(r)); got != want {
			t.Errorf("%U %c folds to %+q, x/text has %+q", r, r, got, want)
		}
	}
	if !text.FoldCase.Equal("Ꭰ", "ꭰ") {
		t.Error("Cherokee Ꭰ and ꭰ differ")
	}
}
