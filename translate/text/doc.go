// Package text holds what every engine does to plain strings: bring them to one
// normal form, fold away differences that a reader does not see, cut them into
// words, measure how far two of them are apart, and turn bytes of any charset into
// a string and back without losing one.
//
// It serves a translator in quiet ways: a memory finds "مدينةُ حمص" for "مدينة حمص",
// a check counts words as an invoice does, and an old windows-1256 file comes out of
// the program as it went in.
//
// Read first: [Fold] (each option is named and separate, because an Arabic desk
// folds hamza seats in a search and never in a spelling check), [Words] and
// [Tokens] (words as Unicode sees them, and the memory's own), [Distance] and
// [Diff], and [Detect] with [Decode] and [Encode].
//
// Positions are byte offsets into a UTF-8 string unless a name says runes.
package text
