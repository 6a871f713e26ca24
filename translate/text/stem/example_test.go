package stem_test

import (
	"fmt"
	"slices"

	"diglot/translate/locale"
	"diglot/translate/text/stem"
)

func Example() {
	arabic := stem.For(locale.MustParse("ar"))
	listed := arabic.Keys("حرب")
	for _, word := range []string{"وبالحروب", "محراب"} {
		meets := slices.ContainsFunc(arabic.Readings(word), func(r stem.Reading) bool {
			return slices.Contains(listed, r.Key)
		})
		fmt.Println(word, meets)
	}
	// Output:
	// وبالحروب true
	// محراب false
}
