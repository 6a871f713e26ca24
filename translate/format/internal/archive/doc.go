// Package archive lets formats take part whose files are zip archives of XML, as
// DOCX and ODT are.
//
// A translator who changes one sentence of a document wants the pictures, styles
// and macros beside it as they were. So an archive is not packed anew: Replace
// splices the changed entries into the bytes of the old archive and moves the
// offsets of its directory; every other entry keeps its bytes, headers and all.
//
// Archives come from strangers. Open looks at the whole directory before anything is
// inflated and refuses what no honest program writes: entries that overlap or lie about
// their place or length, names that lead out of a folder, names that stand twice, and
// more inflation than text can come from.
//
// Read first: Open, then Join and Pack, which turn an archive into the body that
// package format works on and back.
package archive
