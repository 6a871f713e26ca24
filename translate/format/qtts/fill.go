package qtts

import (
	"diglot/translate/format"
	"diglot/translate/format/internal/xmlblock"
	"diglot/translate/format/internal/xmlspan"
	"diglot/translate/unit"
)

// Fill puts texts into translations and numerus forms.
func (Format) Fill(d *format.Document, fillings []format.Filling) ([]format.Edit, error) {
	tree, err := xmlspan.Parse(d.Body)
	if err != nil {
		return nil, err
	}
	f := filler{tree: tree, d: d, at: map[int][]format.Filling{}}
	for _, filling := range fillings {
		start := d.Blocks[filling.Block].Span.Start
		f.at[start] = append(f.at[start], filling)
	}
	for n := range tree.Root().All() {
		if n.Local() != "message" {
			continue
		}
		if source := n.Child("source"); !source.IsZero() {
			if list, ok := f.at[source.Inside().Start]; ok {
				f.message(n, source, list)
			}
		}
	}
	return f.edits, nil
}

type filler struct {
	tree  *xmlspan.Tree
	d     *format.Document
	at    map[int][]format.Filling // by the byte where the source begins
	edits []format.Edit
}

// message fills the translation of a message; list has one filling, or one for each
// form that changes.
func (f *filler) message(n, source xmlspan.Node, list []format.Filling) {
	translation := n.Child("translation")
	state := unit.Final
	for _, filling := range list {
		state = min(state, filling.State)
	}
	holders := forms(n, translation)
	for _, filling := range list {
		holder := holders[f.form(filling)]
		text := filling.Text
		if holder.IsZero() && isNumerus(n) {
			text = "<numerusform>" + text + "</numerusform>"
		}
		switch {
		case translation.IsZero():
			at, gap := xmlblock.Behind(f.tree, source)
			kind := ""
			if state == unit.Draft {
				kind = ` type="unfinished"`
			}
			f.edits = append(f.edits, format.Edit{Span: at, New: gap + "<translation" + kind + ">" + text + "</translation>"})
			return
		case holder.IsZero():
			f.whole(translation, text, state)
			return
		case holder == translation:
			f.whole(translation, text, state)
		default:
			f.edits = append(f.edits, xmlblock.FillElement(f.tree, holder, text))
		}
	}
	if isNumerus(n) && (state == unit.Draft || len(list) == len(holders)) {
		f.edits = append(f.edits, f.say(translation, state)...)
	}
}

// form gives which of a message's forms a filling is for: how many blocks before it
// have the same source.
func (f *filler) form(filling format.Filling) int {
	i := 0
	for b := filling.Block - 1; b >= 0 && f.d.Blocks[b].Span == f.d.Blocks[filling.Block].Span; b-- {
		i++
	}
	return i
}

// whole fills a translation and says its state.
func (f *filler) whole(translation xmlspan.Node, text string, state unit.State) {
	say := f.say(translation, state)
	fill := xmlblock.FillElement(f.tree, translation, text)
	if !translation.SelfClosed() || len(say) == 0 {
		f.edits = append(f.edits, append(say, fill)...)
		return
	}
	// <translation/> is one edit: what is said of the state goes into it.
	e := say[0]
	from, to := e.Span.Start-fill.Span.Start, e.Span.End-fill.Span.Start
	fill.New = fill.New[:from] + e.New + fill.New[to:]
	f.edits = append(f.edits, fill)
}

// say gives the edit that makes a translation finished or not.
func (f *filler) say(translation xmlspan.Node, state unit.State) []format.Edit {
	unfinished := translation.Value("type") == "unfinished"
	switch {
	case state == unit.Draft && !unfinished:
		return []format.Edit{xmlblock.SetAttribute(f.tree, translation, "type", "unfinished")}
	case state > unit.Draft && unfinished:
		return xmlblock.DropAttribute(f.tree, translation, "type")
	}
	return nil
}
