package po

import (
	"cmp"
	"errors"
	"fmt"
	"slices"
	"strings"

	"diglot/translate/format"
	"diglot/translate/format/internal/literal"
)

// Validate gives what msgfmt -c refuses: a header that is missing, or whose plural
// forms are not those of the messages, and translations whose placeholders or line
// feeds at the ends are not those of their source. Fuzzy translations are drafts and
// not looked at.
func (Format) Validate(body string) []*format.Error {
	messages, err := parse(body)
	if err == nil {
		err = duplicates(body, messages)
	}
	v := &validation{body: body}
	if err != nil {
		v.add(err)
		return v.faults
	}
	h := header(messages)
	if h == nil || h.forms[0].text.Letters == "" {
		if len(messages) > 0 {
			v.at(0, errors.New(`the header is missing: an entry of msgid "" whose msgstr names charset and language`))
		}
	}
	v.plurals, err = readPlurals(body, h, true)
	v.add(err)
	v.counts(h, messages)
	for k := range messages {
		if m := &messages[k]; !m.obsolete && !m.isHeader() && !m.has("fuzzy") {
			v.message(m)
		}
	}
	slices.SortStableFunc(v.faults, func(a, b *format.Error) int {
		return cmp.Or(cmp.Compare(a.Line, b.Line), cmp.Compare(a.Column, b.Column))
	})
	return v.faults
}

type validation struct {
	body    string
	plurals plurals
	faults  []*format.Error
}

func (v *validation) add(err error) {
	var fault *format.Error
	if errors.As(err, &fault) {
		v.faults = append(v.faults, fault)
	}
}

func (v *validation) at(offset int, err error) { v.add(format.At(v.body, offset, err)) }

// counts compares the numbers of forms with what the header says.
func (v *validation) counts(h *message, messages []message) {
	for k := range messages {
		m := &messages[k]
		switch n := len(m.forms); {
		case m.plural == nil || m.obsolete || m.isHeader() || m.forms[0].text.Letters == "":
		case h == nil || !v.plurals.said || v.plurals.numbers == nil:
			if len(v.faults) == 0 {
				v.at(m.words, errors.New("the message has plural forms, but no nplurals and plural in the header say which"))
			}
			return
		case n != v.plurals.count:
			v.at(m.forms[n-1].word, fmt.Errorf("the message has %d plural forms; the header says nplurals=%d", n, v.plurals.count))
			return
		}
	}
}

// message compares the translations of a message with their sources.
func (v *validation) message(m *message) {
	if m.plural != nil {
		v.lineFeeds(m.words, "msgid and msgid_plural", m.id.Letters, m.plural.Letters)
	}
	for i := range m.forms {
		if text := m.forms[i].text; text.Letters != "" {
			v.lineFeeds(text.Span.Start, "msgid and msgstr", m.id.Letters, text.Letters)
		}
	}
	flags := m.flags()
	for _, l := range languages {
		if slices.Contains(flags, l.flag) {
			v.placeholders(m, l)
		}
	}
}

func (v *validation) lineFeeds(at int, which, a, b string) {
	if strings.HasPrefix(a, "\n") != strings.HasPrefix(b, "\n") {
		v.at(at, fmt.Errorf(`%s do not both begin with \n`, which))
	}
	if strings.HasSuffix(a, "\n") != strings.HasSuffix(b, "\n") {
		v.at(at, fmt.Errorf(`%s do not both end with \n`, which))
	}
}

// often is how many of the numbers that are tried a plural form is used for, so
// that it has to show them.
const often = 5

func (v *validation) placeholders(m *message, l formatLanguage) {
	source := m.id
	if m.plural != nil {
		source = *m.plural
	}
	want, err := l.read(source.Letters)
	if err != nil {
		return // then the program does not take it for one
	}
	for i := range m.forms {
		if text := m.forms[i].text; text.Letters != "" {
			all := m.plural == nil || i < len(v.plurals.uses) && len(v.plurals.uses[i]) >= often
			v.compare(l, want, text, all)
		}
	}
}

func (v *validation) compare(l formatLanguage, want directives, text literal.String, all bool) {
	got, err := l.read(text.Letters)
	if err != nil {
		v.at(text.Span.Start, fmt.Errorf("msgstr is no string of %s: %w", l.flag, err))
		return
	}
	if err := l.compare(want, got, all); err != nil {
		v.at(text.Span.Start, fmt.Errorf("%s: %w", l.flag, err))
	}
}
