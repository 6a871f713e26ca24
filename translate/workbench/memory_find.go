package workbench

import (
	"context"
	"errors"
	"os"
	"strings"

	"diglot/translate/locale"
	"diglot/translate/memory"
	"diglot/translate/unit"
)

// Query is a text to look up under a name of its own.
type Query struct {
	ID   string
	Text string
}

// ReadQueries reads one query a line: id, tab, text.
func ReadQueries(path string) ([]Query, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, fault("file-unreadable", cause(err), "path", path)
	}
	defer f.Close()
	var out []Query
	err = eachLine(f, path, func(line []byte) error {
		id, s, ok := strings.Cut(strings.TrimSuffix(string(line), "\r"), "\t")
		if !ok {
			return errors.New("no tab between id and text")
		}
		out = append(out, Query{id, s})
		return nil
	})
	return out, err
}

// MemoryFile gives a memory file to be asked without a project.
func MemoryFile(path string, source, target locale.Tag, problem func(memory.Problem)) (*memory.Memory, error) {
	return memory.OpenFile(path, source, target, memory.Options{}, problem)
}

// FindOptions say how to look up. The best similarity comes first, as somebody
// needs it who searches.
type FindOptions struct {
	Source, Target locale.Tag // und stands for any
	Min, Limit     int        // least similarity in per cent; how many matches at most
	Filter         memory.Filter
}

// FindAll looks texts up on all cores and gives the matches of each, in order.
func FindAll(ctx context.Context, m memory.Finder, queries []Query, o FindOptions) ([][]unit.Match, error) {
	ask := make([]memory.Query, len(queries))
	for i, q := range queries {
		ask[i] = memory.Query{Source: unit.Plain(q.Text), SourceLocale: o.Source, TargetLocale: o.Target,
			Min: o.Min, Limit: o.Limit, BySimilarity: true, Filter: o.Filter}
	}
	return memory.FindAll(ctx, m, ask)
}

// Seen is a match as a translator looks at it.
type Seen struct {
	unit.Match
	Difference []memory.Change  // from the match's source to the text that was asked for
	Repaired   *memory.Repaired // its target made to fit, where that can be done
}

// See lays matches beside the text that was asked for. The Repairer may be nil.
func See(asked string, matches []unit.Match, r *Repairer) []Seen {
	out := make([]Seen, len(matches))
	for i, m := range matches {
		out[i] = Seen{Match: m, Difference: memory.Diff(m.Source, unit.Plain(asked))}
		if r == nil {
			continue
		}
		if repaired, ok := r.Repair(unit.Plain(asked), m); ok {
			out[i].Repaired = &repaired
		}
	}
	return out
}
