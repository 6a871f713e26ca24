package check

import (
	"diglot/translate/unit"
)

// tags finds inline codes and markup that were lost, added or put in an order that
// no file can hold. A lost one changes the page; a misnested one breaks it.
func tags() rule {
	return rule{Info{
		Name: "tags", Severity: unit.Error,
		Good: example("The <b>army</b> left.", "en", "غادر <b>الجيش</b>.", "ar"),
		Bad:  example("The <b>army</b> left.", "en", "غادر <b>الجيش.", "ar"),
	}, findTags}
}

func findTags(v *view) {
	if len(v.source.text.Codes) > 0 || len(v.target.text.Codes) > 0 {
		v.compareCodes()
	}
	if len(v.source.opaque) > 0 || len(v.target.opaque) > 0 {
		v.compareMarkup()
	}
}

// compareCodes compares the inline codes of the two texts. A code that may be
// deleted, copied or moved gives a remark at most.
func (v *view) compareCodes() {
	source, target := v.source.text.Codes, v.target.text.Codes
	for _, c := range source {
		if n := countCode(target, c); n == 0 {
			v.reportAs(severityUnless(!c.NoDelete, unit.Error, unit.Warning), "missing", unit.Issue{
				Args: map[string]string{"tag": c.Tag()}, Source: at(c.Offset, c.Offset),
			})
		}
	}
	seen := map[string]int{}
	for _, c := range target {
		tag := c.Tag()
		seen[tag]++
		inSource := countCode(source, c)
		if seen[tag] <= max(inSource, 0) {
			continue
		}
		severity := unit.Error
		if inSource > 0 && !c.NoCopy {
			severity = unit.Info // a copy of a code that may be copied
		}
		v.reportAs(severity, "added", unit.Issue{Args: map[string]string{"tag": tag}, Target: at(c.Offset, c.Offset)})
	}
	v.checkNesting(target)
	v.checkOrder(source, target)
}

func severityUnless(lenient bool, strict, mild unit.Severity) unit.Severity {
	if lenient {
		return mild
	}
	return strict
}

func countCode(codes []unit.Code, c unit.Code) int {
	n := 0
	for _, d := range codes {
		if d.ID == c.ID && d.Kind == c.Kind {
			n++
		}
	}
	return n
}

// checkNesting reports the first closing code that does not close the last opened.
func (v *view) checkNesting(codes []unit.Code) {
	var open []unit.Code
	for _, c := range codes {
		switch c.Kind {
		case unit.Open:
			open = append(open, c)
		case unit.Close:
			if len(open) == 0 || open[len(open)-1].ID != c.ID {
				v.report("misnested", unit.Issue{Args: map[string]string{"tag": c.Tag()}, Target: at(c.Offset, c.Offset)})
				return
			}
			open = open[:len(open)-1]
		}
	}
	if len(open) > 0 {
		c := open[len(open)-1]
		v.report("misnested", unit.Issue{Args: map[string]string{"tag": c.Tag()}, Target: at(c.Offset, c.Offset)})
	}
}

// checkOrder reports codes that may not change places and did.
func (v *view) checkOrder(source, target []unit.Code) {
	last := -1
	for _, c := range target {
		for i, d := range source {
			if d.ID != c.ID || d.Kind != c.Kind || !d.NoReorder {
				continue
			}
			if i < last {
				v.report("moved", unit.Issue{Args: map[string]string{"tag": c.Tag()}, Source: at(d.Offset, d.Offset), Target: at(c.Offset, c.Offset)})
				return
			}
			last = i
		}
	}
}

// compareMarkup compares markup that stands in the strings themselves.
func (v *view) compareMarkup() {
	v.compareOpaque("tag", openingTag, closingTag, standaloneTag)
	if o, ok := v.target.misnested(); ok {
		if _, inSource := v.source.misnested(); !inSource {
			v.report("misnested", unit.Issue{Args: map[string]string{"tag": v.target.s[o.start:o.end]}, Target: at(o.start, o.end)})
		}
	}
}

// misnested finds a tag without its partner.
func (d *side) misnested() (opaque, bool) {
	var open []opaque
	for _, o := range d.opaque {
		switch o.kind {
		case openingTag:
			open = append(open, o)
		case closingTag:
			if len(open) == 0 || tagName(d.s[open[len(open)-1].start:]) != tagName(d.s[o.start:o.end]) {
				return o, true
			}
			open = open[:len(open)-1]
		}
	}
	if len(open) > 0 {
		return open[len(open)-1], true
	}
	return opaque{}, false
}
