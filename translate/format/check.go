package format

import (
	"errors"
	"fmt"
	"sort"

	"diglot/translate/unit"
)

// CheckBlocks reports the first rule that blocks of a body break: their spans
// are in order and apart, except sub-flows, which lie in a code of their parent; their
// runs cover span and text without a gap; literal runs and codes are the body's
// bytes. Every format's tests and fuzz targets ask it.
func CheckBlocks(body string, blocks []Block) error {
	end := 0 // of the last block that is no sub-flow
	for i := range blocks {
		b := &blocks[i]
		if b.Span.Start < 0 || b.Span.End > len(body) || b.Span.Start > b.Span.End {
			return fmt.Errorf("block %d: span [%d,%d) is not in the body", i, b.Span.Start, b.Span.End)
		}
		if i > 0 && b.Span.Start < blocks[i-1].Span.Start {
			return fmt.Errorf("block %d starts before block %d", i, i-1)
		}
		if b.Parent < 0 {
			if b.Span.Start < end && !sharesSource(blocks, i) {
				return fmt.Errorf("block %d overlaps the block before", i)
			}
			end = b.Span.End
		} else if err := checkParent(blocks, i); err != nil {
			return fmt.Errorf("block %d: %w", i, err)
		}
		if err := checkRuns(body, b.Span, b.Text, b.Runs); err != nil {
			return fmt.Errorf("block %d: %w", i, err)
		}
		if err := checkSlot(body, b.Target); err != nil {
			return fmt.Errorf("the slot of block %d: %w", i, err)
		}
	}
	return nil
}

// sharesSource reports that a block is a further target of the source before.
func sharesSource(blocks []Block, i int) bool {
	return i > 0 && blocks[i].Target != nil && blocks[i-1].Target != nil && blocks[i].Span == blocks[i-1].Span
}

// checkSlot reports the first rule that a slot breaks; where it has no runs, it
// has no text.
func checkSlot(body string, s *Slot) error {
	switch {
	case s == nil:
		return nil
	case s.Span.Start < 0 || s.Span.End > len(body) || s.Span.Start > s.Span.End:
		return fmt.Errorf("span [%d,%d) is not in the body", s.Span.Start, s.Span.End)
	case len(s.Runs) == 0 && s.Text.IsEmpty():
		return nil
	}
	return checkRuns(body, s.Span, s.Text, s.Runs)
}

func checkParent(blocks []Block, i int) error {
	b := &blocks[i]
	if b.Parent >= i {
		return fmt.Errorf("parent %d does not stand before it", b.Parent)
	}
	if prev := &blocks[i-1]; prev.Parent == b.Parent && prev.Span.End > b.Span.Start {
		return errors.New("it overlaps the sub-flow before")
	}
	runs := blocks[b.Parent].Runs
	k := sort.Search(len(runs), func(k int) bool { return runs[k].Body.End > b.Span.Start })
	if k < len(runs) && runs[k].Code >= 0 && runs[k].Body.Start <= b.Span.Start && b.Span.End <= runs[k].Body.End {
		return nil
	}
	return fmt.Errorf("it stands in no code of its parent %d", b.Parent)
}

func checkRuns(body string, span unit.Span, text unit.Text, runs []Run) error {
	at, length, codes := span.Start, 0, 0
	seen := map[codeID]bool{}
	for k, r := range runs {
		if r.Body.Start != at || r.Body.End < at || r.Text.Start != length || r.Text.End < length || r.Text.End > len(text.Content) {
			return fmt.Errorf("run %d leaves a gap", k)
		}
		at, length = r.Body.End, r.Text.End
		letters, bytes := text.Content[r.Text.Start:r.Text.End], body[r.Body.Start:r.Body.End]
		if r.Code < 0 {
			if !r.Spelled && letters != bytes {
				return fmt.Errorf("run %d: %q is not %q of the body", k, letters, bytes)
			}
			continue
		}
		if r.Code != codes || codes >= len(text.Codes) || letters != "" {
			return fmt.Errorf("run %d: code %d is out of turn", k, r.Code)
		}
		c := text.Codes[codes]
		if c.Original != bytes || c.Offset != length {
			return fmt.Errorf("run %d: code %s is %q at %d, the body has %q at %d", k, c.Tag(), c.Original, c.Offset, bytes, length)
		}
		if s := (codeID{c.ID, c.Kind}); seen[s] {
			return fmt.Errorf("code %s stands twice", c.Tag())
		} else {
			seen[s] = true
		}
		codes++
	}
	if at != span.End || length != len(text.Content) || codes != len(text.Codes) {
		return errors.New("the runs do not cover the block")
	}
	return nil
}
