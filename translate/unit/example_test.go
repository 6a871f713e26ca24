package unit_test

import (
	"fmt"

	"diglot/translate/unit"
)

// A sentence with bold words: letters for the memory and the checks, codes beside
// them, and one readable form that a translator edits and that reads back.
func Example() {
	source := unit.Text{Content: "The army left Hama.", Codes: []unit.Code{
		{ID: 1, Kind: unit.Open, Offset: 9, Original: "<b>"},
		{ID: 1, Kind: unit.Close, Offset: 13, Original: "</b>"},
	}}
	fmt.Println(source)

	target, err := unit.Parse("L’armée a <1>quitté</1> Hama.", source)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(target.Content)
	fmt.Println(target.Codes[0].Original, target.Codes[1].Original)
	// Output:
	// The army <1>left</1> Hama.
	// L’armée a quitté Hama.
	// <b> </b>
}
