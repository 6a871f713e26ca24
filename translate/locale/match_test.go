package locale_test

import (
	"fmt"
	"strings"
	"testing"

	"diglot/translate/locale"
)

func tags(list string) []locale.Tag {
	var out []locale.Tag
	for _, s := range strings.Fields(list) {
		out = append(out, locale.MustParse(s))
	}
	return out
}

func TestMatch(t *testing.T) {
	for _, c := range []struct{ want, have, best string }{
		{"ar-YE", "en ar", "ar"},
		{"ar", "ar-EG en", "ar-EG"},
		{"ar-YE-u-nu-latn", "ar ar-YE", "ar-YE"},
		{"en-AU", "en-US en-GB", "en-GB"},
		{"en", "en-GB en-US", "en-US"},
		{"es-MX", "es es-419", "es-419"},
		{"pt", "pt-PT pt-BR", "pt-BR"},
		{"zh-TW", "zh zh-Hant", "zh-Hant"},
		{"zh-HK", "zh-TW zh-CN", "zh-TW"},
		{"no", "nb", "nb"},
		{"iw", "he", "he"},
		{"zh-TW", "zh", ""},         // another script
		{"sr-Latn", "sr", ""},       // another script
		{"da", "nb", ""},            // understood, but no Danish
		{"ckb", "ar", ""},           // the same script, another language
		{"arz", "ar", ""},           // a dialect with a tag of its own
		{"en", "", ""},              //
		{"und", "en", ""},           //
		{"en", "und", ""},           //
		{"fr-CA", "fr-CA", "fr-CA"}, //
	} {
		best, ok := locale.Match(locale.MustParse(c.want), tags(c.have))
		if ok != (c.best != "") || ok && best.String() != c.best {
			t.Errorf("Match(%s, %s) = %s, %v, want %q", c.want, c.have, best, ok, c.best)
		}
	}
}

func TestParents(t *testing.T) {
	for tag, want := range map[string]string{
		"ar-YE":           "[ar]",
		"ar":              "[]",
		"en-AU":           "[en-001 en]",
		"es-MX":           "[es-419 es]",
		"zh-Hant-HK":      "[zh-Hant]",
		"zh-Hant":         "[]",
		"ar-EG-u-nu-latn": "[ar-EG ar]",
		"und":             "[]",
	} {
		if got := fmt.Sprint(locale.Parents(locale.MustParse(tag))); got != want {
			t.Errorf("Parents(%s) = %s, want %s", tag, got, want)
		}
	}
}

func TestTagsReadAndWrite(t *testing.T) {
	for in, want := range map[string]string{
		"EN_us": "en-US", "iw": "he", " ar ": "ar", "ar-u-nu-latn": "ar-u-nu-latn", "und": "und", "zh-hant-tw": "zh-Hant-TW",
	} {
		tag, err := locale.Parse(in)
		if err != nil || tag.String() != want {
			t.Errorf("Parse(%q) = %s, %v, want %s", in, tag, err, want)
		}
		var back locale.Tag
		if b, err := tag.MarshalText(); err != nil || back.UnmarshalText(b) != nil || back != tag {
			t.Errorf("%s does not survive its own text: %s", tag, back)
		}
	}
	for _, in := range []string{"", "xx-yy-zz", "no such tag", "ar-", "q"} {
		if tag, err := locale.Parse(in); err == nil {
			t.Errorf("Parse(%q) = %s, want an error", in, tag)
		}
	}
}

func TestNames(t *testing.T) {
	for _, c := range []struct{ tag, english, native string }{
		{"ar", "Arabic", "العربية"},
		{"ar-YE", "Arabic (Yemen)", "العربية"},
		{"fr", "French", "français"},
		{"zh-Hant", "Traditional Chinese", "繁體中文"},
		{"sr-Latn", "Serbian (Latin)", "srpski (latinica)"},
		{"ar-u-nu-latn", "Arabic", "العربية"},
	} {
		tag := locale.MustParse(c.tag)
		if got := locale.EnglishName(tag); got != c.english {
			t.Errorf("EnglishName(%s) = %s, want %s", c.tag, got, c.english)
		}
		if got := locale.NativeName(tag); got != c.native {
			t.Errorf("NativeName(%s) = %s, want %s", c.tag, got, c.native)
		}
	}
	if got := locale.NativeName(locale.MustParse("tlh")); got != "tlh" {
		t.Errorf("a language without a native name is shown as its tag, not %q", got)
	}
}
