package check

// vocabulary is what the checks know of each language, by its base code.
type vocabulary map[string]*lexicon

// lexicon is what the checks know of one language.
type lexicon struct{}

func newVocabulary() vocabulary { return vocabulary{} }
