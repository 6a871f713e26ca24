package segment

import "diglot/translate/locale"

// Rules gives the rules of the file for a language, in the order in which they
// are asked, for use as exceptions before other rules (see
// Segmenter.WithExceptions).
func (x *SRX) Rules(tag locale.Tag) []Rule {
	var rules []Rule
	for _, name := range x.names(tag) {
		for _, l := range x.Languages {
			if l.Name == name {
				rules = append(rules, l.Rules...)
			}
		}
	}
	return rules
}
