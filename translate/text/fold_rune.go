package text

import (
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
	"golang.org/x/text/width"
)

// foldCluster folds one letter with its marks, into NFC. The bytes are good
// until the next call.
func (w *folder) foldCluster(cluster string) []byte {
	f := w.fold
	first, size := utf8.DecodeRuneInString(cluster)
	if first == utf8.RuneError && size == 1 {
		return append(w.buffers[0][:0], cluster...) // not UTF-8: kept as it is
	}
	// First what belongs to no letter goes, and forms become ordinary ones.
	plain := w.buffers[0][:0]
	for _, r := range cluster {
		if f.drops(r) {
			continue
		}
		if f&FoldWidth != 0 {
			if p := width.LookupRune(r).Folded(); p != 0 {
				r = p
			}
		}
		plain = utf8.AppendRune(plain, r)
	}
	w.buffers[0] = plain
	plain = w.foldCase(plain)

	// Then marks, on the form in which the options find them.
	form, bare := norm.NFC, false
	if base, _ := utf8.DecodeRune(plain); f&FoldDiacritics != 0 && unicode.In(base, unicode.Latin, unicode.Greek, unicode.Cyrillic) {
		form, bare = norm.NFD, true
	}
	normal := form.Append(w.buffers[1][:0], plain...)
	w.buffers[1] = normal
	folded := w.buffers[0][:0] // plain has been read
	for len(normal) > 0 {
		r, n := utf8.DecodeRune(normal)
		normal = normal[n:]
		if bare && isDiacritic(r) {
			continue
		}
		folded = f.appendRune(folded, r)
	}
	w.buffers[0] = folded
	w.buffers[2] = norm.NFC.Append(w.buffers[2][:0], folded...)
	return w.buffers[2]
}

// foldCase is Unicode's full case folding, left out where nothing has a case.
func (w *folder) foldCase(b []byte) []byte {
	if w.fold&FoldCase == 0 {
		return b
	}
	if r, n := utf8.DecodeRune(b); n == len(b) && 0x0590 <= r && r < 0x10A0 {
		return b // from Hebrew to Burmese
	}
	folded := w.buffers[1]
	if cap(folded) < 4*len(b)+16 {
		folded = make([]byte, 4*len(b)+16) // a letter grows to three at most
	}
	n, _, err := w.caser.Transform(folded[:cap(folded)], b, true)
	if err != nil {
		return b
	}
	w.buffers[1] = folded[:0]
	w.buffers[0] = append(w.buffers[0][:0], folded[:n]...)
	return w.buffers[0]
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
