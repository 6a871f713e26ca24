package memory

import (
	"time"

	"diglot/translate/locale"
	"diglot/translate/unit"
)

// Entry is one stored pair of source and target.
type Entry struct {
	ID           int64  // within its memory; 0 before it is stored
	Memory       string // name of the memory; "" for the project's own targets
	SourceLocale locale.Tag
	TargetLocale locale.Tag
	Source       unit.Text
	Target       unit.Text
	Previous     string // readable source of the unit before, "" if not known: the context of a 101
	Next         string // the same of the unit after
	State        unit.State
	Origin       string // where the pair comes from: "hama#3", "agency.tmx:120"
	Author       string
	Modified     time.Time // zero if not known
	Properties   map[string]string
}
