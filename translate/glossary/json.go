package glossary

import (
	"encoding/json"
	"fmt"
	"io"

	"diglot/translate/locale"
)

// pairEntry is one entry of a bilingual glossary as term lists for quality checks
// have it.
type pairEntry struct {
	ID            string   `json:"id"`
	Source        []string `json:"source"`
	Target        []string `json:"target"`
	Forbidden     []string `json:"forbidden"`
	CaseSensitive bool     `json:"case_sensitive"`
}

// ReadJSON reads a bilingual glossary: a list of
// {"id", "source": [], "target": [], "forbidden": [], "case_sensitive"}. The first
// source and the first target are preferred, the others admitted. Case matters in the
// source only: other languages have other capitals. name stands in errors.
func ReadJSON(r io.Reader, name string, src, tgt locale.Tag) ([]Concept, error) {
	var entries []pairEntry
	d := json.NewDecoder(r)
	if err := d.Decode(&entries); err != nil {
		return nil, fmt.Errorf("%s: byte %d: reading the glossary: %w", name, d.InputOffset(), err)
	}
	concepts := make([]Concept, 0, len(entries))
	for i, e := range entries {
		if e.ID == "" || len(e.Source) == 0 {
			return nil, fmt.Errorf("%s: entry %d has no id or no source term", name, i+1)
		}
		c := Concept{ID: e.ID}
		add := func(l locale.Tag, terms []string, first, rest Status, sensitive bool) {
			for i, t := range terms {
				status := first
				if i > 0 {
					status = rest
				}
				c.Terms = append(c.Terms, Term{Locale: l, Text: t, Status: status, CaseSensitive: sensitive})
			}
		}
		add(src, e.Source, Preferred, Admitted, e.CaseSensitive)
		add(tgt, e.Target, Preferred, Admitted, false)
		add(tgt, e.Forbidden, Forbidden, Forbidden, false)
		concepts = append(concepts, c)
	}
	return concepts, nil
}
