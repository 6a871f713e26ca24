package stem

import "strings"

// What writers differ in, and what they never differ in:
//
//   - harakat and tatweel are for the reader's help: dropped.
//   - A hamza in a word has its seat by rules that schools differ in (مسؤول مسئول):
//     ؤ ئ أ ء are one letter there, and آ is that letter with an alef.
//   - At the beginning أ and إ are often left bare (اعلام). Bare meets both, but
//     written out they differ: أعلام are flags, إعلام is the media. In a word of six
//     letters or more nothing hangs on it: إسبانيا, أسبانيا.
//   - ى at the end is written for ي along the Nile, and ي for ى by mistake. In short
//     words that makes another word (مرضى patients, مرضي of a disease).
//   - In foreign names ng is نغ or نج, and a short o or u may have its و or not
//     (ديمقراطي, ديموقراطي): in words of seven letters or more it decides nothing.
//   - ة is never ه: that would make كلمة and كلمه, his word, the same.
const (
	seatBare  = "~" // filed by a dictionary that leaves the seat out
	seatOther = "=" // met by a text that leaves the seat out
	foreign   = "%" // filed and met without its و
	longWord  = 6   // letters from which on the seat of the first hamza decides nothing
	veryLong  = 7   // letters from which on a و decides nothing
)

// arabicLetters brings a word to its letters: no harakat, no tatweel, no joiners,
// Persian forms of letters as Arabic ones.
func arabicLetters(word string) []rune {
	letters := make([]rune, 0, len(word)/2+1)
	for _, r := range word {
		switch {
		case r >= 0x064B && r <= 0x065F, r == 0x0670, r == 0x0640, r >= 0x200B && r <= 0x200F, r >= 0x0610 && r <= 0x061A, r >= 0x06D6 && r <= 0x06ED:
			continue
		case r == 'ٱ':
			r = 'ا'
		case r == 'ک':
			r = 'ك'
		case r == 'ی':
			r = 'ي'
		case r == 'ە', r == 'ہ':
			r = 'ه'
		}
		letters = append(letters, r)
	}
	return letters
}

// skeleton makes all hamzas inside the word one letter and the first alef bare.
// seat is the first letter if it is an alef that carries something.
func skeleton(letters []rune) (key string, seat rune) {
	var b strings.Builder
	for i, r := range letters {
		switch r {
		case 'أ', 'إ', 'آ':
			if i == 0 {
				seat = r
				b.WriteRune('ا')
				continue
			}
			b.WriteRune('ء')
			if r == 'آ' {
				b.WriteRune('ا')
			}
		case 'ؤ', 'ئ':
			b.WriteRune('ء')
		case 'ء':
			if i > 0 && letters[i-1] == 'ى' { // لاجىء
				s := strings.TrimSuffix(b.String(), "ى")
				b.Reset()
				b.WriteString(s)
			}
			b.WriteRune('ء')
		case 'غ':
			if i >= 2 && letters[i-1] == 'ن' { // ng: بيونغ, بيونج
				r = 'ج'
			}
			b.WriteRune(r)
		default:
			b.WriteRune(r)
		}
	}
	return loanSpelling.Replace(b.String()), seat
}

// loanSpelling makes one of two usual spellings of words from other languages. They
// are parts of words, as skeleton leaves them, so that one entry serves all forms.
var loanSpelling = strings.NewReplacer(
	"فيدرال", "فدرال", "ديموقراط", "ديمقراط", "تليفزيون", "تلفزيون", "تليفون", "تلفون", "انكليز", "انجليز", "انكلترا", "انجلترا",
	"اميركا", "امريكا", "اميركي", "امريكي", "غوغل", "جوجل", "هيليكوبتر", "هليكوبتر", "كومبيوتر", "كمبيوتر", "ميليشي", "مليشي",
	"ديكتاتور", "دكتاتور", "ليبرالي", "لبرالي", "فايروس", "فيروس", "كيلوغرام", "كيلوجرام", "فيرجيني", "فرجيني", "شيكاغو", "شيكاجو",
	"يونيسكو", "يونسكو", "بورتوريكو", "بورتريكو", "انستغرام", "انستجرام", "تليغرام", "تلجرام", "بيلاروس", "بلاروس",
	"بلجراد", "بلغراد", "زغرب", "زجرب", "غينيا", "جينيا", "غواتيمالا", "جواتيمالا", "سنجافور", "سنغافور",
)

// arabicKeys files a dictionary word.
func arabicKeys(letters []rune) []string {
	key, seat := skeleton(letters)
	switch {
	case len(letters) >= veryLong:
		return []string{key, foreign + withoutWaw(key)}
	case seat == 0 && !strings.HasPrefix(key, "ا") || len(letters) >= longWord:
		return []string{key}
	case seat == 0:
		return []string{seatBare + key, seatOther + key}
	default:
		return []string{string(seat) + key, seatOther + key}
	}
}

// arabicTextKeys gives the keys that letters of running text meet.
func arabicTextKeys(letters []rune) []Reading {
	rs := make([]Reading, 0, 3)
	add := func(letters []rune, kind Kind) {
		key, seat := skeleton(letters)
		switch {
		case seat == 0 && !strings.HasPrefix(key, "ا") || len(letters) >= longWord:
			rs = append(rs, Reading{key, kind})
		case seat == 0:
			rs = append(rs, Reading{seatOther + key, kind})
		default:
			rs = append(rs, Reading{string(seat) + key, kind}, Reading{seatBare + key, kind})
		}
	}
	add(letters, 0)
	if len(letters) >= veryLong {
		rs = append(rs, Reading{foreign + withoutWaw(rs[0].Key), 0})
	}
	switch last := letters[len(letters)-1]; {
	case last == 'ى' && len(letters) >= 5:
		add(replaceLast(letters, 'ي'), 0)
	case last == 'ي' && len(letters) >= 5:
		add(replaceLast(letters, 'ى'), 0)
	case last == 'ى' && len(letters) >= 3 && !isBrokenPlural(letters):
		add(replaceLast(letters, 'ي'), LooseYa)
	}
	return rs
}

// withoutWaw leaves out each و that is neither the first letter nor the last.
func withoutWaw(key string) string {
	first, last := len("و"), len(key)-len("و")
	return key[:first] + strings.ReplaceAll(key[first:last], "و", "") + key[last:]
}

func replaceLast(letters []rune, by rune) []rune {
	changed := append([]rune(nil), letters...)
	changed[len(changed)-1] = by
	return changed
}
