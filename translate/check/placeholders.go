package check

import "diglot/translate/unit"

// placeholders finds a place for a value that was lost, renamed or made up: the
// program that fills them in would show {number} to its reader, or crash.
func placeholders() rule {
	return rule{Info{
		Name: "placeholders", Severity: unit.Error,
		Good: example("{count} new messages", "en", "رسائل جديدة: {count}", "ar"),
		Bad:  example("{count} new messages", "en", "رسائل جديدة: {number}", "ar"),
	}, findPlaceholders}
}

func findPlaceholders(v *view) {
	v.compareOpaque("placeholder", placeholder, printfHolder)
	v.compareMessages()
	if len(v.source.opaque) > 1 {
		v.printfOrder()
	}
}
