package xmlspan

import (
	"errors"
	"fmt"
	"math"
	"strings"
	"unicode/utf8"

	"diglot/translate/format"
	"diglot/translate/unit"
)

// Bounds of a file. They are far above what any real file needs.
const (
	MaxDepth      = 1000    // of elements in one another
	MaxAttributes = 1000    // of one element
	MaxName       = 1000    // bytes of a name
	MaxValue      = 4 << 20 // bytes of an attribute's value
	MaxBindings   = 256     // prefixes in scope at one place
)

const (
	commentStart, commentEnd = "<!--", "-->"
	cdataStart, cdataEnd     = "<![CDATA[", "]]>"
)

// Parse reads a file. The error, of type *format.Error, names line and column of
// the first fault.
func Parse(body string) (*Tree, error) {
	if len(body) > math.MaxInt32/2 {
		return nil, format.At(body, 0, fmt.Errorf("%d bytes are more than an XML file may have", len(body)))
	}
	p := parser{Tree: Tree{Body: body, unbound: -1, nodes: make([]node, 1, 2+strings.Count(body, "<")*3/2), scope: make([]binding, 1)}}
	p.open = append(p.open, 0)
	p.last = append(p.last, 0)
	if err := p.characters(); err != nil {
		return nil, err
	}
	for p.at < len(body) {
		if err := p.next(); err != nil {
			return nil, err
		}
	}
	return p.finish()
}

// parser goes through the body once, from left to right.
type parser struct {
	Tree
	at   int
	open []int32 // the elements that are open, the document node first
	last []int32 // their last children so far
	root bool    // the root element has been seen
	once once
}

// fault makes an error of the place at.
func (p *parser) fault(at int, message string, args ...any) error {
	return format.At(p.Body, at, fmt.Errorf(message, args...))
}

// characters refuses what XML cannot hold.
func (p *parser) characters() error {
	body := p.Body
	for i := 0; i < len(body); i++ {
		c := body[i]
		if c >= 0x20 && c != 0xEF || c == '\n' || c == '\t' || c == '\r' {
			continue
		}
		if r, _ := utf8.DecodeRuneInString(body[i:]); !IsChar(r) {
			return p.fault(i, "the character U+%04X cannot stand in XML", r)
		}
	}
	return nil
}

// add appends a node to the open element.
func (p *parser) add(n node) int32 {
	at := int32(len(p.nodes))
	depth := len(p.open) - 1
	n.parent = p.open[depth]
	if before := p.last[depth]; before > 0 {
		p.nodes[before].next = at
	}
	p.last[depth] = at
	p.nodes = append(p.nodes, n)
	return at
}

// next reads one token.
func (p *parser) next() error {
	rest := p.Body[p.at:]
	if rest[0] != '<' {
		return p.text()
	}
	if len(rest) < 2 {
		return p.fault(p.at, "the file ends in a tag")
	}
	switch {
	case rest[1] == '/':
		return p.endTag()
	case rest[1] == '?':
		return p.instruction()
	case rest[1] != '!':
		return p.startTag()
	case strings.HasPrefix(rest, commentStart):
		return p.comment()
	case strings.HasPrefix(rest, cdataStart):
		return p.cdata()
	case strings.HasPrefix(rest, "<!DOCTYPE"):
		return p.doctype()
	}
	return p.fault(p.at, "%.12q is no markup; write &lt; for a plain <", rest)
}

func (p *parser) text() error {
	end := strings.IndexByte(p.Body[p.at:], '<')
	if end < 0 {
		end = len(p.Body) - p.at
	}
	s := unit.Span{Start: p.at, End: p.at + end}
	if len(p.open) == 1 {
		if n := spaces(p.Body[s.Start:s.End]); n < s.Len() {
			return p.fault(s.Start+n, "text outside of the root element")
		}
	}
	if i := strings.Index(p.Body[s.Start:s.End], cdataEnd); i >= 0 {
		return p.fault(s.Start+i, "]]> in text; write ]]&gt;")
	}
	if err := p.references(s); err != nil {
		return err
	}
	p.add(node{kind: Text, start: int32(s.Start), end: int32(s.End)})
	p.at = s.End
	return nil
}

// references checks the references in a stretch of text or an attribute.
func (p *parser) references(s unit.Span) error {
	for at := s.Start; ; {
		i := strings.IndexByte(p.Body[at:s.End], '&')
		if i < 0 {
			return nil
		}
		at += i
		rest := p.Body[at:s.End]
		end := strings.IndexByte(rest[:min(len(rest), MaxName)], ';')
		if end < 0 {
			return p.fault(at, "a bare &; write &amp;")
		}
		name := rest[1:end]
		if strings.HasPrefix(name, "#") {
			if _, ok := numbered(name); !ok {
				return p.fault(at, "&%s; is no character that XML can hold", name)
			}
		} else if nameEnd(name) != len(name) || name == "" {
			return p.fault(at, "a bare &; write &amp;")
		} else if _, ok := predefined[name]; !ok && !p.entities[name] && !p.openDTD {
			return p.fault(at, "the entity &%s; is not declared", name)
		}
		at += end + 1
	}
}

