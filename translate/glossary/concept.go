package glossary

import "diglot/translate/locale"

// Concept is one meaning with its names per locale (TBX, ISO 30042:2019).
type Concept struct {
	ID             string // a short name, unique in the glossary: "hama"
	Subject        string // subject field: "geography"
	Definition     string
	Note           string  // for the translator: when to use which term
	Type           string  // person, place, organisation, event, title, acronym; "" when nobody said
	DoNotTranslate bool    // its source term stands in every target as it is
	Extra          []Extra // what a TBX file said beyond this model, kept for its export
	Terms          []Term
}

// Term is one name of a concept in one locale.
type Term struct {
	Locale        locale.Tag
	Text          string
	Status        Status
	CaseSensitive bool
	Match         Match
	Use           Use    // for first or later mention only; "" for any
	PartOfSpeech  string // noun, verb, adjective, properNoun …
	Gender        string // masculine, feminine, neuter
	Number        string // singular, plural, dual
	Note          string
	Authority     string // who says so: a style guide, a ministry, a web page
	Approval      string // who has approved it, or how far that has come
	Extra         []Extra
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

// Match says in which forms a term is recognised. The zero Match is Inflected.
type Match string

// The match modes.
const (
	Inflected Match = ""       // in any form that the language's grammar gives it
	Exact     Match = "exact"  // as it is written only
	Prefix    Match = "prefix" // whatever its last word is followed by: "Ukrain" in "Ukrainian"
)

// Use tells a term for the first mention in a text ("Syrian Democratic Forces
// (SDF)") from one for later mentions ("SDF").
type Use string

// The uses.
const (
	AnyMention   Use = ""
	FirstMention Use = "first"
	LaterMention Use = "later"
)

// Extra is an element of a TBX file that this model has no field for: its XML,
// complete, as it stood in the file.
type Extra struct {
	Level string // "language" for an element of the term's language section, else ""
	XML   string
}
