package workbench_test

import (
	"fmt"

	"diglot/translate/locale"
	"diglot/translate/workbench"
)

// A step of the main path without a project: the segments of an article, as an
// import makes units of them.
func Example() {
	article := "# Hama\n\nThe army **left**. Dr. Salim stayed.\n"
	segments, err := workbench.Config{}.Segment("hama.md", []byte(article), locale.MustParse("en"))
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, s := range segments {
		fmt.Printf("%s: %s\n", s.Kind, s.Text)
	}
	// Output:
	// heading: Hama
	// paragraph: The army <1>left</1>.
	// paragraph: Dr. Salim stayed.
}
