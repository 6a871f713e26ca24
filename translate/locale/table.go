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

// lookupChain gives the names under which a table may hold what is wanted for t:
// without extensions, as it stands, then with its script said, then its parents,
// down to the language, unless that one is written in another script.
func lookupChain(t Tag) []string {
	bare := withoutExtensions(t)
	chain := []string{bare.String()}
	base := Tag{bare.Base()}
	script := Script(bare)
	if script != Script(base) {
		return append(chain, bare.Base()+"-"+script)
	}
	for _, parent := range Parents(bare) {
		chain = append(chain, parent.String())
	}
	return append(chain, bare.Base())
}
