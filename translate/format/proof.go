package format

import (
	"fmt"

	"diglot/translate/unit"
)

// expected is a block as reading the output has to give it.
type expected struct {
	block  int
	kind   string
	text   unit.Text
	target *unit.Text // in the slot, of a block that has one
}

// mayVanish reports that reading may pass over such a block: it has no letters.
func (e expected) mayVanish() bool { return e.target == nil && !HasLetters(e.text.Content) }

func (e expected) matches(b *Block) bool {
	if e.kind != b.Kind || !sameText(e.text, b.Text) || (e.target == nil) != (b.Target == nil) {
		return false
	}
	return e.target == nil || sameText(*e.target, b.Target.Text)
}

// sameText reports texts of the same letters and of codes with the same bytes.
func sameText(t, u unit.Text) bool {
	if t.Content != u.Content || len(t.Codes) != len(u.Codes) {
		return false
	}
	for i, c := range t.Codes {
		d := u.Codes[i]
		if c.Kind != d.Kind || c.Offset != d.Offset || c.Original != d.Original {
			return false
		}
	}
	return true
}

// expect lists what reading the output has to give, in the order of the output.
func (w *writing) expect() ([]expected, error) {
	list := make([]expected, 0, len(w.d.Blocks))
	for i := range w.d.Blocks {
		if w.d.Blocks[i].Parent >= 0 {
			continue
		}
		var err error
		if list, err = w.expectBlock(list, i); err != nil {
			return nil, w.wrap(i, err)
		}
	}
	return list, nil
}

func (w *writing) expectBlock(list []expected, i int) ([]expected, error) {
	b := &w.d.Blocks[i]
	if !w.changed[i] || b.Target != nil {
		target, err := w.target(i)
		if err != nil {
			return nil, err
		}
		list = append(list, expected{i, b.Kind, b.Text, target})
		return w.expectAll(list, w.children[i])
	}
	t, err := w.asked(i)
	if err != nil {
		return nil, err
	}
	list = append(list, expected{i, b.Kind, t, nil})
	if len(w.children[i]) == 0 {
		return list, nil
	}
	for _, c := range t.Codes { // a code may have been moved, copied or left out
		if list, err = w.expectAll(list, w.within(i, b.codeSpan(w.code(i, c)))); err != nil {
			return nil, err
		}
	}
	return list, nil
}

func (w *writing) expectAll(list []expected, blocks []int) (_ []expected, err error) {
	for _, i := range blocks {
		if list, err = w.expectBlock(list, i); err != nil {
			return nil, err
		}
	}
	return list, nil
}

// asked gives the text of a changed block as it was asked for, with the codes'
// bytes as they are written, in the form in which the format holds it.
func (w *writing) asked(i int) (unit.Text, error) {
	b := &w.d.Blocks[i]
	var texts []unit.Text
	for _, p := range w.partsOf(i) {
		t := b.Text.Slice(p.Start, p.End)
		if p.new != nil {
			t = *p.new
		}
		t, err := w.adopt(i, t)
		if err != nil {
			return t, err
		}
		texts = append(texts, t)
	}
	whole := join(texts)
	if f, ok := w.d.Format.(Normalizer); ok {
		whole = f.Normal(b, whole)
	}
	return whole, nil
}

// compare reads the output and reports which changed blocks are to blame where
// it is not what was asked for.
func (w *writing) compare(out []byte) (wrong []int, why error) {
	want, err := w.expect()
	if err != nil {
		return nil, err
	}
	body, err := w.d.BodyOf(out)
	if err != nil {
		return nil, fmt.Errorf("the output does not read back: %w", err)
	}
	got, err := w.d.Format.Read(body, w.d.Settings)
	if err != nil {
		return nil, fmt.Errorf("the output does not read back: %w", err)
	}
	return w.differences(want, got)
}

// differences walks through both lists. As long as they stay in step it names
// every block that is wrong; when they do not, the first one and its neighbours.
func (w *writing) differences(want []expected, got []Block) (wrong []int, why error) {
	g := 0
	for _, e := range want {
		if g < len(got) && e.matches(&got[g]) {
			g++
			continue
		}
		if e.mayVanish() {
			continue
		}
		if why == nil {
			why = w.wrap(e.block, fmt.Errorf("it would not read back as %q%s: %w", e.written(), instead(got, g, e), ErrCannotHold))
		}
		wrong = append(wrong, e.block)
		g++
	}
	if g < len(got) && why == nil {
		last := len(w.d.Blocks) - 1
		why = fmt.Errorf("the output would have a block too many, %q: %w", got[g].Text.String(), ErrCannotHold)
		wrong = append(wrong, last)
	}
	return wrong, why
}

// written gives what was asked for: the target, where there is one.
func (e expected) written() string {
	if e.target != nil {
		return e.target.String()
	}
	return e.text.String()
}

func instead(got []Block, g int, e expected) string {
	switch {
	case g >= len(got):
		return ""
	case e.target != nil && got[g].Target != nil:
		return fmt.Sprintf(" but as %q", got[g].Target.Text.String())
	}
	return fmt.Sprintf(" but as %q", got[g].Text.String())
}

// harden marks the blocks that are to be spelled hard next time: the changed
// ones among wrong or, when those are hard already, the changed ones before them,
// or all. It reports false when nothing is left to be tried.
func (w *writing) harden(wrong []int, all bool) bool {
	harder := false
	mark := func(i int) bool {
		fresh := w.changed[i] && !w.hard[i]
		w.hard[i] = w.hard[i] || fresh
		harder = harder || fresh
		return fresh
	}
	for _, i := range wrong {
		mark(i)
	}
	if !harder {
		for _, i := range wrong {
			for i >= 0 && !mark(i) {
				i--
			}
		}
	}
	if all || !harder {
		for i := range w.changed {
			mark(i)
		}
	}
	return harder
}
