package text_test

import (
	"bytes"
	"errors"
	"strings"
	"testing"
	"unicode/utf8"

	"diglot/translate/text"

	"pgregory.net/rapid"
)

func TestCharsetNamed(t *testing.T) {
	for in, want := range map[string]string{
		"": "UTF-8", "utf8": "UTF-8", "UTF-8": "UTF-8", "cp1256": "windows-1256", "Windows-1256": "windows-1256",
		"iso-8859-1": "windows-1252", "latin1": "windows-1252", "ascii": "windows-1252", "iso-8859-6": "ISO-8859-6",
		"utf-16le": "UTF-16LE", "UTF-16": "UTF-16LE", "utf-32be": "UTF-32BE", "koi8-r": "KOI8-R", "sjis": "Shift_JIS",
		"big5": "Big5", "gb2312": "GBK", "euc-kr": "EUC-KR", "IBM437": "IBM437", "macintosh": "macintosh",
	} {
		c, err := text.CharsetNamed(in)
		if err != nil || c.Name() != want || c.BOM {
			t.Errorf("CharsetNamed(%q) = %v, %v, want %s", in, c, err, want)
		}
		if again, err := text.CharsetNamed(c.Name()); err != nil || again != c {
			t.Errorf("CharsetNamed(%q), a name of ours, = %v, %v", c.Name(), again, err)
		}
		if b, err := text.Encode("abc", c); err != nil || len(b) < 3 {
			t.Errorf("Encode in %s: %q, %v", c, b, err)
		}
	}
	for _, in := range []string{"no-such-charset", "utf-7", "x-user-defined", "replacement"} {
		if c, err := text.CharsetNamed(in); err == nil {
			t.Errorf("CharsetNamed(%q) = %s, want an error", in, c)
		}
	}
}

func TestDecodeRefuses(t *testing.T) {
	for _, c := range []struct {
		name    string
		bytes   string
		charset text.Charset
		want    string
	}{
		{"truncated UTF-8", "حماة\n\xd8", text.Charset{}, "2:1: byte 0xd8 does not fit UTF-8 (byte 9, UTF-8)"},
		{"overlong UTF-8", "a\xc0\xaf", text.Charset{}, "1:2: byte 0xc0 does not fit UTF-8 (byte 1, UTF-8)"},
		{"surrogate in UTF-8", "\xed\xa0\x80", text.Charset{}, "1:1: byte 0xed does not fit UTF-8 (byte 0, UTF-8)"},
		{"no mark", "abc", text.Charset{BOM: true}, "1:1: the byte order mark is missing (byte 0, UTF-8 with BOM)"},
		{"damage behind a mark", "\xef\xbb\xbfa\xff", text.Charset{BOM: true}, "1:2: byte 0xff does not fit UTF-8 (byte 4, UTF-8 with BOM)"},
		{"half of UTF-16", "a\x00b\x00c", text.Charset{IANA: "UTF-16LE"}, "1:3: half a character at the end of the file (byte 4, UTF-16LE)"},
		{"lone high surrogate", "\r\x00\n\x00\x3d\xd8a\x00", text.Charset{IANA: "UTF-16LE"}, "2:1: half of a surrogate pair (byte 4, UTF-16LE)"},
		{"lone low surrogate", "\xdc\x00", text.Charset{IANA: "UTF-16BE"}, "1:1: half of a surrogate pair (byte 0, UTF-16BE)"},
		{"high surrogate at the end", "\x3d\xd8", text.Charset{IANA: "UTF-16LE"}, "1:1: half of a surrogate pair (byte 0, UTF-16LE)"},
		{"part of UTF-32", "a\x00\x00", text.Charset{IANA: "UTF-32LE"}, "1:1: part of a character at the end of the file (byte 0, UTF-32LE)"},
		{"beyond Unicode", "\x00\x11\x00\x00", text.Charset{IANA: "UTF-32BE"}, "1:1: 0x110000 is no character (byte 0, UTF-32BE)"},
		{"a hole in a table", "ab\n\xd9", text.Charset{IANA: "windows-1255"}, "2:1: byte 0xd9 means nothing here (byte 3, windows-1255)"},
		{"broken EUC-KR", "\xb0\xa1\n\xb0", text.Charset{IANA: "EUC-KR"}, "2:1: bytes that mean nothing, or that would not be written the same again (byte 3, EUC-KR)"},
	} {
		t.Run(c.name, func(t *testing.T) {
			s, err := text.Decode([]byte(c.bytes), c.charset)
			var at *text.CharsetError
			if !errors.As(err, &at) || err.Error() != c.want {
				t.Errorf("Decode = %q, %v\nwant %s", s, err, c.want)
			}
		})
	}
	if _, err := text.Decode([]byte("abc"), text.Charset{IANA: "no-such-charset"}); err == nil {
		t.Error("an unknown charset decodes")
	}
}

