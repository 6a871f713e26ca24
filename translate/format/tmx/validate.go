package tmx

import (
	"errors"
	"fmt"
	"strings"

	"diglot/translate/format"
	"diglot/translate/format/internal/xmlspan"
)

// Validate checks a file against TMX 1.4b: what the DTD asks for, and what it does
// not see, such as starts of codes without their end and variants without a language.
func (Format) Validate(body string) []*format.Error {
	tree, err := xmlspan.Parse(body)
	if err != nil {
		var placed *format.Error
		errors.As(err, &placed)
		return []*format.Error{placed}
	}
	v := validator{tree: tree}
	root := tree.Root()
	header, content := root.Child("header"), root.Child("body")
	switch {
	case root.Local() != "tmx":
		v.fault(root, "the root element is not <tmx>")
		return v.faults
	case header.IsZero():
		v.fault(root, "it has no <header>")
	case content.IsZero():
		v.fault(root, "it has no <body>")
	}
	if !header.IsZero() {
		v.required(header, "creationtool", "creationtoolversion", "segtype", "o-tmf", "adminlang", "srclang", "datatype")
		v.listed(header, "segtype", "block", "paragraph", "sentence", "phrase")
	}
	if !content.IsZero() {
		for n := range content.Elements() {
			v.unit(n)
		}
	}
	return v.faults
}

type validator struct {
	tree   *xmlspan.Tree
	faults []*format.Error
}

func (v *validator) fault(n xmlspan.Node, message string, args ...any) {
	v.faults = append(v.faults, format.At(v.tree.Body, n.Start(), fmt.Errorf("<"+n.Name()+">: "+message, args...)))
}

func (v *validator) required(n xmlspan.Node, names ...string) {
	for _, name := range names {
		if _, ok := n.Attribute(name); !ok {
			v.fault(n, "it has no %s", name)
		}
	}
}

func (v *validator) listed(n xmlspan.Node, name string, values ...string) {
	got := n.Value(name)
	for _, value := range values {
		if got == "" || got == value {
			return
		}
	}
	v.fault(n, "%s=%q is not one of %s", name, got, strings.Join(values, ", "))
}

func (v *validator) unit(n xmlspan.Node) {
	if n.Local() != "tu" {
		v.fault(n, "only <tu> can stand in <body>")
		return
	}
	variants := 0
	for c := range n.Elements() {
		switch c.Local() {
		case "note", "prop":
			if variants > 0 {
				v.fault(c, "it stands before the <tuv>")
			}
		case "tuv":
			variants++
			v.variant(c)
		default:
			v.fault(c, "it cannot stand in <tu>")
		}
	}
	if variants == 0 {
		v.fault(n, "it has no <tuv>")
	}
}

func (v *validator) variant(n xmlspan.Node) {
	if language(n) == "" {
		v.fault(n, "it has no xml:lang")
	}
	segs := 0
	for c := range n.Elements() {
		switch c.Local() {
		case "seg":
			segs++
			v.codes(c)
		case "note", "prop":
		default:
			v.fault(c, "it cannot stand in <tuv>")
		}
	}
	if segs != 1 {
		v.fault(n, "it has %d <seg>, not one", segs)
	}
}

// codes checks the inline elements of a segment.
func (v *validator) codes(seg xmlspan.Node) {
	open := map[string]xmlspan.Node{}
	var order []string
	for n := range seg.All() {
		i := n.Value("i")
		switch n.Local() {
		case "seg", "ph", "hi", "sub", "ut":
		case "it":
			if _, ok := n.Attribute("pos"); !ok {
				v.fault(n, "it has no pos")
			}
			v.listed(n, "pos", "begin", "end", "Begin", "End")
		case "bpt":
			v.required(n, "i")
			if _, twice := open[i]; twice {
				v.fault(n, "a second start with i=%q", i)
			}
			open[i] = n
			order = append(order, i)
		case "ept":
			v.required(n, "i")
			if _, ok := open[i]; !ok {
				v.fault(n, "no <bpt i=%q> stands before it", i)
			}
			delete(open, i)
		default:
			v.fault(n, "it cannot stand in a segment")
		}
	}
	for _, i := range order {
		if n, ok := open[i]; ok {
			v.fault(n, "no <ept i=%q> ends it", i)
			delete(open, i)
		}
	}
}
