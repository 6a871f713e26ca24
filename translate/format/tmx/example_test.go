package tmx_test

import (
	"fmt"

	"diglot/translate/format"
	"diglot/translate/format/tmx"
)

// Each unit is a block; the other language is its slot.
func Example() {
	const file = `<tmx version="1.4"><header srclang="en"/><body>
<tu tuid="1"><tuv xml:lang="ar"><seg>غادر الجيش.</seg></tuv><tuv xml:lang="en"><seg>The army left.</seg></tuv></tu></body></tmx>`
	d, err := format.Read("a.tmx", []byte(file), format.Settings{}, []format.Format{tmx.Format{}})
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, b := range d.Blocks {
		fmt.Printf("%s: %s | %s\n", b.Key, b.Text, b.Target.Text)
	}
	// Output:
	// 1: The army left. | غادر الجيش.
}
