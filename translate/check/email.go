package check

import "diglot/translate/unit"

// email finds a mail address that is not the source's: mail to it goes astray.
func email() rule {
	return rule{Info{
		Name: "email", Severity: unit.Warning,
		Good: example("Write to desk@example.org.", "en", "اكتبوا إلى desk@example.org.", "ar"),
		Bad:  example("Write to desk@example.org.", "en", "اكتبوا إلى desk@exemple.org.", "ar"),
	}, func(v *view) { v.compareOpaque("email", mailAddress) }}
}
