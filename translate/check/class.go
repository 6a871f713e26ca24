package check

// class sorts punctuation marks by what they do, whatever the script: ؟ and ? are
// one class. Marks that do nothing for a check are of class otherMark.
type class uint8

const (
	otherMark class = iota
	stop
	question
	exclamation
	colon
	semicolon
	comma
	ellipsis
	dash
	hyphen
	openQuote  // “ « 「 and so on
	closeQuote // ” » 」
	plainQuote // " that may open or close
	lowQuote   // „ which opens
	apostrophe // ' ’ which may be a quote as well
	openRound  // ( and its relatives: the close follows each open
	closeRound
	openSquare
	closeSquare
	openCurly
	closeCurly
	percent
	currency
)

// classOf sorts a mark.
func classOf(r rune) class {
	switch r {
	case '.', '。', '．', '｡', '۔', '।', '॥', '።':
		return stop
	case '?', '؟', '？', '\u037E':
		return question
	case '!', '！':
		return exclamation
	case ':', '：', '׃':
		return colon
	case ';', '؛', '；':
		return semicolon
	case ',', '،', '，', '、', '､':
		return comma
	case '…', '⋯':
		return ellipsis
	case '—', '–', '―', '‒', '─', '━', '〜', '～':
		return dash
	case '-', '‐', '‑', '־', '−':
		return hyphen
	case '“', '«', '「', '『', '《', '〈', '‹', '〝', '﹁', '﹃':
		return openQuote
	case '”', '»', '」', '』', '》', '〉', '›', '〞', '〟', '﹂', '﹄':
		return closeQuote
	case '"', '״', '＂':
		return plainQuote
	case '„', '‟':
		return lowQuote
	case '\'', '’', '‘', '‚', '‛', '׳', '`', '´', 'ʼ':
		return apostrophe
	case '(', '（', '﴾', '﹙':
		return openRound
	case ')', '）', '﴿', '﹚':
		return closeRound
	case '[', '［', '【', '〔', '〖':
		return openSquare
	case ']', '］', '】', '〕', '〗':
		return closeSquare
	case '{', '｛':
		return openCurly
	case '}', '｝':
		return closeCurly
	case '%', '٪', '％', '﹪':
		return percent
	case '$', '€', '£', '¥', '₽', '₺', '₪', '﷼', '¢', '₹', '￥', '＄', '￡', '₩':
		return currency
	}
	return otherMark
}

// quotes reports marks that open or close a quotation, apostrophes not among them.
func (c class) quotes() bool { return c >= openQuote && c <= lowQuote }

// closes reports marks that may stand behind the end of a sentence.
func (c class) closes() bool {
	return c.quotes() || c == apostrophe || c == closeRound || c == closeSquare || c == closeCurly
}

// ends reports marks that may end a sentence or a heading.
func (c class) ends() bool { return c >= stop && c <= ellipsis }
