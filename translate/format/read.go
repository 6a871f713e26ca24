package format

import (
	"errors"
	"fmt"

	"diglot/translate/text"
)

// MaxSize is how many bytes a file may have.
const MaxSize = 512 << 20

// headSize is how much of a file Sniff and DeclaredCharset look at.
const headSize = 4096

// Read turns a file into a document: it finds the charset and, among formats,
// the format, and reads the blocks. All errors are of type *Error and name the
// file; where a place in it is at fault, line and column too.
func Read(name string, src []byte, s Settings, formats []Format) (*Document, error) {
	if len(src) > MaxSize {
		return nil, &Error{Name: name, Err: fmt.Errorf("%d bytes are more than the %d that a file may have; split it", len(src), MaxSize)}
	}
	d := &Document{Name: name, Source: src, Settings: s}
	if err := d.open(formats); err != nil {
		return nil, named(name, err)
	}
	if d.Format == nil {
		return nil, &Error{Name: name, Err: errors.New("no format knows this file; say which it is")}
	}
	if f, ok := d.Format.(Settler); ok {
		d.Settings = f.Settle(d.Body, s)
	}
	var err error
	if d.Blocks, err = d.Format.Read(d.Body, d.Settings); err != nil {
		return nil, named(name, err)
	}
	return d, nil
}

// Detect gives the format that is surest that a file is of it, by the file's
// name and the beginning of its text; nil when none is. Of equals the first wins.
func Detect(name, head string, formats []Format) Format {
	var best Format
	most := 0
	for _, f := range formats {
		if sure := f.Sniff(name, head); sure > most {
			best, most = f, sure
		}
	}
	return best
}

// decode finds the charset and the body. A charset that the file itself names is
// believed only when the bytes are text in it: pages often name a wrong one.
func (d *Document) decode(likely Format) error {
	hint := text.Hint{Setting: d.Settings.Charset, Locale: d.Settings.Source}
	if f, ok := likely.(Declarer); ok {
		declared := f.DeclaredCharset(d.Source[:min(len(d.Source), headSize)])
		if c, err := text.CharsetNamed(declared); err == nil && declared != "" {
			if _, err := text.Decode(d.Source, c); err == nil {
				hint.Declared = declared
			}
		}
	}
	found, err := text.Detect(d.Source, hint)
	if err != nil {
		return placed(err)
	}
	d.Charset, d.Guessed = found.Charset, !found.Certain
	d.Body, err = text.Decode(d.Source, d.Charset)
	return placed(err)
}

// placed turns a fault of a charset into an Error with its line and column.
func placed(err error) error {
	var fault *text.CharsetError
	if errors.As(err, &fault) {
		return &Error{Line: fault.Line, Column: fault.Column, Err: fmt.Errorf("%s (byte %d, read as %s)", fault.Reason, fault.Offset, fault.Charset)}
	}
	return err
}
