// Package glossary sees to it that a name or term is translated as the desk has
// decided, in whatever form the grammar of the sentence gives it.
//
// A translator needs it at two moments. Before translating: which words of this
// sentence does the glossary know, and how are they called in the target
// language ([Glossary.Recognize])? Afterwards: is each of them there, is a
// forbidden word there instead ([Glossary.Check])? The desk asks three more
// questions, over all documents: how have we called this until now
// ([Glossary.Renderings]), what do we call now so and now otherwise though nobody
// listed it ([Inconsistencies], and [Romanisation.Names] for spellings of Arabic
// names), and what belongs into the glossary ([Extract])?
//
// Read first: [Concept], then [New] and [Glossary.Check]. A text is cut into words
// (token.go); package stem gives for each word the set of dictionary words it may be
// a form of; one trie over those (index.go, match.go) finds all entries in one pass,
// so that cost grows with the text and not with the glossary; compare.go lays source
// and target beside each other.
//
// Glossaries come in and go out as CSV ([ReadCSV], [WriteCSV]) and TBX ([ReadTBX],
// [WriteTBX]). XLSX is not read: spreadsheets save CSV.
package glossary
