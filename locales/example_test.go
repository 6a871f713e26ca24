package locales_test

import (
	"fmt"

	"diglot/locales"
)

func Example() {
	english, err := locales.New("en_GB.UTF-8")
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(english.Say("usage.bad-locale", locales.Args{"value": "arabisch"}))
	fmt.Println(english.Count("check.without", 1, nil))
	fmt.Println(english.Count("check.without", 5, nil))
	// Output:
	// arabisch is no language tag; write ar, en, pt-BR …
	// one unit has no target yet
	// 5 units have no target yet
}
