package markdown

import "strings"

// placeholder gives the length of a placeholder of a site generator at the start
// of s, or 0: a Hugo shortcode {{< >}} or {{% %}}, a mustache {{ }} or {{{ }}}, a
// Liquid tag {% %}. It is replaced before Markdown is read, so it may stand
// anywhere, and hold anything.
func placeholder(s string) int {
	const window = 4096 // so that many unclosed ones cost no more than one pass each
	if len(s) < 4 || s[0] != '{' {
		return 0
	}
	end := ""
	switch {
	case s[1] == '%':
		end = "%}"
	case s[1] != '{':
		return 0
	case s[2] == '<':
		end = ">}}"
	case s[2] == '%':
		end = "%}}"
	case s[2] == '{':
		end = "}}}"
	default:
		end = "}}"
	}
	from := len(end)
	i := strings.Index(s[from:min(len(s), window)], end)
	if i < 0 {
		return 0
	}
	return from + i + len(end)
}

// parameters finds the texts in a Hugo shortcode: captions, titles and alternative
// texts in double quotes.
func parameters(s string, at, end int, where string) (flows []flow) {
	if open := s[at:end]; !strings.HasPrefix(open, "{{<") && !strings.HasPrefix(open, "{{%") || !strings.Contains(open, `="`) {
		return nil
	}
	for i := at + 3; i < end; {
		name := i
		for i < end && (isLetter(s[i]) || isDigit(s[i]) || s[i] == '_' || s[i] == '-') {
			i++
		}
		value := i
		if i < end && s[i] == '=' {
			value++
		}
		switch {
		case value < end && (s[value] == '"' || s[value] == '`'):
			n := stringLength(s[value:end])
			if n == 0 {
				return flows
			}
			if kind := s[name:i]; value > i && s[value] == '"' && (kind == "caption" || kind == "title" || kind == "alt") {
				flows = append(flows, flow{
					kind:  kind,
					where: "g" + where,
					start: value + 1, end: value + n - 1,
					tokens: plainTokens(s, value+1, value+n-1, 'g'),
				})
			}
			i = value + n
		case strings.HasPrefix(s[i:], "/*"):
			return nil // it only shows what a shortcode looks like
		default:
			i++
		}
	}
	return flows
}

// stringLength gives the length of a string in double quotes or backticks at the
// start of s, or 0.
func stringLength(s string) int {
	for i := 1; i < len(s); i++ {
		switch {
		case s[i] == s[0]:
			return i + 1
		case s[i] == '\n' && s[0] == '"':
			return 0
		case s[i] == '\\' && s[0] == '"':
			i++
		}
	}
	return 0
}
