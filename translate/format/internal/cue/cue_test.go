package cue

import (
	"fmt"
	"testing"

	"diglot/translate/unit"
)

func Example() {
	body := "1\r\n00:00:01,000 --> 00:00:02,000\r\nThe army\r\nleft.\r\n"
	for l := NewLines(body); l.Next(); {
		fmt.Printf("%q\n", l.Text())
	}
	// Output:
	// "1"
	// "00:00:01,000 --> 00:00:02,000"
	// "The army"
	// "left."
}

func TestLetters(t *testing.T) {
	body := "a\r\nb\rc\nd&e"
	got := Letters(body, unit.Span{End: len(body)}, func(s string) (int, string) {
		if s[0] == '&' {
			return 1, "+"
		}
		return 0, ""
	})
	if want := "a\nb\nc\nd+e"; got.Letters != want {
		t.Errorf("got %q, want %q", got.Letters, want)
	}
}

func TestLineEnd(t *testing.T) {
	for body, want := range map[string]string{"": "\n", "a\r\nb\n": "\r\n", "a\rb\n": "\r", "a\nb\r": "\n"} {
		if got := LineEnd(body); got != want {
			t.Errorf("%q: got %q, want %q", body, got, want)
		}
	}
}
