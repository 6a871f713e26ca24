package po

import (
	"path/filepath"
	"regexp"
	"strings"

	"diglot/translate/format"
	"diglot/translate/format/internal/literal"
	"diglot/translate/locale"
	"diglot/translate/unit"
)

// Format is the format "po".
type Format struct{}

var (
	_ format.Format     = Format{}
	_ format.Bilingual  = Format{}
	_ format.Declarer   = Format{}
	_ format.Normalizer = Format{}
	_ format.Validator  = Format{}
)

// Name gives "po".
func (Format) Name() string { return "po" }

// entryStart finds a message at the beginning of a file.
var entryStart = regexp.MustCompile(`(?m)^(#~ ?)?msgid[ \t]*"`)

// Sniff knows a file by its name, and by a msgid at the beginning of a line.
func (Format) Sniff(name, head string) int {
	found := entryStart.MatchString(strings.ReplaceAll(head, "\r", "\n"))
	switch strings.ToLower(filepath.Ext(name)) {
	case ".po", ".pot":
		return 96
	}
	if found {
		return 70
	}
	return 0
}

// Read makes a block of every message and of every form of messages with plural forms.
func (Format) Read(body string, s format.Settings) ([]format.Block, error) {
	messages, err := parse(body)
	if err != nil {
		return nil, err
	}
	if err := duplicates(body, messages); err != nil {
		return nil, err
	}
	h := header(messages)
	r := &reader{body: body, locale: language(h)}
	if r.plurals, err = readPlurals(body, h, false); err != nil {
		return nil, err
	}
	if !s.Target.IsZero() {
		r.plurals = r.plurals.asFor(body, h, s.Target)
		if r.locale.IsZero() {
			r.locale = s.Target
		}
	}
	r.blocks = make([]format.Block, 0, len(messages))
	for k := range messages {
		if err := r.blocksOf(k, &messages[k]); err != nil {
			return nil, err
		}
	}
	return r.blocks, nil
}

// Normal gives directives of printf the numbers that they get where they change
// their order, and takes line ends behind codes from them.
func (Format) Normal(b *format.Block, t unit.Text) unit.Text { return inOrder(b, trimmed(t), true) }

// Render spells a text. With line feeds within, it is written on a line for each,
// as gettext does it; the hard spelling does without.
func (Format) Render(d *format.Document, b int, t unit.Text, before, after string, hard bool) (string, error) {
	t = inOrder(&d.Blocks[b], trimmed(t), before == "")
	lines := ""
	if inner := strings.IndexByte(t.Content, '\n'); !hard && inner >= 0 && inner < len(t.Content)-1 {
		lines = `"` + newline(d.Body) + `"`
	}
	out := literal.Render(t, func(letters string) string { return spell(letters, lines) })
	if before == "" && lines != "" {
		out = lines + out
	}
	return strings.TrimSuffix(out, lines), nil
}

// spell writes letters with C's escapes, and lines behind each line feed.
func spell(letters, lines string) string {
	var out strings.Builder
	for i := 0; i < len(letters); i++ {
		c := letters[i]
		k := strings.IndexByte(escapes, c)
		switch {
		case k >= 0:
			out.WriteByte('\\')
			out.WriteByte(escaped[k])
			if c == '\n' {
				out.WriteString(lines)
			}
		case c < ' ' || c == 0x7F:
			out.WriteString(`\` + string([]byte{'0' + c>>6, '0' + c>>3&7, '0' + c&7}))
		default:
			out.WriteByte(c)
		}
	}
	return out.String()
}

// newline gives the line end that a body has first.
func newline(body string) string {
	i := strings.IndexAny(body, "\r\n")
	switch {
	case i < 0:
		return "\n"
	case strings.HasPrefix(body[i:], "\r\n"):
		return "\r\n"
	}
	return body[i : i+1]
}

// Localize names the target in the header and, in a template, its plural formula.
func (Format) Localize(d *format.Document, target locale.Tag) []format.Edit {
	messages, err := parse(d.Body)
	if err != nil {
		return nil
	}
	h := header(messages)
	if h == nil {
		return nil
	}
	edits := fillTemplate(d, messages, target)
	text := h.forms[0].text
	from, to, ok := field(text, "Language")
	if !ok || language(h) == target {
		return edits
	}
	at := unit.Span{Start: text.At(from), End: text.At(to)}
	lead := ""
	if from > 0 && text.Letters[from-1] == ':' {
		lead = " "
	}
	return append(edits, format.Edit{Span: at, New: lead + gettextName(target)})
}

// declared finds the charset in a header.
var declared = regexp.MustCompile(`(?i)"Content-Type:[^"\n\r]*?charset=([^\s"\\;]+)`)

// DeclaredCharset finds the name in the header's Content-Type.
func (Format) DeclaredCharset(head []byte) string {
	m := declared.FindSubmatch(head)
	if m == nil || string(m[1]) == "CHARSET" {
		return ""
	}
	return string(m[1])
}

// Redeclare names another charset there.
func (Format) Redeclare(d *format.Document, charset string) []format.Edit {
	m := declared.FindStringSubmatchIndex(d.Body)
	if m == nil || strings.EqualFold(d.Body[m[2]:m[3]], charset) {
		return nil
	}
	return []format.Edit{{Span: unit.Span{Start: m[2], End: m[3]}, New: charset}}
}
