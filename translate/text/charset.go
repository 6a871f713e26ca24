package text

import (
	"errors"
	"fmt"
	"strings"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/htmlindex"
	"golang.org/x/text/encoding/ianaindex"
)

// Charset is how the characters of a file stand in its bytes. The zero Charset is
// UTF-8 without a byte order mark.
type Charset struct {
	IANA string // name; "" is UTF-8
	BOM  bool   // the file begins with a byte order mark, which is no part of its text
}

// UTF8 is what new files are written in.
var UTF8 = Charset{}

const (
	nameUTF8    = "UTF-8"
	nameUTF16LE = "UTF-16LE"
	nameUTF16BE = "UTF-16BE"
	nameUTF32LE = "UTF-32LE"
	nameUTF32BE = "UTF-32BE"
	nameLatin1  = "ISO-8859-1"
)

// Name gives the IANA name: "UTF-8", "UTF-16LE", "windows-1256".
func (c Charset) Name() string {
	if c.IANA == "" {
		return nameUTF8
	}
	return c.IANA
}

// String gives the name, and says where there is a byte order mark.
func (c Charset) String() string {
	if c.BOM {
		return c.Name() + " with BOM"
	}
	return c.Name()
}

// CharsetNamed finds a charset by any of its names. Names mean what browsers take
// them for (WHATWG Encoding Standard: "iso-8859-1" and "ascii" are windows-1252,
// which holds them whole); names that browsers do not know are looked up at IANA.
func CharsetNamed(name string) (Charset, error) {
	switch upper := strings.ToUpper(strings.TrimSpace(name)); upper {
	case "", nameUTF8, "UTF8":
		return Charset{}, nil
	case nameUTF16LE, nameUTF16BE, nameUTF32LE, nameUTF32BE:
		return Charset{IANA: upper}, nil
	}
	if e, err := htmlindex.Get(name); err == nil {
		canonical, err := htmlindex.Name(e)
		if err == nil && canonical != "replacement" && canonical != "x-user-defined" {
			return named(canonical), nil
		}
	}
	if e, err := ianaindex.IANA.Encoding(name); err == nil && e != nil {
		if canonical, err := ianaindex.IANA.Name(e); err == nil {
			return named(canonical), nil
		}
	}
	return Charset{}, fmt.Errorf("unknown charset %q", name)
}

// named puts a name into IANA's spelling where that of browsers differs in case.
func named(name string) Charset {
	switch lower := strings.ToLower(name); lower {
	case "utf-8":
		return Charset{}
	case "utf-16le", "utf-16be", "iso-2022-jp", "euc-jp", "euc-kr", "gbk", "gb18030", "koi8-r", "koi8-u":
		return Charset{IANA: strings.ToUpper(name)}
	case "big5":
		return Charset{IANA: "Big5"}
	case "shift_jis":
		return Charset{IANA: "Shift_JIS"}
	default:
		if strings.HasPrefix(lower, "iso-") {
			return Charset{IANA: strings.ToUpper(name)}
		}
	}
	return Charset{IANA: name}
}

// encoding finds the tables of a charset that is none of Unicode's own.
func (c Charset) encoding() (encoding.Encoding, error) {
	if c.IANA == nameLatin1 { // for browsers the name means windows-1252
		return charmap.ISO8859_1, nil
	}
	if e, err := htmlindex.Get(c.IANA); err == nil {
		return e, nil
	}
	if e, err := ianaindex.IANA.Encoding(c.IANA); err == nil && e != nil {
		return e, nil
	}
	return nil, fmt.Errorf("unknown charset %q", c.IANA)
}

// ErrBinary is wrapped by errors that say a file is no text in any charset.
var ErrBinary = errors.New("looks binary, not text")

// CharsetError is a place where bytes are no text of a charset, or where a charset
// has no bytes for a character. Test for it with errors.As.
type CharsetError struct {
	Charset Charset
	Offset  int // in bytes, from 0: in the file for Decode, in the string for Encode
	Line    int // from 1; LF, CR and CRLF end a line
	Column  int // from 1, in characters
	Reason  string
}

func (e *CharsetError) Error() string {
	return fmt.Sprintf("%d:%d: %s (byte %d, %s)", e.Line, e.Column, e.Reason, e.Offset, e.Charset)
}

// lineColumn gives the place just behind a text, both from 1.
func lineColumn(before string) (line, column int) {
	line, column = 1, 1
	cr := false
	for _, r := range before {
		switch {
		case r == '\n' && cr:
			cr = false // the line was counted at its CR
		case r == '\n', r == '\r':
			line, column = line+1, 1
			cr = r == '\r'
		default:
			column++
			cr = false
		}
	}
	return line, column
}
