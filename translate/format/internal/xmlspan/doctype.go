package xmlspan

import (
	"strings"

	"diglot/translate/unit"
)

// doctype skips <!DOCTYPE …>. Of what it declares only the names of entities are
// kept, so that references to them are not taken for faults; nothing is fetched
// and nothing expanded.
func (p *parser) doctype() error {
	if p.root || p.Doctype.Len() > 0 {
		return p.fault(p.at, "a DOCTYPE can only stand once, before the root element")
	}
	at := p.at + len("<!DOCTYPE")
	if n := spaces(p.Body[at:]); n == 0 || nameEnd(p.Body[at+n:]) == 0 {
		return p.fault(p.at, "the DOCTYPE has no name")
	}
	inside := false
	for at < len(p.Body) {
		rest := p.Body[at:]
		switch c := rest[0]; {
		case strings.HasPrefix(rest, commentStart), strings.HasPrefix(rest, "<?"):
			end, mark := -1, commentEnd
			if rest[1] == '?' {
				mark = "?>"
			}
			if end = strings.Index(rest[2:], mark); end < 0 {
				return p.fault(at, "the DOCTYPE has no end")
			}
			at += 2 + end + len(mark)
			continue
		case c == '"' || c == '\'':
			end := strings.IndexByte(rest[1:], c)
			if end < 0 {
				return p.fault(at, "a quoted string in the DOCTYPE has no end")
			}
			at += end + 2
			continue
		case c == '[' && !inside:
			inside = true
		case c == ']' && inside:
			inside = false
		case c == '>' && !inside:
			p.Doctype = unit.Span{Start: p.at, End: at + 1}
			p.at = at + 1
			return nil
		case c == '<' && !inside:
			return p.fault(at, "< in the DOCTYPE")
		case c == '<':
			p.declare(rest)
		case c == '%' && inside, !inside && (strings.HasPrefix(rest, "SYSTEM") || strings.HasPrefix(rest, "PUBLIC")):
			p.openDTD = true
		}
		at++
	}
	return p.fault(p.at, "the DOCTYPE has no end")
}

// declare notes the name of an entity whose declaration s begins with.
func (p *parser) declare(s string) {
	s, ok := strings.CutPrefix(s, "<!ENTITY")
	if !ok {
		return
	}
	s = s[spaces(s):]
	if n := nameEnd(s); n > 0 && n <= MaxName {
		if p.entities == nil {
			p.entities = map[string]bool{}
		}
		p.entities[s[:n]] = true
	}
}
