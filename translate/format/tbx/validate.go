package tbx

import (
	"errors"
	"fmt"
	"strings"

	"diglot/translate/format"
	"diglot/translate/format/internal/xmlmodel"
	"diglot/translate/format/internal/xmlspan"
)

// spaceTBX is the namespace of the core of TBX 3; elements of other namespaces are
// data categories in the style "dct".
const spaceTBX = "urn:iso:std:iso:30042:ed-2"

// auxiliary is what may tell more of a concept, a language or a term.
const auxiliary = "(admin|adminGrp|descrip|descripGrp|note|ref|transacGrp|transac|xref|category)*"

// core is the structure of TBX 3 (ISO 30042:2019, core structure); "category" is
// a data category in the style "dct".
var core = map[string]string{
	"tbx":             "tbxHeader text",
	"tbxHeader":       "fileDesc encodingDesc? revisionDesc?",
	"fileDesc":        "publicationStmt? titleStmt? sourceDesc+",
	"publicationStmt": "p+",
	"titleStmt":       "title note*",
	"sourceDesc":      "p+",
	"encodingDesc":    "p+",
	"revisionDesc":    "change+",
	"change":          "p+",
	"text":            "body back?",
	"body":            "conceptEntry+",
	"conceptEntry":    auxiliary + " langSec+",
	"langSec":         auxiliary + " termSec+",
	"termSec":         "term (termNote|termNoteGrp|admin|adminGrp|descrip|descripGrp|note|ref|transacGrp|transac|xref|category)*",
	"termNoteGrp":     "(termNote|category) (admin|adminGrp|descrip|descripGrp|note|ref|transacGrp|xref|category)*",
	"descripGrp":      "(descrip|category) (admin|adminGrp|descripNote|note|ref|transacGrp|xref|category)*",
	"adminGrp":        "(admin|category) (adminNote|note|ref|xref|category)*",
	"transacGrp":      "(transac|category) (transacNote|date|note|ref|xref|category)*",
	"term":            "#text (hi|foreign|ph|sc|ec)*",
	"back":            "refObjectSec*",
	"refObjectSec":    "refObject+",
}

// martif is the structure of TBX 2 (ISO 30042:2008, TBXcoreStructV02).
var martif = map[string]string{
	"martif":          "martifHeader text",
	"martifHeader":    "fileDesc encodingDesc? revisionDesc?",
	"fileDesc":        "titleStmt? publicationStmt? sourceDesc+",
	"titleStmt":       "title note*",
	"publicationStmt": "p+",
	"sourceDesc":      "p+",
	"encodingDesc":    "(p|ude)+",
	"revisionDesc":    "change+",
	"change":          "p+",
	"text":            "body back?",
	"body":            "termEntry+",
	"termEntry":       auxiliary + " langSet+",
	"langSet":         auxiliary + " (tig|ntig)+",
	"tig":             "term termNote* " + auxiliary,
	"ntig":            "termGrp " + auxiliary,
	"termGrp":         "term (termNote|termNoteGrp)* termCompList*",
	"descripGrp":      "descrip descripNote* (admin|adminGrp|note|ref|transacGrp|xref)*",
	"adminGrp":        "admin (adminNote|note|ref|xref)*",
	"transacGrp":      "transac (transacNote|date|note|ref|xref)*",
}

// typed are the elements that say by type what they hold.
var typed = map[string]bool{
	"admin": true, "adminNote": true, "descrip": true, "descripNote": true, "termNote": true, "transac": true, "transacNote": true, "ref": true, "xref": true,
}

