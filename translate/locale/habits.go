package locale

// SpaceBetweenSentences reports whether a space stands between two sentences of
// a paragraph. None does in Chinese, Japanese and their relatives, nor in Tibetan;
// in Thai, Lao, Khmer and Burmese a space is what ends a sentence, so it stays.
func SpaceBetweenSentences(t Tag) bool {
	switch Script(t) {
	case "Hans", "Hant", "Hani", "Jpan", "Hira", "Kana", "Bopo", "Tibt", "Yiii":
		return false
	}
	return true
}
