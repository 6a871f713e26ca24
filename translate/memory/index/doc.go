// Package index finds, among a million sentences, the ones most like a given
// one, and misses none. It is the engine below package memory, which knows what the
// sentences belong to; here they are rows of tokens with a number.
//
// Read [Builder] for what is kept of the sentences, then [Searcher.Search] for how
// they are found. [Segment] is the result of a Builder, immutable, in a file or in
// memory; [Tail] is a small set that grows.
//
// # Why nothing is missed
//
// Similarity is 1 − d/m: d is the Levenshtein distance in tokens and m the number of
// tokens of the longer sentence. Let a sentence's features be its tokens, the second
// "the" being another feature than the first. Two sentences with similarity of at
// least τ share at least o = ⌈τ·m⌉ features, because each edit takes away one at most.
// Sort the features of all sentences in one order, rarest first. Then the first
// feature that two such sentences share stands among the first n−o+1 features of a
// sentence with n, in either of them: if it stood later, fewer than o were left to
// share (prefix filtering: Chaudhuri, Ganti, Kaushik 2006; the bound on positions:
// Xiao, Wang, Lin, Yu 2008). So it is enough to keep, for each feature, the sentences
// that have it so early, and to look up only the rarest features of what is asked.
//
// What is found so is a candidate. Its length, the place of the feature, and a
// signature of 64 bits reject most; the rest is measured by the bit-parallel
// algorithm of Myers (1999), in blocks (Hyyrö 2003), which stops as soon as the
// distance is too large. Each sentence that is found raises τ.
package index
