package xliff2

import (
	"diglot/translate/format"
)

const spaceMatches = "urn:oasis:names:tc:xliff:matches:2.0"

// Validate checks.
func (Format) Validate(body string) []*format.Error { return nil }
