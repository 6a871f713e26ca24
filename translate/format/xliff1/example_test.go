package xliff1_test

import (
	"fmt"

	"diglot/translate/format"
	"diglot/translate/format/xliff1"
)

// Each unit is a block with the target that is there.
func Example() {
	const file = `<xliff version="1.2"><file target-language="ar"><body>
<trans-unit id="7"><source>The <g id="1">army</g> left.</source><target state="final">غادر <g id="1">الجيش</g>.</target></trans-unit>
<trans-unit id="8"><source>It returned.</source></trans-unit></body></file></xliff>`
	d, err := format.Read("a.xlf", []byte(file), format.Settings{}, []format.Format{xliff1.Format{}})
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, b := range d.Blocks {
		fmt.Printf("%s: %s | %s | %v\n", b.Key, b.Text, b.Target.Text, b.Target.State)
	}
	// Output:
	// 7: The <1>army</1> left. | غادر <1>الجيش</1>. | final
	// 8: It returned. |  | initial
}
