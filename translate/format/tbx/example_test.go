package tbx_test

import (
	"fmt"

	"diglot/translate/format/tbx"
)

// What is wrong with a file is told with line and column.
func Example() {
	const file = `<tbx type="TBX-Min" style="dca" xml:lang="en" xmlns="urn:iso:std:iso:30042:ed-2"><tbxHeader/><text><body/></text></tbx>`
	for _, fault := range (tbx.Format{}).Validate(file) {
		fmt.Printf("%d:%d: %v\n", fault.Line, fault.Column, fault.Err)
	}
	// Output:
	// 1:82: <tbxHeader>: it has no <fileDesc>
	// 1:100: <body>: it has no <conceptEntry>
}
