package locale

import "strings"

// byLocale turns a table of value -> "locale locale …", the form in which a
// linguist reads and corrects it, into one of locale -> value.
func byLocale[V comparable](table map[V]string) map[string]V {
	values := map[string]V{}
	for value, locales := range table {
		for _, l := range strings.Fields(locales) {
			values[l] = value
		}
	}
	return values
}

// lookup finds what a table holds for a locale: under its tag, its language and
// script, its language and region, or its language, whichever is there first. A
// locale in another script than its language's usual one takes nothing from the
// last two: "uz-AF" is Arabic script and never gets what stands for "uz".
func lookup[V any](table map[string]V, t Tag) (value V, ok bool) {
	bare := withoutExtensions(t)
	if value, ok = table[bare.canonical]; ok || bare.IsZero() {
		return value, ok
	}
	base := Tag{bare.Base()}
	if bare == base {
		return value, false
	}
	script := Script(bare)
	if value, ok = table[base.canonical+"-"+script]; ok || script != Script(base) {
		return value, ok
	}
	if region, _ := bare.Language().Region(); region.String() != "ZZ" {
		if value, ok = table[base.canonical+"-"+region.String()]; ok {
			return value, true
		}
	}
	value, ok = table[base.canonical]
	return value, ok
}
