package text

import (
	"fmt"
	"unicode"
	"unicode/utf8"

	"diglot/translate/locale"
)

// detectWide finds the charset of a file with zero bytes but without a mark. A
// declaration counts if the file is text in it. Else the file is UTF-32 or UTF-16
// if it is sound text in exactly one byte order: no half characters, no control
// or unassigned characters, and an ASCII space, line end or letter somewhere. A
// wrong order fails that soon: a line feed becomes U+0A00, which is unassigned.
func detectWide(b []byte, hint Hint) (Detection, error) {
	if c, err := CharsetNamed(hint.Declared); err == nil && c.wide() {
		return checked(b, Detection{c, ByDeclared, true})
	}
	if c, err := CharsetNamed(hint.Setting); err == nil && c.wide() {
		return checked(b, Detection{c, BySetting, true})
	}
	best, most, tie := Charset{}, 0, false
	for _, name := range []string{nameUTF32LE, nameUTF32BE, nameUTF16LE, nameUTF16BE} {
		c := Charset{IANA: name}
		n := asciiIfSound(b, c)
		if n > most {
			best, most, tie = c, n, false
		} else if n > 0 && n == most {
			tie = true
		}
	}
	if most == 0 || tie {
		return Detection{}, fmt.Errorf("zero bytes, and no UTF-16 or UTF-32: %w", ErrBinary)
	}
	return Detection{best, ByZeros, true}, nil
}

// asciiIfSound counts the ASCII characters of a file that is sound text in c, 0
// for one that is not.
func asciiIfSound(b []byte, c Charset) int {
	s, err := Decode(b, c)
	if err != nil {
		return 0
	}
	n := 0
	for _, r := range s {
		switch {
		case r == '\n' || r == '\r' || r == '\t' || ' ' <= r && r <= '~':
			n++
		case !unicode.In(r, unicode.L, unicode.M, unicode.N, unicode.P, unicode.S, unicode.Z, unicode.Cf, unicode.Co):
			return 0
		}
	}
	return n
}

// looksBinary reports a file of which more than a tenth are control bytes that no
// text has. Escape stays allowed for ISO-2022.
func looksBinary(b []byte) bool {
	n := 0
	for _, c := range b {
		if c < 0x20 && (c < '\t' || c > '\r') && c != 0x1B && c != 0x1A || c == 0x7F {
			n++
		}
	}
	return 10*n > len(b)
}

// damagedUTF8 reports text that is UTF-8 but for a few bytes: sequences of several
// bytes that fit are at least twice as many as bytes that do not. Text in another
// charset has hardly any that fit.
func damagedUTF8(b []byte) bool {
	fit, unfit := 0, 0
	for len(b) > 0 {
		r, n := utf8.DecodeRune(b)
		if r == utf8.RuneError && n == 1 {
			unfit++
		} else if n > 1 {
			fit++
		}
		b = b[n:]
	}
	return unfit > 0 && fit >= 2*unfit
}

// detectLegacy chooses among the charsets from before Unicode. An Arabic text is
// not taken for what is usual in another language.
func detectLegacy(b []byte, t locale.Tag) (Detection, error) {
	usual, arabic := UsualCharset(t), looksArabic(b)
	if !t.IsZero() && (!arabic || usual.IANA == "windows-1256") {
		if s, err := Decode(b, usual); err == nil && plausible(s, t) {
			return Detection{usual, ByLocale, false}, nil
		}
	}
	if arabic {
		return Detection{Charset{IANA: "windows-1256"}, ByLetters, false}, nil
	}
	western := Charset{IANA: "windows-1252"}
	if _, err := Decode(b, western); err != nil {
		western.IANA = nameLatin1
	}
	return Detection{western, ByDefault, false}, nil
}

