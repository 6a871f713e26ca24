// Package srx reads files of segmentation rules (SRX 1.0 and 2.0) as documents.
//
// Rules are not translated but imported by a project, so they have no blocks here: a
// file is known for what it is, checked as well-formed, and comes back unchanged.
// Whether its rules can work [Format.Validate] tells; to use them see package segment.
package srx

import (
	"errors"
	"fmt"
	"path/filepath"
	"strings"

	"diglot/translate/format"
	"diglot/translate/format/internal/xmlblock"
	"diglot/translate/format/internal/xmlspan"
	"diglot/translate/locale"
	"diglot/translate/unit"
)

// Format is the format "srx".
type Format struct{ xmlblock.Charset }

var (
	_ format.Format    = Format{}
	_ format.Declarer  = Format{}
	_ format.Validator = Format{}
)

// Name gives "srx".
func (Format) Name() string { return "srx" }

// Sniff knows a file by its root element, and where that cannot be read by its name.
func (Format) Sniff(name, head string) int {
	switch local, _, _ := xmlspan.Head(head); {
	case local == "srx":
		return 96
	case local == "" && strings.EqualFold(filepath.Ext(name), ".srx"):
		return 40
	}
	return 0
}

// Read checks that the file is XML and holds rules. It has no blocks.
func (Format) Read(body string, _ format.Settings) ([]format.Block, error) {
	tree, err := xmlspan.Parse(body)
	if err != nil {
		return nil, err
	}
	if root := tree.Root(); root.Local() != "srx" {
		return nil, format.At(body, root.Start(), errors.New("the root element is not <srx>"))
	}
	return nil, nil
}

// Render is never asked, since there are no blocks.
func (Format) Render(*format.Document, int, unit.Text, string, string, bool) (string, error) {
	return "", format.ErrCannotHold
}

// Localize changes nothing: rules are for all languages.
func (Format) Localize(*format.Document, locale.Tag) []format.Edit { return nil }

// Validate checks that the rules can work: each pattern is a regular expression whose
// brackets close, and each map names rules that there are.
func (Format) Validate(body string) []*format.Error {
	tree, err := xmlspan.Parse(body)
	if err != nil {
		var placed *format.Error
		errors.As(err, &placed)
		return []*format.Error{placed}
	}
	var faults []*format.Error
	fault := func(n xmlspan.Node, message string, args ...any) {
		faults = append(faults, format.At(body, n.Start(), fmt.Errorf("<"+n.Name()+">: "+message, args...)))
	}
	root := tree.Root()
	if root.Local() != "srx" {
		fault(root, "the root element is not <srx>")
		return faults
	}
	named := map[string]bool{}
	for n := range root.All() {
		if n.Local() == "languagerule" {
			if name := n.Value("languagerulename"); named[name] {
				fault(n, "a second set of rules %q", name)
			} else {
				named[name] = true
			}
		}
	}
	for n := range root.All() {
		pattern := ""
		switch n.Local() {
		case "beforebreak", "afterbreak":
			pattern = n.Letters()
		case "rule":
			if b := n.Value("break"); b != "" && b != "yes" && b != "no" {
				fault(n, "break=%q is neither yes nor no", b)
			}
		case "languagemap":
			if name := n.Value("languagerulename"); !named[name] {
				fault(n, "there are no rules %q", name)
			}
			pattern = n.Value("languagepattern")
		}
		if wrong := unbalanced(pattern); wrong != "" {
			fault(n, "%s in %q", wrong, pattern)
		}
	}
	return faults
}
