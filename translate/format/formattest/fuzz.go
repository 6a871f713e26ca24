package formattest

import (
	"errors"
	"testing"
	"unicode/utf8"

	"diglot/translate/format"
	"diglot/translate/locale"
	"diglot/translate/unit"
)

// Fuzz asks the laws of any bytes: they are refused with a place, or come back as
// they were; and with fresh in place of the letters of one of their blocks they
// read back, or Write says why not.
func (l Laws) Fuzz(f *testing.F, seeds ...string) {
	for i, s := range seeds {
		f.Add([]byte(s), "<b>حماة & *Homs*</b>", uint8(i))
	}
	f.Fuzz(func(t *testing.T, src []byte, fresh string, block uint8) {
		d, err := l.Read(t, "fuzzed", src)
		if err != nil {
			return
		}
		l.Untouched(t, d)
		if len(d.Blocks) == 0 || !utf8.ValidString(fresh) {
			return
		}
		i := int(block) % len(d.Blocks)
		text := d.Blocks[i].Text
		asked := unit.Plain(fresh)
		for _, c := range text.Codes {
			c.Offset = len(fresh)
			asked.Codes = append(asked.Codes, c)
		}
		pieces := map[int][]format.Piece{i: {{Part: unit.Part{End: text.End()}, New: &asked}}}
		if _, err := d.Write(pieces, locale.Tag{}, ""); err != nil {
			var placed *format.Error
			if !errors.As(err, &placed) {
				t.Fatalf("the error %q does not name the file", err)
			}
		}
	})
}
