package stem

import (
	"strings"
	"unicode"
)

// turkish takes suffixes off from the end, one after the other: evlerimizden is
// ev-ler-imiz-den. Each form on the way is a reading. A stem keeps three letters
// and a vowel, and a softened consonant is hardened back (kitabı, kitap). A name
// needs none of this: its suffixes stand behind an apostrophe.
type turkish struct{}

func turkishLower(word string) string { return strings.ToLowerSpecial(unicode.TurkishCase, word) }

func (turkish) Keys(word string) []string { return []string{turkishLower(word)} }

var turkishSuffixes = strings.Fields(`lar ler dan den tan ten da de ta te nın nin nun nün ın in un ün ya ye a e yı yi yu yü ı i u ü
	sı si su sü ım im um üm ımız imiz umuz ümüz ınız iniz unuz ünüz ları leri yla yle la le ki nda nde ndan nden na ne nı ni nu nü ca ce ça çe`)

// hardened gives a consonant back that an ending with a vowel has softened.
var hardened = []ending{{"b", "p"}, {"c", "ç"}, {"d", "t"}, {"ğ", "k"}}

func (turkish) Readings(word string) []Reading {
	rs := readings{{Key: turkishLower(word)}}
	for i := 0; i < len(rs) && i < 64; i++ {
		for _, suffix := range turkishSuffixes {
			stem, ok := cut(rs[i].Key, suffix, 3)
			if !ok || !strings.ContainsAny(stem, "aeıioöuü") {
				continue
			}
			rs.add(stem, Inflected)
			for _, e := range hardened {
				if base, ok := cut(stem, e.from, 2); ok {
					rs.add(base+e.to, Inflected)
				}
			}
		}
	}
	return rs
}
