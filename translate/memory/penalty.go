package memory

import (
	"fmt"
	"maps"
	"slices"
	"strings"
)

// Penalties says how many per cent points each reason takes off a score. A reason
// that is not in the map has its default.
type Penalties map[string]int

// The reasons for which a match scores lower than its similarity.
const (
	Case         = "case"          // upper and lower case differ
	Diacritics   = "diacritics"    // marks on letters differ: é and e, harakat
	Spelling     = "spelling"      // Arabic letters are written in another accepted way: أ and ا, ى and ي, ة and ه
	Spacing      = "spacing"       // white space stands where there is none, or the other way round
	Punctuation  = "punctuation"   // punctuation differs
	Numbers      = "numbers"       // numbers differ
	Words        = "words"         // a word differs: takes the score down to 94
	CodesMissing = "codes-missing" // the match lacks inline codes, per code
	CodesAdded   = "codes-added"   // the match has inline codes too many, per code
	CodesMoved   = "codes-moved"   // the inline codes stand elsewhere
	Machine      = "machine"       // a machine wrote the target
	OtherLocale  = "locale"        // another locale of the language, as en-GB for en-US
	Unreviewed   = "unreviewed"    // nobody has reviewed the target
	Age          = "age"           // per full year since it was modified
	Ambiguous    = "ambiguous"     // the source has several targets
	OfMemory     = "memory"        // see Options.MemoryPenalty
)

// defaults has every reason but Words, which is a limit, and OfMemory.
var defaults = Penalties{
	Case: 1, Diacritics: 1, Spelling: 1, Spacing: 1, Punctuation: 1, Numbers: 1,
	CodesMissing: 1, CodesAdded: 1, CodesMoved: 1,
	Machine: 5, OtherLocale: 2, Unreviewed: 0, Age: 0, Ambiguous: 1,
}

// DefaultPenalties gives every reason that can be set, with what it takes off
// where nothing else is said.
func DefaultPenalties() Penalties { return maps.Clone(defaults) }

// NoPenalties sets them all to nothing.
func NoPenalties() Penalties {
	p := Penalties{}
	for reason := range defaults {
		p[reason] = 0
	}
	return p
}

// complete checks p and fills in the defaults.
func (p Penalties) complete() (Penalties, error) {
	all := DefaultPenalties()
	for _, reason := range slices.Sorted(maps.Keys(p)) {
		if _, ok := all[reason]; !ok {
			return nil, fmt.Errorf("%q is no penalty of a memory; use one of %s",
				reason, strings.Join(slices.Sorted(maps.Keys(all)), ", "))
		}
		if p[reason] < 0 || p[reason] > 100 {
			return nil, fmt.Errorf("penalty %s is %d; give 0 to 100", reason, p[reason])
		}
		all[reason] = p[reason]
	}
	return all, nil
}
