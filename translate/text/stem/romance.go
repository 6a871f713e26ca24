package stem

import "strings"

// romance is a language that needs no more than its endings of number and gender:
// Italian, Portuguese.
type romance struct{ endings []ending }

func (romance) Keys(word string) []string { return accentKeys(strings.ToLower(word)) }

func (l romance) Readings(word string) []Reading {
	w := strings.ToLower(word)
	rs := readings{{Key: w}}
	replaceEnds(w, l.endings, 3, Inflected, &rs)
	addBare(word, &rs)
	return rs
}

var italian = romance{[]ending{
	{"i", "o"}, {"i", "e"}, {"i", "a"}, {"e", "a"}, {"chi", "co"}, {"ghi", "go"}, {"che", "ca"}, {"ghe", "ga"}, {"ie", "ia"}, {"ii", "io"}, {"i", "io"}, {"ce", "cia"}, {"ge", "gia"},
	{"ica", "ico"}, {"iche", "ico"}, {"ana", "ano"}, {"ane", "ano"}, {"iva", "ivo"}, {"ive", "ivo"}, {"osa", "oso"}, {"ose", "oso"}, {"ata", "ato"}, {"ate", "ato"},
	{"trice", "tore"}, {"trici", "tore"}, {"ria", "rio"}, {"rie", "rio"}, {"essa", "e"}, {"esse", "e"},
}}

var portuguese = romance{[]ending{
	{"s", ""}, {"es", ""}, {"ões", "ão"}, {"ães", "ão"}, {"ãos", "ão"}, {"ais", "al"}, {"éis", "el"}, {"óis", "ol"}, {"uis", "ul"}, {"is", "il"}, {"eis", "il"}, {"ns", "m"}, {"eses", "ês"},
	{"ora", "or"}, {"oras", "or"}, {"esa", "ês"}, {"esas", "ês"}, {"ica", "ico"}, {"icas", "ico"}, {"ana", "ano"}, {"anas", "ano"}, {"iva", "ivo"}, {"ivas", "ivo"},
	{"osa", "oso"}, {"osas", "oso"}, {"ada", "ado"}, {"adas", "ado"}, {"eira", "eiro"}, {"eiras", "eiro"}, {"ária", "ário"}, {"árias", "ário"},
}}
