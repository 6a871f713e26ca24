package glossary_test

import (
	"fmt"

	"diglot/translate/glossary"
	"diglot/translate/locale"
	"diglot/translate/unit"
)

func Example() {
	en, ar := locale.MustParse("en"), locale.MustParse("ar")
	g := glossary.New([]glossary.Concept{{
		ID: "school",
		Terms: []glossary.Term{
			{Locale: en, Text: "school", Status: glossary.Preferred},
			{Locale: ar, Text: "مدرسة", Status: glossary.Preferred},
			{Locale: ar, Text: "كتّاب", Status: glossary.Forbidden},
		},
	}})
	source := unit.Plain("The schools of Hama opened.")
	for _, hit := range g.Recognize(source, en) {
		fmt.Println(source.Content[hit.Span.Start:hit.Span.End], "is", hit.Concept)
	}
	fmt.Println(len(g.Check(source, unit.Plain("وبمدارسها بدأت حماة يومها."), en, ar)), "issues")
	for _, issue := range g.Check(source, unit.Plain("فتحت المعاهد في حماة أبوابها."), en, ar) {
		fmt.Println(issue.Severity, issue.Key, issue.Args["want"])
	}
	// Output:
	// schools is school
	// 0 issues
	// warning missing مدرسة
}
