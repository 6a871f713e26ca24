package check

// script is the writing system of a letter, as far as checks tell them apart.
type script uint8

const (
	noScript  script = iota // no letter
	anyScript               // a mark that stands on letters of any script
	latin
	greek
	cyrillic
	hebrew
	arabic
	han
	hiragana
	katakana
	hangul
	otherScript
)

// scriptOf gives the script of a letter, noScript for what is none. It knows the
// blocks that news is written in; other letters are left to package unicode.
func scriptOf(r rune) script {
	switch {
	case r < 0xC0:
		if r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r == 'µ' {
			return latin
		}
	case r <= 0x24F:
		if r != '×' && r != '÷' {
			return latin
		}
	case r >= 0x1E00 && r <= 0x1EFF:
		return latin
	case r >= 0x300 && r <= 0x36F:
		return anyScript
	case r >= 0x370 && r <= 0x3FF:
		if r != 0x37E && r != 0x387 {
			return greek
		}
	case r >= 0x400 && r <= 0x52F:
		if r != 0x482 {
			return cyrillic
		}
	case r >= 0x591 && r <= 0x5F4:
		switch r {
		case 0x5BE, 0x5C0, 0x5C3, 0x5C6, 0x5F3, 0x5F4:
			return noScript
		}
		return hebrew
	case r >= 0x610 && r <= 0x6FF:
		return arabicLetter(r)
	case r >= 0x750 && r <= 0x77F:
		return arabic
	case r >= 0xFB50 && r <= 0xFDFF || r >= 0xFE70 && r <= 0xFEFC:
		if r != 0xFD3E && r != 0xFD3F {
			return arabic
		}
	case r >= 0x3041 && r <= 0x309F:
		return hiragana
	case r >= 0x30A1 && r <= 0x30FF:
		if r != '・' {
			return katakana
		}
	case r >= 0x4E00 && r <= 0x9FFF || r >= 0x3400 && r <= 0x4DBF || r >= 0x20000 && r <= 0x323AF || r == '々' || r == '〆' || r == '〇':
		return han
	case r >= 0xAC00 && r <= 0xD7A3:
		return hangul
	case r >= 0xFF21 && r <= 0xFF3A || r >= 0xFF41 && r <= 0xFF5A:
		return latin
	case r >= 0xFF66 && r <= 0xFF9F:
		return katakana
	}
	return noScript
}

// arabicLetter sorts the Arabic block: digits and marks of punctuation are no letters.
func arabicLetter(r rune) script {
	switch {
	case r == 0x61B || r >= 0x61D && r <= 0x61F, r >= 0x660 && r <= 0x66D, r == 0x6D4, r == 0x6DD, r == 0x6DE, r == 0x6E9, r >= 0x6F0 && r <= 0x6F9, r == 0x61C:
		return noScript
	}
	return arabic
}

// scriptNamed gives the script of an ISO 15924 code.
func scriptNamed(code string) script {
	switch code {
	case "Latn":
		return latin
	case "Grek":
		return greek
	case "Cyrl":
		return cyrillic
	case "Hebr":
		return hebrew
	case "Arab":
		return arabic
	case "Hans", "Hant", "Hani", "Jpan":
		return han
	case "Kore", "Hang":
		return hangul
	}
	return otherScript
}

// cased reports scripts with capital and small letters.
func (s script) cased() bool { return s == latin || s == greek || s == cyrillic }

// spaced reports scripts that part words with spaces.
func (s script) spaced() bool { return s != han && s != hiragana && s != katakana }
