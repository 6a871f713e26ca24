package holder

import (
	"fmt"

	"diglot/translate/format/internal/literal"
	"diglot/translate/unit"
)

// InTarget finds in a translation the placeholders that its source has, and gives
// them the IDs that they have in the source's text. What else looks like one stays letters.
func InTarget(source, target string, text unit.Text, find func(letters string) []literal.Mark) []literal.Mark {
	known := map[string][]unit.Code{} // by spelling, those not yet met
	last := 0
	for i, name := range spellings(source, find(source)) {
		known[name] = append(known[name], text.Codes[i])
		last = max(last, text.Codes[i].ID)
	}
	var marks []literal.Mark
	found := find(target)
	for i, name := range spellings(target, found) {
		codes, ok := known[name]
		if !ok {
			continue
		}
		mark := found[i]
		if len(codes) > 0 {
			mark.Code = &codes[0]
			known[name] = codes[1:]
		} else { // once more than in the source
			mark.Code.ID += last
		}
		marks = append(marks, mark)
	}
	return marks
}

// spellings gives the marks' letters; directives that go by their order as if
// they were numbered.
func spellings(letters string, marks []literal.Mark) []string {
	list := make([]string, len(marks))
	n := 0
	for i, mark := range marks {
		s := letters[mark.From:mark.To]
		if mark.Code.Kind == unit.Close {
			s = "/" + s
		}
		if InOrder(s) {
			n++
			s = Numbered(s, n)
		}
		list[i] = s
	}
	return list
}

// Numbered gives a directive of printf the number of its argument.
func Numbered(directive string, n int) string { return fmt.Sprintf("%%%d$%s", n, directive[1:]) }
