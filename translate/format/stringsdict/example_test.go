package stringsdict_test

import (
	"fmt"

	"diglot/translate/format"
	"diglot/translate/format/stringsdict"
)

// Each plural form is a block under the path of its keys.
func Example() {
	const file = `<plist version="1.0"><dict><key>%d files</key><dict><key>NSStringLocalizedFormatKey</key><string>%#@n@</string>
<key>n</key><dict><key>one</key><string>a file</string><key>other</key><string>%d files</string></dict></dict></dict></plist>`
	d, err := format.Read("a.stringsdict", []byte(file), format.Settings{}, []format.Format{stringsdict.Format{}})
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, b := range d.Blocks {
		fmt.Printf("%s: %s\n", b.Key, b.Text)
	}
	// Output:
	// %d files/NSStringLocalizedFormatKey: %#@n@
	// %d files/n/one: a file
	// %d files/n/other: %d files
}
