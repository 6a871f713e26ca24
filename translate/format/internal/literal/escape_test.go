package literal

import (
	"testing"

	"diglot/translate/format"
	"diglot/translate/text"
)

func TestEscape16(t *testing.T) {
	cases := []struct {
		s       string
		size    int
		letters string
		ok      bool
	}{
		{`\u0645x`, 6, "م", true},
		{`\ud83d\ude00`, 12, "😀", true},
		{`\U00e9`, 6, "é", true},
		{`\ud83dx`, 6, "\ufffd", true},
		{`\ude00\ud83d`, 6, "\ufffd", true},
		{`\u00g0`, 0, "", false},
		{`\u00`, 0, "", false},
		{`\`, 0, "", false},
	}
	for _, c := range cases {
		size, letters, ok := Escape16(c.s)
		if size != c.size || letters != c.letters || ok != c.ok {
			t.Errorf("%s: got %d %q %v", c.s, size, letters, ok)
		}
	}
	if got := UTF16(`\u%04x`, '😀'); got != `\ud83d\ude00` {
		t.Errorf("got %s", got)
	}
}

func TestPlain(t *testing.T) {
	arabic := &format.Document{Charset: text.Charset{IANA: "windows-1256"}}
	utf8 := &format.Document{}
	cases := []struct {
		d     *format.Document
		ascii bool
		r     rune
		want  bool
	}{
		{utf8, false, '日', true}, {utf8, true, 'é', false}, {utf8, true, 'e', true},
		{arabic, false, 'م', true}, {arabic, false, '日', false}, {arabic, false, 'a', true},
	}
	for _, c := range cases {
		if got := Plain(c.d, c.ascii, c.r); got != c.want {
			t.Errorf("%c in %s, ascii %v: %v", c.r, c.d.Charset, c.ascii, got)
		}
	}
}
