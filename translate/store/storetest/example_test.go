package storetest_test

import (
	"fmt"

	"diglot/translate/store/storetest"
	"diglot/translate/unit"
)

// Text draws the texts that stores are tested with. Each has to come back as
// it went in.
func ExampleText() {
	for seed := range 40 {
		t := storetest.Text().Example(seed)
		back, err := unit.Parse(t.String(), t)
		if err != nil || back.Content != t.Content || len(back.Codes) != len(t.Codes) {
			fmt.Printf("%+v does not come back: %v\n", t, err)
		}
	}
	fmt.Println("all came back")
	// Output: all came back
}
