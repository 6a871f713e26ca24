package android_test

import (
	"fmt"

	"diglot/translate/format"
	"diglot/translate/format/android"
)

// Plural forms are blocks of their own; what cannot be translated is a code.
func Example() {
	const file = `<resources xmlns:xliff="urn:oasis:names:tc:xliff:document:1.2">
<!-- On the start page -->
<string name="hello">It\'s <xliff:g id="n">%1$s</xliff:g>!</string>
<plurals name="days"><item quantity="one">a day</item><item quantity="other">%d days</item></plurals></resources>`
	d, err := format.Read("strings.xml", []byte(file), format.Settings{}, []format.Format{android.Format{}})
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, b := range d.Blocks {
		fmt.Printf("%s: %s (%s)\n", b.Key, b.Text, b.Note)
	}
	// Output:
	// hello: It's <1/>! (On the start page)
	// days[one]: a day ()
	// days[other]: %d days ()
}
