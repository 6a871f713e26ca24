package check

import "diglot/translate/unit"

// punctSpace finds a space before a comma or full stop, inside a bracket, or
// missing behind a comma: the mark may begin the next line alone. It is a matter of
// type rather than of words, so it is a remark.
func punctSpace() rule {
	return rule{Info{
		Name: "punct_space", Severity: unit.Info,
		Good: example("Homs, Hama", "en", "حمص، حماة", "ar"),
		Bad:  example("Homs, Hama", "en", "حمص ، حماة", "ar"),
	}, findPunctSpace}
}

func findPunctSpace(v *view) {
	tokens := v.target.tokens
	for i, t := range tokens {
		if t.kind != isMark {
			continue
		}
		before := i > 1 && tokens[i-1].kind == isSpace && tokens[i-2].kind == isWord
		behind := i+1 < len(tokens) && tokens[i+1].kind == isSpace
		switch {
		case before && v.target.hugsLeft(t) && (i+1 == len(tokens) || tokens[i+1].kind != isWord && tokens[i+1].kind != isDigits && tokens[i+1].kind != isMark):
			v.space("before", tokens[i-1], t)
		case behind && (t.mark == openRound || t.mark == openSquare):
			v.space("inside", tokens[i+1], t)
		case i > 0 && tokens[i-1].kind == isSpace && (t.mark == closeRound || t.mark == closeSquare) && i > 1 && tokens[i-2].kind != isMark:
			v.space("inside", tokens[i-1], t)
		case t.mark == comma && t.first < 0x3000 && i > 0 && i+1 < len(tokens) && tokens[i-1].kind == isWord && tokens[i+1].kind == isWord && tokens[i+1].script.spaced() && tokens[i-1].script.spaced():
			v.report("missing", unit.Issue{Args: map[string]string{"mark": v.target.piece(t)}, Target: at(t.start, t.end)})
		}
	}
}

func (v *view) space(key string, space, mark token) {
	v.report(key, unit.Issue{Args: map[string]string{"mark": v.target.piece(mark)}, Target: at(space.start, space.end)})
}

// hugsLeft reports a mark that no space stands before in the side's language.
// French sets one before the high marks.
func (d *side) hugsLeft(t token) bool {
	switch t.mark {
	case comma, stop:
		return true
	case question, exclamation, colon, semicolon:
		return d.lang != "fr"
	}
	return false
}
