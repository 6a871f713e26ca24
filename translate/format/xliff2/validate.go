package xliff2

import (
	"cmp"
	"errors"
	"fmt"
	"slices"
	"strings"

	"diglot/translate/format"
	"diglot/translate/format/internal/xmlmodel"
	"diglot/translate/format/internal/xmlspan"
)

// Validate checks a file against the rules of XLIFF 2.0, 2.1 and 2.2: the grammar of
// the core and the modules, and the constraints and processing requirements that no
// schema sees, such as what ids, references and the pairs of codes must be.
func (Format) Validate(body string) []*format.Error {
	tree, err := xmlspan.Parse(body)
	if err != nil {
		var placed *format.Error
		errors.As(err, &placed)
		return []*format.Error{placed}
	}
	v := &validator{tree: tree, root: tree.Root(), files: map[string]*file{}, rules: map[string]*parsed{}}
	v.space = v.root.Space()
	if prefix, at, found := tree.Unbound(); found {
		v.faultAt(at, "no namespace is declared for the prefix %s:", prefix)
	}
	if v.version() {
		v.structure(v.root)
		v.document()
	}
	slices.SortStableFunc(v.faults, func(a, b *format.Error) int {
		return cmp.Or(cmp.Compare(a.Line, b.Line), cmp.Compare(a.Column, b.Column))
	})
	return v.faults
}

// maxFaults bounds what is listed of a file that is wrong from one end to the other.
const maxFaults = 100

// validator goes through one file.
type validator struct {
	tree   *xmlspan.Tree
	root   xmlspan.Node
	space  string // of the core
	v22    bool
	faults []*format.Error
	files  map[string]*file   // by id
	rules  map[string]*parsed // the rules that were needed so far
}

func (v *validator) faultAt(at int, message string, args ...any) {
	if len(v.faults) < maxFaults {
		v.faults = append(v.faults, format.At(v.tree.Body, at, fmt.Errorf(message, args...)))
	}
}

// fault notes what is wrong with an element.
func (v *validator) fault(n xmlspan.Node, message string, args ...any) {
	v.faultAt(n.Start(), "<"+n.Name()+">: "+message, args...)
}

// version checks the root element; the rest makes sense only where it is known.
func (v *validator) version() bool {
	version := v.root.Value("version")
	v.v22 = version == "2.2"
	want := ""
	switch version {
	case "2.0", "2.1":
		want = corePrefix + "0"
	case "2.2":
		want = corePrefix + "2"
	}
	switch {
	case v.root.Local() != "xliff" || !strings.HasPrefix(v.space, corePrefix):
		v.fault(v.root, "the root element is not <xliff> of XLIFF 2")
	case want == "":
		v.fault(v.root, "version %q is none of 2.0, 2.1 and 2.2", version)
	case v.space != want && !(v.v22 && v.space == corePrefix+"0"):
		v.fault(v.root, "version %s has the namespace %s, not %s", version, want, v.space)
	default:
		return true
	}
	return false
}

// parsed is a rule of the grammar, taken apart.
type parsed struct {
	rule
	content    *xmlmodel.Model
	attributes map[string]attribute
	required   []string
	other      bool // any attribute of an extension may stand there
}

// ruleOf gives the rule of an element; nil where the standard has no such element.
func (v *validator) ruleOf(name string) *parsed {
	if p, ok := v.rules[name]; ok {
		return p
	}
	r, ok := rules[name]
	if !ok {
		return nil
	}
	p := &parsed{rule: r, content: xmlmodel.New(r.content)}
	p.attributes, p.required, p.other = allowed(r.attributes)
	v.rules[name] = p
	return p
}

// name gives an element's name as the grammar has it; ok is false for elements of
// extensions.
func (v *validator) name(n xmlspan.Node) (name string, ok bool) {
	space := n.Space()
	if space == v.space {
		return n.Local(), true
	}
	prefix, ok := prefixes[space]
	return prefix + n.Local(), ok
}

// is reports an element by its name in the grammar.
func (v *validator) is(n xmlspan.Node, name string) bool {
	got, ok := v.name(n)
	return ok && got == name
}

// child gives the first child of that name.
func (v *validator) child(n xmlspan.Node, name string) xmlspan.Node {
	for c := range n.Elements() {
		if v.is(c, name) {
			return c
		}
	}
	return xmlspan.Node{}
}

func has(n xmlspan.Node, attribute string) bool {
	_, ok := n.Attribute(attribute)
	return ok
}

// or gives an attribute's value, or what it is where it does not stand there.
func or(n xmlspan.Node, attribute, otherwise string) string {
	if a := n.Value(attribute); a != "" {
		return a
	}
	return otherwise
}
