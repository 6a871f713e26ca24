package segment

import (
	"errors"
	"fmt"
)

// A Rule says of a place in a text that it is or is not the end of a
// segment: Before must match right up to the place and After right behind it.
// Of the rules that match, the first in order decides (SRX 2.0).
type Rule struct {
	Break         bool
	Before, After string
	ID            string // where it stands: "en/title", "company.srx:120"
	Why           string
	foreign       bool // it may match where our own scanner sees nothing
}

// A Problem is a rule, or a part of a file, that could not be used. The
// others work without it.
type Problem struct {
	File   string
	Line   int
	Rule   string // as it is written
	Reason string
}

func (p Problem) Error() string {
	return fmt.Sprintf("%s:%d: rule %s: %s", p.File, p.Line, p.Rule, p.Reason)
}

// draft is a rule whose look-around is taken apart. A look-around that
// touches the place, or whose other side has one width, is a further
// condition on the same place.
type draft struct {
	before, after *node
	more          []look
}

type look struct {
	pattern         *node
	after, negative bool
}

// drafts parses a rule; classes are those read before. Alternatives that look
// around become as many drafts.
func drafts(r Rule, classes map[string]runeSet) ([]draft, error) {
	before, err := parseWith(r.Before, classes)
	if err != nil {
		return nil, fmt.Errorf("before: %w", err)
	}
	after, err := parseWith(r.After, classes)
	if err != nil {
		return nil, fmt.Errorf("after: %w", err)
	}
	var all []draft
	for _, b := range ways(before) {
		for _, a := range ways(after) {
			d := draft{before: b, after: a}
			if err := d.takeApart(); err != nil {
				return nil, err
			}
			all = append(all, d)
		}
	}
	return all, nil
}

func ways(n *node) []*node {
	if n.op == nodeAlt && n.hasLook() {
		return n.subs
	}
	return []*node{n}
}

func items(n *node) []*node {
	if n.op == nodeConcat {
		return n.subs
	}
	return []*node{n}
}

func isLook(n *node) bool { return n.op == nodeAhead || n.op == nodeBehind }

// takeApart moves every look-around that can be moved into more.
func (d *draft) takeApart() error {
	// At the place: what looks ahead is about the text behind the place,
	// what looks back about the text before it.
	b, a := items(d.before), items(d.after)
	for len(b) > 0 && isLook(b[len(b)-1]) {
		l := b[len(b)-1]
		d.more = append(d.more, look{l.subs[0], l.op == nodeAhead, l.negative})
		b = b[:len(b)-1]
	}
	for len(a) > 0 && isLook(a[0]) {
		d.more = append(d.more, look{a[0].subs[0], a[0].op == nodeAhead, a[0].negative})
		a = a[1:]
	}
	// At the far ends.
	if len(b) > 0 && b[0].op == nodeBehind {
		b = d.farLook(b[0], b[1:], false)
	}
	if len(a) > 0 && a[len(a)-1].op == nodeAhead {
		a = d.farLook(a[len(a)-1], a[:len(a)-1], true)
	}
	// Through a whole text one walks forwards for what stands before a place
	// and backwards for what stands after it: what looks the way one comes
	// from has been seen by then.
	d.before, d.after = see(concat(b...), nodeBehind), see(concat(a...), nodeAhead)
	for _, l := range append([]look{{pattern: d.before}, {pattern: d.after}}, d.more...) {
		if l.pattern.hasLook() {
			return errors.New("a look-around inside the pattern, towards the place, has no linear-time form here")
		}
	}
	return nil
}

// whole reports whether the rule needs a walk through the whole text.
func (d *draft) whole() bool { return len(d.before.seen())+len(d.after.seen()) > 0 }

// see gives the pattern with each plain look-around of one direction as
// something that was seen.
func see(n *node, op nodeOp) *node {
	if !n.hasLook() {
		return n
	}
	c := *n
	if n.op == op && !n.subs[0].hasLook() {
		c.op = nodeSeen
		return &c
	}
	c.subs = make([]*node, len(n.subs))
	for i, s := range n.subs {
		c.subs[i] = see(s, op)
	}
	return &c
}

// farLook replaces the look-around l at the far end of rest where that can be
// done for any walk.
func (d *draft) farLook(l *node, rest []*node, after bool) []*node {
	join := func(far *node) []*node {
		if after {
			return append(append([]*node{}, rest...), far)
		}
		return append([]*node{far}, rest...)
	}
	sub, edge := l.subs[0], textStart
	if after {
		edge = textEnd
	}
	switch {
	case !l.negative:
		return join(sub)
	case sub.op == nodeSet:
		other := &node{op: nodeSet, set: sub.set.negate()}
		return join(&node{op: nodeAlt, subs: []*node{{op: nodeAssert, at: edge}, other}})
	case concat(rest...).width() >= 0:
		d.more = append(d.more, look{concat(join(sub)...), after, true})
		return rest
	}
	return join(l)
}
