package srx

import "strings"

// unbalanced says what does not close in a regular expression (of ICU, as SRX has
// them), or "". Whether Go's engine can run it is for package segment to say.
func unbalanced(pattern string) string {
	groups, class := 0, 0
	for i := 0; i < len(pattern); i++ {
		switch c := pattern[i]; {
		case c == '\\':
			if i++; i == len(pattern) {
				return `a \ at the end`
			}
			if pattern[i] == 'Q' {
				end := strings.Index(pattern[i:], `\E`)
				if end < 0 {
					return "" // a quotation may run to the end
				}
				i += end + 1
			}
		case c == '[':
			class++
			if class == 1 { // a ] that comes first is a letter
				next := strings.TrimPrefix(pattern[i+1:], "^")
				if strings.HasPrefix(next, "]") {
					i += len(pattern[i+1:]) - len(next) + 1
				}
			}
		case c == ']' && class > 0:
			class--
		case class > 0:
		case c == '(':
			groups++
		case c == ')':
			if groups--; groups < 0 {
				return "a ) without ("
			}
		}
	}
	switch {
	case class > 0:
		return "a [ without ]"
	case groups > 0:
		return "a ( without )"
	}
	return ""
}
