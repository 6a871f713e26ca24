package format

import (
	"errors"
	"slices"

	"diglot/translate/locale"
	"diglot/translate/text"
	"diglot/translate/unit"
)

// Container is a Format whose files are archives of texts. Body is made of the
// texts in the archive; writing puts them back, and what is not text is not touched.
type Container interface {
	// Knows reports that a file is of this format by what is in it, whatever its name
	// is.
	Knows(src []byte) bool
	// Open gives the texts in a file as one body.
	Open(src []byte) (body string, err error)
	// Pack gives the file src with its texts as they are in body; src itself, where
	// they are as they were.
	Pack(src []byte, body string) ([]byte, error)
}

// Finisher is a Format in which a locale asks for changes inside of blocks too,
// such as the direction of a run of letters, which Localize cannot make.
type Finisher interface {
	// Finish gives changes of a document that has been written, for the locale.
	// They change no letter and no code's kind or place; Write proves it.
	Finish(d *Document, target locale.Tag) []Edit
}

// errFinish is a fault of the program, not of a file or a translation.
var errFinish = errors.New("fitting it to the locale changed its text")

// contained finds the format of an archive: the one that knows what is in it, or
// the one that its name speaks of.
func contained(name string, src []byte, formats []Format) (Format, Container) {
	for _, f := range formats {
		if c, ok := f.(Container); ok && c.Knows(src) {
			return f, c
		}
	}
	f := Detect(name, string(src[:min(len(src), headSize)]), formats)
	c, _ := f.(Container)
	return f, c
}

// open finds the format and the body of a file.
func (d *Document) open(formats []Format) error {
	likely, c := contained(d.Name, d.Source, formats)
	if c == nil {
		if err := d.decode(likely); err != nil {
			return err
		}
		d.Format = Detect(d.Name, d.Body[:min(len(d.Body), headSize)], formats)
		return nil
	}
	var err error
	d.Format, d.Charset = likely, text.UTF8
	d.Body, err = c.Open(d.Source)
	return err
}

// BodyOf gives the body of a file that was written from d.
func (d *Document) BodyOf(out []byte) (string, error) {
	if c, ok := d.Format.(Container); ok {
		return c.Open(out)
	}
	return text.Decode(out, d.Charset)
}

// encode gives the file with another body.
func (d *Document) encode(body string) ([]byte, error) {
	if c, ok := d.Format.(Container); ok {
		return c.Pack(d.Source, body)
	}
	return text.Encode(body, d.Charset)
}

// finished is finish with the file's name in its errors.
func (d *Document) finished(out []byte, target locale.Tag) ([]byte, error) {
	out, err := d.finish(out, target)
	if err != nil {
		return nil, named(d.Name, err)
	}
	return out, nil
}

// finish makes the changes that the format's Finish asks for in a file that was
// written from d, and proves that the blocks are as they were.
func (d *Document) finish(out []byte, target locale.Tag) ([]byte, error) {
	f, ok := d.Format.(Finisher)
	if !ok || target.IsZero() {
		return out, nil
	}
	now := *d
	now.Source = out
	var err error
	if now.Body, err = d.BodyOf(out); err != nil {
		return nil, err
	}
	if now.Blocks, err = d.Format.Read(now.Body, d.Settings); err != nil {
		return nil, err
	}
	edits := f.Finish(&now, target)
	if len(edits) == 0 {
		return out, nil
	}
	w, err := newWriting(&now, nil)
	if err != nil {
		return nil, err
	}
	body, err := w.compose(edits)
	if err != nil {
		return nil, err
	}
	blocks, err := d.Format.Read(body, d.Settings)
	if err != nil {
		return nil, err
	}
	if i := firstOther(now.Blocks, blocks); i >= 0 {
		return nil, w.wrap(i, errFinish)
	}
	return now.encode(body)
}

// firstOther gives the first block whose letters, or whose codes' places, are not
// the same in both lists, or -1.
func firstOther(was, is []Block) int {
	for i := range was {
		if i >= len(is) || was[i].Kind != is[i].Kind || !sameShape(was[i].Text, is[i].Text) {
			return i
		}
	}
	if len(is) > len(was) {
		return len(was) - 1
	}
	return -1
}

func sameShape(t, u unit.Text) bool {
	return t.Content == u.Content && slices.EqualFunc(t.Codes, u.Codes, func(c, d unit.Code) bool {
		return c.ID == d.ID && c.Kind == d.Kind && c.Offset == d.Offset
	})
}
