package xliff1

import (
	"errors"
	"fmt"

	"diglot/translate/format"
	"diglot/translate/format/internal/xmlspan"
)

// Validate finds what XLIFF 1.2 forbids and its schemas do not see, or see only in
// the strict form: ids that stand twice, starts of codes without their end, missing
// languages.
func (Format) Validate(body string) []*format.Error {
	tree, err := xmlspan.Parse(body)
	if err != nil {
		var placed *format.Error
		errors.As(err, &placed)
		return []*format.Error{placed}
	}
	v := validator{tree: tree}
	root := tree.Root()
	if root.Local() != "xliff" {
		v.fault(root, "the root element is not <xliff>")
		return v.faults
	}
	if version := root.Value("version"); version != "1.0" && version != "1.1" && version != "1.2" {
		v.fault(root, "version %q is none of 1.0, 1.1 and 1.2", version)
	}
	for file := range root.Elements() {
		if sameSpace(file, root, "file") {
			v.file(file)
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

func (v *validator) file(file xmlspan.Node) {
	for _, name := range []string{"original", "source-language", "datatype"} {
		if _, ok := file.Attribute(name); !ok {
			v.fault(file, "it has no %s", name)
		}
	}
	if file.Child("body").IsZero() {
		v.fault(file, "it has no <body>")
	}
	seen := map[string]bool{}
	for n := range file.All() {
		if !sameSpace(n, file, "trans-unit") {
			continue
		}
		id, ok := n.Attribute("id")
		switch value := v.tree.Value(id); {
		case !ok:
			v.fault(n, "it has no id")
		case seen[value]:
			v.fault(n, "the id %q stands twice in the file", value)
		default:
			seen[value] = true
		}
		v.unit(n)
	}
}

func (v *validator) unit(n xmlspan.Node) {
	sources := 0
	for c := range n.Elements() {
		if c.Space() != n.Space() {
			continue
		}
		switch c.Local() {
		case "source":
			sources++
			v.codes(c)
		case "seg-source", "target":
			v.codes(c)
		case "alt-trans":
			for alt := range c.Elements() {
				if alt.Local() == "source" || alt.Local() == "target" {
					v.codes(alt)
				}
			}
		}
	}
	if sources != 1 {
		v.fault(n, "it has %d <source>, not one", sources)
	}
}

// codes checks that starts and ends come together.
func (v *validator) codes(holder xmlspan.Node) {
	open := map[string]xmlspan.Node{}
	var order []string
	for n := range holder.All() {
		key := ""
		switch n.Local() {
		case "bpt", "bx", "ept", "ex":
			key = map[string]string{"bpt": "bpt", "ept": "bpt", "bx": "bx", "ex": "bx"}[n.Local()] + " " + or(n.Value("rid"), n.Value("id"))
		default:
			if n.Local() == "it" && n.Value("pos") != "open" && n.Value("pos") != "close" {
				v.fault(n, "its pos is neither open nor close")
			}
			continue
		}
		if n.Local() == "bpt" || n.Local() == "bx" {
			open[key] = n
			order = append(order, key)
		} else if _, ok := open[key]; !ok {
			v.fault(n, "no start for it stands before")
		} else {
			delete(open, key)
		}
	}
	for _, key := range order {
		if n, ok := open[key]; ok {
			v.fault(n, "it has no end")
			delete(open, key)
		}
	}
}
