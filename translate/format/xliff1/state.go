package xliff1

import (
	"diglot/translate/format"
	"diglot/translate/format/internal/xmlblock"
	"diglot/translate/format/internal/xmlspan"
	"diglot/translate/unit"
)

// Namespaces of dialects.
const (
	spaceSDL   = "http://sdl.com/FileTypes/SdlXliff/1.0"
	spaceMemoQ = "MQXliff"
)

// states are those of <target state="…">, sdl:seg conf="…" and mq:status="…".
var states = map[string]unit.State{
	"new": unit.Draft, "needs-translation": unit.Draft, "needs-adaptation": unit.Draft, "needs-l10n": unit.Draft,
	"needs-review-translation": unit.Draft, "needs-review-adaptation": unit.Draft, "needs-review-l10n": unit.Draft,
	"translated": unit.Translated, "signed-off": unit.Reviewed, "final": unit.Final,

	"Draft": unit.Draft, "RejectedTranslation": unit.Draft, "RejectedSignOff": unit.Draft, "Unspecified": unit.Draft,
	"Translated": unit.Translated, "ApprovedTranslation": unit.Reviewed, "ApprovedSignOff": unit.Final,

	"NotStarted": unit.Draft, "Pretranslated": unit.Draft, "PartiallyEdited": unit.Draft, "Rejected": unit.Draft,
	"MachineTranslated": unit.Draft, "AssembledFromFragments": unit.Draft,
	"ManuallyConfirmed": unit.Translated, "Confirmed": unit.Translated, "Reviewed": unit.Reviewed, "Proofread": unit.Final,
}

// state reads how far a target with text is.
func (l layout) state(s segment) unit.State {
	if def := l.definition(s); !def.IsZero() {
		return states[or(def.Value("conf"), "Draft")]
	}
	if status, ok := l.unit.ValueIn(spaceMemoQ, "status"); ok {
		return max(states[status], unit.Draft)
	}
	if l.unit.Value("approved") == "yes" {
		return unit.Final
	}
	said := l.target.Value("state")
	if state, ok := states[said]; ok {
		return state
	}
	if said != "" {
		return unit.Draft // one that the standard does not know
	}
	return unit.Translated
}

func or(s, otherwise string) string {
	if s == "" {
		return otherwise
	}
	return s
}

// definition finds what SDL Trados says of a segment.
func (l layout) definition(s segment) xmlspan.Node {
	for c := range l.unit.Elements() {
		if !c.Is(spaceSDL, "seg-defs") {
			continue
		}
		for def := range c.Elements() {
			if def.Value("id") == s.source.Value("mid") {
				return def
			}
		}
	}
	return xmlspan.Node{}
}

// written are the words of each dialect for a state.
type words [unit.Final + 1]string

var (
	standardWords = words{unit.Draft: "needs-review-translation", unit.Translated: "translated", unit.Reviewed: "signed-off", unit.Final: "final"}
	sdlWords      = words{unit.Draft: "Draft", unit.Translated: "Translated", unit.Reviewed: "ApprovedTranslation", unit.Final: "ApprovedSignOff"}
	memoQWords    = words{unit.Draft: "PartiallyEdited", unit.Translated: "ManuallyConfirmed", unit.Reviewed: "Proofread", unit.Final: "Proofread"}
)

// setState gives the edits for the state of one segment in a dialect; ok is false
// where the state is one of the target.
func (l layout) setState(tree *xmlspan.Tree, s segment, state unit.State) (edits []format.Edit, ok bool) {
	def := l.definition(s)
	status, memoQ := "", false
	for a := range l.unit.Attributes() {
		if a.Local() == "status" && l.unit.SpaceOf(a) == spaceMemoQ {
			status, memoQ = a.Name, true
		}
	}
	switch {
	case state == unit.Initial:
		return nil, true
	case !def.IsZero():
		edits = append(edits, xmlblock.SetAttribute(tree, def, "conf", sdlWords[state]))
		if def.Value("origin") == "not-translated" {
			edits = append(edits, xmlblock.SetAttribute(tree, def, "origin", "interactive"))
		}
		return edits, true
	case memoQ:
		return []format.Edit{xmlblock.SetAttribute(tree, l.unit, status, memoQWords[state])}, true
	}
	return nil, false
}
