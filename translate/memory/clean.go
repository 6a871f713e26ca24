package memory

import (
	"fmt"
	"iter"

	"diglot/translate/unit"
)

// Suspect is an entry that may be wrong, and why.
type Suspect struct {
	Entry  Entry
	Doubts []Doubt
}

// Doubt is one reason to look at an entry.
type Doubt struct {
	Reason DoubtReason `json:"reason"`
	Detail string      `json:"detail"` // what was seen, such as "162" or "Latin"
}

// DoubtReason names what a detector looks for.
type DoubtReason string

// The reasons, one per detector.
const (
	LengthRatio      DoubtReason = "length-ratio"      // one side is far too long for the other
	Untranslated     DoubtReason = "untranslated"      // the target is the source
	WrongScript      DoubtReason = "wrong-script"      // the target is not in the script of its language
	NumberMismatch   DoubtReason = "number-mismatch"   // other numbers stand in the target
	SeveralTargets   DoubtReason = "several-targets"   // the same source has another target too
	EncodingDamage   DoubtReason = "encoding-damage"   // it was decoded by the wrong charset once
	EmptySide        DoubtReason = "empty"             // the source or the target has no letters
	UnbalancedMarkup DoubtReason = "codes-out-of-pair" // the target has other codes than the source
)

// detectors look at one entry alone. Each gives the detail of its doubt, "" for none.
var detectors = [...]struct {
	reason DoubtReason
	detect func(*Entry) string
}{
	{EmptySide, emptySide}, {EncodingDamage, encodingDamage}, {Untranslated, untranslated},
	{WrongScript, wrongScript}, {LengthRatio, lengthRatio}, {NumberMismatch, numberMismatch},
	{UnbalancedMarkup, unbalancedMarkup},
}

// Doubts tells what is suspicious about one entry.
func Doubts(e Entry) []Doubt {
	var doubts []Doubt
	for _, d := range detectors {
		if detail := d.detect(&e); detail != "" {
			doubts = append(doubts, Doubt{d.reason, detail})
			if d.reason == EmptySide {
				break // everything else would say the same
			}
		}
	}
	return doubts
}

// Clean lists the suspicious entries of a memory. Of several targets for one source
// it lists those that differ from the first; that keeps 32 bytes for each source in
// memory, and no texts.
func Clean(entries iter.Seq2[Entry, error]) iter.Seq2[Suspect, error] {
	return func(yield func(Suspect, error) bool) {
		first := map[fingerprint]firstTarget{}
		for e, err := range entries {
			if err != nil {
				yield(Suspect{}, err)
				return
			}
			doubts := Doubts(e)
			key := fingerprintOf(e.Memory, e.SourceLocale.String(), e.TargetLocale.String(), e.Source.String(), e.Previous, e.Next)
			target := fingerprintOf(e.Target.String())
			if was, ok := first[key]; !ok {
				first[key] = firstTarget{target, e.ID, e.Origin}
			} else if was.target != target {
				doubts = append(doubts, Doubt{SeveralTargets, was.String()})
			}
			if len(doubts) > 0 && !yield(Suspect{e, doubts}, nil) {
				return
			}
		}
	}
}

type firstTarget struct {
	target fingerprint
	id     int64
	origin string
}

func (f firstTarget) String() string {
	if f.origin != "" {
		return f.origin
	}
	return fmt.Sprint(f.id)
}

func unbalancedMarkup(e *Entry) string {
	if len(e.Source.Codes) == 0 && len(e.Target.Codes) == 0 {
		return ""
	}
	count := map[unit.Kind]int{}
	for _, c := range e.Source.Codes {
		count[c.Kind]++
	}
	for _, c := range e.Target.Codes {
		count[c.Kind]--
	}
	for _, n := range count {
		if n != 0 {
			return fmt.Sprintf("%d and %d", len(e.Source.Codes), len(e.Target.Codes))
		}
	}
	return ""
}
