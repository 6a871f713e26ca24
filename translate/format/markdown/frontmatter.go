package markdown

import (
	"diglot/translate/format"
	"diglot/translate/unit"
)

func renderValue(d *format.Document, b *format.Block, p *place, t unit.Text, before, after string) (string, error) {
	return "", nil
}
