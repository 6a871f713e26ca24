package memory

import (
	"slices"
	"strings"

	"diglot/translate/locale"
)

// serves reports whether what is stored for one locale may be shown to a
// translator who asks for another: the same language in the same script.
func serves(want, have locale.Tag) bool {
	return want.IsZero() || want == have ||
		want.Base() == have.Base() && locale.Script(want) == locale.Script(have)
}

// otherRegion reports whether two locales that serve each other are different
// branches of their language, as en-GB and en-US. "en" is a branch of neither.
func otherRegion(a, b locale.Tag) bool {
	if a == b || a.IsZero() || b.IsZero() {
		return false
	}
	return !descends(a, b) && !descends(b, a)
}

// descends reports whether tag is ancestor, or below it in the language.
func descends(tag, ancestor locale.Tag) bool {
	bare, _, _ := strings.Cut(ancestor.String(), "-u-")
	for _, t := range append([]locale.Tag{tag}, locale.Parents(tag)...) {
		if t == ancestor || t.String() == bare {
			return true
		}
	}
	return slices.Contains(locale.Parents(tag), ancestor)
}
