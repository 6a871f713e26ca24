// Package glossary sees to it that a name or term is translated as the desk has
// decided, in whatever form the grammar of the sentence gives it.
//
// A translator needs it at two moments. Before translating: which words of this
// sentence does the glossary know, and how are they called in the target
// language ([Glossary.Recognize])? Afterwards: is each of them there, is a
// forbidden word there instead ([Glossary.Check])? The desk asks a third
// question, over all documents: how have we called this until now
// ([Glossary.Renderings])?
//
// Read first: [Concept], then [New] and [Glossary.Check]. Both texts are cut into
// words; package stem gives for each word the set of dictionary words it may be a
// form of; one trie over those finds all entries in one pass, so that cost grows
// with the text and not with the glossary.
//
// Glossaries come in and go out as CSV ([ReadCSV], [WriteCSV]) and TBX.
package glossary
