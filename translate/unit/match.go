package unit

import "diglot/translate/locale"

// Match is what a look-up in a memory returns for one source text.
type Match struct {
	Source, Target Text
	Locale         locale.Tag // of the target
	Similarity     float64    // 0 to 1, before penalties: 1 − word Levenshtein / longer length
	Score          int        // per cent as translators know it: 102, 101 in context, 100 exact, below fuzzy
	Penalties      []Penalty  // why Score is below Similarity
	Origin         string     // the unit or the line it comes from: "hama#3", "seeds.tmx:12"
	Memory         string     // name of the memory; "" is the project's own targets
	Author         string
	Ambiguous      bool // the same source has different targets at the same score
}

// Penalty is one reason for which a match scores lower.
type Penalty struct {
	Reason string `json:"reason"` // "case", "punctuation", "numbers", "codes", "locale" …
	Amount int    `json:"amount"` // per cent points
}
