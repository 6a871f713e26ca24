package memory

import (
	"crypto/sha256"
	"encoding/binary"
	"fmt"
	"maps"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"diglot/translate/locale"
	"diglot/translate/text"

	"golang.org/x/text/encoding/charmap"
)

// fingerprint stands for texts of any length.
type fingerprint [16]byte

func fingerprintOf(parts ...string) fingerprint {
	h := sha256.New()
	for _, p := range parts {
		var size [8]byte
		binary.LittleEndian.PutUint64(size[:], uint64(len(p)))
		h.Write(size[:])
		h.Write([]byte(p))
	}
	return fingerprint(h.Sum(nil)[:16])
}

func emptySide(e *Entry) string {
	switch {
	case strings.TrimSpace(e.Source.Content) == "":
		return "source"
	case strings.TrimSpace(e.Target.Content) == "":
		return "target"
	}
	return ""
}

// untranslated looks for a target that is its source, in sentences: names, numbers
// and single terms are often the same in two languages.
func untranslated(e *Entry) string {
	const same = text.FoldCase | text.FoldSpace
	if e.SourceLocale.Base() == e.TargetLocale.Base() || !same.Equal(e.Source.Content, e.Target.Content) {
		return ""
	}
	words := 0
	for w := range text.Words(e.Source.Content) {
		if strings.ContainsFunc(w.Text, unicode.IsLower) || strings.ContainsFunc(w.Text, isCaseless) {
			words++
		}
	}
	if words < 4 {
		return ""
	}
	return fmt.Sprintf("%d words", words)
}

// isCaseless reports letters of scripts without case.
func isCaseless(r rune) bool { return unicode.Is(unicode.Lo, r) }

// lengthRatio compares the letters of both sides. A Chinese, Japanese or Korean
// character says about as much as three letters; what is short may have any ratio.
func lengthRatio(e *Entry) string {
	source, target := weight(e.Source.Content), weight(e.Target.Content)
	if max(source, target) < 40 || max(source, target) < 3*min(source, target) {
		return ""
	}
	return fmt.Sprintf("%d and %d letters", source, target)
}

func weight(s string) int {
	n := 0
	for _, r := range s {
		switch {
		case unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Hangul):
			n += 3
		case unicode.IsLetter(r), unicode.IsNumber(r):
			n++
		}
	}
	return n
}

// scripts gives the letters of a script (ISO 15924). Scripts that are not here are
// not judged.
var scripts = map[string][]*unicode.RangeTable{
	"Arab": {unicode.Arabic}, "Latn": {unicode.Latin}, "Cyrl": {unicode.Cyrillic}, "Grek": {unicode.Greek},
	"Hebr": {unicode.Hebrew}, "Deva": {unicode.Devanagari}, "Hans": {unicode.Han}, "Hant": {unicode.Han},
	"Jpan": {unicode.Han, unicode.Hiragana, unicode.Katakana}, "Kore": {unicode.Hangul, unicode.Han}, "Thai": {unicode.Thai},
}

// wrongScript looks for a target with most of its letters in another script. Names
// in Latin letters are common everywhere, so a few of the right letters are enough.
func wrongScript(e *Entry) string {
	if e.TargetLocale.IsZero() {
		return ""
	}
	tables := scripts[locale.Script(e.TargetLocale)]
	right, wrong := 0, 0
	for _, r := range e.Target.Content {
		switch {
		case !unicode.IsLetter(r):
		case unicode.In(r, tables...):
			right++
		default:
			wrong++
		}
	}
	if tables == nil || wrong < 12 || wrong < 4*right || sameScript(e.SourceLocale, e.TargetLocale) && right > 0 {
		return ""
	}
	return fmt.Sprintf("%d of %d letters", wrong, right+wrong)
}

func sameScript(a, b locale.Tag) bool { return !a.IsZero() && locale.Script(a) == locale.Script(b) }

// numberMismatch compares the numbers of both sides by their digits: ١٦٢ is 162, and
// separators do not count, so that 1,000 is 1.000.
func numberMismatch(e *Entry) string {
	source, target := numbersIn(e.Source.Content), numbersIn(e.Target.Content)
	var only []string
	for _, n := range slices.Sorted(maps.Keys(source)) {
		if source[n] != target[n] {
			only = append(only, n)
		}
	}
	for _, n := range slices.Sorted(maps.Keys(target)) {
		if source[n] == 0 {
			only = append(only, n)
		}
	}
	return strings.Join(only, " ")
}

// numbersIn counts the numbers of a text. Small ones are left out: they are often
// words on the other side.
func numbersIn(s string) map[string]int {
	count := map[string]int{}
	var number []byte
	grouped := false
	end := func() {
		if trimmed := strings.TrimLeft(string(number), "0"); len(trimmed) > 1 {
			count[trimmed]++
		}
		number, grouped = number[:0], false
	}
	for i, r := range s {
		value, isDigit := text.DigitValue(r)
		switch {
		case isDigit:
			number = append(number, '0'+byte(value))
		case len(number) > 0 && (len(number) <= 3 || grouped) && isSeparator(r) && threeDigits(s[i+utf8.RuneLen(r):]):
			grouped = true // 12,500 goes on; 2024 500 does not
		default:
			end()
		}
	}
	end()
	return count
}

func isSeparator(r rune) bool { return strings.ContainsRune(".,'’٫٬\u00a0\u202f ", r) }

// threeDigits reports whether three digits follow and no fourth.
func threeDigits(s string) bool {
	n := 0
	for _, r := range s {
		if _, ok := text.DigitValue(r); !ok {
			break
		}
		n++
	}
	return n == 3
}

// encodingDamage looks for U+FFFD, control characters, letters lost to question
// marks, and UTF-8 that was read as windows-1252: "Ã©" for "é", "Ø§" for "ا".
func encodingDamage(e *Entry) string {
	for _, s := range []string{e.Source.Content, e.Target.Content} {
		for i, r := range s {
			switch {
			case r == utf8.RuneError:
				return "U+FFFD"
			case unicode.IsControl(r) && !strings.ContainsRune("\t\n\r", r):
				return fmt.Sprintf("U+%04X", r)
			case r == '?' && strings.HasPrefix(s[i:], "????"):
				return "????"
			case r >= 0x80:
				if run := misread(s[i:]); run != "" {
					return run
				}
			}
		}
	}
	return ""
}

// misread gives the characters at the start of s that are one character of UTF-8
// when they are written in windows-1252; "" where they are not. A Latin letter and a
// mark can be that by chance ("Â«"), so two such runs in a row, or one of three bytes,
// are asked for.
func misread(s string) string {
	var bytes []byte
	end := 0
	for i, r := range s {
		b, ok := charmap.Windows1252.EncodeRune(r)
		if !ok || b < 0x80 || len(bytes) == 8 {
			break
		}
		bytes = append(bytes, b)
		end = i + utf8.RuneLen(r)
	}
	first, n := utf8.DecodeRune(bytes)
	if first == utf8.RuneError {
		return ""
	}
	if n > 2 {
		return s[:end]
	}
	second, _ := utf8.DecodeRune(bytes[n:])
	if second != utf8.RuneError || first >= 0xC0 && first <= 0x17F {
		return s[:end]
	}
	return ""
}
