package main

import (
	"time"

	"diglot/translate/locale"
	"diglot/translate/memory"
	"diglot/translate/unit"
	"diglot/translate/workbench"
)

// foundJSON is what memory find prints for one text.
type foundJSON struct {
	ID        string         `json:"id"`
	Matches   []matchJSON    `json:"matches"`
	Fragments []fragmentJSON `json:"fragments,omitempty"`
}

type matchJSON struct {
	Source     string         `json:"source"`
	Target     string         `json:"target"`
	Similarity float64        `json:"similarity"`
	Score      int            `json:"score"`
	Penalties  []unit.Penalty `json:"penalties"`
	Ambiguous  bool           `json:"ambiguous,omitempty"`
	Origin     string         `json:"origin"`
	Memory     string         `json:"memory"`
	Author     string         `json:"author,omitempty"`

	Difference []changeJSON  `json:"difference,omitempty"`
	Repaired   *repairedJSON `json:"repaired,omitempty"`
}

func toMatchJSON(m unit.Match) matchJSON {
	return matchJSON{Source: m.Source.String(), Target: m.Target.String(), Similarity: m.Similarity, Score: m.Score,
		Penalties: list(m.Penalties), Ambiguous: m.Ambiguous, Origin: m.Origin, Memory: m.Memory, Author: m.Author}
}

// changeJSON is a stretch that differs; spans count code points.
type changeJSON struct {
	Kind memory.ChangeKind `json:"kind"`
	Old  [2]int            `json:"old"` // in the match's source
	New  [2]int            `json:"new"` // in the text that was asked for
}

type repairedJSON struct {
	Target  string       `json:"target"`
	Changes []repairJSON `json:"changes"`
}

type repairJSON struct {
	Old  string `json:"old"`
	Span [2]int `json:"span"` // of what stands there now
}

func seenJSON(text string, seen []workbench.Seen) []matchJSON {
	out := []matchJSON{}
	for _, s := range seen {
		m := toMatchJSON(s.Match)
		for _, c := range s.Difference {
			if c.Kind != memory.Same {
				m.Difference = append(m.Difference, changeJSON{c.Kind, points(s.Source.Content, c.Old), points(text, c.New)})
			}
		}
		if r := s.Repaired; r != nil {
			m.Repaired = &repairedJSON{Target: r.Target.String(), Changes: []repairJSON{}}
			for _, c := range r.Changes {
				m.Repaired.Changes = append(m.Repaired.Changes, repairJSON{c.Old, points(r.Target.Content, c.Span)})
			}
		}
		out = append(out, m)
	}
	return out
}

// points turns a span of bytes into one of code points.
func points(s string, span unit.Span) [2]int { return codePoints(s, []unit.Span{span})[0] }

type fragmentJSON struct {
	Text        string      `json:"text"`
	Span        [2]int      `json:"span"` // in the text that was asked for
	Words       int         `json:"words"`
	Translation string      `json:"translation"`
	Entries     []entryJSON `json:"entries"`
}

func fragmentsJSON(text string, fragments []memory.Fragment) []fragmentJSON {
	var out []fragmentJSON
	for _, f := range fragments {
		out = append(out, fragmentJSON{text[f.Span.Start:f.Span.End], points(text, f.Span), f.Words, f.Translation, entriesJSON(f.Entries)})
	}
	return out
}

// entryJSON is an entry of a memory.
type entryJSON struct {
	Memory       string     `json:"memory"` // "" for the project's own targets
	Entry        int64      `json:"entry"`
	SourceLocale locale.Tag `json:"source_locale"`
	TargetLocale locale.Tag `json:"target_locale"`
	Source       string     `json:"source"`
	Target       string     `json:"target"`
	Origin       string     `json:"origin"`
	Author       string     `json:"author,omitempty"`
	Modified     *time.Time `json:"modified,omitempty"`
}

func toEntryJSON(e memory.Entry) entryJSON {
	out := entryJSON{e.Memory, e.ID, e.SourceLocale, e.TargetLocale, e.Source.String(), e.Target.String(), e.Origin, e.Author, nil}
	if !e.Modified.IsZero() {
		modified := e.Modified.UTC()
		out.Modified = &modified
	}
	return out
}

func entriesJSON(entries []memory.Entry) []entryJSON {
	out := []entryJSON{}
	for _, e := range entries {
		out = append(out, toEntryJSON(e))
	}
	return out
}
