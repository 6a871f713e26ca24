package locale_test

import (
	"fmt"

	"diglot/translate/locale"
)

// What a desk has to know before it begins on a locale.
func Example() {
	for _, s := range []string{"ar-YE", "ar-MA", "fr", "zh"} {
		tag := locale.MustParse(s)
		months, _ := locale.Months(tag)
		fmt.Println(locale.EnglishName(tag), locale.DirectionOf(tag), locale.FormatInt(tag, 2024), months[11], locale.PluralForms(tag))
	}
	best, _ := locale.Match(locale.MustParse("ar-YE"), []locale.Tag{locale.MustParse("en"), locale.MustParse("ar")})
	fmt.Println("ar-YE reads", best)
	// Output:
	// Arabic (Yemen) rtl ٢٠٢٤ ديسمبر [zero one two few many other]
	// Arabic (Morocco) rtl 2024 دجنبر [zero one two few many other]
	// French ltr 2024 décembre [one many other]
	// Chinese ltr 2024  [other]
	// ar-YE reads ar
}
