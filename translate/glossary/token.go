package glossary

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// token is one word of a text. Words end where letters end, and also where the
// script changes: الvictim is two words. Scripts that are written without spaces
// have one token for each character.
type token struct {
	word       string // NFC
	start, end int    // bytes in the text
	gap        gap    // what stands before it
}

const softHyphen = "\u00AD"

// gap says how a token is joined to the one before it.
type gap uint8

const (
	joined gap = iota // nothing, space, hyphen or apostrophe: a term may run across it
	dot               // a full stop: after an abbreviation a term may run across it
	apart             // other punctuation
)

// script classes; a word has letters of one class.
type script uint8

const (
	noLetter script = iota
	latin           // and any other script that is written with spaces
	digits
	arabicLetters
	hebrewLetters
	cyrillic
	greek
	katakana
	syllables // Han, Hiragana, Thai, Lao, Khmer, Burmese: no spaces between words
	hangul
)

func scriptOf(r rune) script {
	switch {
	case r < utf8.RuneSelf:
		switch {
		case 'a' <= r && r <= 'z', 'A' <= r && r <= 'Z':
			return latin
		case '0' <= r && r <= '9':
			return digits
		}
		return noLetter
	case r >= 0x0620 && r <= 0x065F: // Arabic letters and vowel signs
		return arabicLetters
	case r >= 0x0600 && r <= 0x06FF, r >= 0x0750 && r <= 0x077F, r >= 0xFB50 && r <= 0xFDFF, r >= 0xFE70 && r <= 0xFEFC:
		if unicode.IsDigit(r) {
			return digits
		}
		if unicode.IsLetter(r) || unicode.IsMark(r) {
			return arabicLetters
		}
		return noLetter
	case r == 'ー', unicode.Is(unicode.Katakana, r):
		return katakana
	case unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Thai, unicode.Lao, unicode.Khmer, unicode.Myanmar):
		if unicode.IsDigit(r) {
			return digits
		}
		return syllables
	case unicode.Is(unicode.Cyrillic, r):
		return cyrillic
	case unicode.Is(unicode.Hangul, r):
		return hangul
	case unicode.Is(unicode.Hebrew, r) && (unicode.IsLetter(r) || unicode.IsMark(r)):
		return hebrewLetters
	case unicode.Is(unicode.Greek, r):
		return greek
	case unicode.IsLetter(r):
		return latin
	case unicode.IsDigit(r):
		return digits
	}
	return noLetter
}

// continues reports whether r goes on with a word without being a letter of it.
func continues(r rune) bool {
	return unicode.IsMark(r) || r == '\u00AD' || r == '\u200C' || r == '\u200D' || r == 'ـ'
}

// tokenize cuts text into words. breaks are byte offsets at which a word ends
// whatever stands there: line breaks that are inline codes.
func tokenize(s string, breaks []int) []token {
	tokens := make([]token, 0, len(s)/6+4)
	clean := norm.NFC.IsNormalString(s) && !strings.Contains(s, softHyphen)
	before := joined
	for i := 0; i < len(s); {
		r, n := utf8.DecodeRuneInString(s[i:])
		class := scriptOf(r)
		for len(breaks) > 0 && breaks[0] <= i {
			breaks, before = breaks[1:], apart
		}
		if class == noLetter {
			before = max(before, gapOf(r))
			i += n
			continue
		}
		end := wordEnd(s, i, n, class)
		if len(breaks) > 0 && breaks[0] < end {
			end = breaks[0]
		}
		word := s[i:end]
		if !clean {
			word = strings.ReplaceAll(norm.NFC.String(word), softHyphen, "")
		}
		tokens = append(tokens, token{word, i, end, before})
		before = joined
		i = end
	}
	return tokens
}

// wordEnd finds where the word ends whose first letter, of n bytes, stands at i.
func wordEnd(s string, i, n int, class script) int {
	end := i + n
	for end < len(s) {
		r, n := utf8.DecodeRuneInString(s[end:])
		switch {
		case continues(r):
		case class == syllables, class == arabicLetters && endsArabicWord(s[i:end], r):
			return end
		case scriptOf(r) == class:
		case class == hebrewLetters && (r == '"' || r == '״' || r == '׳' || r == '\'') && hebrewFollows(s[end+n:]):
		default:
			if class == latin && r == '.' && isAbbreviation(s[i:end]) {
				if more := abbreviationEnd(s, i); more > end {
					return more
				}
			}
			return end
		}
		end += n
	}
	return end
}

// endsArabicWord reports whether an Arabic word must end before the letter next,
// though the space was forgotten: ة, ى and the tanwin on an alef stand at the end
// of words only.
func endsArabicWord(word string, next rune) bool {
	switch {
	case strings.HasSuffix(word, "ة"), strings.HasSuffix(word, "ًا"):
		return true
	case strings.HasSuffix(word, "ى"):
		return next != 'ء'
	}
	return false
}

func hebrewFollows(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return scriptOf(r) == hebrewLetters
}

// isAbbreviation reports whether a word is one capital letter, which may begin "U.S.".
func isAbbreviation(word string) bool {
	r, n := utf8.DecodeRuneInString(word)
	return n == len(word) && unicode.IsUpper(r)
}

// abbreviationEnd finds the end of letters with full stops between them: U.S. is
// one word. The last full stop does not belong to it: it may end the sentence.
func abbreviationEnd(s string, i int) int {
	end := i
	for {
		r, n := utf8.DecodeRuneInString(s[i:])
		if !unicode.IsUpper(r) {
			return end
		}
		i += n
		if next, _ := utf8.DecodeRuneInString(s[i:]); scriptOf(next) == latin {
			return end
		}
		end = i
		if i >= len(s) || s[i] != '.' {
			return end
		}
		i++
	}
}

func gapOf(r rune) gap {
	switch {
	case unicode.IsSpace(r), unicode.Is(unicode.Cf, r):
		return joined
	case strings.ContainsRune("-‐‑'’ʼ־・·", r):
		return joined
	case r == '.':
		return dot
	}
	return apart
}
