package glossary

import "diglot/translate/locale"

// Concept is one meaning with its names per locale (TBX, ISO 30042).
type Concept struct {
	ID             string // a short name, unique in the glossary: "hama"
	Note           string // for the translator: when to use which term
	DoNotTranslate bool   // its source term stands in every target as it is
	Terms          []Term
}

// Term is one name of a concept in one locale.
type Term struct {
	Locale        locale.Tag
	Text          string
	Status        Status
	CaseSensitive bool
	Note          string
}

// Status says whether a term may be used.
type Status string

// The statuses (TBX: administrativeStatus).
const (
	Preferred  Status = "preferred"
	Admitted   Status = "admitted"
	Deprecated Status = "deprecated"
	Forbidden  Status = "forbidden"
)

// Approved reports whether a translation may use the term.
func (s Status) Approved() bool { return s == Preferred || s == Admitted }
