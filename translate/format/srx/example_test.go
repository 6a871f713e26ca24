package srx_test

import (
	"fmt"

	"diglot/translate/format/srx"
)

// What is wrong with a file is told with line and column.
func Example() {
	const file = `<srx version="2.0"><body><languagerules><languagerule languagerulename="en"><rule><beforebreak>[.</beforebreak></rule></languagerule></languagerules></body></srx>`
	for _, fault := range (srx.Format{}).Validate(file) {
		fmt.Printf("%d:%d: %v\n", fault.Line, fault.Column, fault.Err)
	}
	// Output:
	// 1:83: <beforebreak>: a [ without ] in "[."
}
