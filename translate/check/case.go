package check

import "diglot/translate/unit"

// initialCase finds a sentence that begins with a small letter where the source's
// begins with a capital.
func initialCase() rule {
	return rule{Info{
		Name: "case", Severity: unit.Warning, Languages: nil,
		Good: example("The army left.", "en", "L'armée est partie.", "fr"),
		Bad:  example("The army left.", "en", "l'armée est partie.", "fr"),
	}, findCase}
}

func findCase(v *view) {
	s, ok := v.source.firstWord()
	if !ok || !s.script.cased() {
		return
	}
	t, ok := v.target.firstWord()
	if !ok || !t.script.cased() || v.target.script != t.script {
		return
	}
	if isUpper(s.first) && isLower(t.first) && !v.target.spelledSmall(t) {
		v.report("small", unit.Issue{Args: map[string]string{"word": v.target.piece(t)}, Target: at(t.start, t.end)})
	}
}

// firstWord gives the word that a text begins with, behind opening marks. A text
// that begins with a number, an ellipsis or a dash has none.
func (d *side) firstWord() (token, bool) {
	for _, t := range d.tokens {
		switch {
		case t.kind == isWord:
			return t, true
		case t.kind == isDigits, t.kind == isOpaque && !isMarkup(d, t):
			return token{}, false
		case t.kind == isMark && !t.mark.closes() && t.mark != openQuote && t.mark != openRound && t.mark != openSquare && t.first != '¿' && t.first != '¡':
			return token{}, false
		}
	}
	return token{}, false
}

// isMarkup reports an opaque token that is a tag.
func isMarkup(d *side, t token) bool {
	for _, o := range d.opaque {
		if o.start == t.start {
			return o.isTag()
		}
	}
	return false
}

// spelledSmall reports a name that its owner spells with a small letter: iPhone, eBay.
func (d *side) spelledSmall(t token) bool {
	for i, r := range d.piece(t) {
		if i > 0 && isUpper(r) {
			return true
		}
	}
	return false
}
