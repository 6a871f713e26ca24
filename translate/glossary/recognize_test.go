package glossary

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"diglot/translate/locale"
	"diglot/translate/unit"
)

// concept makes a concept of terms "locale:text", with signs before the text:
// ! forbidden, ~ deprecated, = matched exactly, * matched as a beginning, ^ case-sensitive.
func concept(id string, terms ...string) Concept {
	c := Concept{ID: id}
	for _, s := range terms {
		tag, text, _ := strings.Cut(s, ":")
		t := Term{Locale: locale.MustParse(tag), Status: Preferred}
		for {
			switch text[0] {
			case '!':
				t.Status = Forbidden
			case '~':
				t.Status = Deprecated
			case '=':
				t.Match = Exact
			case '*':
				t.Match = Prefix
			case '^':
				t.CaseSensitive = true
			default:
				t.Text = text
			}
			if t.Text != "" {
				break
			}
			text = text[1:]
		}
		c.Terms = append(c.Terms, t)
	}
	return c
}

var testGlossary = New([]Concept{
	concept("hama", "en:^Hama", "ar:حماة"),
	concept("hamas", "en:^Hamas", "ar:حماس"),
	concept("war", "en:war", "ar:حرب", "de:Krieg", "zh:战争", "th:สงคราม", "ja:戦争"),
	concept("civil-war", "en:civil war", "ar:حرب أهلية", "ja:内戦"),
	concept("army", "en:Syrian Army", "ar:الجيش السوري"),
	concept("us", "en:^US", "en:^United States", "ar:الولايات المتحدة"),
	concept("nato", "en:^NATO", "ar:الناتو"),
	concept("usa-dots", "en:^U.S."),
	concept("exact", "en:=ties"),
	concept("prefix", "en:*ukrain"),
	concept("minister", "fr:ministre des Affaires étrangères"),
	concept("weapon", "ar:سلاح نووي"),
	concept("leader", "en:leader", "fr:dirigeant"),
})

func TestRecognize(t *testing.T) {
	tests := []struct{ tag, text, want string }{
		{"en", "Hama is not Hamas.", "hama[Hama] hamas[Hamas]"},
		{"en", "hama and HAMA", "hama[HAMA]"},
		{"en", "Toward the warden, software", ""},
		{"en", "The civil wars; a war. Civil. War", "civil-war[civil wars] war[war] war[War]"},
		{"en", "post-war (war's end)", "war[war] war[war]"},
		{"en", "civil\u00a0war, civil-war", "civil-war[civil\u00a0war] civil-war[civil-war]"},
		{"en", "the US told us, in the U.S.", "us[US] us[U.S] usa-dots[U.S]"},
		{"en", "UNITED STATES, Nato, NATO's", "us[UNITED STATES] nato[Nato] nato[NATO]"},
		{"en", "ties tie Ties", "exact[ties] exact[Ties]"},
		{"en", "Ukrainians, Ukraine and Euroukrain", "prefix[Ukrainians] prefix[Ukraine]"},
		{"en-GB", "wars", "war[wars]"},
		{"ar", "وبالحرب وفي المحراب حربة", "war[وبالحرب]"},
		{"ar", "حماة وحماس وبحماة", "hama[حماة] hamas[وحماس] hama[وبحماة]"},
		{"ar", "الحرب الأهلية والحروب الأهلية", "civil-war[الحرب الأهلية] civil-war[والحروب الأهلية]"},
		{"ar", "للجيش السوري وجيش سوري", "army[للجيش السوري] army[وجيش سوري]"},
		{"ar", "سلاحها النووي والأسلحة النووية", "weapon[سلاحها النووي] weapon[والأسلحة النووية]"},
		{"ar", "حرب وأهلية", "war[حرب]"},
		{"ar", "انتهتالحربُ", ""},
		{"ar", "قال war", ""},
		{"fr", "le ministre russe des Affaires étrangères", "minister[ministre russe des Affaires étrangères]"},
		{"fr", "l'ancien dirigeant d’Égypte", "leader[dirigeant]"},
		{"de", "Der Weltkrieg und die Kriege, kriegen", "war[Kriege]"},
		{"zh", "内战争论", "war[战争]"},
		{"ja", "内戦と戦争", "civil-war[内戦] war[戦争]"},
		{"th", "ในสงครามโลก", "war[สงคราม]"},
		{"es", "war", ""},
	}
	for _, test := range tests {
		var got []string
		for _, h := range testGlossary.Recognize(unit.Plain(test.text), locale.MustParse(test.tag)) {
			got = append(got, h.Concept+"["+test.text[h.Span.Start:h.Span.End]+"]")
		}
		if d := cmp.Diff(test.want, strings.Join(got, " ")); d != "" {
			t.Errorf("%s %q (-want +got):\n%s", test.tag, test.text, d)
		}
	}
}

// A line break that is an inline code ends a word and a term.
func TestRecognizeBreaks(t *testing.T) {
	text := unit.Text{Content: "civilwar", Codes: []unit.Code{{ID: 1, Offset: 5, Break: true}}}
	hits := testGlossary.Recognize(text, locale.MustParse("en"))
	if len(hits) != 1 || hits[0].Concept != "war" || hits[0].Span != (unit.Span{Start: 5, End: 8}) {
		t.Errorf("got %v, want war alone", hits)
	}
}

// Hits stand in order, do not overlap unless they are the same, and lie between
// characters of the text, whatever the text is.
func TestHitsAreSound(t *testing.T) {
	pieces := rapid.SampledFrom([]string{"war", "civil", " ", "حرب", "ال", "و", "ة", "US", ".", "'", "-", "\u200c", "战争", "ー", "é", "\xff", "Hama", "s", "ً", "\n"})
	tags := rapid.SampledFrom([]string{"en", "ar", "de", "zh", "ru", "he", "fa", "th", "und"})
	rapid.Check(t, func(t *rapid.T) {
		text := strings.Join(rapid.SliceOfN(pieces, 0, 12).Draw(t, "text"), "")
		var tag locale.Tag
		_ = tag.UnmarshalText([]byte(tags.Draw(t, "locale")))
		var before unit.Span
		for _, h := range testGlossary.Recognize(unit.Plain(text), tag) {
			if h.Span.Start < 0 || h.Span.End > len(text) || h.Span.Len() <= 0 || h.Span != before && h.Span.Start < before.End {
				t.Fatalf("%q: hit %v after %v", text, h, before)
			}
			before = h.Span
		}
	})
}
