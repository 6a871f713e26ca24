package qtts_test

import (
	"fmt"

	"diglot/translate/format"
	"diglot/translate/format/qtts"
)

// Each numerus form is a block with the same source.
func Example() {
	const file = `<TS language="ar"><context><name>Files</name><message numerus="yes"><source>%n file(s)</source>
<translation type="unfinished"><numerusform>ملف</numerusform><numerusform></numerusform></translation></message></context></TS>`
	d, err := format.Read("a.ts", []byte(file), format.Settings{}, []format.Format{qtts.Format{}})
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, b := range d.Blocks {
		fmt.Printf("%s: %s | %s | %v\n", b.Key, b.Text, b.Target.Text, b.Target.State)
	}
	// Output:
	// Files/[0]: %n file(s) | ملف | draft
	// Files/[1]: %n file(s) |  | initial
}
