package check

import (
	"diglot/translate/locale"
	"diglot/translate/unit"
)

// Pair is what a check looks at: one source text and its translation.
type Pair struct {
	SourceLocale, TargetLocale locale.Tag
	Source, Target             unit.Text
}

// Check is one rule of quality.
type Check interface {
	// Name is the check's code: "numbers".
	Name() string
	// Check returns what it found in the pair, in the order of the target.
	Check(p *Pair) []unit.Issue
}
