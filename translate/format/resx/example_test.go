package resx_test

import (
	"fmt"

	"diglot/translate/format"
	"diglot/translate/format/resx"
)

// Strings stand under their names, with the comments of developers.
func Example() {
	const file = `<root><data name="Title"><value>The army left &amp; returned</value><comment>headline</comment></data>
<data name="Logo" type="System.Resources.ResXFileRef"><value>logo.png</value></data></root>`
	d, err := format.Read("a.resx", []byte(file), format.Settings{}, []format.Format{resx.Format{}})
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, b := range d.Blocks {
		fmt.Printf("%s: %s (%s)\n", b.Key, b.Text, b.Note)
	}
	// Output:
	// Title: The army left & returned (headline)
}
