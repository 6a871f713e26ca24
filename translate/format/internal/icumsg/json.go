package icumsg

import (
	"errors"
	"strings"

	"diglot/translate/format"
	"diglot/translate/format/internal/jsonspan"
	"diglot/translate/unit"
)

// FromJSON makes the blocks of a message in a string of JSON. before is the number
// of blocks so far. Errors are of type *format.Error.
func FromJSON(body string, n jsonspan.Node, key, note string, before int) ([]format.Block, error) {
	s := n.Literal()
	blocks, err := Blocks(s, key, note, before)
	var fault *Fault
	if errors.As(err, &fault) {
		return nil, format.At(body, s.At(fault.Offset), err)
	}
	return blocks, err
}

// InJSON spells a text as a message in a string of JSON.
func InJSON(d *format.Document, b int, t unit.Text, after string) string {
	block := &d.Blocks[b]
	ascii := jsonspan.Numbered(block)
	return Spell(t, strings.HasPrefix(block.Where, Plural), after, func(letters string) string { return jsonspan.Spell(d, letters, ascii) })
}
