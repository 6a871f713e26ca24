package check_test

import (
	"fmt"

	"diglot/translate/check"
	"diglot/translate/locale"
	"diglot/translate/unit"
)

func Example() {
	checker, err := check.New(check.Options{})
	if err != nil {
		fmt.Println(err)
		return
	}
	issues := checker.Check(&check.Pair{
		SourceLocale: locale.MustParse("en"), Source: unit.Plain("Over 1,200 people fled (mostly at night)."),
		TargetLocale: locale.MustParse("ar"), Target: unit.Plain("فرّ أكثر من ١٬٣٠٠ شخص (معظمهم ليلًا."),
	})
	for _, i := range issues {
		fmt.Println(i.Check, i.Severity, i.Key, i.Args)
	}
	// Output:
	// numbers error changed map[found:١٬٣٠٠ number:1,200]
	// brackets warning unpaired map[bracket:(]
}

func ExampleChecker_Facts() {
	checker, err := check.New(check.Options{})
	if err != nil {
		fmt.Println(err)
		return
	}
	p := &check.Pair{
		SourceLocale: locale.MustParse("en"), Source: unit.Plain("On Friday 1,200 people walked 85 miles."),
		TargetLocale: locale.MustParse("ar"), Target: unit.Plain("سار 1200 شخص 137 كيلومترًا."),
	}
	for _, f := range checker.Facts(p) {
		fmt.Printf("%s %s: %q %q\n", f.Kind, f.Counterpart, p.Source.Content[f.Source.Start:f.Source.End], p.Target.Content[f.Target.Start:f.Target.End])
	}
	// Output:
	// date missing: "Friday" ""
	// number found: "1,200" "1200"
	// quantity found: "85" "137"
}
