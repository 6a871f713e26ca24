// Package formattest holds the laws that every format has to keep, as tests that
// a format's own tests call in a few lines.
//
// A translator trusts the program with a file only because two things are
// certain: what was not translated comes back byte for byte ([Untouched]), and what
// was translated reads back as it was meant, whatever characters it has in it
// ([ReadBack]). [OneUnit] adds that a changed piece changes no byte beyond itself,
// [Corpus] asks all three of real files, and [Fuzz] of any bytes.
//
// Read first: [Laws].
package formattest

import (
	"bytes"
	"errors"
	"strings"

	"diglot/translate/format"
	"diglot/translate/locale"
	"diglot/translate/unit"
)

// Laws says what is under test: a format, and what its blocks can hold.
type Laws struct {
	Format   format.Format
	Settings format.Settings
	LineEnds bool // texts may hold line feeds

	// MayRefuse reports texts for which the format has no spelling; Write may give
	// an ErrCannotHold for them. Nil: it never may.
	MayRefuse func(b *format.Block, t unit.Text) bool
}

// Fataler is what the laws need of a *testing.T or a *rapid.T.
type Fataler interface {
	Helper()
	Fatalf(format string, args ...any)
}

// Read reads a file by the format under test, whatever its name and content. It
// fails when the blocks break a rule, or an error does not say where.
func (l Laws) Read(t Fataler, name string, src []byte) (*format.Document, error) {
	t.Helper()
	d, err := format.Read(name, src, l.Settings, []format.Format{l.only()})
	if err != nil {
		var placed *format.Error
		if !errors.As(err, &placed) || placed.Name != name {
			t.Fatalf("%s: the error %q does not name the file", name, err)
		}
		return nil, err
	}
	d.Format = l.Format
	if err := format.CheckBlocks(d.Body, d.Blocks); err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	return d, nil
}

// only gives the format under test as one that is sure of every file.
func (l Laws) only() format.Format {
	if c, ok := l.Format.(format.Container); ok {
		return onlyArchive{only{l.Format}, c}
	}
	return only{l.Format}
}

// only is a format that is sure of every file.
type only struct{ format.Format }

// onlyArchive is a format of archives that is sure of every file.
type onlyArchive struct {
	only
	format.Container
}

func (onlyArchive) Knows([]byte) bool { return true }

func (only) Sniff(string, string) int { return 100 }

func (o only) Settle(body string, s format.Settings) format.Settings {
	if f, ok := o.Format.(format.Settler); ok {
		return f.Settle(body, s)
	}
	return s
}

func (o only) DeclaredCharset(head []byte) string {
	if f, ok := o.Format.(format.Declarer); ok {
		return f.DeclaredCharset(head)
	}
	return ""
}

func (o only) Redeclare(*format.Document, string) []format.Edit { return nil }

// Untouched is the first law: a document without new text is written as it came,
// and so is one whose blocks are all listed, whole or in words, but kept.
func (l Laws) Untouched(t Fataler, d *format.Document) {
	t.Helper()
	whole, words := map[int][]format.Piece{}, map[int][]format.Piece{}
	for i := range d.Blocks {
		source := d.Blocks[i].Text
		whole[i] = []format.Piece{{Part: unit.Part{End: source.End()}}}
		for _, p := range source.Cut(wordSpans(source.Content)) {
			words[i] = append(words[i], format.Piece{Part: p})
		}
	}
	for _, pieces := range []map[int][]format.Piece{nil, whole, words} {
		out, err := d.Write(pieces, locale.Tag{}, "")
		if err != nil {
			t.Fatalf("%s: written untouched: %v", d.Name, err)
		}
		if !bytes.Equal(out, d.Source) {
			t.Fatalf("%s: written untouched it is not what it was:\n%q\n%q", d.Name, d.Source, out)
		}
	}
}

// wordSpans cuts a string at its spaces.
func wordSpans(s string) []unit.Span {
	var spans []unit.Span
	for at := 0; at < len(s); {
		end := strings.IndexByte(s[at:], ' ')
		if end < 0 {
			end = len(s) - at
		}
		if end > 0 {
			spans = append(spans, unit.Span{Start: at, End: at + end})
		}
		at += end + 1
	}
	return spans
}

// OneUnit is the law of small changes: one word of a block is replaced, in up to
// limit blocks one after the other, and every byte before and behind that word is
// as it was. It gives the number of blocks that it tried.
func (l Laws) OneUnit(t Fataler, d *format.Document, limit int) int {
	t.Helper()
	step := max(1, len(d.Blocks)/max(limit, 1))
	tried := 0
	for i := 0; i < len(d.Blocks); i += step {
		b := &d.Blocks[i]
		parts := b.Text.Cut(wordSpans(b.Text.Content))
		if len(parts) == 0 {
			continue
		}
		p := parts[(i/step)%len(parts)]
		start, ok := b.BodyAt(p.Start)
		end, ok2 := b.BodyAt(p.End)
		if !ok || !ok2 {
			continue
		}
		if b.Target != nil {
			start, end = b.Target.Span.Start, b.Target.Span.End
		}
		fresh := unit.Plain("neu").Append(b.Text.Slice(p.Start, p.End))
		out, err := d.Write(map[int][]format.Piece{i: {{Part: p, New: &fresh}}}, locale.Tag{}, "")
		if err != nil {
			t.Fatalf("%s: one changed word in block %d: %v", d.Name, i, err)
		}
		body, _, err := l.readAs(d, out)
		if err != nil {
			t.Fatalf("%s: one changed word in block %d: %v", d.Name, i, err)
		}
		if !strings.HasPrefix(body, d.Body[:start]) || !strings.HasSuffix(body, d.Body[end:]) || len(body) < start+len(d.Body)-end {
			t.Fatalf("%s: a changed word in block %d (%q) changed other bytes", d.Name, i, b.Text.String())
		}
		tried++
	}
	return tried
}

// readAs reads what was written from d, by what d was found to be.
func (l Laws) readAs(d *format.Document, out []byte) (body string, blocks []format.Block, err error) {
	if body, err = d.BodyOf(out); err != nil {
		return "", nil, err
	}
	blocks, err = l.Format.Read(body, d.Settings)
	return body, blocks, err
}
