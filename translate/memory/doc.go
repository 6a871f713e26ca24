// Package memory keeps pairs of source and target and finds those whose source is
// most like a given text.
//
// It is why a translator never translates a sentence twice: what a colleague wrote
// for "The army left Hama." last year is there when "The army left Homs." comes
// in, with its score and what differs. A look-up returns exactly what comparing
// with every stored pair would return, whatever the number of pairs.
//
// Read [Query] and [Memory.Find] first, then [Penalties] for how a score comes
// about. [ReadTMX], [ReadTSV] and [OpenFile] bring pairs in, [WriteTMX] takes them
// to another program. [OpenOrBuild] keeps a memory in a file that opens at once;
// [Memory.Add] and [Memory.Remove] change what look-ups find, [Memory.Save] writes it
// down. [Diff] and [RepairMatch] help to use a match, [Clean] to tidy up a memory,
// [Fragments] where nothing matches.
//
// The pairs themselves belong to the store. A memory file is made of them and can be
// made again.
//
// # The score
//
// Similarity is 1 − d/m on the tokens of text.Tokens: d is the Levenshtein distance
// in tokens, m the number of tokens of the longer text. The score is the similarity
// in per cent, rounded down, less the penalties; nothing ever raises it above the
// similarity, but the context of an exact match:
//
//	102    the same text with the same codes between the same two neighbours
//	101    the same text with the same codes and one of the neighbours
//	100    the same text with the same codes
//	95–99  no word differs, only numbers, codes, punctuation or the form of letters
//	0–94   a word differs
//
// # The look-up
//
// Package index, below this one, finds the sources of a similarity or above and
// misses none; its package comment says why. This package weighs what was found, and
// looks further where penalties leave room for something else (find.go). The plain
// comparison with every entry (brute.go) is what all of it is tested against.
package memory
