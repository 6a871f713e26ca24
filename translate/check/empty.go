package check

import "diglot/translate/unit"

// empty finds targets without a letter or digit. An empty target exports a hole
// in the article.
func empty() rule {
	return rule{Info{
		Name: "empty", Severity: unit.Error,
		Good: example("Hama fell.", "en", "سقطت حماة.", "ar"),
		Bad:  example("Hama fell.", "en", " ", "ar"),
	}, findEmpty}
}

func findEmpty(v *view) {
	if v.source.hasContent() && !v.target.hasContent() {
		v.report("missing", unit.Issue{})
	}
}

// hasContent reports a text with anything to translate or to keep.
func (d *side) hasContent() bool {
	for _, t := range d.tokens {
		if t.kind == isWord || t.kind == isDigits || t.kind == isOpaque {
			return true
		}
	}
	return false
}
