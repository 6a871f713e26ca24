package holder

import (
	"regexp"

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

// IsAddress reports a text that is the address of something and nothing else: a
// URL, or the name of a picture, a sound or a script. Files without a schema have
// such values among their prose.
func IsAddress(letters string) bool { return address.MatchString(letters) }

var address = regexp.MustCompile(`(?i)^(([a-z][a-z0-9+.-]*://|mailto:|data:)\S+|\S+\.(png|jpe?g|gif|svg|webp|ico|mp3|mp4|ogg|js|css|json|html?))$`)
