package text

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"strings"
	"unicode/utf16"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
)

const byteOrderMark = '\uFEFF'

// Decode turns a file into a string, so that [Encode] gives the same bytes back;
// where it could not, because the bytes are no whole and proper text of the charset,
// it fails with a [*CharsetError] at the first that is wrong. A byte order mark that
// the charset announces is taken off.
func Decode(b []byte, c Charset) (string, error) {
	rest, skipped := b, 0
	if c.BOM {
		mark, err := Encode("", c)
		if err != nil {
			return "", err
		}
		if !bytes.HasPrefix(b, mark) {
			return "", &CharsetError{c, 0, 1, 1, "the byte order mark is missing"}
		}
		rest, skipped = b[len(mark):], len(mark)
	}
	s, good, reason := decode(rest, c)
	if reason == "" {
		return s, nil
	}
	line, column := lineColumn(s)
	return "", &CharsetError{c, skipped + good, line, column, reason}
}

// decode reads as far as it can: with a reason, s is the text of b[:good].
func decode(b []byte, c Charset) (s string, good int, reason string) {
	switch c.Name() {
	case nameUTF8:
		return decodeUTF8(b)
	case nameUTF16LE:
		return decodeUTF16(b, binary.LittleEndian)
	case nameUTF16BE:
		return decodeUTF16(b, binary.BigEndian)
	case nameUTF32LE:
		return decodeUTF32(b, binary.LittleEndian)
	case nameUTF32BE:
		return decodeUTF32(b, binary.BigEndian)
	}
	e, err := c.encoding()
	if err != nil {
		return "", 0, err.Error()
	}
	if table, ok := e.(*charmap.Charmap); ok {
		return decodeTable(b, table)
	}
	return decodeMultibyte(b, e)
}

func decodeUTF8(b []byte) (string, int, string) {
	if utf8.Valid(b) {
		return string(b), 0, ""
	}
	for i := 0; ; {
		r, n := utf8.DecodeRune(b[i:])
		if r == utf8.RuneError && n == 1 {
			return string(b[:i]), i, fmt.Sprintf("byte %#02x does not fit UTF-8", b[i])
		}
		i += n
	}
}

func decodeUTF16(b []byte, order binary.ByteOrder) (string, int, string) {
	var s strings.Builder
	s.Grow(len(b))
	for i := 0; i < len(b); i += 2 {
		if i+1 == len(b) {
			return s.String(), i, "half a character at the end of the file"
		}
		r := rune(order.Uint16(b[i:]))
		if utf16.IsSurrogate(r) {
			if i+3 < len(b) {
				r = utf16.DecodeRune(r, rune(order.Uint16(b[i+2:])))
			}
			if r < 0x10000 {
				return s.String(), i, "half of a surrogate pair"
			}
			i += 2
		}
		s.WriteRune(r)
	}
	return s.String(), 0, ""
}

func decodeUTF32(b []byte, order binary.ByteOrder) (string, int, string) {
	var s strings.Builder
	for i := 0; i < len(b); i += 4 {
		if i+4 > len(b) {
			return s.String(), i, "part of a character at the end of the file"
		}
		r := order.Uint32(b[i:])
		if r > utf8.MaxRune || utf16.IsSurrogate(rune(r)) {
			return s.String(), i, fmt.Sprintf("%#x is no character", r)
		}
		s.WriteRune(rune(r))
	}
	return s.String(), 0, ""
}

// decodeTable reads a charset of one byte a character.
func decodeTable(b []byte, table *charmap.Charmap) (string, int, string) {
	var s strings.Builder
	s.Grow(2 * len(b))
	for i, c := range b {
		r := table.DecodeByte(c)
		if back, ok := table.EncodeRune(r); r == utf8.RuneError || !ok || back != c {
			return s.String(), i, fmt.Sprintf("byte %#02x means nothing here", c)
		}
		s.WriteRune(r)
	}
	return s.String(), 0, ""
}

// decodeMultibyte reads the East Asian charsets, and then writes the text again:
// several of them have two spellings for one character.
func decodeMultibyte(b []byte, e encoding.Encoding) (string, int, string) {
	raw, err := e.NewDecoder().Bytes(b)
	if err != nil {
		return "", 0, err.Error()
	}
	s := string(raw)
	if at := strings.IndexRune(s, utf8.RuneError); at >= 0 {
		s = s[:at] // the decoder's word for bytes that mean nothing
	}
	back, err := e.NewEncoder().Bytes([]byte(s))
	if err == nil && bytes.Equal(back, b) {
		return s, 0, ""
	}
	good := 0
	for good < len(b) && good < len(back) && b[good] == back[good] {
		good++
	}
	before, _ := e.NewDecoder().Bytes(b[:good])
	return strings.TrimRight(string(before), "\uFFFD"), good, "bytes that mean nothing, or that would not be written the same again"
}
