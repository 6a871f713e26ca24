package text_test

import (
	"fmt"
	"strings"

	"diglot/translate/locale"
	"diglot/translate/text"
)

// A search that looks past spelling finds the words as they stand in the text.
func Example() {
	article := "قال الجيش السوري إنّ قواته انسحبت من مَدِينة حمـــاة"
	const loose = text.FoldArabic | text.FoldSpace
	folded, offsets := loose.Map(article)
	want := loose.String("مدينة حماة")
	at := strings.Index(folded, want)
	fmt.Println(article[offsets[at]:offsets[at+len(want)]])
	fmt.Println(text.CountWords(article, locale.MustParse("ar")), "words")
	// Output:
	// مَدِينة حمـــاة
	// 9 words
}

func ExampleDetect() {
	file := []byte("\xcd\xe3\xc7\xc9\r\n") // windows-1256, as its editor wrote it
	found, err := text.Detect(file, text.Hint{Locale: locale.MustParse("ar")})
	if err != nil {
		fmt.Println(err)
		return
	}
	s, err := text.Decode(file, found.Charset)
	fmt.Printf("%q in %s by %s, certain: %v, %v\n", s, found.Charset, found.Why, found.Certain, err)
	_, err = text.Encode("Łódź", found.Charset)
	fmt.Println(err)
	// Output:
	// "حماة\r\n" in windows-1256 by locale, certain: false, <nil>
	// 1:1: 'Ł' (U+0141) has no place in this charset (byte 0, windows-1256)
}

func ExampleDiff() {
	a, b := text.Tokens("The army left Hama."), text.Tokens("The army has left Homs.")
	for _, op := range text.Diff(a, b) {
		switch op.Kind {
		case text.Kept:
			fmt.Println("  ", a[op.A0:op.A1])
		default:
			fmt.Println("- ", a[op.A0:op.A1], "+", b[op.B0:op.B1])
		}
	}
	// Output:
	//    [the army]
	// -  [] + [has]
	//    [left]
	// -  [hama] + [homs]
	//    [.]
}

func ExampleVisible() {
	fmt.Println(text.Visible("invoice\u202efdp.exe\x1b[2J"))
	// Output: invoice⟨U+202E⟩fdp.exe␛[2J
}
