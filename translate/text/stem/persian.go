package stem

import "strings"

// persian takes off the plural (ها, ان, ات), the ezafe and the indefinite ی, and
// the possessive endings. Endings are written together, behind a zero-width
// non-joiner, or apart; apart they are words of their own. Arabic forms of ی and ک
// are the Persian letters.
type persian struct{}

const nonJoiner = "\u200c"

var persianSpelling = strings.NewReplacer("ي", "ی", "ى", "ی", "ك", "ک", "ۀ", "ه", "ة", "ه", "أ", "ا", "إ", "ا", "ؤ", "و", "ـ", "")

func persianLetters(word string) string {
	return strings.Map(func(r rune) rune {
		if r >= 0x064B && r <= 0x065F || r == 0x0670 || r >= 0x200D && r <= 0x200F {
			return -1
		}
		return r
	}, persianSpelling.Replace(word))
}

func (persian) Keys(word string) []string {
	return []string{strings.ReplaceAll(persianLetters(word), nonJoiner, "")}
}

var persianEndings = []ending{
	{"ها", ""}, {"های", ""}, {"هایی", ""}, {"هایش", ""}, {"هایشان", ""}, {"هایم", ""}, {"هایت", ""}, {"هایمان", ""}, {"هایتان", ""},
	{"ان", ""}, {"گان", "ه"}, {"یان", ""}, {"ات", ""}, {"جات", ""}, {"ی", ""}, {"ای", ""}, {"یی", ""},
	{"م", ""}, {"ت", ""}, {"ش", ""}, {"مان", ""}, {"تان", ""}, {"شان", ""}, {"اش", ""}, {"ام", ""}, {"ات", ""}, {"تر", ""}, {"ترین", ""},
}

func (persian) Readings(word string) []Reading {
	var rs readings
	letters := persianLetters(word)
	whole := strings.ReplaceAll(letters, nonJoiner, "")
	rs.add(whole, 0)
	if i := strings.LastIndex(letters, nonJoiner); i > 0 { // کتاب‌ها
		tail := letters[i+len(nonJoiner):]
		for _, e := range persianEndings {
			if e.from == tail {
				rs.add(strings.ReplaceAll(letters[:i], nonJoiner, "")+e.to, Inflected)
			}
		}
	}
	replaceEnds(whole, persianEndings, 6, Inflected, &rs)
	return rs
}
