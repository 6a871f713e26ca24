package check

import "diglot/translate/unit"

// acronyms finds an acronym whose letters changed: WHO that became HWO. What
// remains in Latin capitals in the target has to stand in the source.
func acronyms() rule {
	return rule{Info{
		Name: "acronyms", Severity: unit.Warning,
		Good: example("The HMC met the SDF.", "en", "اجتمع مجلس (HMC) مع قوات (SDF).", "ar"),
		Bad:  example("The HMC met the SDF.", "en", "اجتمع مجلس (MHC) مع قوات (SDF).", "ar"),
	}, findAcronyms}
}

func findAcronyms(v *view) {
	if v.source.script == v.target.script {
		return // languages of one script make their own: HIV is VIH in French
	}
	for _, t := range v.target.tokens {
		word := v.target.piece(t)
		if !isAcronym(t, word) || v.source.holdsWord(word) {
			continue
		}
		for _, s := range v.source.tokens {
			own := v.source.piece(s)
			if isAcronym(s, own) && sameLetters(own, word) && !v.target.holdsWord(own) {
				v.report("changed", unit.Issue{
					Args:   map[string]string{"source": own, "target": word},
					Source: at(s.start, s.end), Target: at(t.start, t.end),
				})
			}
		}
	}
}

// isAcronym reports three to six Latin capitals. Two are turned round by languages
// themselves: EU and UE.
func isAcronym(t token, word string) bool {
	if t.kind != isWord || t.script != latin || len(word) < 3 || len(word) > 6 {
		return false
	}
	for i := range len(word) {
		if word[i] < 'A' || word[i] > 'Z' {
			return false
		}
	}
	return true
}

func (d *side) holdsWord(word string) bool {
	for _, t := range d.tokens {
		if t.kind == isWord && d.piece(t) == word {
			return true
		}
	}
	return false
}

// sameLetters reports two words of the same letters, or of one letter's difference,
// beginning with the same or a swapped letter.
func sameLetters(a, b string) bool {
	if len(a) != len(b) {
		return false
	}
	var counts [26]int
	for i := range len(a) {
		counts[a[i]-'A']++
		counts[b[i]-'A']--
	}
	return counts == [26]int{}
}
