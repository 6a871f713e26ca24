// Package concordance finds words inside the entries of a memory: a translator who
// has no match for a sentence still sees how a colleague said "ceasefire" in the
// others, each with its aligned side.
//
// A Query is words, a phrase or a regular expression, over the sources, the targets
// or both. Compile makes a Matcher of it, which decides about one entry and marks
// what was found. An Index is a file that narrows down which entries of a large memory
// are worth asking: SQLite's FTS5 over folded words. It is a cache. OpenOrBuild makes
// it again where it is missing, damaged or of another state of the memory, and what
// a search gives is the same with an index and without.
package concordance
