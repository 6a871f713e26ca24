package format_test

import (
	"errors"
	"testing"

	"diglot/translate/format"
)

func TestReadErrors(t *testing.T) {
	cases := []struct {
		name, src string
		want      string
		line      int
	}{
		{"a.toy", "a\nb\n! c", "a.toy:3:1: a line begins with an exclamation mark", 3},
		{"a.xyz", "a", "a.xyz: no format knows this file; say which it is", 0},
		{"a.toy", "\xff\xfea\x00b", "a.toy:1:2: half a character at the end of the file (byte 4, read as UTF-16LE with BOM)", 1},
		{"a.toy", "\x00\x01\x02\x03", "a.toy: zero bytes, and no UTF-16 or UTF-32: looks binary, not text", 0},
	}
	for _, c := range cases {
		_, err := format.Read(c.name, []byte(c.src), format.Settings{}, []format.Format{toy{}})
		var placed *format.Error
		if !errors.As(err, &placed) || err.Error() != c.want || placed.Line != c.line {
			t.Errorf("got  %v\nwant %s", err, c.want)
		}
	}
}

func TestReadTooLarge(t *testing.T) {
	_, err := format.Read("a.toy", make([]byte, format.MaxSize+1), format.Settings{}, []format.Format{toy{}})
	if err == nil {
		t.Error("a file beyond the limit was read")
	}
}

func TestPosition(t *testing.T) {
	const body = "a\nb\r\nحم c\rd\r\r\n"
	cases := []struct{ offset, line, column int }{
		{0, 1, 1}, {1, 1, 2}, {2, 2, 1}, {3, 2, 2}, {4, 2, 3}, {5, 3, 1}, {7, 3, 2}, {9, 3, 3}, {11, 3, 5}, {12, 4, 1}, {13, 4, 2}, {14, 5, 1}, {15, 5, 2}, {16, 6, 1}, {99, 6, 1}, {-1, 1, 1},
	}
	for _, c := range cases {
		if line, column := format.Position(body, c.offset); line != c.line || column != c.column {
			t.Errorf("byte %d is at %d:%d, want %d:%d", c.offset, line, column, c.line, c.column)
		}
	}
}
