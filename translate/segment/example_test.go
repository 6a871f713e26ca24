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

func ExampleSegmenter_WithExceptions() {
	text := "Siehe Abt. Sieben. Danke."
	s, problems := segment.For(locale.MustParse("fr"), segment.Options{}).WithExceptions([]segment.Rule{segment.NoBreakAfter("Abt.")})
	for _, span := range s.Split(text) {
		fmt.Println(text[span.Start:span.End])
	}
	fmt.Println(len(problems), "problems")
	// Output:
	// Siehe Abt. Sieben.
	// Danke.
	// 0 problems
}

func ExampleSegmenter_Explain() {
	text := "وصل د. كريم. متى؟"
	for _, d := range segment.For(locale.MustParse("ar"), segment.Options{}).Explain(text) {
		fmt.Println(d.Offset, d.Break, d.Rule)
	}
	// Output:
	// 10 false ar/initial
	// 20 true common/end
}
