package unit

// Hit is one occurrence of a glossary concept in a text.
type Hit struct {
	Concept string // id of the concept
	Term    string // the term that was recognised, as the glossary writes it
	Span    Span   // bytes in the text's Content
	Status  string // of that term: preferred, admitted, deprecated, forbidden
}
