package po

import (
	"errors"
	"fmt"
	"strconv"
	"strings"

	"diglot/translate/format"
	"diglot/translate/format/internal/literal"
	"diglot/translate/locale"
)

// plurals are what a header says of plural forms.
type plurals struct {
	count    int      // of forms; 0 where it is not said, or only a template
	uses     [][]int  // by form: the first numbers for which it is used
	single   []bool   // by form: it is used for one number only
	singular int      // the form for n = 1
	numbers  []uint64 // by n: its form; nil where there is no formula
	said     bool     // there is a field
}

// field finds a field's value in a header: the letters behind "Name:" on its line.
func field(text literal.String, name string) (from, to int, ok bool) {
	at := 0
	for at < len(text.Letters) {
		end := len(text.Letters)
		if n := strings.IndexByte(text.Letters[at:], '\n'); n >= 0 {
			end = at + n
		}
		line := text.Letters[at:end]
		if len(line) > len(name) && strings.EqualFold(line[:len(name)], name) && line[len(name)] == ':' {
			from = at + len(name) + 1
			for from < end && text.Letters[from] == ' ' {
				from++
			}
			return from, end, true
		}
		at = end + 1
	}
	return 0, 0, false
}

// readPlurals reads nplurals and plural. A template's INTEGER and EXPRESSION say
// nothing. With strict, what msgfmt -c refuses is an error, too.
func readPlurals(body string, h *message, strict bool) (plurals, error) {
	var p plurals
	if h == nil {
		return p, nil
	}
	text := h.forms[0].text
	at := strings.Index(text.Letters, "nplurals=")
	if at >= 0 {
		from := at + len("nplurals=")
		rest := strings.TrimLeft(text.Letters[from:], " \t")
		digits := rest[:len(rest)-len(strings.TrimLeft(rest, "0123456789"))]
		n, err := strconv.Atoi(digits)
		template := strings.HasPrefix(rest, "INTEGER")
		switch {
		case template && !strict:
		case digits == "" || n == 0:
			return p, format.At(body, text.At(from), errors.New("nplurals is no number"))
		case err == nil && n <= maxForms: // more says nothing
			p.count, p.said = n, true
		}
	}
	return p.readFormula(body, text)
}

func (p plurals) readFormula(body string, text literal.String) (plurals, error) {
	at := strings.Index(text.Letters, "plural=")
	if at < 0 {
		return p, nil
	}
	from := at + len("plural=")
	if strings.HasPrefix(strings.TrimLeft(text.Letters[from:], " "), "EXPRESSION") {
		return p, nil
	}
	f, err := parseFormula(text.Letters[from:])
	if err != nil {
		var fault *formulaError
		if errors.As(err, &fault) {
			return p, format.At(body, text.At(from+fault.at), err)
		}
		return p, format.At(body, text.At(from), err)
	}
	if p.numbers, err = f.forms(); err != nil {
		return p, format.At(body, text.At(from), err)
	}
	return p, p.describe(body, text.At(from))
}

// describe finds out for which numbers each form is used.
func (p *plurals) describe(body string, at int) error {
	if p.count == 0 {
		p.numbers = nil
		return nil
	}
	times := make([]int, p.count)
	p.uses, p.single = make([][]int, p.count), make([]bool, p.count)
	for n, form := range p.numbers {
		if form >= uint64(p.count) {
			return format.At(body, at, fmt.Errorf("the plural formula gives form %d for n = %d, but nplurals is %d", form, n, p.count))
		}
		times[form]++
		if len(p.uses[form]) < shown {
			p.uses[form] = append(p.uses[form], n)
		}
	}
	for form, n := range times {
		p.single[form] = n == 1
	}
	p.singular = int(p.numbers[1])
	return nil
}

// shown is how many numbers a note gives for a plural form.
const shown = 6

// note says to the translator what a form is for.
func (p plurals) note(form int) string {
	if form >= len(p.uses) || len(p.uses[form]) == 0 {
		return ""
	}
	var numbers []string
	for _, n := range p.uses[form] {
		numbers = append(numbers, strconv.Itoa(n))
	}
	s := fmt.Sprintf("plural form %d of %d, for n = %s", form+1, p.count, strings.Join(numbers, ", "))
	if len(numbers) == shown {
		s += " …"
	}
	return s
}

// language gives the locale that a header names, or the zero tag. Gettext writes
// ll_CC@variant.
func language(h *message) locale.Tag {
	if h == nil {
		return locale.Tag{}
	}
	from, to, ok := field(h.forms[0].text, "Language")
	if !ok {
		return locale.Tag{}
	}
	name, variant, _ := strings.Cut(strings.TrimSpace(h.forms[0].text.Letters[from:to]), "@")
	name = strings.ReplaceAll(name, "_", "-")
	switch variant { // scripts are written as variants
	case "latin":
		name += "-Latn"
	case "cyrillic":
		name += "-Cyrl"
	}
	tag, _ := locale.Parse(name)
	return tag
}

// gettextName writes a locale as gettext does.
func gettextName(tag locale.Tag) string {
	parts := strings.Split(tag.String(), "-")
	name, variant := parts[0], ""
	for _, part := range parts[1:] {
		switch {
		case part == "Latn":
			variant = "@latin"
		case part == "Cyrl":
			variant = "@cyrillic"
		case len(part) == 2 || len(part) == 3:
			name += "_" + strings.ToUpper(part)
		}
		if len(part) == 1 {
			break
		}
	}
	return name + variant
}
