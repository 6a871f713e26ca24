package segment

// Options are cuts that some projects want besides the ends of sentences.
// All are off by default.
type Options struct {
	BreakAfterColon     bool
	BreakAfterSemicolon bool // also ؛ and ；
	BreakAfterComma     bool // also ، and ，
	BreakOnNewline      bool // a single line end cuts; an empty line always does
}

// marks are the characters behind which an option cuts: narrow ones need
// white space behind them, wide ones bring their own.
type marks struct {
	on           bool
	name         string
	narrow, wide []rune
}

func (o Options) marks() []marks {
	return []marks{
		{o.BreakAfterColon, "colon", []rune(":"), []rune("：")},
		{o.BreakAfterSemicolon, "semicolon", []rune(";؛"), []rune("；")},
		{o.BreakAfterComma, "comma", []rune(",،"), []rune("，")},
	}
}

// rules are those that the options add in front.
func (o Options) rules() []Rule {
	var rules []Rule
	for _, m := range o.marks() {
		if m.on {
			r := Rule{Break: true, ID: "option/" + m.name, Why: "segments end after a " + m.name + ", by option"}
			r.Before, r.After = "["+string(m.narrow)+"]", `\s`
			rules = append(rules, r)
			r.Before, r.After = "["+string(m.wide)+"]", `[^”’」』）\s]`
			rules = append(rules, r)
		}
	}
	if o.BreakOnNewline {
		rules = append(rules, Rule{Break: true, ID: "option/newline", After: `[^\S\n]*\n`, Why: "segments end at the end of a line, by option"})
	}
	return rules
}

// ends are the characters that the scanner must stop at for the options.
func (o Options) ends() runeSet {
	var s runeSet
	for _, m := range o.marks() {
		if m.on {
			s = s.union(setOf(m.narrow...)).union(setOf(m.wide...))
		}
	}
	return s
}
