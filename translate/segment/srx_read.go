package segment

import (
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"strings"
)

// ownNamespace marks what our own files say besides SRX.
const ownNamespace = "urn:diglot:segmentation"

// maxSRX bounds a file of rules in bytes.
const maxSRX = 64 << 20

// ErrNotSRX: the file is no SRX file.
var ErrNotSRX = errors.New("not an SRX file")

// ReadSRX reads a file of SRX 2.0 or 1.0. What it says that cannot be used
// (a pattern that has no linear-time form, an unknown option) comes back as
// problems, and the rest works. The error is for a file that is not SRX or
// not XML; name stands for the file in it.
func ReadSRX(r io.Reader, name string) (*SRX, []Problem, error) {
	limited := &io.LimitedReader{R: r, N: maxSRX}
	p := srxReader{x: &SRX{Name: name, own: map[string]ownSettings{}}, dec: xml.NewDecoder(limited), lines: map[ruleAt]int{}}
	if err := p.read(); err != nil {
		line, column := p.dec.InputPos()
		if limited.N <= 0 {
			err = fmt.Errorf("larger than %d bytes", maxSRX)
		}
		return nil, nil, fmt.Errorf("%s:%d:%d: %w", name, line, column, err)
	}
	return p.x, append(p.odd, p.unusable()...), nil
}

type ruleAt struct{ language, rule int }

type srxReader struct {
	x     *SRX
	dec   *xml.Decoder
	lines map[ruleAt]int // where each rule stands
	odd   []Problem
	into  *strings.Builder // the pattern whose text is being read
	inSRX bool
}

func (p *srxReader) read() error {
	for {
		tok, err := p.dec.Token()
		if err == io.EOF {
			if !p.inSRX {
				return ErrNotSRX
			}
			return nil
		}
		if err != nil {
			return err
		}
		switch t := tok.(type) {
		case xml.StartElement:
			if !p.inSRX && t.Name.Local != "srx" {
				return fmt.Errorf("%w: its root is <%s>", ErrNotSRX, t.Name.Local)
			}
			if err := p.start(t); err != nil {
				return err
			}
		case xml.CharData:
			if p.into != nil {
				p.into.Write(t)
			}
		case xml.EndElement:
			if p.into != nil {
				p.pattern(t.Name.Local, p.into.String())
			}
		}
	}
}

func attribute(t xml.StartElement, name string) string {
	for _, a := range t.Attr {
		if a.Name.Local == name {
			return a.Value
		}
	}
	return ""
}

func yes(t xml.StartElement, name string) bool { return strings.EqualFold(attribute(t, name), "yes") }

func (p *srxReader) start(t xml.StartElement) error {
	x := p.x
	switch t.Name.Local {
	case "srx":
		p.inSRX = true
		x.Version = attribute(t, "version")
	case "header":
		x.Cascade = yes(t, "cascade")
		x.SegmentSubflows = attribute(t, "segmentsubflows") == "" || yes(t, "segmentsubflows")
	case "formathandle":
		switch attribute(t, "type") {
		case "start":
			x.Codes.Start = yes(t, "include")
		case "end":
			x.Codes.End = yes(t, "include")
		case "isolated":
			x.Codes.Isolated = yes(t, "include")
		}
	case "options":
		p.options(t)
	case "language":
		if t.Name.Space == ownNamespace {
			x.own[attribute(t, "rules")] = ownSettings{attribute(t, "end"), attribute(t, "pairs"), attribute(t, "even"), attribute(t, "hold")}
		}
	case "languagerule":
		x.Languages = append(x.Languages, LanguageRules{Name: attribute(t, "languagerulename")})
	case "rule":
		return p.rule(t)
	case "beforebreak", "afterbreak":
		p.into = &strings.Builder{}
	case "languagemap":
		x.Maps = append(x.Maps, LanguageMap{attribute(t, "languagepattern"), attribute(t, "languagerulename")})
	}
	return nil
}

// options are Okapi's: only what changes boundaries matters here.
func (p *srxReader) options(t xml.StartElement) {
	for _, a := range t.Attr {
		switch strings.ToLower(a.Name.Local) {
		case "useicu4jbreakrules":
			if p.x.icuBase = strings.EqualFold(a.Value, "yes"); p.x.icuBase {
				p.note("option useIcu4JBreakRules", "the rules of ICU are not at hand; our default rules stand in beneath those of the file")
			}
		case "treatisolatedcodesaswhitespace":
			if strings.EqualFold(a.Value, "yes") {
				p.note("option treatIsolatedCodesAsWhitespace", "codes never change a boundary here")
			}
		}
	}
}

func (p *srxReader) note(rule, reason string) {
	line, _ := p.dec.InputPos()
	p.odd = append(p.odd, Problem{p.x.Name, line, rule, reason})
}

func (p *srxReader) rule(t xml.StartElement) error {
	n := len(p.x.Languages)
	if n == 0 {
		return fmt.Errorf("<rule> outside of <languagerule>")
	}
	l := &p.x.Languages[n-1]
	line, _ := p.dec.InputPos()
	p.lines[ruleAt{n - 1, len(l.Rules)}] = line
	l.Rules = append(l.Rules, Rule{
		// The standard: a rule without the attribute breaks.
		Break: !strings.EqualFold(attribute(t, "break"), "no"),
		ID:    fmt.Sprintf("%s:%d", p.x.Name, line),
		Why:   "a rule of " + l.Name,
	})
	return nil
}

func (p *srxReader) pattern(element, text string) {
	n := len(p.x.Languages)
	if n == 0 || len(p.x.Languages[n-1].Rules) == 0 {
		return
	}
	rules := p.x.Languages[n-1].Rules
	switch element {
	case "beforebreak":
		rules[len(rules)-1].Before = text
	case "afterbreak":
		rules[len(rules)-1].After = text
	default:
		return
	}
	p.into = nil
}

// unusable tries every rule and every language pattern.
func (p *srxReader) unusable() []Problem {
	var out []Problem
	classes := map[string]runeSet{}
	for i, l := range p.x.Languages {
		for k, r := range l.Rules {
			if _, err := drafts(r, classes); err != nil {
				out = append(out, Problem{p.x.Name, p.lines[ruleAt{i, k}], fmt.Sprintf("%s %q <> %q", l.Name, r.Before, r.After), err.Error()})
			}
		}
	}
	for _, m := range p.x.Maps {
		if _, err := languagePattern(m.Pattern); err != nil {
			out = append(out, Problem{p.x.Name, 0, "language pattern " + m.Pattern, err.Error()})
		}
	}
	return out
}
