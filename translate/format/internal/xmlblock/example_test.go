package xmlblock_test

import (
	"fmt"

	"diglot/translate/format/internal/xmlblock"
	"diglot/translate/format/internal/xmlspan"
)

// The inside of an element becomes a block: letters, and elements as codes.
func Example() {
	tree, err := xmlspan.Parse(`<p>Q&amp;A <b>on</b> Hama<br/></p>`)
	if err != nil {
		fmt.Println(err)
		return
	}
	r := xmlblock.Reader{Tree: tree, Role: func(n xmlspan.Node) xmlblock.Role {
		if n.Local() == "b" {
			return xmlblock.Role{Sort: xmlblock.Pair}
		}
		return xmlblock.Role{}
	}}
	block, _, err := r.Source(tree.Root(), "paragraph")
	fmt.Println(block.Text, err)
	// Output: Q&A <1>on</1> Hama<2/> <nil>
}
