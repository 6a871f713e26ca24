package yamlspan

import (
	"fmt"
	"regexp"
	"strings"
	"unicode"

	"diglot/translate/format"
	"diglot/translate/format/internal/literal"
	"diglot/translate/unit"
)

// Place is where a text is to be written: the style that the source has there, the
// indentation of a block's lines, what has been written of the value before, and what
// of its source will follow.
type Place struct {
	Style         Style
	Indent        string
	Newline       string
	Before, After string
	Ends          bool // the value ends behind After
	Hard          bool
}

// Spell writes a text. One that cannot stand without quotes gets some, if it is the
// whole value.
func Spell(d *format.Document, t unit.Text, p Place) (string, error) {
	switch p.Style {
	case Double:
		return inDouble(d, t), nil
	case Single:
		if !fitsSingle(d, t.Content) {
			return "", fmt.Errorf("%q cannot stand in single quotes; put the value into double quotes in the source: %w", t.String(), format.ErrCannotHold)
		}
		return inSingle(t), nil
	case Literal, Folded:
		return inBlock(d, t, p)
	}
	return inPlain(d, t, p)
}

func inDouble(d *format.Document, t unit.Text) string {
	return literal.Render(t, func(letters string) string {
		var out strings.Builder
		for _, r := range letters {
			i := strings.IndexRune(meanings, r)
			switch {
			case r == ' ' || r == '/':
				out.WriteRune(r)
			case i >= 0:
				out.WriteString(`\` + escaped[i:i+1])
			case r < 0x10000 && (unicode.IsControl(r) || r == '\u2028' || r == '\u2029' || r == '\ufeff' || !literal.Plain(d, false, r)):
				fmt.Fprintf(&out, `\u%04X`, r)
			case !literal.Plain(d, false, r):
				fmt.Fprintf(&out, `\U%08X`, r)
			default:
				out.WriteRune(r)
			}
		}
		return out.String()
	})
}

// fitsSingle reports letters that need no escape but for the apostrophe.
func fitsSingle(d *format.Document, letters string) bool {
	return !strings.ContainsFunc(letters, func(r rune) bool {
		return unicode.IsControl(r) || r == '\u2028' || r == '\u2029' || r == '\ufeff' || !literal.Plain(d, false, r)
	})
}

func inSingle(t unit.Text) string {
	return literal.Render(t, func(letters string) string { return strings.ReplaceAll(letters, "'", "''") })
}

// inBlock writes the lines of a block scalar. In a folded one, a line feed is a
// blank line.
func inBlock(d *format.Document, t unit.Text, p Place) (string, error) {
	if t.Content != "" && !fitsSingle(d, strings.ReplaceAll(strings.ReplaceAll(t.Content, "\n", ""), "\t", "")) {
		return "", fmt.Errorf("%q has characters that a block of lines cannot hold; put the value into double quotes in the source: %w", t.String(), format.ErrCannotHold)
	}
	newline := p.Newline + p.Indent
	if p.Style == Folded {
		newline = p.Newline + newline
	}
	out := literal.Render(t, func(letters string) string { return strings.ReplaceAll(letters, "\n", newline) })
	if whole := out + p.After; p.Before == "" && whole != "" && strings.TrimLeft(whole, " \t\r\n") != whole {
		return "", fmt.Errorf("a block of lines cannot begin with white space, as %q does: %w", t.String(), format.ErrCannotHold)
	}
	return out, nil
}

// inPlain writes a value without quotes or, where it would not be one, with them. A
// value that is written in pieces has to begin with them.
func inPlain(d *format.Document, t unit.Text, p Place) (string, error) {
	quote := ""
	switch {
	case p.Before != "":
		if c := p.Before[:1]; c == `"` || c == "'" {
			quote = c
		}
	case p.Hard || needsQuotes(d, t, p):
		if quote = quoteFor(d, t); quote == "" {
			return "", fmt.Errorf("%q needs quotes, and its codes have quotes of both sorts: %w", t.String(), format.ErrCannotHold)
		}
	}
	if p.Before != "" && quote == "" && p.Hard && needsQuotes(d, t, p) {
		return "", fmt.Errorf("the value needs quotes because of %q, and its beginning stays as it is, without; translate the whole: %w", t.String(), format.ErrCannotHold)
	}
	if quote != "" && p.After != "" && (p.Ends || strings.ContainsAny(p.After, `"'\`)) {
		return "", fmt.Errorf("%q needs quotes, and a part of the value stays as it is, without; translate the whole: %w", t.String(), format.ErrCannotHold)
	}
	if quote != "" && p.Before != "" && closed(p.Before, quote[0]) {
		return "", fmt.Errorf("%q stands behind the closing quote of the value; translate the whole: %w", t.String(), format.ErrCannotHold)
	}
	out := ""
	switch quote {
	case "":
		return literal.Render(t, func(letters string) string { return letters }), nil
	case `"`:
		out = inDouble(d, t)
	default:
		if !fitsSingle(d, t.Content) {
			return "", fmt.Errorf("%q cannot stand in single quotes: %w", t.String(), format.ErrCannotHold)
		}
		out = inSingle(t)
	}
	if p.Before == "" {
		out = quote + out
	}
	if p.After == "" {
		out += quote
	}
	return out, nil
}

// closed reports that what begins with a quote has its closing one.
func closed(s string, quote byte) bool {
	for i := 1; i < len(s); i++ {
		switch {
		case quote == '"' && s[i] == '\\', quote == '\'' && strings.HasPrefix(s[i:], "''"):
			i++
		case s[i] == quote:
			return true
		}
	}
	return false
}

// quoteFor chooses quotes that the bytes of the codes can stand in.
func quoteFor(d *format.Document, t unit.Text) string {
	double, single := true, fitsSingle(d, t.Content)
	for _, c := range t.Codes {
		double = double && !strings.ContainsAny(c.Original, "\"\\\n\r")
		single = single && !strings.ContainsAny(c.Original, "'\n\r")
	}
	switch {
	case double:
		return `"`
	case single:
		return "'"
	}
	return ""
}

// other finds letters that YAML would take for a number, a date, a truth or nothing.
var other = regexp.MustCompile(`(?i)^([-+.]?[0-9].*|[-+]?\.(inf|nan)|true|false|yes|no|on|off|y|n|null|~|<<|=|---|\.\.\.)$`)

// needsQuotes reports a text that would be something else without quotes.
func needsQuotes(d *format.Document, t unit.Text, p Place) bool {
	whole := p.Before + literal.Render(t, func(letters string) string { return letters }) + p.After
	return !fitsSingle(d, t.Content) || strings.TrimSpace(whole) != whole || whole == "" || other.MatchString(whole) ||
		strings.ContainsAny(whole[:1], "-?:,[]{}#&*!|>'\"%@`") || strings.Contains(whole, ": ") || strings.Contains(whole, " #") ||
		strings.HasSuffix(whole, ":") || p.Style == Flow && strings.ContainsAny(whole, ",[]{}?:")
}
