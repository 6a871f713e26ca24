package docx

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"diglot/translate/format/internal/archive"
	"diglot/translate/format/internal/xmlspan"
)

// contentTypes is the part that says what the others are (ECMA-376-2, 10.1.2.2).
const contentTypes = "[Content_Types].xml"

// readTypes are the ends of the content types of the parts that are read, in the
// order in which a translator sees them; the first are those of the document itself.
var readTypes = []string{
	".document.main+xml", ".document.macroEnabled.main+xml", ".template.main+xml", ".template.macroEnabledTemplate.main+xml",
	".footnotes+xml", ".endnotes+xml", ".comments+xml", ".header+xml", ".footer+xml",
}

// mainTypes is how many of readTypes are those of the document itself.
const mainTypes = 4

// texts lists the parts with text.
func texts(a *archive.Archive) ([]string, error) {
	s, err := a.Text(contentTypes)
	if err != nil {
		return nil, fmt.Errorf("reading a Word document: %w", err)
	}
	tree, err := xmlspan.Parse(s)
	if err != nil {
		return nil, fmt.Errorf("in %s: %w", contentTypes, err)
	}
	byType := make([][]string, len(readTypes))
	listed := map[string]bool{}
	for n := range tree.Root().Elements() {
		name := strings.TrimPrefix(n.Value("PartName"), "/")
		if n.Local() == "Default" && strings.EqualFold(n.Value("Extension"), "xml") {
			name = "word/document.xml" // small programs name the type of all parts in one
		}
		rank := typeRank(n.Value("ContentType"))
		if rank >= 0 && a.Has(name) && !listed[name] {
			listed[name] = true
			byType[rank] = append(byType[rank], name)
		}
	}
	for _, names := range byType {
		slices.SortFunc(names, inNumber)
	}
	if len(slices.Concat(byType[:mainTypes]...)) == 0 {
		return nil, errors.New("the archive holds no Word document: no part is of its content type")
	}
	return slices.Concat(byType...), nil
}

func typeRank(t string) int {
	if !strings.Contains(t, "wordprocessingml") && !strings.Contains(t, "ms-word") {
		return -1
	}
	return slices.IndexFunc(readTypes, func(end string) bool { return strings.HasSuffix(t, end) })
}

// inNumber orders header2 before header10.
func inNumber(a, b string) int {
	if len(a) != len(b) {
		return len(a) - len(b)
	}
	return strings.Compare(a, b)
}
