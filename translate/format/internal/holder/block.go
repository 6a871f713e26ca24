package holder

import (
	"diglot/translate/format"
	"diglot/translate/format/internal/literal"
)

// Signs are the characters that placeholders and tags begin or end with. A text
// that has none of them in its letters can always be written.
const Signs = "%{}$<>()"

// Block makes the block of a message whose placeholders are codes. ok is false
// where it has no letters besides.
func Block(s literal.String, kind string, styles Style) (b format.Block, ok bool, err error) {
	if !format.HasLetters(s.Letters) {
		return b, false, nil
	}
	b, err = s.Block(kind, 0, len(s.Letters), Find(s.Letters, styles))
	return b, err == nil && format.HasLetters(b.Text.Content), err
}
