package po

import (
	"errors"
	"fmt"
	"strings"

	"diglot/translate/format"
	"diglot/translate/format/internal/literal"
	"diglot/translate/unit"
)

// message is an entry of the file.
type message struct {
	start    int         // of its first comment, or of its first word
	comments []unit.Span // without the line ends
	previous []unit.Span // lines that begin with #|
	old      string      // the msgid there
	words    int         // where msgctxt or msgid begins
	context  *literal.String
	id       literal.String
	plural   *literal.String
	forms    []form // one, or those of the plural
	obsolete bool
	end      int // behind the last quote
}

// form is a msgstr.
type form struct {
	word int // where msgstr begins
	text literal.String
}

// parser makes messages of tokens.
type parser struct {
	scanner
	token    token // the next one
	messages []message
}

// parse reads a whole body.
func parse(body string) ([]message, error) {
	p := &parser{scanner: scanner{body: body}}
	p.messages = make([]message, 0, min(strings.Count(body, "msgid "), len(body)/60)+1)
	if err := p.step(); err != nil {
		return nil, err
	}
	for p.token.kind != end {
		if err := p.entry(); err != nil {
			return nil, err
		}
	}
	return p.messages, nil
}

func (p *parser) step() (err error) {
	p.token, err = p.next()
	return err
}

// is reports that the next token is a keyword.
func (p *parser) is(keyword string) bool { return p.token.kind == word && p.token.word == keyword }

// entry reads a message with its comments, or a domain line.
func (p *parser) entry() error {
	m := message{start: p.token.span.Start}
	for p.token.kind == comment {
		m.comments = append(m.comments, p.token.span)
		if err := p.step(); err != nil {
			return err
		}
	}
	if p.token.kind == end {
		return nil
	}
	if p.is("domain") {
		if err := p.step(); err != nil {
			return err
		}
		_, err := p.text("domain", p.token)
		return err
	}
	if err := p.old(&m); err != nil {
		return err
	}
	if err := p.source(&m); err != nil {
		return err
	}
	if err := p.translation(&m); err != nil {
		return err
	}
	p.messages = append(p.messages, m)
	return nil
}

// old reads what the message was before, behind #|.
func (p *parser) old(m *message) error {
	for p.token.previous {
		line := strings.LastIndexAny(p.body[:p.token.span.Start], "\r\n") + 1
		keyword := p.token
		if keyword.kind != word || keyword.word != "msgctxt" && keyword.word != "msgid" && keyword.word != "msgid_plural" {
			return p.unexpected("msgctxt, msgid or msgid_plural of the message as it was")
		}
		if err := p.step(); err != nil {
			return err
		}
		text, err := p.text(keyword.word, keyword)
		if err != nil {
			return err
		}
		if keyword.word == "msgid" {
			m.old = text.Letters
		}
		m.previous = append(m.previous, unit.Span{Start: line, End: text.Span.End + 1})
	}
	return nil
}

// source reads msgctxt, msgid and msgid_plural.
func (p *parser) source(m *message) error {
	m.words, m.obsolete = p.token.span.Start, p.token.obsolete
	if p.is("msgctxt") {
		text, err := p.field(m)
		if err != nil {
			return err
		}
		m.context = &text
	}
	if !p.is("msgid") {
		return p.unexpected("msgid")
	}
	var err error
	if m.id, err = p.field(m); err != nil {
		return err
	}
	if p.is("msgid_plural") {
		text, err := p.field(m)
		if err != nil {
			return err
		}
		m.plural = &text
	}
	return nil
}

// translation reads msgstr, or msgstr[0], msgstr[1] …
func (p *parser) translation(m *message) error {
	for p.is("msgstr") {
		keyword := p.token
		if err := p.step(); err != nil {
			return err
		}
		switch numbered := p.token.kind == index; {
		case numbered && m.plural == nil:
			return p.fail(keyword.span.Start, errors.New("a plural form, but the message has no msgid_plural"))
		case !numbered && m.plural != nil:
			return p.fail(keyword.span.Start, errors.New("the message has a msgid_plural, so this must be msgstr[0]"))
		case numbered:
			if p.token.number != len(m.forms) {
				return p.fail(p.token.span.Start, fmt.Errorf("plural form %d stands where form %d should", p.token.number, len(m.forms)))
			}
			if err := p.step(); err != nil {
				return err
			}
		case len(m.forms) > 0:
			return p.fail(keyword.span.Start, errors.New("a second msgstr"))
		}
		text, err := p.text("msgstr", keyword)
		if err != nil {
			return err
		}
		if keyword.obsolete != m.obsolete {
			return p.mixed(keyword)
		}
		m.forms = append(m.forms, form{word: keyword.span.Start, text: text})
		m.end = text.Span.End + 1
	}
	if len(m.forms) == 0 {
		return p.unexpected("msgstr")
	}
	return nil
}

// field reads a keyword and its text.
func (p *parser) field(m *message) (literal.String, error) {
	keyword := p.token
	if keyword.obsolete != m.obsolete {
		return literal.String{}, p.mixed(keyword)
	}
	if err := p.step(); err != nil {
		return literal.String{}, err
	}
	return p.text(keyword.word, keyword)
}

// text reads the string literals behind a keyword.
func (p *parser) text(name string, keyword token) (literal.String, error) {
	t := p.token
	if t.kind != texts {
		return t.text, p.unexpected("the text of " + name + ", in quotes")
	}
	if t.obsolete != keyword.obsolete || t.previous != keyword.previous {
		return t.text, p.mixed(t)
	}
	return t.text, p.step()
}

func (p *parser) mixed(t token) error {
	return p.fail(t.span.Start, errors.New("a part of this message stands behind #~ or #| and a part does not"))
}

func (p *parser) unexpected(want string) error {
	t := p.token
	found := "the end of the file"
	switch t.kind {
	case comment:
		found = "a comment"
	case word, index:
		found = fmt.Sprintf("%.30q", p.body[t.span.Start:t.span.End])
	case texts:
		found = "a text"
	}
	return p.fail(t.span.Start, fmt.Errorf("%s stands where %s should", found, want))
}

// duplicates refuses messages that are defined twice.
func duplicates(body string, messages []message) error {
	first := make(map[string]int, len(messages))
	for i := range messages {
		m := &messages[i]
		name := m.id.Letters
		if m.context != nil {
			name = m.context.Letters + "\x04" + name
		}
		if k, ok := first[name]; ok {
			line, _ := format.Position(body, messages[k].words)
			return format.At(body, m.words, fmt.Errorf("the message %.60q is defined twice, first in line %d; delete one of them", m.id.Letters, line))
		}
		first[name] = i
	}
	return nil
}

// isHeader reports the entry whose text is the file's header.
func (m *message) isHeader() bool {
	return m.context == nil && m.id.Letters == "" && !m.obsolete
}

// header finds the entry, or gives nil.
func header(messages []message) *message {
	for i := range messages {
		if messages[i].isHeader() {
			return &messages[i]
		}
	}
	return nil
}
