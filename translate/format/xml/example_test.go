package xml_test

import (
	"fmt"

	"diglot/translate/format"
	"diglot/translate/format/xml"
)

// Elements with letters are blocks, elements among the letters inline codes.
func Example() {
	const file = `<article><head>Hama</head><p>The <b>army</b> left.</p><list><item>one</item><item>two</item></list></article>`
	d, err := format.Read("a.xml", []byte(file), format.Settings{}, []format.Format{xml.Format{}})
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, b := range d.Blocks {
		fmt.Printf("%s\n", b.Text)
	}
	// Output:
	// Hama
	// The <1>army</1> left.
	// one
	// two
}
