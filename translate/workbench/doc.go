// Package workbench is Diglot's main path, one function per step: a translator
// puts an article in, fills it from memory, edits, checks, and gets one finished
// file per locale out. The command line and the editor call the same functions.
//
// A [Project] is a folder with config.yaml and a store in .diglot/. Read its
// steps in the order of the work: [Init] and [Open], [Project.Import] (read,
// segment, reconcile with what is there), [Project.Translate] (fill from
// memory), [Project.Edit] and [Project.TakeBack] (a bilingual text and its way
// back), [Project.Check] and [Project.Export].
//
// Every step takes values and gives a report back; none of them prints. The
// words for people stand in the program's catalogs: see [Error].
package workbench