// plausible reports that a text looks like its language: most of what is not ASCII
// are letters of the locale's script. For a Latin one anything does.
func plausible(s string, t locale.Tag) bool {
	tables := scriptTables(locale.Script(t))
	own, foreign := 0, 0
	for _, r := range s {
		switch {
		case r < utf8.RuneSelf:
		case unicode.In(r, tables...):
			own++
		default:
			foreign++
		}
	}
	return tables == nil || own > foreign
}

// scriptTables gives the Unicode scripts that an ISO 15924 code stands for, nil
// for Latin and for those that had no charset of their own.
func scriptTables(code string) []*unicode.RangeTable {
	switch code {
	case "Arab":
		return []*unicode.RangeTable{unicode.Arabic}
	case "Cyrl":
		return []*unicode.RangeTable{unicode.Cyrillic}
	case "Grek":
		return []*unicode.RangeTable{unicode.Greek}
	case "Hebr":
		return []*unicode.RangeTable{unicode.Hebrew}
	case "Thai":
		return []*unicode.RangeTable{unicode.Thai}
	case "Hans", "Hant":
		return []*unicode.RangeTable{unicode.Han}
	case "Jpan":
		return []*unicode.RangeTable{unicode.Han, unicode.Hiragana, unicode.Katakana}
	case "Kore":
		return []*unicode.RangeTable{unicode.Hangul, unicode.Han}
	}
	return nil
}

// looksArabic reports that, read as windows-1256, a text is Arabic: two fifths of
// its bytes beyond ASCII are the six commonest letters, ا ل ي م ن و; these bytes come in
// words, three and more in a row on the average; and there are sixteen of them. In
// 90 Arabic articles the share was 0.42 to 0.54. With so many bytes it was at most
// 0.33 in Russian, Hebrew, Japanese and Chinese in twelve charsets; in German and
// Spanish it can be as high as in Arabic, but there the bytes stand single.
func looksArabic(b []byte) bool {
	common, high, runs := 0, 0, 0
	before := byte(0)
	for _, c := range b {
		if c >= utf8.RuneSelf {
			high++
			if before < utf8.RuneSelf {
				runs++
			}
		}
		switch c {
		case 0xC7, 0xE1, 0xED, 0xE3, 0xE4, 0xE6:
			common++
		}
		before = c
	}
	return high >= 16 && 5*common >= 2*high && high >= 3*runs
}

// UsualCharset gives the charset in which files of a language stand that are not
// Unicode: windows-1256 for Arabic, windows-1251 for Russian. The table follows the
// suggestions of the HTML standard ("determining the character encoding"), with the
// Windows code page also where that names ISO 8859-2.
func UsualCharset(t locale.Tag) Charset {
	switch t.Base() {
	case "ar", "fa", "ur", "ps", "ckb", "sd", "ug":
		return Charset{IANA: "windows-1256"}
	case "ru", "uk", "be", "bg", "mk", "ky", "tt", "tg", "mn", "kk":
		return Charset{IANA: "windows-1251"}
	case "pl", "cs", "sk", "hu", "sl", "hr", "bs", "ro", "sq":
		return Charset{IANA: "windows-1250"}
	case "el":
		return Charset{IANA: "windows-1253"}
	case "tr", "az", "ku":
		return Charset{IANA: "windows-1254"}
	case "he", "yi":
		return Charset{IANA: "windows-1255"}
	case "et", "lt", "lv":
		return Charset{IANA: "windows-1257"}
	case "vi":
		return Charset{IANA: "windows-1258"}
	case "th":
		return Charset{IANA: "windows-874"}
	case "ja":
		return Charset{IANA: "Shift_JIS"}
	case "ko":
		return Charset{IANA: "EUC-KR"}
	case "sr", "zh":
		return usualByScript(t)
	}
	return Charset{IANA: "windows-1252"}
}

func usualByScript(t locale.Tag) Charset {
	switch locale.Script(t) {
	case "Cyrl":
		return Charset{IANA: "windows-1251"}
	case "Hant":
		return Charset{IANA: "Big5"}
	case "Hans":
		return Charset{IANA: "GB18030"}
	}
	return Charset{IANA: "windows-1250"}
}