func (p *parser) comment() error {
	inside := p.at + len(commentStart)
	end := strings.Index(p.Body[inside:], "--")
	switch {
	case end < 0:
		return p.fault(p.at, "the comment has no end")
	case !strings.HasPrefix(p.Body[inside+end:], commentEnd):
		return p.fault(inside+end, "-- in a comment")
	}
	return p.token(Comment, inside+end+len(commentEnd))
}

func (p *parser) cdata() error {
	if len(p.open) == 1 {
		return p.fault(p.at, "text outside of the root element")
	}
	end := strings.Index(p.Body[p.at:], cdataEnd)
	if end < 0 {
		return p.fault(p.at, "the CDATA section has no end")
	}
	return p.token(CData, p.at+end+len(cdataEnd))
}

// token adds a node that ends at a byte and goes on behind it.
func (p *parser) token(k Kind, end int) error {
	p.add(node{kind: k, start: int32(p.at), end: int32(end)})
	p.at = end
	return nil
}

func (p *parser) instruction() error {
	end := strings.Index(p.Body[p.at:], "?>")
	if end < 0 {
		return p.fault(p.at, "the processing instruction has no end")
	}
	end += p.at + len("?>")
	target := p.at + len("<?")
	n := nameEnd(p.Body[target:end])
	switch name := p.Body[target : target+n]; {
	case name == "":
		return p.fault(p.at, "the processing instruction has no name")
	case p.Body[target+n] != '?' && spaces(p.Body[target+n:]) == 0:
		return p.fault(target+n, "the name of a processing instruction ends with a space")
	case !strings.EqualFold(name, "xml"):
		return p.token(Instruction, end)
	case p.at > 0 || name != "xml":
		return p.fault(p.at, "an XML declaration can only stand at the very beginning")
	}
	p.Declaration = unit.Span{Start: p.at, End: end}
	if !isDeclaration(p.Body[target+n : end-len("?>")]) {
		return p.fault(p.at, "the XML declaration is none; it reads <?xml version=\"1.0\" encoding=\"…\"?>")
	}
	p.at = end
	return nil
}

// isDeclaration checks what stands in an XML declaration (production 23).
func isDeclaration(s string) bool {
	order := []string{"version", "encoding", "standalone"}
	for first := true; ; first = false {
		n := spaces(s)
		if s = s[n:]; s == "" {
			return !first
		}
		end := nameEnd(s)
		name := s[:end]
		s = s[end:]
		s = s[spaces(s):]
		if n == 0 || !strings.HasPrefix(s, "=") {
			return false
		}
		s = s[1:]
		s = s[spaces(s):]
		if s == "" || s[0] != '"' && s[0] != '\'' {
			return false
		}
		end = strings.IndexByte(s[1:], s[0])
		for len(order) > 0 && order[0] != name {
			order = order[1:]
		}
		if end < 0 || len(order) == 0 || first && name != "version" {
			return false
		}
		order = order[1:]
		s = s[end+2:]
	}
}

func (p *parser) endTag() error {
	depth := len(p.open) - 1
	start := p.at + len("</")
	n := nameEnd(p.Body[start:])
	name := p.Body[start : start+n]
	if depth == 0 {
		return p.fault(p.at, "the end tag </%.40s> has no start tag", name)
	}
	e := &p.nodes[p.open[depth]]
	if open := p.Body[e.start+1 : e.name]; open != name {
		line, column := format.Position(p.Body, int(e.start))
		return p.fault(p.at, "the end tag </%.40s> does not fit <%.40s> of %d:%d", name, open, line, column)
	}
	end := start + n
	end += spaces(p.Body[end:])
	if !strings.HasPrefix(p.Body[end:], ">") {
		return p.fault(p.at, "the end tag </%.40s> has no >", name)
	}
	e.inner, e.outer = int32(p.at), int32(end+1)
	p.at = end + 1
	p.open, p.last = p.open[:depth], p.last[:depth]
	return nil
}

func (p *parser) finish() (*Tree, error) {
	if depth := len(p.open) - 1; depth > 0 {
		e := &p.nodes[p.open[depth]]
		return nil, p.fault(int(e.start), "<%.40s> has no end tag", p.Body[e.start+1:e.name])
	}
	if !p.root {
		return nil, format.At(p.Body, len(p.Body), errors.New("there is no root element"))
	}
	return &p.Tree, nil
}
