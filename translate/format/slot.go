package format

import (
	"slices"

	"diglot/translate/locale"
	"diglot/translate/unit"
)

// Slot is the place of a block's translation in a bilingual file, such as the
// <target> of an XLIFF segment: the block's own span is the source, which Write
// leaves as it is, and new text goes into the slot. What is there already can be
// taken over by an import.
//
// Where a source has several targets, as with plural forms, each is a block with
// the same span and a slot of its own. The file has cut its text into segments: whoever
// cuts blocks leaves one with a slot whole.
type Slot struct {
	Text    unit.Text    // the translation that is there; its codes have the IDs of the source's
	Span    unit.Span    // what filling replaces: the text, a tag that has no content, or the empty place where the target would stand
	Runs    []Run        // how Text was made from Body[Span]; nil where there is no text
	State   unit.State   // how far the file says that it is
	Locale  locale.Tag   // of the target, where the file names it
	Matches []unit.Match // what the file offers besides
}

// Bilingual is a Format whose blocks have slots.
type Bilingual interface {
	// Fill gives the edits that put texts into slots, with the elements around
	// them where those are missing. The fillings are in the order of the blocks.
	Fill(d *Document, fillings []Filling) ([]Edit, error)
}

// Filling is what comes into the slot of a block.
type Filling struct {
	Block int
	Text  string     // spelled by Render
	State unit.State // what the file is to say of it; Initial leaves it as it is
}

// Validator is a Format that knows more rules than reading needs, as of a
// standard that a file may break and still be read.
type Validator interface {
	// Validate gives what the rules forbid, in the order of the body, with line and
	// column; none where the file is valid.
	Validate(body string) []*Error
}

// fill gives the edits that bring the changed blocks into their slots.
func (w *writing) fill() ([]Edit, error) {
	var list []Filling
	for i := range w.d.Blocks {
		if w.changed[i] && w.d.Blocks[i].Target != nil {
			list = append(list, Filling{Block: i, Text: w.written[i], State: w.state(i)})
		}
	}
	f, ok := w.d.Format.(Bilingual)
	if !ok || len(list) == 0 {
		return nil, nil
	}
	return f.Fill(w.d, list)
}

// state gives how far a block is: as far as the least of its pieces.
func (w *writing) state(i int) unit.State {
	var states []unit.State
	for _, p := range w.parts[i] {
		if p.new != nil {
			states = append(states, p.state)
		}
	}
	if len(states) == 0 {
		return unit.Initial
	}
	return slices.Min(states)
}

// target gives the text that reading the output has to find in the slot of a
// block, or nil for a block without one.
func (w *writing) target(i int) (*unit.Text, error) {
	b := &w.d.Blocks[i]
	if b.Target == nil || !w.changed[i] {
		return b.targetText(), nil
	}
	t, err := w.asked(i)
	return &t, err
}

func (b *Block) targetText() *unit.Text {
	if b.Target == nil {
		return nil
	}
	return &b.Target.Text
}
