package store

import (
	"errors"
	"fmt"
	"time"

	"diglot/translate/locale"
	"diglot/translate/unit"
)

// ErrNotFound is returned for a document or unit that is not there.
var ErrNotFound = errors.New("not found")

// ErrSame is returned for an edit that would make two entries of a memory equal.
var ErrSame = errors.New("the memory has this pair already")

// LockedError says that the store was held by another process for too long.
type LockedError struct {
	Holder string // who holds it, as far as it is known
	Waited time.Duration
}

func (e *LockedError) Error() string {
	return fmt.Sprintf("the project's store is held by %s; waited %s", e.Holder, e.Waited.Round(time.Second))
}

// VersionError says that a document was imported by somebody else meanwhile.
type VersionError struct {
	Document      string
	Base, Current int // Current is 0 where the document is not in the project
}

func (e *VersionError) Error() string {
	if e.Current == 0 {
		return fmt.Sprintf("%s is not in the project now, the import began at version %d; import it again", e.Document, e.Base)
	}
	return fmt.Sprintf("%s is at version %d now, the import began at version %d; import it again", e.Document, e.Current, e.Base)
}

// Conflict is a change that was refused because the target was written
// meanwhile: what the change was based on, what it wants and what is there.
// For a target that is locked Theirs is the locked target.
type Conflict struct {
	Unit               string
	Locale             locale.Tag
	Base, Mine, Theirs unit.Target
}

// ConflictError lists refused changes. Nothing of them is lost: Mine is in each.
type ConflictError struct {
	Conflicts []Conflict
}

func (e *ConflictError) Error() string {
	c := e.Conflicts[0]
	if c.Theirs.Locked && c.Theirs.Revision == c.Base.Revision {
		return fmt.Sprintf("%s in %s is locked (%d refused)", c.Unit, c.Locale, len(e.Conflicts))
	}
	return fmt.Sprintf("%s in %s was changed meanwhile: based on revision %d, now at %d (%d refused)",
		c.Unit, c.Locale, c.Base.Revision, c.Theirs.Revision, len(e.Conflicts))
}
