// Package translate is the map of the house; it has no logic of its own.
//
// # Words
//
// A document is a source file with its format and locale. It falls into blocks
// (a paragraph, a heading, a cell), and these into segments, sentence-like
// pieces. A unit is a segment as it is managed: its source text and, per locale,
// a target with state, origin, author and revision. An inline code is markup inside
// a text, never seen by memory, glossary and checks as letters; a sub-flow is
// text inside a code (alt, title) and a block of its own. A memory stores pairs, a
// match is what a look-up returns; a concept has terms per locale; a check finds
// issues.
//
// # The house
//
//	cmd/diglot/     the command line: one file per command, no rules of its own
//	locales/        the program's own words, English and Arabic
//	seeds/          the sample article, its glossary and memory
//	translate/
//	  unit locale text               ground floor: nouns, no input or output
//	  format segment memory
//	  glossary check                 first floor: engines, one job each
//	  store                          second floor: keeping, with sqlite below it
//	  workbench                      third floor: the project and the main path
//
// Imports go down only. An engine may take another's result, because results are
// nouns of the ground floor, but never imports it. On the ground floor itself
// text and unit stand on locale. A package below format may import format. The test in this folder reads the
// imports and names a wrong arrow.
//
// # The way data goes, from main to a finished file
//
//  1. cmd/diglot/main.go hands its arguments to run, which builds the commands;
//     cmd_import.go reads its flags and opens the project.
//  2. [diglot/translate/workbench.Open] finds the nearest config.yaml upward, reads
//     it (config.go, the one user of viper) and opens the store in .diglot/.
//  3. [diglot/translate/workbench.Project.Import] reads the file's bytes;
//     [diglot/translate/format.Read] finds charset and format and gives blocks
//     that carry spans of the source.
//  4. [diglot/translate/segment.Segmenter.Split] cuts each block's text;
//     [diglot/translate/unit.Text.Cut] decides on which side of a cut the codes stand.
//  5. reconcile.go pairs the units with those of the version before, by content
//     and neighbours, and [diglot/translate/store.Store.Import] keeps both in one
//     transaction.
//  6. [diglot/translate/workbench.Project.Translate] asks
//     [diglot/translate/memory.Memory.Find] for each open unit.
//  7. [diglot/translate/workbench.Project.Edit] gives a bilingual text to an editor, and
//     [diglot/translate/workbench.Project.TakeBack] saves what was changed, each
//     target on the revision it was based on.
//  8. [diglot/translate/workbench.Project.Check] runs check and glossary over every
//     target.
//  9. [diglot/translate/workbench.Project.Export] splices the targets into the spans of
//     the source, reads what it made back, compares, and only then saves it:
//     temporary file, fsync, rename, fsync of the folder.
//
// # What may never break
//
// Bytes that were not translated come out as they went in. An acknowledged edit
// survives a kill and a power cut, and nothing is overwritten silently. A fuzzy
// look-up returns what a scan by the documented score would return. Same input,
// same bytes out. A gate that inspected nothing fails. No network, and no program
// run because a project file says so. Hostile input gets a clear error.
package translate
