package xmlspan_test

import (
	"fmt"

	"diglot/translate/format/internal/xmlspan"
)

// Every element knows its place in the file.
func Example() {
	const body = `<doc><p id="1">The <b>army</b> left &amp; returned.</p></doc>`
	tree, err := xmlspan.Parse(body)
	if err != nil {
		fmt.Println(err)
		return
	}
	p := tree.Root().Child("p")
	fmt.Println(p.Value("id"), p.Inside(), p.Letters())
	_, err = xmlspan.Parse("<doc>\n<p></doc>")
	fmt.Println(err)
	// Output:
	// 1 {15 51} The army left & returned.
	// :2:4: the end tag </doc> does not fit <p> of 2:1
}
