package locale

// SpaceBetweenSentences reports whether a space stands between two sentences of
// a paragraph. None does in Chinese, Japanese and their relatives, nor in Tibetan; in
// Thai, Lao, Khmer and Burmese a space is what parts sentences, so it stays.
func SpaceBetweenSentences(t Tag) bool {
	switch Script(t) {
	case "Hans", "Hant", "Hani", "Hanb", "Jpan", "Hrkt", "Hira", "Kana", "Bopo", "Tibt", "Yiii":
		return false
	}
	return true
}

// Quotes are the marks around a quotation and around one inside it, in reading
// order: Open stands before the first word whatever the direction.
type Quotes struct {
	Open, Close           string
	InnerOpen, InnerClose string
}

// QuotesOf gives the quotation marks that CLDR 48 (delimiters) has for a locale,
// English ones for a language that the table does not have. Newspapers often differ:
// Arabic and Spanish ones also write «…», so a check may want a pair here and may not
// call another one wrong.
func QuotesOf(t Tag) Quotes {
	q, _ := lookup(quoteTable, t)
	if q == (Quotes{}) {
		q = Quotes{"“", "”", "‘", "’"}
	}
	return q
}

var quoteTable = byLocale(map[Quotes]string{
	{"”", "“", "’", "‘"}: "ar ur",
	{"„", "“", "‚", "‘"}: "de cs sk sl hr mk et is lb",
	{"«", "»", "“", "”"}: "it el ca eu ti kk es-US pt-PT br",
	{"«", "»", "‹", "›"}: "fa am fr-CH rm",
	{"”", "”", "’", "’"}: "he yi sv fi",
	{"«", "»", "„", "“"}: "ru uk be ky",
	{"«", "»", "«", "»"}: "fr hy oc",
	{"«", "»", "‘", "’"}: "nb nn no",
	{"„", "“", "„", "“"}: "bg lt",
	{"„", "”", "«", "»"}: "pl ro",
	{"「", "」", "『", "』"}: "ja zh-Hant",
	{"‘", "’", "‘", "’"}: "nl",
	{"„", "”", "‘", "’"}: "bs",
	{"„", "”", "’", "’"}: "sr",
	{"„", "”", "»", "«"}: "hu",
	{"„", "“", "«", "»"}: "ka",
	{"«", "»", "”", "“"}: "fr-CA",
})
