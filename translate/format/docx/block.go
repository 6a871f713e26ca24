package docx

import (
	"slices"
	"strconv"
	"strings"

	"diglot/translate/format"
	"diglot/translate/format/internal/xmlspan"
	"diglot/translate/unit"
)

// plan is what writing a block needs to know beyond its text. It is kept in
// Block.Where.
type plan struct {
	prefix  string         // of WordprocessingML, with the colon
	openers map[int]string // begin a run of the formatting without code: 0 in the paragraph, else in the pair with that ID
	inRun   map[int]bool   // codes that stand in a run, not between runs
}

func (p plan) String() string {
	var b strings.Builder
	b.WriteString(p.prefix)
	ids := make([]int, 0, len(p.openers)+len(p.inRun))
	for id := range p.openers {
		ids = append(ids, id)
	}
	for id := range p.inRun {
		ids = append(ids, id)
	}
	slices.Sort(ids)
	for _, id := range ids {
		b.WriteString("\n" + strconv.Itoa(id) + " " + p.openers[id])
	}
	return b.String()
}

func planOf(where string) plan {
	lines := strings.Split(where, "\n")
	p := plan{prefix: lines[0], openers: map[int]string{}, inRun: map[int]bool{}}
	for _, line := range lines[1:] {
		number, opener, _ := strings.Cut(line, " ")
		if id, err := strconv.Atoi(number); err == nil && opener == "" {
			p.inRun[id] = true
		} else if err == nil {
			p.openers[id] = opener
		}
	}
	return p
}

// assembly makes one block. What lies between two things that it adds is a gap:
// tags that begin and end runs and texts, which stand for no letters.
type assembly struct {
	*reader
	plan
	id int // of the last code
}

// block makes the block of a paragraph: from its first run with letters to the last
// one, without the pairs that enclose them all.
func (r *reader) block(p xmlspan.Node) (format.Block, bool) {
	list, base := within(r.items(p), properties{})
	if len(list) == 0 {
		return format.Block{}, false
	}
	a := assembly{reader: r, plan: plan{prefix: p.Prefix(), openers: map[int]string{}, inRun: map[int]bool{}}}
	span := r.span(unit.Span{Start: list[0].span.Start, End: list[len(list)-1].span.End})
	r.build.Reset(span.Start)
	a.level(list, 0, base)
	a.gap(span.End)
	b, err := r.build.Block(r.kind(p))
	if err != nil {
		r.err = err
		return b, false
	}
	b.Where = a.plan.String()
	return b, format.HasLetters(b.Text.Content)
}

// within narrows a list to what stands from its first to its last text, and gives
// the properties that its runs share.
func within(list []item, base properties) ([]item, properties) {
	first := slices.IndexFunc(list, hasText)
	if first < 0 {
		return nil, base
	}
	last := len(list) - 1
	for !hasText(list[last]) {
		last--
	}
	base = baseOf(list, base)
	if first == last && list[first].sort == pair {
		return within(list[first].inner, base)
	}
	return list[first : last+1], base
}

func hasText(it item) bool {
	return it.sort == textRun || it.sort == pair && slices.ContainsFunc(it.inner, hasText)
}

// baseOf gives the properties that the runs directly in a list share, those around
// it where it has none.
func baseOf(list []item, around properties) properties {
	var all []properties
	for _, it := range list {
		if it.sort == textRun {
			all = append(all, it.props)
		}
	}
	if len(all) == 0 {
		return around
	}
	return common(all)
}

// gap adds the bytes up to a byte of the body as standing for nothing.
func (a *assembly) gap(to int) {
	if from := a.build.End(); from < to {
		a.build.Spelled(unit.Span{Start: from, End: to}, "")
	}
}

// code adds a code, and the gap before it.
func (a *assembly) code(s unit.Span, c unit.Code) {
	s = a.span(s)
	a.gap(s.Start)
	a.build.Code(s, c)
}

// level adds the items of a paragraph or of a pair.
func (a *assembly) level(list []item, id int, base properties) {
	a.openers[id] = base.opener(a.prefix)
	key := base.key()
	for i := 0; i < len(list); i++ {
		switch it := list[i]; {
		case it.sort == pair:
			a.pair(it, base)
		case it.sort == alone:
			a.alone(it)
		case it.sort == textRun && it.props.key() == key:
			a.letters(it)
		case it.sort == textRun:
			n := alike(list[i:])
			a.stretch(list[i : i+n])
			i += n - 1
		}
	}
}

