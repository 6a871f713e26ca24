package text

import (
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// appendLone folds a common letter that stays and that no mark stands on.
func (f Fold) appendLone(b []byte, r rune) []byte {
	if r >= 0x0600 || f&(FoldCase|FoldDiacritics) == 0 {
		return f.appendRune(b, r)
	}
	var folded [12]byte
	letters := utf8.AppendRune(folded[:0], r)
	if f&FoldCase != 0 {
		letters = appendCaseFolded(folded[:0], r)
	}
	if f&FoldDiacritics != 0 {
		if apart := norm.NFD.Properties(letters).Decomposition(); apart != nil {
			letters = apart
		}
	}
	for len(letters) > 0 {
		r, n := utf8.DecodeRune(letters)
		letters = letters[n:]
		if f&FoldDiacritics == 0 || !isDiacritic(r) {
			b = f.appendRune(b, r)
		}
	}
	return b
}

// baresSeat reports a letter that has lost a hamza or madda, or may carry none.
func (f Fold) baresSeat(r rune) bool {
	switch r {
	case 'ا', 'أ', 'إ', 'آ', 'ٱ', 'ٲ', 'ٳ':
		return f&FoldAlef != 0
	case 'و', 'ؤ', 'ي', 'ئ', 'ى', 'ی':
		return f&FoldHamza != 0
	}
	return false
}

// drops reports a letter or sign that goes whole.
func (f Fold) drops(r rune) bool {
	switch {
	case r < 0xAD:
		return false
	case r == tatweel:
		return f&FoldTatweel != 0
	case f&FoldHarakat != 0 && isHaraka(r), f&FoldNiqqud != 0 && isNiqqud(r):
		return true
	}
	return f&FoldInvisible != 0 && unicode.Is(unicode.Cf, r)
}

const tatweel = 'ـ'

// isHaraka reports an Arabic vowel sign or a mark of Quranic text. Hamza and madda
// above and below (0653–0655) are parts of letters.
func isHaraka(r rune) bool {
	return 0x0610 <= r && r <= 0x061A || 0x064B <= r && r <= 0x0652 || 0x0656 <= r && r <= 0x065F ||
		r == 0x0670 || 0x06D6 <= r && r <= 0x06ED && unicode.Is(unicode.Mn, r)
}

func isNiqqud(r rune) bool {
	return 0x0591 <= r && r <= 0x05C7 && unicode.Is(unicode.Mn, r)
}

func appendUnlessDiacritic(b []byte, r rune) []byte {
	if isDiacritic(r) {
		return b
	}
	return utf8.AppendRune(b, r)
}

// isDiacritic reports a mark of the blocks that Latin, Greek and Cyrillic use.
func isDiacritic(r rune) bool {
	return 0x0300 <= r && r <= 0x036F || 0x0483 <= r && r <= 0x0487 || 0x1AB0 <= r && r <= 0x1AFF ||
		0x1DC0 <= r && r <= 0x1DFF || 0x20D0 <= r && r <= 0x20F0 || 0xFE20 <= r && r <= 0xFE2F
}

// stroked are letters whose stroke Unicode does not decompose.
var stroked = map[rune]rune{
	'ø': 'o', 'Ø': 'O', 'ł': 'l', 'Ł': 'L', 'đ': 'd', 'Đ': 'D', 'ħ': 'h', 'Ħ': 'H', 'ŧ': 't', 'Ŧ': 'T', 'ı': 'i',
}

// plainMarks are the ASCII relatives of marks, for FoldPunct.
var plainMarks = map[rune]string{
	'“': `"`, '”': `"`, '„': `"`, '‟': `"`, '«': `"`, '»': `"`, '「': `"`, '」': `"`, '『': `"`, '』': `"`, '〝': `"`, '〞': `"`,
	'‘': "'", '’': "'", '‚': "'", '‛': "'", '‹': "'", '›': "'", '′': "'", '″': `"`, 'ʼ': "'", '´': "'",
	'‐': "-", '‑': "-", '‒': "-", '–': "-", '—': "-", '―': "-", '−': "-", '־': "-", '…': "...",
	'،': ",", '؛': ";", '؟': "?", '۔': ".", '٪': "%", '٫': ".", '٬': ",", '٭': "*",
	'。': ".", '、': ",", '，': ",", '．': ".", '：': ":", '；': ";", '？': "?", '！': "!", '（': "(", '）': ")",
	'।': ".", '\u037e': ";", '՝': ",", '։': ":", '።': ".", '፣': ",",
}

// appendRune folds one letter of a cluster in normal form.
func (f Fold) appendRune(b []byte, r rune) []byte {
	if r < utf8.RuneSelf {
		return append(b, byte(r))
	}
	switch r {
	case 'أ', 'إ', 'آ', 'ٱ', 'ٲ', 'ٳ':
		if f&FoldAlef != 0 {
			r = 'ا'
		}
	case 'ؤ':
		if f&FoldHamza != 0 {
			r = 'و'
		}
	case 'ئ':
		if f&FoldHamza != 0 {
			r = 'ي'
		}
	case 'ى', 'ی':
		if f&FoldYa != 0 {
			r = 'ي'
		}
	case 'ة':
		if f&FoldTaMarbuta != 0 {
			r = 'ه'
		}
	default:
		return f.appendOther(b, r)
	}
	return utf8.AppendRune(b, r)
}

func (f Fold) appendOther(b []byte, r rune) []byte {
	if f&FoldDiacritics != 0 {
		if bare, ok := stroked[r]; ok {
			return append(b, byte(bare))
		}
	}
	if f&FoldDigits != 0 {
		if d, ok := DigitValue(r); ok {
			return append(b, '0'+byte(d))
		}
	}
	if f&FoldPunct != 0 {
		if mark, ok := plainMarks[r]; ok {
			return append(b, mark...)
		}
	}
	return utf8.AppendRune(b, r)
}

// DigitValue gives the value of a decimal digit of any script (Unicode Nd), whose
// digits stand in rows from zero to nine.
func DigitValue(r rune) (value int, ok bool) {
	if '0' <= r && r <= '9' {
		return int(r - '0'), true
	}
	if r < 0x0660 || !unicode.Is(unicode.Nd, r) {
		return 0, false
	}
	for _, row := range unicode.Nd.R16 {
		if rune(row.Lo) <= r && r <= rune(row.Hi) {
			return int(r-rune(row.Lo)) % 10, true
		}
	}
	for _, row := range unicode.Nd.R32 {
		if rune(row.Lo) <= r && r <= rune(row.Hi) {
			return int(r-rune(row.Lo)) % 10, true
		}
	}
	return 0, false
}
