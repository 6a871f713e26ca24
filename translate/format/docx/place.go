package docx

import "strings"

// depth is how deep a place stands in a paragraph.
type depth uint8

const (
	between depth = iota // runs
	inRun                // but in no <w:t>
	inText
)

// place is what is open where a piece of XML ends.
type place struct {
	depth    depth
	opener   string // of the run that is open, without what is only of its history
	kept     bool   // the <w:t> that is open keeps white space at its edges
	fresh    bool   // nothing stands in it yet
	hasText  bool   // the run has a <w:t>
	enclosed string // the start tag of the pair that is open, where the place is between runs
}

// placeAt finds what is open at the end of s, a stretch of a paragraph that begins
// between two runs. It looks back no further than it must.
func placeAt(prefix, s string) place {
	var p place
	closed := 0 // elements that end before the place and whose beginning is still to come
	for at := len(s); ; {
		at = strings.LastIndexByte(s[:at], '<')
		if at < 0 {
			return place{}
		}
		end := strings.IndexByte(s[at:], '>')
		if end < 0 {
			return place{}
		}
		tag := s[at : at+end+1]
		switch {
		case strings.HasPrefix(tag, "</"):
			if closed == 0 && p.depth == between && isTag(tag[2:], prefix+"r") {
				return enclosing(s[:at+len(tag)])
			}
			p.hasText = p.hasText || closed == 0 && isTag(tag[2:], prefix+"t")
			closed++
		case strings.HasSuffix(tag, "/>"):
			p.hasText = p.hasText || closed == 0 && isTag(tag[1:], prefix+"t")
		case strings.HasPrefix(tag, "<!"), strings.HasPrefix(tag, "<?"):
		case closed > 0:
			closed--
		case isTag(tag[1:], prefix+"t"):
			p.depth, p.hasText = inText, true
			p.kept, p.fresh = strings.Contains(tag, "preserve"), at+len(tag) == len(s)
		case isTag(tag[1:], prefix+"r"):
			p.depth = max(p.depth, inRun)
			p.opener = openerAt(prefix, s[at:])
			return p
		default:
			return place{enclosed: tag}
		}
	}
}

// enclosing finds the pair that is open at the end of s, between two runs.
func enclosing(s string) place {
	closed := 0
	for at := len(s); ; {
		at = strings.LastIndexByte(s[:at], '<')
		if at < 0 {
			return place{}
		}
		tag := s[at : at+strings.IndexByte(s[at:]+">", '>')+1]
		switch {
		case strings.HasPrefix(tag, "</"):
			closed++
		case strings.HasSuffix(tag, "/>"), strings.HasPrefix(tag, "<!"), strings.HasPrefix(tag, "<?"):
		case closed > 0:
			closed--
		default:
			return place{enclosed: tag}
		}
	}
}

// isTag reports that s, behind its "<" or "</", is a tag of that name.
func isTag(s, name string) bool {
	rest, ok := strings.CutPrefix(s, name)
	return ok && rest != "" && strings.IndexByte(" \t\r\n/>", rest[0]) >= 0
}

// openerAt gives the start tag of the run at the start of s, and its properties.
func openerAt(prefix, s string) string {
	tag := s[:strings.IndexByte(s, '>')+1]
	rest := s[len(tag):]
	gap := len(rest) - len(strings.TrimLeft(rest, white))
	if !isTag(strings.TrimPrefix(rest[gap:], "<"), prefix+"rPr") {
		return tag
	}
	if end := strings.IndexByte(rest, '>'); strings.HasSuffix(rest[:end+1], "/>") {
		return tag
	}
	closing := "</" + prefix + "rPr>"
	end := strings.Index(rest, closing)
	if history := strings.Index(rest, "<"+prefix+"rPrChange"); history >= 0 && history < end {
		return tag + rest[:history] + closing
	}
	return tag + rest[:max(end, 0)] + closing
}
