package po

import (
	"fmt"
	"slices"
	"strings"

	"diglot/translate/format"
	"diglot/translate/format/internal/holder"
	"diglot/translate/format/internal/literal"
	"diglot/translate/locale"
	"diglot/translate/unit"
)

// reader makes blocks of messages.
type reader struct {
	body    string
	plurals plurals
	locale  locale.Tag // of the translations
	blocks  []format.Block
}

// blocksOf makes the blocks of a message: one, or one for each plural form.
func (r *reader) blocksOf(k int, m *message) error {
	if m.obsolete || m.isHeader() {
		return nil
	}
	if m.plural == nil {
		return r.add(m, m.id, fmt.Sprintf("%d", k), 0, -1)
	}
	count := max(len(m.forms), r.plurals.count)
	singular := r.plurals.singular
	if r.plurals.numbers == nil || singular >= count {
		singular = 0
	}
	if count > 1 {
		if err := r.add(m, m.id, fmt.Sprintf("%d %d", k, singular), singular, singular); err != nil {
			return err
		}
	}
	for form := range count {
		if form == singular && count > 1 {
			continue
		}
		if err := r.add(m, *m.plural, fmt.Sprintf("%d %d", k, form), form, form); err != nil {
			return err
		}
	}
	return nil
}

// add makes the block of one source and one form; number is that of a plural
// form, or -1.
func (r *reader) add(m *message, source literal.String, where string, form, number int) error {
	lead, trail := ends(source.Letters)
	marks := m.marks(source.Letters)
	if number >= 0 && number < len(r.plurals.single) && r.plurals.single[number] {
		for _, mark := range marks {
			if strings.ContainsAny(source.Letters[mark.To-1:mark.To], "diu}") {
				mark.Code.NoDelete = false // "one file" needs no number
			}
		}
	}
	b, err := source.Block("message", int(truth(lead)), len(source.Letters)-int(truth(trail)), marks)
	if err != nil || !format.HasLetters(b.Text.Content) {
		return err
	}
	b.Key, b.Note, b.Where = m.key(number), m.note(), where
	if number >= 0 {
		b.Note = strings.TrimPrefix(b.Note+"\n"+r.plurals.note(number), "\n")
		b.Note = strings.TrimSuffix(b.Note, "\n")
	}
	if b.Target, err = r.slot(m, &b, source.Letters, form); err != nil {
		return err
	}
	r.blocks = append(r.blocks, b)
	return nil
}

// slot makes the slot of a form. One that the file lacks stands behind the last.
func (r *reader) slot(m *message, b *format.Block, source string, form int) (*format.Slot, error) {
	s := &format.Slot{Span: unit.Span{Start: m.end, End: m.end}, Locale: r.locale}
	if form >= len(m.forms) {
		return s, nil
	}
	target := m.forms[form].text
	s.Span = target.Span
	if target.Letters == "" {
		return s, nil
	}
	lead, trail := ends(source)
	lead = lead && strings.HasPrefix(target.Letters, "\n")
	trail = trail && strings.HasSuffix(target.Letters, "\n") && len(target.Letters) > 1
	marks := m.targetMarks(source, target.Letters, b.Text)
	filled, err := target.Whole("message", 0, len(target.Letters), stripped(target.Letters, lead, trail, marks))
	if err != nil {
		return nil, err
	}
	s.Text, s.Runs, s.State = filled.Text, filled.Runs, unit.Translated
	if m.has("fuzzy") {
		s.State = unit.Draft
		if m.old != "" {
			s.Matches = []unit.Match{{Source: unit.Plain(m.old), Target: s.Text.Keep(b.Text), Locale: r.locale, Origin: "previous msgid"}}
		}
	}
	return s, nil
}

// ends reports line feeds at both ends of a source; the same one is not counted twice.
func ends(letters string) (lead, trail bool) {
	return strings.HasPrefix(letters, "\n"), strings.HasSuffix(letters, "\n") && len(letters) > 1
}

// stripped adds marks that take a line feed at an end for nothing.
func stripped(letters string, lead, trail bool, marks []literal.Mark) []literal.Mark {
	if lead {
		marks = slices.Insert(marks, 0, literal.Mark{From: 0, To: 1})
	}
	if trail {
		marks = append(marks, literal.Mark{From: len(letters) - 1, To: len(letters)})
	}
	return marks
}

// key names a message, and a plural form where number is not -1.
func (m *message) key(number int) string {
	key := m.id.Letters
	if m.context != nil {
		key = m.context.Letters + "|" + key
	}
	if number >= 0 {
		key += fmt.Sprintf("[%d]", number)
	}
	return key
}

// note gives the comments of the programmer and of the translator, and the context.
func (m *message) note() string {
	var lines []string
	for _, c := range m.comments {
		s := m.id.Source(c)
		switch {
		case strings.HasPrefix(s, "#:") || strings.HasPrefix(s, "#,") || strings.HasPrefix(s, "#="):
			continue
		case strings.HasPrefix(s, "#."):
			s = s[2:]
		default:
			s = s[1:]
		}
		if s = strings.TrimSpace(s); s != "" {
			lines = append(lines, s)
		}
	}
	if m.context != nil && m.context.Letters != "" {
		lines = append(lines, "context: "+m.context.Letters)
	}
	return strings.Join(lines, "\n")
}

// flags gives what stands in lines that begin with "#,".
func (m *message) flags() []string {
	var list []string
	for _, c := range m.comments {
		s := m.id.Source(c)
		if !strings.HasPrefix(s, "#,") && !strings.HasPrefix(s, "#=") {
			continue
		}
		list = append(list, strings.FieldsFunc(s[2:], func(r rune) bool { return strings.ContainsRune(", \t", r) })...)
	}
	return list
}

func (m *message) has(flag string) bool { return slices.Contains(m.flags(), flag) }

// styles gives the spellings of placeholders that a message may have. Its flags
// say which its program knows; without any, all are looked for.
func (m *message) styles() holder.Style {
	styles, said := holder.Tags, false
	for _, flag := range m.flags() {
		name, known := strings.CutSuffix(flag, "-format")
		if !known || strings.HasPrefix(name, "no-") {
			said = said || known
			continue
		}
		said = true
		switch name {
		case "python-brace", "perl-brace", "java", "csharp", "kde-kuit":
			styles |= holder.Braces
		default:
			styles |= holder.Printf
		}
	}
	if !said {
		return holder.All
	}
	return styles
}
