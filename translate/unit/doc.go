// Package unit holds the nouns that every room of Diglot shares: a Text with
// inline codes, the Unit that a translator works on, its Target per locale, a
// Match out of a memory, an Issue that a check found and a Hit of a term.
//
// A translator needs them kept apart from any file format: the sentence "The
// army <b>left</b> Hama." is the string "The army left Hama." plus two codes at
// byte offsets 9 and 13, so that memory, glossary and checks see letters only,
// and the markup still comes back byte for byte. Read Text first, then
// Text.String, the one readable form with escapes, and Parse, which reads it
// back exactly.
//
// The package has values only: no input, no output, no clock.
package unit
