package markdown

import "strings"

// The text in an HTML block is translated too: a figure's caption, a summary, a
// paragraph that somebody wrote as HTML. It is cut at the tags of blocks; other
// tags are codes in it. What stands in scripts, in code, in drawings, or under
// translate="no" is left alone.

// inlineTags are the elements that stand within a text.
var inlineTags = nameSet(`a abbr acronym b bdi bdo big br button cite code data del dfn em
	font i img input ins kbd label mark meter output progress q ruby rb rp rt s samp
	small span strike strong sub sup time tt u var wbr`)

// untranslated are the elements whose content is no text for readers.
var untranslated = nameSet(`script style pre textarea svg math iframe object video audio
	canvas template noscript select code-block`)

// htmlKinds names the blocks after the element that holds them.
var htmlKinds = map[string]string{
	"h1": "heading", "h2": "heading", "h3": "heading", "h4": "heading", "h5": "heading", "h6": "heading",
	"figcaption": "caption", "caption": "caption", "li": "list-item", "td": "cell", "th": "cell",
	"summary": "heading", "dt": "term", "dd": "definition",
}

// html adds the blocks of an HTML block.
func (e *emitter) html(f flat, where string) {
	h := htmlReader{emitter: e, s: f.s, where: where, kind: "paragraph"}
	e.flat, e.marks, e.segments = f, nil, f.segments
	for h.pos < len(h.s) {
		h.step()
	}
	h.flush()
}

// htmlReader reads the flat text of an HTML block.
type htmlReader struct {
	*emitter
	s       string
	where   string
	pos     int
	letters int // start of the letters before pos that are in no token yet
	tokens  []token
	kind    string
	ends    endMemo
}

// step reads what stands at pos.
func (h *htmlReader) step() {
	switch c := h.s[h.pos]; {
	case c == '<':
		if n := htmlTag(h.s, h.pos, &h.ends); n > 0 {
			h.tag(n)
			return
		}
	case c == '&':
		if n, letters := entity(h.s[h.pos:]); n > 0 {
			h.add(token{kind: spelled, start: h.pos, end: h.pos + n, letters: letters})
			return
		}
	case c == '{':
		if n := placeholder(h.s[h.pos:]); n > 0 {
			h.add(token{kind: code, start: h.pos, end: h.pos + n, flows: parameters(h.s, h.pos, h.pos+n, h.where)})
			return
		}
	case isSpaceOrEnd(c):
		h.space()
		return
	}
	h.pos++
}

// add ends the letters before a token and adds it.
func (h *htmlReader) add(t token) {
	if h.letters < t.start {
		h.tokens = append(h.tokens, token{kind: literal, start: h.letters, end: t.start})
	}
	h.tokens = append(h.tokens, t)
	h.pos, h.letters = t.end, t.end
}

// space reads white space; with a line end in it, it stands for that alone.
func (h *htmlReader) space() {
	end := skipSpace(h.s, h.pos)
	if len(h.tokens) == 0 && h.letters == h.pos { // before the text
		h.pos, h.letters = end, end
		return
	}
	if strings.IndexByte(h.s[h.pos:end], '\n') < 0 {
		h.pos = end
		return
	}
	h.add(token{kind: spelled, start: h.pos, end: end, letters: "\n"})
}

// tag reads a tag, comment or the like of n bytes.
func (h *htmlReader) tag(n int) {
	t := token{kind: code, start: h.pos, end: h.pos + n}
	name, _ := tagName(strings.TrimPrefix(h.s[h.pos+1:t.end], "/"))
	name = strings.ToLower(name)
	closing := h.s[h.pos+1] == '/'
	t.flows = attributes(h.s, t.start, t.end, h.where)
	switch {
	case !closing && name != "" && (untranslated[name] || forbids(h.s[t.start:t.end])):
		t.end = h.elementEnd(t.end, name)
	case inlineTags[name]:
		t.name, t.breaks = name, name == "br"
		if closing {
			t.name = "/" + name
		}
	case name != "":
		h.flush()
		for _, f := range t.flows {
			h.text(f.kind, f.where, f.start, f.tokens, -1)
		}
		h.kind = "paragraph"
		if kind := htmlKinds[name]; kind != "" && !closing {
			h.kind = kind
		}
		h.pos, h.letters = t.end, t.end
		return
	}
	h.add(t)
}

// forbids reports whether a tag says that its element is not to be translated.
func forbids(tag string) bool {
	tag = strings.ToLower(tag)
	return strings.Contains(tag, `translate="no"`) || strings.Contains(tag, "translate='no'") || strings.Contains(tag, "translate=no")
}

// elementEnd gives the end of the element whose content begins at a byte.
func (h *htmlReader) elementEnd(from int, name string) int {
	if strings.HasSuffix(h.s[:from], "/>") {
		return from
	}
	depth := 1
	for i := from; i < len(h.s); {
		at := strings.IndexByte(h.s[i:], '<')
		if at < 0 {
			break
		}
		i += at
		n := htmlTag(h.s, i, &h.ends)
		if n == 0 {
			i++
			continue
		}
		found, _ := tagName(strings.TrimPrefix(h.s[i+1:i+n], "/"))
		if strings.EqualFold(found, name) {
			if h.s[i+1] != '/' {
				depth++
			} else if depth--; depth == 0 {
				return i + n
			}
		}
		i += n
	}
	return len(h.s)
}

// flush makes a block of the text so far, without white space behind it.
func (h *htmlReader) flush() {
	end := h.pos
	for end > h.letters && isSpaceOrEnd(h.s[end-1]) {
		end--
	}
	if h.letters < end {
		h.tokens = append(h.tokens, token{kind: literal, start: h.letters, end: end})
	} else if n := len(h.tokens); n > 0 && h.tokens[n-1].kind == spelled && h.tokens[n-1].letters == "\n" {
		h.tokens = h.tokens[:n-1]
	}
	if len(h.tokens) > 0 {
		h.text(h.kind, h.where, h.tokens[0].start, h.tokens, -1)
	}
	h.tokens, h.letters = h.tokens[:0], h.pos
}

// attributes finds the texts in a tag: the values of alt and title.
func attributes(s string, at, end int, where string) (flows []flow) {
	if strings.IndexByte(s[at:end], '=') < 0 || !isLetter(s[at+1]) {
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
				tokens: plainTokens(s, a.start, a.value, 'q'),
			})
		}
		i = a.end
	}
	return flows
}
