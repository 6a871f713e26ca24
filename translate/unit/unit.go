package unit

import (
	"fmt"
	"time"

	"diglot/translate/locale"
)

// Unit is one segment of a document as it is managed: the source text, and a
// target for each locale that has one.
type Unit struct {
	ID       string // document and counter, as "hama#17"; never used again
	Document string // name of the document
	Place    Place
	Source   Text
	Note     string // for the translator, out of the document
	Targets  map[locale.Tag]Target
}

// Place is where a unit stands in the current version of its document.
type Place struct {
	Block int    // counts from 0
	Part  Part   // where in the block's text
	Kind  string // of the block: paragraph, heading, list-item, cell, caption, message …
	Key   string // the block's own name where the format has one
}

// State is how far a target has come (XLIFF 2.1, 4.3.1.25, with draft added).
type State uint8

// The states in the order in which a target passes through them.
const (
	Initial    State = iota // nothing there yet
	Draft                   // filled in by a fuzzy match or a machine, or left unfinished
	Translated              // a person stands by it, or an exact match filled it
	Reviewed                // a second person has read it
	Final                   // ready to be published
)

var stateNames = [...]string{"initial", "draft", "translated", "reviewed", "final"}

// String gives the state's name, which is also its stored form.
func (s State) String() string {
	if int(s) < len(stateNames) {
		return stateNames[s]
	}
	return fmt.Sprintf("state(%d)", s)
}

// ParseState reads a state's name.
func ParseState(name string) (State, error) {
	for i, n := range stateNames {
		if n == name {
			return State(i), nil
		}
	}
	return 0, fmt.Errorf("%q is no state; the states are %v", name, stateNames)
}

// MarshalText and UnmarshalText let a State stand in JSON.
func (s State) MarshalText() ([]byte, error) { return []byte(s.String()), nil }

// UnmarshalText is ParseState.
func (s *State) UnmarshalText(b []byte) (err error) {
	*s, err = ParseState(string(b))
	return err
}

// Confirmed reports whether a person, or an exact match of what a person wrote,
// stands behind the target: such a target is memory for other units.
func (s State) Confirmed() bool { return s >= Translated }

// Target is the translation of a unit into one locale.
type Target struct {
	Text     Text
	State    State
	Stale    bool   // the source changed after this was written
	Locked   bool   // not to be changed
	For      Text   // the source that it was written for
	Origin   string // where it came from: "human", "memory:101", "machine:NAME", "import:FILE"
	Author   string
	Revision int64     // counts the changes of this target, from 1
	Modified time.Time // when it was last changed, UTC
}

// Confirmed reports whether the target may serve as memory: a person stands by
// it, and its source has not changed since.
func (t Target) Confirmed() bool { return t.State.Confirmed() && !t.Stale && t.Text.Content != "" }
