package text_test

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"diglot/translate/locale"
	"diglot/translate/text"
)

func encoded(t *testing.T, s string, c text.Charset) []byte {
	t.Helper()
	b, err := text.Encode(s, c)
	if err != nil {
		t.Fatal(err)
	}
	return b
}

func TestDetect(t *testing.T) {
	const (
		arabic  = "سيطرت قوات المعارضة على مدينة حماة.\r\n"
		russian = "Силы оппозиции взяли под контроль город Хама.\n"
		french  = "L'opposition a pris le contrôle de Hama après l'armée.\n"
	)
	in := func(s, charset string) []byte { return encoded(t, s, text.Charset{IANA: charset}) }
	ar, ru, fr := locale.MustParse("ar"), locale.MustParse("ru"), locale.MustParse("fr")
	for _, c := range []struct {
		name    string
		bytes   []byte
		hint    text.Hint
		charset string
		why     text.Evidence
		certain bool
	}{
		{"empty", nil, text.Hint{}, "UTF-8", text.ByUTF8, true},
		{"ASCII", []byte("Hama\n"), text.Hint{Locale: ar}, "UTF-8", text.ByUTF8, true},
		{"ASCII by declaration", []byte("Hama\n"), text.Hint{Declared: "windows-1256"}, "windows-1256", text.ByDeclared, true},
		{"ASCII by setting", []byte("Hama\n"), text.Hint{Setting: "windows-1256"}, "windows-1256", text.BySetting, true},
		{"UTF-8", []byte(arabic), text.Hint{}, "UTF-8", text.ByUTF8, true},
		{"UTF-8 before a declaration", []byte(arabic), text.Hint{Declared: "windows-1252", Setting: "koi8-r"}, "UTF-8", text.ByUTF8, true},
		{"mark before all", []byte("\xef\xbb\xbf" + arabic), text.Hint{Declared: "koi8-r"}, "UTF-8 with BOM", text.ByMark, true},
		{"UTF-16 mark", encoded(t, arabic, text.Charset{IANA: "UTF-16BE", BOM: true}), text.Hint{}, "UTF-16BE with BOM", text.ByMark, true},
		{"UTF-32 mark", encoded(t, arabic, text.Charset{IANA: "UTF-32LE", BOM: true}), text.Hint{}, "UTF-32LE with BOM", text.ByMark, true},
		{"UTF-16 mark and no more", []byte("\xff\xfe"), text.Hint{}, "UTF-16LE with BOM", text.ByMark, true},
		{"UTF-16 without mark", in(arabic, "UTF-16LE"), text.Hint{}, "UTF-16LE", text.ByZeros, true},
		{"UTF-16 without mark, other order", in(arabic, "UTF-16BE"), text.Hint{}, "UTF-16BE", text.ByZeros, true},
		{"UTF-16 without mark, ASCII", in("Hama", "UTF-16BE"), text.Hint{}, "UTF-16BE", text.ByZeros, true},
		{"UTF-16 without mark, Chinese", in("一国二制　度。\n", "UTF-16LE"), text.Hint{}, "UTF-16LE", text.ByZeros, true},
		{"UTF-32 without mark", in(arabic, "UTF-32BE"), text.Hint{}, "UTF-32BE", text.ByZeros, true},
		{"UTF-16 by declaration", in("一", "UTF-16LE"), text.Hint{Declared: "utf-16le"}, "UTF-16LE", text.ByDeclared, true},
		{"declaration", in(russian, "KOI8-R"), text.Hint{Declared: "koi8-r", Setting: "windows-1251"}, "KOI8-R", text.ByDeclared, true},
		{"UTF-16 declared in a file that is none", in(russian, "KOI8-R"), text.Hint{Declared: "utf-16", Setting: "koi8-r"}, "KOI8-R", text.BySetting, true},
		{"UTF-16 set for a file that is none", []byte("Hama"), text.Hint{Setting: "utf-16"}, "UTF-8", text.ByUTF8, true},
		{"setting", in(russian, "KOI8-R"), text.Hint{Setting: "koi8-r", Locale: ru}, "KOI8-R", text.BySetting, true},
		{"locale", in(russian, "windows-1251"), text.Hint{Locale: ru}, "windows-1251", text.ByLocale, false},
		{"locale, Arabic", in(arabic, "windows-1256"), text.Hint{Locale: ar}, "windows-1256", text.ByLocale, false},
		{"locale, Latin", in(french, "windows-1252"), text.Hint{Locale: fr}, "windows-1252", text.ByLocale, false},
		{"Arabic for a French desk", in(arabic, "windows-1256"), text.Hint{Locale: fr}, "windows-1256", text.ByLetters, false},
		{"Arabic letters", in(arabic, "windows-1256"), text.Hint{}, "windows-1256", text.ByLetters, false},
		{"Russian letters are not Arabic", in(russian, "windows-1251"), text.Hint{}, "windows-1252", text.ByDefault, false},
		{"Finnish is not Arabic", in("Hyvää päivää, tämä on Hämeenlinna.\n", "windows-1252"), text.Hint{}, "windows-1252", text.ByDefault, false},
		{"Arabic among markup", in("<p class=lead>حماة</p> <b>قال</b> <i>الجيش السوري</i>", "windows-1256"), text.Hint{Locale: fr}, "windows-1256", text.ByLetters, false},
		{"French on an Arabic desk", in(french, "windows-1252"), text.Hint{Locale: ar}, "windows-1252", text.ByDefault, false},
		{"one Arabic word is too little", in("حماة", "windows-1256"), text.Hint{}, "windows-1252", text.ByDefault, false},
		{"no evidence", in(french, "windows-1252"), text.Hint{}, "windows-1252", text.ByDefault, false},
		{"a byte that windows-1252 lacks", []byte("\x81 caf\xe9"), text.Hint{}, "ISO-8859-1", text.ByDefault, false},
		{"é at the end is no damage", []byte("caf\xe9"), text.Hint{}, "windows-1252", text.ByDefault, false},
	} {
		t.Run(c.name, func(t *testing.T) {
			got, err := text.Detect(c.bytes, c.hint)
			if err != nil {
				t.Fatal(err)
			}
			if got.Charset.String() != c.charset || got.Why != c.why || got.Certain != c.certain {
				t.Errorf("Detect = %s by %s, certain %v", got.Charset, got.Why, got.Certain)
			}
			if s, err := text.Decode(c.bytes, got.Charset); err != nil {
				t.Errorf("%q does not decode: %v", s, err)
			}
		})
	}
}

