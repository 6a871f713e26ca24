package check

import (
	"strings"

	"diglot/translate/unit"
)

// mixedScript finds a word with letters of two alphabets that look the same: a
// Latin c in a Russian word. No reader sees it and no search finds the word.
func mixedScript() rule {
	return rule{Info{
		Name: "mixed_script", Severity: unit.Warning,
		Good: example("Moscow", "en", "Москва", "ru"),
		Bad:  example("Moscow", "en", "Мoсква", "ru"),
	}, findMixedScript}
}

func findMixedScript(v *view) {
	tokens := v.target.tokens
	for i := 0; i < len(tokens); {
		if tokens[i].kind != isWord || !tokens[i].script.cased() {
			i++
			continue
		}
		end, mixed := i+1, false
		for end < len(tokens) && tokens[end].kind == isWord && tokens[end].script.cased() {
			mixed = mixed || tokens[end].script != tokens[i].script
			end++
		}
		if word := v.target.s[tokens[i].start:tokens[end-1].end]; mixed && v.target.disguised(tokens[i:end]) && !strings.Contains(v.source.s, word) {
			v.report("letters", unit.Issue{Args: map[string]string{"word": word}, Target: at(tokens[i].start, tokens[end-1].end)})
		}
		i = end
	}
}

// lookalikes are the letters of each alphabet that have a twin in another.
const lookalikes = "acekopuxyiABCEHIKMOPTXYZ" + "асекориухуіАВСЕНІКМОРТХУ" + "αικορυνΑΒΕΗΙΚΜΝΟΡΤΥΧΖ"

// disguised reports a word whose pieces in one of its alphabets have twins only. A
// foreign name with a native ending (SMSка) is spelled openly and passes.
func (d *side) disguised(pieces []token) bool {
	for _, s := range []script{latin, cyrillic, greek} {
		found, all := false, true
		for _, t := range pieces {
			if t.script != s {
				continue
			}
			found = true
			for _, r := range d.piece(t) {
				all = all && strings.ContainsRune(lookalikes, r)
			}
		}
		if found && all {
			return true
		}
	}
	return false
}
