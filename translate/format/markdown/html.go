package markdown

import "strings"

// attributes finds the texts in a tag: the values of alt and title.
func attributes(s string, at, end int, where string) (flows []flow) {
	if strings.IndexByte(s[at:end], '=') < 0 || s[at+1] == '/' {
		return nil
	}
	name, _ := tagName(s[at+1 : end])
	for i := at + 1 + len(name); i < end; {
		i = skipSpace(s, i)
		if n := placeholder(s[i:end]); n > 0 {
			i += n
			continue
		}
		a := readAttribute(s[:end], i)
		if a.end == 0 {
			break
		}
		kind := strings.ToLower(a.name)
		if a.quote != 0 && (kind == "alt" || kind == "title") {
			flows = append(flows, flow{
				kind:  kind,
				where: "q" + string(a.quote) + where,
				start: a.start, end: a.value,
				tokens: plainTokens(s, a.start, a.value, false),
			})
		}
		i = a.end
	}
	return flows
}
