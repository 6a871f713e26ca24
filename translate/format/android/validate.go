package android

import (
	"errors"
	"fmt"
	"regexp"
	"strings"

	"diglot/translate/format"
	"diglot/translate/format/internal/xmlspan"
)

// Validate finds what the resource compiler refuses: apostrophes that are not
// escaped, several placeholders without a position, names that stand twice, quantities
// that are none.
func (Format) Validate(body string) []*format.Error {
	tree, err := xmlspan.Parse(body)
	if err != nil {
		var placed *format.Error
		errors.As(err, &placed)
		return []*format.Error{placed}
	}
	v := validator{tree: tree, seen: map[string]bool{}}
	for n := range tree.Root().Elements() {
		v.resource(n)
	}
	return v.faults
}

type validator struct {
	tree   *xmlspan.Tree
	faults []*format.Error
	seen   map[string]bool
}

func (v *validator) fault(at int, message string, args ...any) {
	v.faults = append(v.faults, format.At(v.tree.Body, at, fmt.Errorf(message, args...)))
}

func (v *validator) resource(n xmlspan.Node) {
	kind, name := n.Local(), n.Value("name")
	if kind != "string" && kind != "string-array" && kind != "plurals" {
		return
	}
	if name == "" {
		v.fault(n.Start(), "<%s> has no name", kind)
	} else if v.seen[kind+" "+name] {
		v.fault(n.Start(), "the %s %q stands twice", kind, name)
	}
	v.seen[kind+" "+name] = true
	if kind == "string" {
		v.text(n, n.Value("formatted") == "false")
		return
	}
	quantities := map[string]bool{}
	for item := range n.Elements() {
		if q := item.Value("quantity"); kind == "plurals" {
			if !strings.Contains(" zero one two few many other ", " "+q+" ") || q == "" {
				v.fault(item.Start(), "the quantity %q is none of zero, one, two, few, many, other", q)
			} else if quantities[q] {
				v.fault(item.Start(), "the quantity %s stands twice", q)
			}
			quantities[q] = true
		}
		v.text(item, true)
	}
}

// placeholder finds those of java.util.Formatter; the first group is the position.
var placeholder = regexp.MustCompile(`%(\d+\$)?[-#+ 0,(]*\d*(?:\.\d+)?([a-zA-Z%])`)

func (v *validator) text(n xmlspan.Node, unformatted bool) {
	for c := range n.All() {
		for t := range c.Children() {
			if t.Kind() == xmlspan.Text {
				v.apostrophe(t)
			}
		}
	}
	if unformatted {
		return
	}
	free := 0
	for _, m := range placeholder.FindAllStringSubmatch(n.Letters(), -1) {
		if m[1] == "" && m[2] != "%" && m[2] != "n" {
			free++
		}
	}
	if free > 1 {
		v.fault(n.Start(), "%d placeholders without a position; write %%1$d or formatted=\"false\"", free)
	}
}

// apostrophe looks for one that is neither escaped nor between quotes.
func (v *validator) apostrophe(n xmlspan.Node) {
	s := n.Tag()
	quoted := false
	for i := s.Start; i < s.End; i++ {
		switch v.tree.Body[i] {
		case '\\':
			i++
		case '"':
			quoted = !quoted
		case '\'':
			if !quoted {
				v.fault(i, `an apostrophe; write \'`)
				return
			}
		}
	}
}
