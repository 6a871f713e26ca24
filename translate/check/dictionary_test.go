package check

import (
	"strings"
	"testing"

	"diglot/translate/locale"
	"diglot/translate/unit"
)

const englishAff = `SET UTF-8
TRY esianrtolcdugmphbyfvkwzESIANRTOLCDUGMPHBYFVKWZ'
PFX U Y 1
PFX U 0 un .
SFX S Y 2
SFX S y ies [^aeiou]y
SFX S 0 s [^y]
SFX D Y 1
SFX D 0 ed [^e]
SFX N Y 1
SFX N 0 ness/S .
NEEDAFFIX z
FORBIDDENWORD !
`

const englishDic = `8
city/S
lock/USD
kind/UN
stem/Sz
Paris
foot/!
foots/!
don't
`

func TestDictionary(t *testing.T) {
	d, err := ReadDictionary("en.aff", strings.NewReader(englishAff), "en.dic", strings.NewReader(englishDic))
	if err != nil {
		t.Fatal(err)
	}
	for word, want := range map[string]bool{
		"city": true, "cities": true, "citys": false, "City": true, "CITIES": true,
		"lock": true, "unlock": true, "unlocked": true, "unlocks": true, "locknes": false,
		"kindness": true, "unkindness": true, "kindnesss": true, // ness takes the class S, and s may stand behind it
		"stem": false, "stems": true,
		"Paris": true, "paris": false, "PARIS": true,
		"foots": false, "don't": true, "xyz": false, "": false,
	} {
		if got := d.Knows(word); got != want {
			t.Errorf("%q: %v, want %v", word, got, want)
		}
	}
}

// Flags in numbers, aliases, vowel signs that do not count, compounds.
func TestDictionaryStyles(t *testing.T) {
	d, err := ReadDictionary("ar.aff", strings.NewReader("SET UTF-8\nFLAG num\nIGNORE ًٌٍَُِّْ\nAF 2\nAF 101\nAF 101,202\nPFX 101 Y 1\nPFX 101 0 و .\nSFX 202 Y 1\nSFX 202 ة تها ة\n"),
		"ar.dic", strings.NewReader("2\nمدينة/2\nجيش/1\n"))
	if err != nil {
		t.Fatal(err)
	}
	for word, want := range map[string]bool{"مدينة": true, "مَدينة": true, "ومدينة": true, "مدينتها": true, "ومدينتها": true, "وجيش": true, "جيشتها": false} {
		if got := d.Knows(word); got != want {
			t.Errorf("%q: %v, want %v", word, got, want)
		}
	}
	// A suffix of nothing that lets the article follow.
	d, err = ReadDictionary("ar.aff", strings.NewReader("SET\tUTF-8\nFLAG\tlong\nPFX mr Y 1\nPFX mr 0 ال .\nSFX AA Y 1\nSFX AA 0 0/mr .\nSFX BB Y 1\nSFX BB 0 نا .\n"),
		"ar.dic", strings.NewReader("1\nجيش/AABB\n"))
	if err != nil {
		t.Fatal(err)
	}
	for word, want := range map[string]bool{"جيش": true, "الجيش": true, "جيشنا": true, "الجيشنا": false} {
		if got := d.Knows(word); got != want {
			t.Errorf("%q: %v, want %v", word, got, want)
		}
	}
	d, err = ReadDictionary("de.aff", strings.NewReader("SET ISO8859-1\nCOMPOUNDFLAG x\n"), "de.dic", strings.NewReader("2\nHaus/x\nT\xFCr/x\n"))
	if err != nil {
		t.Fatal(err)
	}
	for word, want := range map[string]bool{"Haustür": true, "Türhaus": true, "Haustor": false} {
		if got := d.Knows(word); got != want {
			t.Errorf("%q: %v, want %v", word, got, want)
		}
	}
}

func TestDictionaryErrors(t *testing.T) {
	for _, test := range []struct{ aff, dic, want string }{
		{"FLAG num\n", "1\nword/a\n", `x.dic:2: bad flag "a": want numbers from 1 to 65535`},
		{"FLAG long\n", "1\nword/abc\n", `x.dic:2: bad flag in "abc": want two ASCII characters each`},
		{"FLAG short\n", "", `x.aff:1: "short" is no kind of flag; use long, num or UTF-8`},
		{"SET UTF-8\nSFX A 0 s .\n", "", `x.aff:2: class A begins without its head (SFX A Y 1)`},
		{"SFX A Y 1\nSFX A 0 s [abc\n", "", `x.aff:2: condition "[abc" does not close its bracket`},
		{"AF 1\nAF AB\n", "1\nword/7\n", `x.dic:2: bad flag "7": there are 1 aliases`},
	} {
		_, err := ReadDictionary("x.aff", strings.NewReader(test.aff), "x.dic", strings.NewReader(test.dic))
		if err == nil || err.Error() != test.want {
			t.Errorf("%q: got %v, want %s", test.aff, err, test.want)
		}
	}
}

func TestSpelling(t *testing.T) {
	d, err := ReadDictionary("en.aff", strings.NewReader(englishAff), "en.dic", strings.NewReader(englishDic))
	if err != nil {
		t.Fatal(err)
	}
	c, err := New(Options{Dictionaries: map[string]*Dictionary{"en": d}})
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, i := range c.Check(&Pair{SourceLocale: locale.MustParse("fr"), TargetLocale: locale.MustParse("en"), Source: unit.Plain("villes, Hama"), Target: unit.Plain("cities, citys, Hama don't unlocked")}) {
		if i.Check == "spelling" {
			got = append(got, i.Args["word"])
		}
	}
	if strings.Join(got, " ") != "citys" {
		t.Errorf("got %v, want citys alone", got)
	}
}

func FuzzDictionary(f *testing.F) {
	f.Add(englishAff, englishDic, "unkindness")
	f.Add("FLAG num\nPFX 1 Y 1\nPFX 1 0 0/1 .\n", "1\na/1\n", "aaa")
	f.Fuzz(func(t *testing.T, aff, dic, word string) {
		d, err := ReadDictionary("x.aff", strings.NewReader(aff), "x.dic", strings.NewReader(dic))
		if err == nil && len(word) < 100 {
			d.Knows(word)
		}
	})
}