func TestDetectRefuses(t *testing.T) {
	var at *text.CharsetError
	for name, c := range map[string]struct {
		bytes string
		hint  text.Hint
		is    error
		as    bool
	}{
		"zeros":                 {bytes: "abc\x00\x00\x00def", is: text.ErrBinary},
		"an image":              {bytes: "\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x05\x00", is: text.ErrBinary},
		"controls":              {bytes: "\x01\x02\x03\x04abc", is: text.ErrBinary},
		"zeros, declared 8 bit": {bytes: "a\x00\x00b", hint: text.Hint{Declared: "windows-1252"}, is: text.ErrBinary},
		"odd UTF-16":            {bytes: "\xff\xfe-\x06E", as: true},
		"truncated UTF-8":       {bytes: "حماة\xd8", as: true},
		"UTF-8 with a bad byte": {bytes: "مدينة \xff حماة", as: true},
		"declared UTF-8":        {bytes: "caf\xe9", hint: text.Hint{Declared: "utf-8"}, as: true},
		"declared, with a hole": {bytes: "caf\xd9", hint: text.Hint{Declared: "windows-1255"}, as: true},
		"unknown declaration":   {bytes: "caf\xe9", hint: text.Hint{Declared: "no-such-charset"}},
		"unknown setting":       {bytes: "caf\xe9", hint: text.Hint{Setting: "no-such-charset"}},
	} {
		got, err := text.Detect([]byte(c.bytes), c.hint)
		if err == nil || c.is != nil && !errors.Is(err, c.is) || c.as && !errors.As(err, &at) {
			t.Errorf("%s: Detect = %v, %v", name, got, err)
		}
	}
}

func TestUsualCharset(t *testing.T) {
	for tag, want := range map[string]string{
		"ar-YE": "windows-1256", "ru": "windows-1251", "sr": "windows-1251", "sr-Latn": "windows-1250", "en": "windows-1252",
		"zh-TW": "Big5", "zh": "GB18030", "ja": "Shift_JIS", "und": "windows-1252",
	} {
		c := text.UsualCharset(locale.MustParse(tag))
		if c.Name() != want {
			t.Errorf("UsualCharset(%s) = %s, want %s", tag, c, want)
		}
		if named, err := text.CharsetNamed(c.Name()); err != nil || named != c {
			t.Errorf("%s is not among the charsets: %v, %v", c, named, err)
		}
	}
}

// Every file of the corpus that should be read comes back byte for byte, and its
// charset is not taken for certain unless it is the one that the file's name says.
func TestDetectOnRealFiles(t *testing.T) {
	files, err := filepath.Glob(filepath.Join(corpora(t, "formats/text/valid/dev"), "*"))
	if err != nil || len(files) < 50 {
		t.Fatalf("%d files, %v", len(files), err)
	}
	for _, path := range files {
		b, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		name := filepath.Base(path)
		found, err := text.Detect(b, text.Hint{})
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		s, err := text.Decode(b, found.Charset)
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		if back, err := text.Encode(s, found.Charset); err != nil || !bytes.Equal(back, b) {
			t.Errorf("%s does not come back from %s: %v", name, found.Charset, err)
		}
		letters := func(s string) string {
			return strings.NewReplacer("-", "", ".", "", "_", "").Replace(strings.ToLower(s))
		}
		if found.Certain && !strings.Contains(letters(name), letters(found.Charset.Name())) && !strings.Contains(name, "mixed-eol") {
			t.Errorf("%s is said to be %s for certain", name, found.Charset)
		}
		if strings.Contains(name, "cp1256") && found.Charset.Name() != "windows-1256" {
			t.Errorf("%s is taken for %s", name, found.Charset)
		}
	}
}

func TestDetectRefusesBrokenFiles(t *testing.T) {
	files, err := filepath.Glob(filepath.Join(corpora(t, "formats/text/invalid/dev"), "*"))
	if err != nil || len(files) == 0 {
		t.Fatalf("%d files, %v", len(files), err)
	}
	for _, path := range files {
		b, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		var at *text.CharsetError
		if found, err := text.Detect(b, text.Hint{}); !errors.As(err, &at) {
			t.Errorf("%s is taken for %v, %v", filepath.Base(path), found, err)
		}
	}
}
