package html

import "strings"

// kind is the sort of a token.
type kind uint8

const (
	textRun kind = iota
	startTag
	endTag
	comment // also what browsers take for one: <!x>, </3>, <?x>
	doctype
	snippet // <?php …?>, <%…%>
	broken  // a tag or snippet that the file ends in
)

// token is one piece of the body. Tokens follow each other without a gap.
type token struct {
	kind       kind
	start, end int
	name       string // of a tag, in lower case
	attributes []attribute
	selfClosed bool // it ends with "/>"
}

// scanner cuts a body into tokens where the HTML standard's tokenizer does
// (section 13.2.5), and keeps where everything stands. It goes beyond it for
// snippets and CDATA sections, which it keeps whole.
type scanner struct {
	body    string
	at      int // where the next token begins
	token   token
	pending []attribute // memory for the attributes of the next tag

	// The ends that are not to be found behind at any more: without remembering
	// this, a file full of beginnings would be searched to its end for each.
	noPercent, noPHP, noCDATA bool
}

// next goes to the next token.
func (s *scanner) next() bool {
	if s.at >= len(s.body) {
		return false
	}
	start := s.at
	if n := s.markup(start); n > start {
		s.at = n
		s.token.start, s.token.end = start, n
		return true
	}
	end := start + 1
	for {
		i := strings.IndexByte(s.body[end:], '<')
		if i < 0 {
			end = len(s.body)
			break
		}
		end += i
		if s.beginsMarkup(end) {
			break
		}
		end++
	}
	s.at = end
	s.token = token{kind: textRun, start: start, end: end}
	return true
}

// nextTag goes to the next start tag, past the text of elements that have no
// markup in them.
func (s *scanner) nextTag() bool {
	if s.token.kind == startTag {
		if sort := known[s.token.name].sort; sort == raw || sort == rcdata {
			s.rawText(s.token.name)
		}
	}
	for s.next() {
		if s.token.kind == startTag {
			return true
		}
	}
	return false
}

// beginsMarkup reports that the "<" at i does not stand for itself.
func (s *scanner) beginsMarkup(i int) bool {
	if i+1 >= len(s.body) {
		return false
	}
	switch c := s.body[i+1]; {
	case isLetter(c), c == '!', c == '?':
		return true
	case c == '/':
		return i+2 < len(s.body)
	case c == '%':
		return s.snippetEnd(i) > 0
	}
	return false
}

// markup reads what begins with the "<" at i and gives its end; i where there is none.
func (s *scanner) markup(i int) int {
	if s.body[i] != '<' || !s.beginsMarkup(i) {
		return i
	}
	switch c := s.body[i+1]; {
	case isLetter(c):
		return s.tag(i, i+1, startTag)
	case c == '/' && isLetter(s.body[i+2]):
		return s.tag(i, i+2, endTag)
	case c == '%', c == '?' && isPHP(s.body[i:]):
		s.token = token{kind: snippet}
		if end := s.snippetEnd(i); end > 0 {
			return end
		}
		s.token.kind = broken
		return len(s.body)
	case strings.HasPrefix(s.body[i:], "<!--"):
		s.token = token{kind: comment}
		return commentEnd(s.body, i+len("<!--"))
	}
	s.token = token{kind: comment}
	if len(s.body) >= i+9 && strings.EqualFold(s.body[i:i+9], "<!doctype") {
		s.token.kind = doctype
	} else if end := s.cdataEnd(i); end > 0 {
		return end
	}
	return behind(s.body, i, ">")
}

// behind gives the place behind the first stop at or after i, or the end of s.
func behind(s string, i int, stop string) int {
	if n := strings.Index(s[i:], stop); n >= 0 {
		return i + n + len(stop)
	}
	return len(s)
}

// commentEnd gives the end of the comment whose content begins at i: "-->",
// "--!>", or ">" and "->" when nothing stands before.
func commentEnd(s string, i int) int {
	for k := i; ; k++ {
		n := strings.IndexByte(s[k:], '>')
		if n < 0 {
			return len(s)
		}
		k += n
		content := s[i:k]
		if content == "" || content == "-" || strings.HasSuffix(content, "--") || strings.HasSuffix(content, "--!") {
			return k + 1
		}
	}
}

func (s *scanner) cdataEnd(i int) int {
	if !strings.HasPrefix(s.body[i:], "<![CDATA[") {
		return -1
	}
	return s.find(i, "]]>", &s.noCDATA)
}

// isPHP reports a snippet of PHP; other processing instructions end at the first ">".
func isPHP(s string) bool {
	return len(s) > 2 && (s[2] == '=' || isSpace(s[2]) || len(s) >= 5 && strings.EqualFold(s[2:5], "php"))
}

// snippetEnd gives the end of the snippet that begins at i, or -1.
func (s *scanner) snippetEnd(i int) int {
	switch {
	case strings.HasPrefix(s.body[i:], "<%"):
		return s.find(i, "%>", &s.noPercent)
	case strings.HasPrefix(s.body[i:], "<?") && isPHP(s.body[i:]):
		return s.find(i, "?>", &s.noPHP)
	}
	return -1
}

// find gives the place behind the first stop after i, or -1 and notes that there
// are no more.
func (s *scanner) find(i int, stop string, none *bool) int {
	if *none {
		return -1
	}
	if n := strings.Index(s.body[i:], stop); n >= 0 {
		return i + n + len(stop)
	}
	*none = true
	return -1
}

func isLetter(c byte) bool { return 'a' <= c|0x20 && c|0x20 <= 'z' }

// rawText skips to the end tag that closes the raw text of an element, or to the
// end of the file, and gives the place.
func (s *scanner) rawText(name string) int {
	from := s.at
	if name == "script" {
		s.at = scriptEnd(s.body, from)
	} else {
		s.at = rawEnd(s.body, from, name)
	}
	return s.at
}

// rawEnd finds the end tag of the name, as "</style" with a space, "/" or ">" behind.
func rawEnd(s string, i int, name string) int {
	for {
		n := strings.Index(s[i:], "</")
		if n < 0 {
			return len(s)
		}
		i += n
		if isEndTag(s, i, name) {
			return i
		}
		i += len("</")
	}
}

// isEndTag reports that the end tag of name stands at i.
func isEndTag(s string, i int, name string) bool {
	end := i + len("</") + len(name)
	return strings.HasPrefix(s[i:], "</") && end < len(s) && strings.EqualFold(s[i+2:end], name) && (isSpace(s[end]) || s[end] == '/' || s[end] == '>')
}

// scriptEnd finds the end tag of a script. One that stands in a comment, behind
// another script's start tag, does not count (13.2.5.15 to 31).
func scriptEnd(s string, i int) int {
	escaped, double := false, false
	for ; i < len(s); i++ {
		switch c := s[i]; {
		case c == '>' && escaped && strings.HasSuffix(s[:i], "--"):
			escaped, double = false, false
		case c != '<':
		case isEndTag(s, i, "script"):
			if !double {
				return i
			}
			double = false
		case !escaped && strings.HasPrefix(s[i:], "<!--"):
			escaped = true
			i += len("<!-") // its second dash may be the first of "-->"
		case escaped && !double && opensScript(s[i:]):
			double = true
		}
	}
	return len(s)
}

func opensScript(s string) bool {
	const tag = "<script"
	return len(s) > len(tag) && strings.EqualFold(s[:len(tag)], tag) && (isSpace(s[len(tag)]) || s[len(tag)] == '/' || s[len(tag)] == '>')
}
