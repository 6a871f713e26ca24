package check

import (
	"strings"
	"unicode/utf8"

	"diglot/translate/unit"
)

// punctStyle finds Latin marks in Arabic-script prose: a comma, semicolon or
// question mark that leans the wrong way.
func punctStyle() rule {
	return rule{Info{
		Name: "punct_style", Severity: unit.Warning, Languages: []string{"ar", "fa", "ur", "ps", "ckb", "ug", "sd"},
		Good: example("Homs, Hama and Aleppo", "en", "حمص، وحماة، وحلب", "ar"),
		Bad:  example("Homs, Hama and Aleppo", "en", "حمص, وحماة, وحلب", "ar"),
	}, findPunctStyle}
}

func findPunctStyle(v *view) {
	for i, t := range v.target.tokens {
		if t.kind == isWord && t.script == arabic {
			v.findKashida(t)
			continue
		}
		if t.kind != isMark || t.first != ',' && t.first != ';' && t.first != '?' {
			continue
		}
		before, ok := v.target.wordBefore(i)
		if ok && (before.script == arabic || v.target.arabicFollows(i)) {
			v.report("latin", unit.Issue{Args: map[string]string{"mark": v.target.piece(t)}, Target: at(t.start, t.end)})
		}
	}
}

// findKashida remarks on a word that is drawn out (حمـــص): a search does not find
// it. It is an ornament of headings, and part of the abbreviation هـ.
func (v *view) findKashida(t token) {
	word := v.target.piece(t)
	if !strings.ContainsRune(word, kashida) || utf8.RuneCountInString(strings.Trim(word, string(kashida))) < 2 {
		return
	}
	v.reportAs(unit.Info, "kashida", unit.Issue{Args: map[string]string{"word": word}, Target: at(t.start, t.end)})
}

// kashida is the stroke that makes a word longer.
const kashida = 'ـ'

// arabicFollows reports a space and then Arabic behind a mark: the sentence around
// it is Arabic, whatever stands before it.
func (d *side) arabicFollows(i int) bool {
	return i+2 < len(d.tokens) && d.tokens[i+1].kind == isSpace && d.tokens[i+2].script == arabic
}

// wordBefore gives the word or number that a mark follows, behind quotes and
// brackets; spaces do not part them.
func (d *side) wordBefore(i int) (token, bool) {
	for i--; i >= 0; i-- {
		switch t := d.tokens[i]; {
		case t.kind == isWord || t.kind == isDigits:
			return t, true
		case t.mark.closes(), t.kind == isSpace, t.kind == isHidden:
		default:
			return token{}, false
		}
	}
	return token{}, false
}