// alike counts the items from a text run on that belong to one stretch: runs that
// look the same, and codes between them.
func alike(list []item) int {
	n, key := 1, list[0].props.key()
	for i, it := range list {
		if it.sort == pair || it.sort == textRun && it.props.key() != key {
			break
		}
		if it.sort == textRun {
			n = i + 1
		}
	}
	return n
}

func (a *assembly) pair(it item, around properties) {
	a.id++
	id := a.id
	a.code(it.head, unit.Code{ID: id, Kind: unit.Open})
	a.level(it.inner, id, baseOf(it.inner, around))
	a.code(it.tail, unit.Code{ID: id, Kind: unit.Close})
}

func (a *assembly) alone(it item) {
	a.id++
	a.code(it.span, unit.Code{ID: a.id, Break: it.ends, NoDelete: it.fixed, NoCopy: it.fixed})
}

// stretch adds runs of another formatting: the first one's beginning and the last
// one's end are a pair of codes.
func (a *assembly) stretch(list []item) {
	a.id++
	id := a.id
	a.code(list[0].head, unit.Code{ID: id, Kind: unit.Open})
	for _, it := range list {
		if it.sort == textRun {
			a.letters(it)
		} else if it.sort == alone {
			a.alone(it)
		}
	}
	a.code(list[len(list)-1].tail, unit.Code{ID: id, Kind: unit.Close})
}

// letters adds what stands in a run.
func (a *assembly) letters(it item) {
	for n := range it.node.Elements() {
		switch name := local(n); name {
		case "rPr", "lastRenderedPageBreak":
		case "t":
			a.text(n)
		case "noBreakHyphen":
			a.spelled(n.Span(), "\u2011")
		case "softHyphen":
			a.spelled(n.Span(), "\u00ad")
		default:
			a.id++
			a.inRun[a.id] = true
			plain := name == "tab" || name == "br" || name == "cr" || name == "ptab" || name == "sym"
			a.code(n.Span(), unit.Code{ID: a.id, Break: name == "br" || name == "cr", NoDelete: !plain, NoCopy: !plain})
		}
	}
}

func (a *assembly) spelled(s unit.Span, letters string) {
	s = a.span(s)
	a.gap(s.Start)
	a.build.Spelled(s, letters)
}

// text adds the letters of a <w:t>. Lines and tabs at its edges count only where
// xml:space says so; spaces always: Word drops them too, but who wrote them meant them.
func (a *assembly) text(t xmlspan.Node) {
	inside := t.Inside()
	if t.Value("xml:space") != "preserve" {
		inside = trimmed(a.tree.Body, inside)
	}
	for n := range t.Children() {
		s := n.Tag()
		s.Start, s.End = max(s.Start, inside.Start), min(s.End, inside.End)
		if s.Len() <= 0 {
			continue
		}
		switch n.Kind() {
		case xmlspan.Text:
			a.tree.Pieces(s, a.piece)
		case xmlspan.CData:
			a.spelled(n.Tag(), n.Letters())
		}
	}
}

func (a *assembly) piece(p xmlspan.Piece) {
	if p.Reference {
		a.spelled(p.Span, p.Letters)
		return
	}
	for at := p.Span.Start; at < p.Span.End; {
		rest := a.tree.Body[at:p.Span.End]
		switch cr := strings.IndexByte(rest, '\r'); {
		case cr < 0:
			cr = len(rest)
			fallthrough
		case cr > 0:
			s := a.span(unit.Span{Start: at, End: at + cr})
			a.gap(s.Start)
			a.build.Literal(s)
			at += cr
		default:
			n := 1
			if strings.HasPrefix(rest, "\r\n") {
				n = 2
			}
			a.spelled(unit.Span{Start: at, End: at + n}, "\n")
			at += n
		}
	}
}

const white = " \t\r\n"

func trimmed(body string, s unit.Span) unit.Span {
	in := body[s.Start:s.End]
	if lead := len(in) - len(strings.TrimLeft(in, white)); strings.ContainsAny(in[:lead], "\t\r\n") {
		s.Start += lead
		in = in[lead:]
	}
	if core := len(strings.TrimRight(in, white)); strings.ContainsAny(in[core:], "\t\r\n") {
		s.End = s.Start + core
	}
	return s
}