// Validate checks a file against the core structure of its version and, for
// TBX-Min and TBX-Basic in the style "dca", against the data categories of the dialect.
func (Format) Validate(body string) []*format.Error {
	tree, err := xmlspan.Parse(body)
	if err != nil {
		var placed *format.Error
		errors.As(err, &placed)
		return []*format.Error{placed}
	}
	v := validator{tree: tree, models: map[string]*xmlmodel.Model{}, ids: map[string]bool{}}
	root := tree.Root()
	switch root.Local() {
	case "tbx":
		v.root(root)
		v.rules, v.dialect = core, dialects[root.Value("type")+" "+root.Value("style")]
	case "martif":
		v.rules = martif
	default:
		v.fault(root, "the root element is neither <tbx> nor <martif>")
		return v.faults
	}
	for n := range root.All() {
		if id, ok := n.Attribute("id"); ok {
			if value := tree.Value(id); v.ids[value] {
				v.fault(n, "the id %q stands twice", value)
			} else {
				v.ids[value] = true
			}
		}
	}
	for n := range root.All() {
		v.element(n)
	}
	return v.faults
}

type validator struct {
	tree    *xmlspan.Tree
	rules   map[string]string
	models  map[string]*xmlmodel.Model
	dialect *dialect
	ids     map[string]bool
	faults  []*format.Error
}

func (v *validator) fault(n xmlspan.Node, message string, args ...any) {
	v.faults = append(v.faults, format.At(v.tree.Body, n.Start(), fmt.Errorf("<"+n.Name()+">: "+message, args...)))
}

// root checks the root element of TBX 3.
func (v *validator) root(n xmlspan.Node) {
	if n.Space() != spaceTBX {
		v.fault(n, "its namespace is not %s", spaceTBX)
	}
	for _, name := range []string{"type", "style", "xml:lang"} {
		if _, ok := n.Attribute(name); !ok {
			v.fault(n, "it has no %s", name)
		}
	}
	if style := n.Value("style"); style != "dca" && style != "dct" && style != "" {
		v.fault(n, "style=%q is neither dca nor dct", style)
	}
}

// name gives an element's name in the rules.
func (v *validator) name(n xmlspan.Node) string {
	if root := v.tree.Root(); n.Space() != root.Space() && root.Value("style") == "dct" {
		return "category"
	}
	return n.Local()
}

func (v *validator) element(n xmlspan.Node) {
	name := v.name(n)
	content, ok := v.rules[name]
	if ok {
		v.content(n, name, content)
	}
	if typed[name] {
		if kind, ok := n.Attribute("type"); !ok || v.tree.Value(kind) == "" {
			v.fault(n, "it has no type")
		} else if v.dialect != nil {
			v.category(n, v.tree.Value(kind))
		}
	}
	switch name {
	case "langSec", "langSet":
		if n.Value("xml:lang") == "" {
			v.fault(n, "it has no xml:lang")
		}
	case "conceptEntry":
		if n.Value("id") == "" {
			v.fault(n, "it has no id")
		}
	}
	if target, ok := n.Attribute("target"); ok && v.rules["tbx"] != "" {
		if to := v.tree.Value(target); !v.ids[to] && !strings.HasPrefix(to, "http://") && !strings.HasPrefix(to, "https://") {
			v.fault(n, "target=%q is no id of the file and no address", to)
		}
	}
}

func (v *validator) content(n xmlspan.Node, name, content string) {
	m := v.models[name]
	if m == nil {
		m = xmlmodel.New(content)
		v.models[name] = m
	}
	var children []xmlspan.Node
	var names []string
	for c := range n.Elements() {
		children, names = append(children, c), append(names, v.name(c))
	}
	for c := range n.Children() {
		if k := c.Kind(); !m.Text && (k == xmlspan.Text || k == xmlspan.CData) && strings.TrimSpace(c.Letters()) != "" {
			v.faults = append(v.faults, format.At(v.tree.Body, c.Start(), fmt.Errorf("text cannot stand in <%s>", n.Name())))
			break
		}
	}
	switch at, wrong := m.Check(names); {
	case wrong == "":
	case at < len(children):
		v.fault(children[at], "%s (in <%s>)", wrong, n.Name())
	default:
		v.fault(n, "%s", wrong)
	}
}
