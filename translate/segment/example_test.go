package segment_test

import (
	"fmt"

	"diglot/translate/locale"
	"diglot/translate/segment"
)

func Example() {
	text := "Dr. Nasser met Gen. Smith at 5 p.m. in the U.S. embassy. They spoke for an hour!"
	s := segment.For(locale.MustParse("en"), segment.Options{})
	for _, span := range s.Split(text) {
		fmt.Println(text[span.Start:span.End])
	}
	// Output:
	// Dr. Nasser met Gen. Smith at 5 p.m. in the U.S. embassy.
	// They spoke for an hour!
}
