package store

import (
	"context"
	"iter"
	"time"

	"diglot/translate/glossary"
	"diglot/translate/locale"
	"diglot/translate/memory"
	"diglot/translate/unit"
)

// Store keeps a project. Every method that writes is one short transaction in
// which the current state and the history change together; when it returns
// without error, what it wrote survives a kill and a power cut, and when it
// returns an error, other than a *ConflictError, it wrote nothing. One that has to
// wait too long for another process fails with *LockedError.
//
// A store may be used by many goroutines at once. All times are the store's own,
// in UTC and to the millisecond. Texts and other strings come back to the last
// byte, and what would not, such as invalid UTF-8, is refused.
type Store interface {
	// Documents lists the documents by name, without their Source bytes.
	Documents(ctx context.Context) ([]Document, error)
	// Document gives one document, or ErrNotFound.
	Document(ctx context.Context, name string) (Document, error)
	// Import puts a document's new version and its units in place of the old
	// ones, gives ids to units that have none, and returns the units as they are
	// now. A unit keeps its targets, and one that was gone comes back when it is
	// listed under its id. What is there already as it is makes no new version.
	// It fails with *VersionError where the document is no longer at Import.Base.
	Import(ctx context.Context, in Import) ([]unit.Unit, error)
	// Remove takes a document out of the project, or gives ErrNotFound. Its history
	// stays, and all its units are gone ones, which come back with their targets
	// when it is imported again.
	Remove(ctx context.Context, document, author string) error

	// Units lists a document's units in order, with all their targets, or gives
	// ErrNotFound. With gone set it lists those that an earlier version had and the
	// current one does not; of a document that never was there are none.
	Units(ctx context.Context, document string, gone bool) ([]unit.Unit, error)
	// Unit gives one unit, gone or not, or ErrNotFound.
	Unit(ctx context.Context, id string) (unit.Unit, error)
	// Save writes targets. Each change stands for itself: those that are based on
	// the target's present revision are saved, all in one transaction; the others
	// are refused and returned in a *ConflictError, beside what was saved. Decide
	// is the rule, for locked targets and for changes that say nothing new too; the
	// latter come back as saved, under the revision that there is. A unit that is
	// gone meanwhile takes its target all the same.
	Save(ctx context.Context, changes []Change) ([]Saved, error)
	// History lists events, newest first.
	History(ctx context.Context, f Filter) ([]Event, error)

	// Comment puts a remark on a unit and returns it with its ID and Time; an empty
	// locale means all. Comments lists them in the order in which they were made.
	// Both give ErrNotFound for a unit that never was.
	Comment(ctx context.Context, c Comment) (Comment, error)
	Comments(ctx context.Context, unitID string) ([]Comment, error)

	// Rule keeps a person's ruling on a document, in place of an earlier one on the
	// same matter; an empty Value takes it back.
	Rule(ctx context.Context, r Ruling) error
	// Rulings lists the rulings of a kind in force on a document, oldest first;
	// "" stands for all documents.
	Rulings(ctx context.Context, kind, document string) ([]Ruling, error)

	// AddEntries stores memory entries under the name of a memory, which comes
	// into being with its first entry, and says how many were new: an entry equal
	// to a stored one in locales, source, target and context is not stored twice.
	// It takes the same memory for any number of entries, and other writers wait
	// until it is done.
	AddEntries(ctx context.Context, name string, entries iter.Seq2[memory.Entry, error]) (int, error)
	// Entries goes through the entries of a memory between two languages, in the
	// order in which they were stored. Regional variants count as their language
	// and come under their own locales; an entry stored the other way round comes
	// turned, without its context, which is in the wrong language. Two zero locales
	// stand for all entries, each as it was stored.
	//
	// The name "" stands for the project's own confirmed targets, between the units
	// before and after them, both ways round: those of gone units too, without
	// context, but not those of removed documents.
	//
	// The loop's body may use the store, and write to it.
	Entries(ctx context.Context, name string, source, target locale.Tag) iter.Seq2[memory.Entry, error]
	// EntriesByID gives entries of a memory as they were stored, in the order of
	// their IDs. One that is not there is left out.
	EntriesByID(ctx context.Context, name string, ids []int64) ([]memory.Entry, error)
	// EditEntry puts another target into an entry and returns the entry as it is
	// now: the author's, of this time. It fails with ErrNotFound where there is no
	// such entry and with ErrSame where the memory has the new pair already.
	EditEntry(ctx context.Context, name string, id int64, target unit.Text, author string) (memory.Entry, error)
	// DeleteEntries deletes entries of a memory by their IDs, and says how many
	// were there. What is deleted can be added again.
	DeleteEntries(ctx context.Context, name string, ids []int64, author string) (int, error)
	// DeleteMemory deletes all entries of a memory, or gives ErrNotFound. A memory
	// without entries is none.
	DeleteMemory(ctx context.Context, name, author string) error
	// UndoEntries takes back the newest edit or deletion in a memory that was not
	// taken back yet, or gives ErrNotFound. Entries come back under their IDs,
	// but for those that were added again meanwhile. With dryRun set it only tells
	// what it would do.
	UndoEntries(ctx context.Context, name, author string, dryRun bool) (Undone, error)
	// Memories lists the memories by name.
	Memories(ctx context.Context) ([]MemoryInfo, error)

	// Concepts lists a glossary by concept id. A glossary that is not there has none.
	Concepts(ctx context.Context, glossary string) ([]glossary.Concept, error)
	// PutConcepts writes concepts into a glossary, each in place of the one with
	// its id. With replace set, concepts that are not among them are deleted.
	PutConcepts(ctx context.Context, name string, concepts []glossary.Concept, replace bool, author string) error
	// Glossaries lists the glossaries that have concepts, by name.
	Glossaries(ctx context.Context) ([]GlossaryInfo, error)

	// RecordOutput remembers a file that was written, in place of an earlier
	// record for the same document and locale. It gives ErrNotFound where the
	// document is not in the project.
	RecordOutput(ctx context.Context, o Output) error
	// Outputs lists them by document and locale; "" stands for all documents.
	Outputs(ctx context.Context, document string) ([]Output, error)

	// Examine looks through the whole store and lists what is wrong with it.
	Examine(ctx context.Context) ([]string, error)
	Close() error
}

