package text

import (
	"encoding/binary"
	"fmt"
	"unicode/utf16"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
)

// Encode turns a string into the bytes of a charset, byte order mark first where it
// has one. It never puts another character in place of one: when the charset has no
// bytes for a character, or s is not UTF-8, it fails with a [*CharsetError] that
// names the first such character and its place in s.
func Encode(s string, c Charset) ([]byte, error) {
	if c.BOM {
		s = string(byteOrderMark) + s
	}
	b, at, err := encode(s, c)
	if err != nil {
		return nil, err
	}
	if at < 0 {
		return b, nil
	}
	reason := "not UTF-8"
	if r, n := utf8.DecodeRuneInString(s[at:]); r != utf8.RuneError || n > 1 {
		reason = fmt.Sprintf("%q (%U) has no place in this charset", r, r)
	}
	before := s[:at]
	if c.BOM && at > 0 {
		before = before[len(string(byteOrderMark)):]
	}
	line, column := lineColumn(before)
	return nil, &CharsetError{c, len(before), line, column, reason}
}

// encode gives the bytes of s; at is where the first character stands that
// cannot be written, or -1.
func encode(s string, c Charset) (b []byte, at int, err error) {
	for i, r := range s {
		if r == utf8.RuneError {
			if _, n := utf8.DecodeRuneInString(s[i:]); n == 1 {
				return nil, i, nil
			}
		}
	}
	switch c.Name() {
	case nameUTF8:
		return []byte(s), -1, nil
	case nameUTF16LE:
		return encodeUTF16(s, binary.LittleEndian), -1, nil
	case nameUTF16BE:
		return encodeUTF16(s, binary.BigEndian), -1, nil
	case nameUTF32LE:
		return encodeUTF32(s, binary.LittleEndian), -1, nil
	case nameUTF32BE:
		return encodeUTF32(s, binary.BigEndian), -1, nil
	}
	e, err := c.encoding()
	if err != nil {
		return nil, -1, err
	}
	if table, ok := e.(*charmap.Charmap); ok {
		return encodeTable(s, table)
	}
	return encodeMultibyte(s, e)
}

func encodeUTF16(s string, order binary.AppendByteOrder) []byte {
	b := make([]byte, 0, 2*len(s))
	for _, r := range s {
		if r < 0x10000 {
			b = order.AppendUint16(b, uint16(r))
			continue
		}
		high, low := utf16.EncodeRune(r)
		b = order.AppendUint16(order.AppendUint16(b, uint16(high)), uint16(low))
	}
	return b
}

func encodeUTF32(s string, order binary.AppendByteOrder) []byte {
	b := make([]byte, 0, 4*len(s))
	for _, r := range s {
		b = order.AppendUint32(b, uint32(r))
	}
	return b
}

func encodeTable(s string, table *charmap.Charmap) ([]byte, int, error) {
	b := make([]byte, 0, len(s))
	for i, r := range s {
		c, ok := table.EncodeRune(r)
		if !ok || table.DecodeByte(c) != r {
			return nil, i, nil
		}
		b = append(b, c)
	}
	return b, -1, nil
}

// encodeMultibyte tries the whole, and looks for the culprit only when there is one.
func encodeMultibyte(s string, e encoding.Encoding) ([]byte, int, error) {
	b, err := e.NewEncoder().Bytes([]byte(s))
	if err == nil {
		return b, -1, nil
	}
	for i, r := range s {
		if _, err := e.NewEncoder().String(string(r)); err != nil {
			return nil, i, nil
		}
	}
	return nil, -1, err
}
