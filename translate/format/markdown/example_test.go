package markdown_test

import (
	"fmt"

	"diglot/translate/format"
	"diglot/translate/format/markdown"
	"diglot/translate/locale"
	"diglot/translate/unit"
)

// A translator gets the sentence with its emphasis as a code, and what is written
// has the new words in the old markup.
func Example() {
	source := "# News\n\nThe army **left** Hama.\n"
	d, err := format.Read("news.md", []byte(source), format.Settings{}, []format.Format{markdown.Format{}})
	if err != nil {
		fmt.Println(err)
		return
	}
	for i := range d.Blocks {
		fmt.Printf("%s: %s\n", d.Blocks[i].Kind, d.Blocks[i].Text)
	}
	target, err := unit.Parse("<1>غادر</1> الجيش حماة #1.", d.Blocks[1].Text)
	if err != nil {
		fmt.Println(err)
		return
	}
	pieces := map[int][]format.Piece{1: {{Part: unit.Part{End: d.Blocks[1].Text.End()}, New: &target}}}
	out, err := d.Write(pieces, locale.MustParse("ar"), "")
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Printf("%s", out)
	// Output:
	// heading: News
	// paragraph: The army <1>left</1> Hama.
	// # News
	//
	// **غادر** الجيش حماة #1.
}
