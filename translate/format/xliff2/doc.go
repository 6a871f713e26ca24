// Package xliff2 reads and writes XLIFF 2.0, 2.1 and 2.2, the OASIS standard in
// which one translation tool hands work to another.
//
// A translator sees each segment as a block: the source, the target that is there
// with its state, the notes of the unit, and the matches that the file brings. A
// translation goes into the segment's <target>, which is made where it is missing; the
// source, unknown modules, extensions and all white space stay as they are.
//
// What counts as what:
//   - A segment with letters is a block; ignorables and what says translate="no"
//     are not. Its key is its fragment identifier, as "f=f1/u=12/s1".
//   - pc, sc with ec, mrk, sm with em are pairs of codes, ph and whole markers with
//     translate="no" single ones, cp is the character that it stands for. canDelete and
//     canReorder are kept; codes are not copied, since a copy would need an id of its own.
//
// Reading is liberal. Whether a file keeps the standard's rules, those that no
// schema sees too, is a question of its own: [Format.Validate].
//
// Read first: [Format], then reader in read.go; for the rules grammar.go.
package xliff2
