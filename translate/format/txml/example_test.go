package txml_test

import (
	"fmt"

	"diglot/translate/format"
	"diglot/translate/format/txml"
)

// Each segment is a block with its target.
func Example() {
	const file = `<txml locale="EN" targetlocale="AR"><translatable blockId="1"><segment segmentId="1">
<source>The <ut x="1">&lt;b></ut>army left.</source></segment></translatable></txml>`
	d, err := format.Read("a.txml", []byte(file), format.Settings{}, []format.Format{txml.Format{}})
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, b := range d.Blocks {
		fmt.Printf("%s: %s\n", b.Key, b.Text)
	}
	// Output:
	// 1/1: The <1/>army left.
}
