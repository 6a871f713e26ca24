package text

import (
	"bytes"
	"fmt"
	"unicode/utf8"

	"diglot/translate/locale"
)

// Hint is what is known about a file besides its bytes. The zero Hint is nothing.
type Hint struct {
	Declared string     // charset that the file itself names: a meta element, an XML declaration
	Setting  string     // charset that the person or the project names for such files
	Locale   locale.Tag // language of the file
}

// Detection is a charset and how it was found.
type Detection struct {
	Charset Charset
	Why     Evidence
	Certain bool // the bytes or somebody's word prove it; else it is only likely and a person should be told
}

// Evidence is why a charset was chosen.
type Evidence string

// The kinds of evidence, in the order in which they are looked for.
const (
	ByMark     Evidence = "mark"     // a byte order mark
	ByZeros    Evidence = "zeros"    // UTF-16 or UTF-32 without a mark: the bytes are text in one of them only
	ByUTF8     Evidence = "utf-8"    // valid UTF-8
	ByDeclared Evidence = "declared" // the file says so
	BySetting  Evidence = "setting"  // the caller says so
	ByLocale   Evidence = "locale"   // usual for the language, and its letters come out; not certain
	ByLetters  Evidence = "letters"  // Arabic letters come out as often as in Arabic; not certain
	ByDefault  Evidence = "default"  // windows-1252, or ISO-8859-1, which has a character for each byte; not certain
)

// Detect finds the charset of a file: by its byte order mark, then as valid UTF-8,
// then by what the file declares, then by the caller's setting, then by what is usual
// for the language. Where nothing says it, windows-1256 is taken if Arabic comes
// out, else windows-1252, else ISO-8859-1: no byte is lost, and Certain is false. A
// file in plain ASCII, which fits every charset, is what is declared or set.
//
// UTF-16 and UTF-32 without a mark are known by their zero bytes, which stand in no
// other text. Any other file with zero bytes fails with [ErrBinary], and one that is
// UTF-8 but for some damage with the [*CharsetError] of the first fault. What is found
// always decodes.
func Detect(b []byte, hint Hint) (Detection, error) {
	if c, ok := markedCharset(b); ok {
		return checked(b, Detection{c, ByMark, true})
	}
	if bytes.IndexByte(b, 0) >= 0 {
		return detectWide(b, hint)
	}
	if looksBinary(b) {
		return Detection{}, fmt.Errorf("too many control characters: %w", ErrBinary)
	}
	valid := utf8.Valid(b)
	if !valid || isASCII(b) {
		c, why, err := hint.named()
		if err != nil {
			return Detection{}, err
		}
		if why != "" {
			return checked(b, Detection{c, why, true})
		}
	}
	if valid || damagedUTF8(b) {
		return checked(b, Detection{Charset{}, ByUTF8, true})
	}
	return detectLegacy(b, hint.Locale)
}

// named gives the charset that somebody has named for a file without zero bytes;
// why is empty when nobody has. Such a file is no UTF-16, whatever it declares.
func (h Hint) named() (c Charset, why Evidence, err error) {
	if h.Declared != "" {
		if c, err = CharsetNamed(h.Declared); err != nil || !c.wide() {
			return c, ByDeclared, err
		}
	}
	if h.Setting != "" {
		if c, err = CharsetNamed(h.Setting); err != nil || !c.wide() {
			return c, BySetting, err
		}
	}
	return Charset{}, "", nil
}

// checked makes sure that the bytes are text in the charset that was found.
func checked(b []byte, d Detection) (Detection, error) {
	_, err := Decode(b, d.Charset)
	if err != nil {
		return Detection{}, err
	}
	return d, nil
}

// markedCharset reads the byte order mark. FF FE 00 00 is UTF-32 when all of the
// file is; else it is UTF-16 that begins with a zero.
func markedCharset(b []byte) (Charset, bool) {
	for _, name := range []string{nameUTF32LE, nameUTF32BE, nameUTF8, nameUTF16LE, nameUTF16BE} {
		c := Charset{IANA: name, BOM: true}
		if name == nameUTF8 {
			c.IANA = ""
		}
		mark, _ := Encode("", c)
		if !bytes.HasPrefix(b, mark) {
			continue
		}
		if name == nameUTF32LE {
			if _, err := Decode(b, c); err != nil {
				continue
			}
		}
		return c, true
	}
	return Charset{}, false
}

// wide reports a charset in which ASCII text has zero bytes.
func (c Charset) wide() bool {
	switch c.Name() {
	case nameUTF16LE, nameUTF16BE, nameUTF32LE, nameUTF32BE:
		return true
	}
	return false
}

func isASCII(b []byte) bool {
	for _, c := range b {
		if c >= utf8.RuneSelf {
			return false
		}
	}
	return true
}