func TestEncodeRefuses(t *testing.T) {
	for _, c := range []struct {
		name, in string
		charset  text.Charset
		want     string
	}{
		{"no such letter", "Hama\nحماة", text.Charset{IANA: "windows-1252"}, "2:1: 'ح' (U+062D) has no place in this charset (byte 5, windows-1252)"},
		{"no such letter, many bytes", "中ح", text.Charset{IANA: "Big5"}, "1:2: 'ح' (U+062D) has no place in this charset (byte 3, Big5)"},
		{"not UTF-8", "a\xff", text.Charset{IANA: "UTF-16LE", BOM: true}, "1:2: not UTF-8 (byte 1, UTF-16LE with BOM)"},
		{"replacement character", "a\ufffd", text.Charset{IANA: "windows-1256"}, "1:2: '\ufffd' (U+FFFD) has no place in this charset (byte 1, windows-1256)"},
	} {
		t.Run(c.name, func(t *testing.T) {
			b, err := text.Encode(c.in, c.charset)
			var at *text.CharsetError
			if !errors.As(err, &at) || err.Error() != c.want {
				t.Errorf("Encode = %q, %v\nwant %s", b, err, c.want)
			}
		})
	}
}

var allCharsets = []text.Charset{
	{}, {BOM: true}, {IANA: "UTF-16LE"}, {IANA: "UTF-16LE", BOM: true}, {IANA: "UTF-16BE"}, {IANA: "UTF-16BE", BOM: true},
	{IANA: "UTF-32LE"}, {IANA: "UTF-32LE", BOM: true}, {IANA: "UTF-32BE", BOM: true},
	{IANA: "windows-1256"}, {IANA: "windows-1252"}, {IANA: "windows-1255"}, {IANA: "ISO-8859-1"}, {IANA: "ISO-8859-6"}, {IANA: "KOI8-R"},
	{IANA: "Shift_JIS"}, {IANA: "EUC-JP"}, {IANA: "ISO-2022-JP"}, {IANA: "EUC-KR"}, {IANA: "Big5"}, {IANA: "GBK"}, {IANA: "GB18030"},
}

func TestUnicodeCharsetsHoldEverything(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := rapid.String().Draw(t, "s")
		for _, c := range allCharsets[:9] {
			b, err := text.Encode(s, c)
			if err != nil {
				t.Fatalf("Encode in %s: %v", c, err)
			}
			if back, err := text.Decode(b, c); err != nil || back != s {
				t.Fatalf("%+q comes back from %s as %+q, %v", s, c, back, err)
			}
		}
	})
}

// What decodes is written as it was, whatever the bytes and the charset.
func FuzzDecode(f *testing.F) {
	f.Add([]byte("حماة\r\n\xff\xfe\x00"))
	f.Add([]byte("\xff\xfe-\x06E\x06"))
	f.Add([]byte("\x1b$B$\"\x1b(B \xa4\xa2 \x82\xa0 \x84\x31\xa4\x37"))
	f.Fuzz(func(t *testing.T, b []byte) {
		for _, c := range allCharsets {
			checkLossless(t, b, c)
		}
		found, err := text.Detect(b, text.Hint{})
		if err != nil {
			return
		}
		if _, err := text.Decode(b, found.Charset); err != nil {
			t.Fatalf("%+q is said to be %s, and is not: %v", b, found.Charset, err)
		}
	})
}

func checkLossless(t *testing.T, b []byte, c text.Charset) {
	s, err := text.Decode(b, c)
	var at *text.CharsetError
	if err != nil {
		if !errors.As(err, &at) || at.Offset < 0 || at.Offset > len(b) || at.Line < 1 || at.Column < 1 {
			t.Fatalf("Decode(%+q, %s): %#v", b, c, err)
		}
		return
	}
	if !utf8.ValidString(s) {
		t.Fatalf("Decode(%+q, %s) = %+q", b, c, s)
	}
	if back, err := text.Encode(s, c); err != nil || !bytes.Equal(back, b) {
		t.Fatalf("%+q in %s is %+q, and comes back as %+q, %v", b, c, s, back, err)
	}
	if c.BOM && strings.HasPrefix(s, "\ufeff") && !bytes.HasPrefix(b, append(mark(t, c), mark(t, c)...)) {
		t.Fatalf("the mark of %s is in the text %+q", c, s)
	}
}

func mark(t *testing.T, c text.Charset) []byte {
	b, err := text.Encode("", c)
	if err != nil {
		t.Fatal(err)
	}
	return b
}
