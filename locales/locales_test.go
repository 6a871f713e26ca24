package locales_test

import (
	"io/fs"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/pelletier/go-toml/v2"

	"diglot/locales"
	"diglot/translate/locale"
)

// load reads the message files of a language: per message its plural forms.
func load(t *testing.T, lang string) map[string]map[string]string {
	t.Helper()
	names, err := fs.Glob(locales.Files, "*."+lang+".toml")
	if err != nil || len(names) == 0 {
		t.Fatalf("no message files for %s (%v)", lang, err)
	}
	all := map[string]map[string]string{}
	for _, name := range names {
		data, err := fs.ReadFile(locales.Files, name)
		if err != nil {
			t.Fatal(err)
		}
		var raw map[string]any
		if err := toml.Unmarshal(data, &raw); err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		for id, v := range raw {
			if all[id] != nil {
				t.Errorf("%s: %s stands in another file too", name, id)
			}
			all[id] = map[string]string{}
			switch v := v.(type) {
			case string:
				all[id]["other"] = v
			case map[string]any:
				for form, s := range v {
					all[id][form], _ = s.(string)
				}
			}
		}
	}
	return all
}

// TestComplete finds messages that one language has and the other lacks, and
// counted ones that lack a plural form of their language.
func TestComplete(t *testing.T) {
	languages := map[string]map[string]map[string]string{"en": load(t, "en"), "ar": load(t, "ar")}
	if len(languages["en"]) < 100 {
		t.Fatalf("only %d English messages were found", len(languages["en"]))
	}
	for lang, messages := range languages {
		var forms []string
		for _, f := range locale.PluralForms(locale.MustParse(lang)) {
			forms = append(forms, string(f))
		}
		for other, theirs := range languages {
			for id, m := range theirs {
				if messages[id] == nil {
					t.Errorf("%s has no %q, which %s has", lang, id, other)
				} else if len(m) > 1 {
					checkForms(t, lang, id, messages[id], forms)
				}
			}
		}
	}
}

func checkForms(t *testing.T, lang, id string, m map[string]string, forms []string) {
	t.Helper()
	for _, form := range forms {
		if strings.TrimSpace(m[form]) == "" {
			t.Errorf("%s: %q lacks the plural form %q", lang, id, form)
		}
	}
}

var place = regexp.MustCompile(`\{\{[^}]*\.(\w+)[^}]*\}\}`)

// TestPlaces finds places of a message that its translation lost. A number may
// go unsaid where the form of the word tells it: "one unit", "وحدتان".
func TestPlaces(t *testing.T) {
	en, ar := load(t, "en"), load(t, "ar")
	for id, m := range en {
		for form, s := range ar[id] {
			want, got := places(m["other"]), places(s)
			if form != "other" {
				want, got = without(want, "n", "PluralCount"), without(got, "n", "PluralCount")
			}
			if !slices.Equal(want, got) {
				t.Errorf("%s (%s): the English has the places %v, the Arabic %v", id, form, want, got)
			}
		}
	}
}

func places(s string) []string {
	var out []string
	for _, m := range place.FindAllStringSubmatch(s, -1) {
		if !slices.Contains(out, m[1]) {
			out = append(out, m[1])
		}
	}
	slices.Sort(out)
	return out
}

func without(list []string, names ...string) []string {
	return slices.DeleteFunc(slices.Clone(list), func(s string) bool { return slices.Contains(names, s) })
}

func TestChoice(t *testing.T) {
	for _, c := range []struct {
		preferred []string
		want      string
	}{
		{nil, "en"},
		{[]string{"ar_YE.UTF-8"}, "ar"},
		{[]string{"C"}, "en"},
		{[]string{"xx", "ar"}, "ar"},
		{[]string{"de_DE@euro", "en_GB"}, "en"},
	} {
		catalog, err := locales.New(c.preferred...)
		if err != nil {
			t.Fatal(err)
		}
		if got := catalog.Locale().String(); got != c.want {
			t.Errorf("New(%q) speaks %s, want %s", c.preferred, got, c.want)
		}
	}
}

func TestArabicCounts(t *testing.T) {
	catalog, err := locales.New("ar")
	if err != nil {
		t.Fatal(err)
	}
	seen := map[string]bool{}
	for _, n := range []int{0, 1, 2, 3, 11, 100} {
		seen[catalog.Count("import.new", n, nil)] = true
	}
	if len(seen) != 6 {
		t.Errorf("the six plural forms of Arabic give %d sentences: %v", len(seen), seen)
	}
}
