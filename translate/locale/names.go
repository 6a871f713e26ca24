package locale

import (
	"golang.org/x/text/language"
	"golang.org/x/text/language/display"
)

// EnglishName names the locale in English, "Arabic (Yemen)" for "ar-YE"; the tag
// itself when x/text has no name for it.
func EnglishName(t Tag) string {
	if serbianInLatin(t) {
		return "Serbian (Latin)"
	}
	return orTag(t, display.Tags(language.English).Name(withoutExtensions(t).Language()))
}

// NativeName names the locale as its own readers do, "العربية" for "ar"; the tag
// itself when x/text has no name for it.
func NativeName(t Tag) string {
	if serbianInLatin(t) {
		return "srpski (latinica)"
	}
	return orTag(t, display.Self.Name(withoutExtensions(t).Language()))
}

// serbianInLatin picks the one locale to which x/text gives the name of another,
// Serbo-Croatian.
func serbianInLatin(t Tag) bool { return t.Base() == "sr" && Script(t) == "Latn" }

func orTag(t Tag, name string) string {
	if name == "" {
		return t.String()
	}
	return name
}
