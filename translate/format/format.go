package format

import (
	"errors"

	"diglot/translate/locale"
	"diglot/translate/text"
	"diglot/translate/unit"
)

// Document is one source file as it was read: its bytes, untouched, and the
// blocks of translatable text in them.
type Document struct {
	Name    string       // path or name the file was read under, for messages
	Format  Format       //
	Charset text.Charset // how Source is encoded
	Guessed bool         // the charset is only likely: neither the bytes nor anybody said it
	Source  []byte       // the file's bytes
	Body    string       // Source as UTF-8, without a byte order mark; all spans count in its bytes
	Blocks  []Block      // in the order of their spans' starts; a sub-flow comes after the block it stands in
	Settings
}

// Block is a stretch of a document that belongs together: a paragraph, a
// heading, a cell, an alternative text.
type Block struct {
	Kind   string    // paragraph, heading, list-item, cell, caption, alt, title, description, message, …
	Key    string    // the block's own name where the format has one: "title", "menu.file.open"
	Note   string    // what the document says to the translator
	Text   unit.Text // the letters and codes
	Span   unit.Span // where it stands in Body
	Runs   []Run     // how Text was made from Body[Span]; they cover Span without a gap
	Parent int       // of a sub-flow: the index of the block in one of whose codes it stands; else -1
	Where  string    // the format's own word on the place, such as a line prefix or a quote mark; others do not read it
	Target *Slot     // of a bilingual file: where the translation stands; else nil
}

// Run ties a stretch of Body to a stretch of the block's text. There are three
// sorts: letters that stand in Body as they are, letters that Body spells in
// another way (an entity, an escape, a line end with an indent), and inline codes.
type Run struct {
	Body    unit.Span
	Text    unit.Span // in Text.Content; empty for a code
	Code    int       // index in Text.Codes, or -1
	Spelled bool      // Body spells the letters in another way
}

// Settings are what a project may say about how to read and write a document.
// The zero value is the default for every format.
type Settings struct {
	Source    locale.Tag // of the document
	Target    locale.Tag // of files that hold several languages: the one to write
	Charset   string     // IANA name; decides where the bytes do not say it
	Paragraph string     // plain text: "line", "blank" (hard-wrapped, blank lines between) or "" to detect
	Keys      []string   // front matter keys that are translatable; nil stands for title, description, summary …
}

// Format reads and writes one kind of file.
type Format interface {
	// Name is the format's short name: "text", "markdown", "html".
	Name() string
	// Sniff says how sure it is, from 0 to 100, that a file is of this format,
	// from its name and the beginning of its text.
	Sniff(name, head string) int
	// Read finds the blocks in body. An error names line and column.
	Read(body string, s Settings) ([]Block, error)
	// Render spells t so that it can stand in place of a stretch of block b.
	// before is what has been written of the block so far (so that a line start
	// is known), after the source bytes of the block that will follow; "" is the end
	// of the block. The codes of t bring the bytes that are to be written for them.
	// hard asks for every escape that the format has; it is set when the light
	// spelling did not read back. What no spelling can hold is an error that wraps
	// ErrCannotHold and says why.
	Render(d *Document, b int, t unit.Text, before, after string, hard bool) (string, error)
	// Localize gives changes of the document besides its blocks that the target
	// locale calls for, such as lang and dir of an HTML root.
	Localize(d *Document, target locale.Tag) []Edit
}

// ErrCannotHold is wrapped by errors of Render and Write about a text that the
// format has no spelling for.
var ErrCannotHold = errors.New("the format cannot hold this text")

// Normalizer is a Format whose blocks do not tell all texts apart: white space
// at the edges of a paragraph, for instance, lies outside of it when it is read.
type Normalizer interface {
	// Normal gives t as block b will read back after it was written. The rule is
	// documented by the format.
	Normal(b *Block, t unit.Text) unit.Text
}

// Settler is a Format that decides by the whole body what the settings leave
// open. What it decides is kept in the document, so that the file that is
// written is read by the same rules.
type Settler interface {
	Settle(body string, s Settings) Settings
}

// Declarer is a Format in which a file can name its own charset.
type Declarer interface {
	// DeclaredCharset finds the name in the beginning of a file's bytes, or
	// gives "".
	DeclaredCharset(head []byte) string
	// Redeclare gives the edits that make the file name a charset, which may be the
	// one that it is in. It is asked when the charset changes, and when a file of ASCII alone
	// is to hold more.
	Redeclare(d *Document, charset string) []Edit
}

// Edit puts New in place of Body[Span].
type Edit struct {
	Span unit.Span
	New  string
}

// Piece is a stretch of a block as it is to be written: new text in place of
// the part, or, where New is nil, the part as it stands in the source.
type Piece struct {
	Part  unit.Part
	New   *unit.Text // its codes' IDs are those of the block's text
	State unit.State // how far New is, for files that say so; Initial says nothing
}
