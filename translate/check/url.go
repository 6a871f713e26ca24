package check

import "diglot/translate/unit"

// webAddress finds a link that leads elsewhere than the source's. One letter is
// enough, and nobody sees it before a reader follows the link.
func webAddress() rule {
	return rule{Info{
		Name: "url", Severity: unit.Warning,
		Good: example("See https://example.org/a.", "en", "انظر https://example.org/a.", "ar"),
		Bad:  example("See https://example.org/a.", "en", "انظر http://example.org/a.", "ar"),
	}, func(v *view) { v.compareOpaque("url", address) }}
}