// Document is a source file as the store keeps it.
type Document struct {
	Name     string // unique in the project, the first part of its units' ids
	Path     string // where it was imported from, relative to the project, with slashes
	Format   string
	Charset  string     // IANA name, as it was read
	BOM      bool       // whether the file begins with a byte order mark
	Locale   locale.Tag // of the source
	Settings string     // JSON of the format's settings it was read with
	Source   []byte     // the file's bytes
	Blocks   []Block

	// Set by the store.
	Hash     string // SHA-256 of Source, hex
	Version  int    // counts the imports that changed it, from 1, and on after a removal
	Imported time.Time
}

// Block is what the store remembers of a block besides its units.
type Block struct {
	Kind string    `json:"kind"`
	Key  string    `json:"key,omitempty"`
	Span unit.Span `json:"span"` // in the document's text as UTF-8
}

// Import is a new version of a document with all its units in order. A unit
// with an id keeps its targets; one without becomes new. Units of the document
// that are not listed are kept aside as gone.
type Import struct {
	Document Document
	Base     int         // the version the import was reconciled with; 0 for a new document
	Units    []unit.Unit // their Targets are not read
	Author   string
}

// Change is a target to be saved.
type Change struct {
	Unit   string
	Locale locale.Tag
	Base   int64       // revision of the target it is based on; 0 where there was none
	Target unit.Target // Revision, Modified and Stale are set by the store; For too, where it is zero
	Why    string      // "edit", "memory", "restore" … for the history
}

// Saved is a target that was written, with its new revision.
type Saved struct {
	Unit   string
	Locale locale.Tag
	Target unit.Target
}

// The kinds of events. Those that write a target have the kind that Change.Why
// gives, KindEdit where it is empty.
const (
	KindImport   = "import"   // of a document; its Note counts the units
	KindRemove   = "remove"   // of a document
	KindEdit     = "edit"     // of a target
	KindComment  = "comment"  // on a unit; its Note is the comment
	KindGlossary = "glossary" // a change of a glossary
	KindRemember = "remember" // entries added to a memory
	KindForget   = "forget"   // entries of a memory deleted
	KindAmend    = "amend"    // an entry of a memory edited
	KindUndo     = "undo"     // the one or the other taken back
	KindExport   = "export"   // a file written that is not what it was before
)

// Event is one line of the history. Nothing in it ever changes.
type Event struct {
	Seq      int64 // counts up over the whole store
	Time     time.Time
	Author   string
	Kind     string
	Document string
	Unit     string // "" for events of a document
	Locale   locale.Tag
	Before   *unit.Target // nil where there was none; whether it is stale is not told here
	After    *unit.Target
	Note     string // such as "version 2: 1 new, 1 edited, 12 unchanged"
}

// Filter chooses events. Zero fields choose all.
type Filter struct {
	Document string
	Unit     string
	Locale   locale.Tag
	Seq      int64 // only this event
	Targets  bool  // only events that wrote a target
	Limit    int   // the newest so many
}

// Comment is a remark on a unit.
type Comment struct {
	ID     int64
	Unit   string
	Locale locale.Tag
	Author string
	Time   time.Time
	Text   string
}

// Ruling is what a person decided on a document once and for all versions of
// it: where a segment ends against the rules, or which issue is none.
type Ruling struct {
	Kind     string // RulingCut, RulingAccept
	Document string
	Unit     string     // where it is about one unit
	Locale   locale.Tag // where it is about one locale
	Matter   string     // what is ruled on: unique with the fields above
	Value    string     // the ruling; "" takes it back
	Reason   string
	Author   string
	Time     time.Time // set by the store
}

// The kinds of rulings. They are kinds of events too.
const (
	RulingCut    = "cut"    // a boundary between two texts, or none
	RulingAccept = "accept" // an issue that is accepted as it is
)

// MemoryInfo describes a memory.
type MemoryInfo struct {
	Name    string
	Entries int
	Last    int64        // the highest id that an entry ever had
	Pairs   []LocalePair // by source, then target

	// The newest event that changed it, and when that was: together they name one
	// state of the memory.
	Changed   int64
	ChangedAt time.Time
}

// Undone tells what was taken back in a memory.
type Undone struct {
	Event    int64  // what was taken back
	Kind     string // of that event: KindForget or KindAmend
	Restored int    // entries that are as they were before it
	There    int    // entries that did not come back because they were added again
}

// LocalePair is a direction with its number of entries.
type LocalePair struct {
	Source, Target locale.Tag
	Entries        int
}

// GlossaryInfo describes a glossary.
type GlossaryInfo struct {
	Name            string
	Concepts, Terms int
}

// Output is a localized file that was written.
type Output struct {
	Document string
	Locale   locale.Tag
	Path     string    // relative to the project, with slashes
	Hash     string    // SHA-256 of the bytes written, hex
	Seq      int64     // of the newest event that went into it
	Version  int       // of the document
	Written  time.Time // set by the store
	Missing  int       // units that stand in the source language in it
}
