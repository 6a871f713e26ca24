package memory

import (
	"slices"
	"time"

	"diglot/translate/locale"
	"diglot/translate/text"
	"diglot/translate/unit"
)

// Query is one look-up.
type Query struct {
	Source       unit.Text
	SourceLocale locale.Tag // und takes entries of every source language
	TargetLocale locale.Tag // und takes entries of every target language
	Previous     string     // readable source of the unit before, "" if there is none
	Next         string     // the same of the unit after

	Min   int // least similarity in per cent, 70 where it is 0; the score after penalties may be lower
	Limit int // how many matches at most, 5 where it is 0; All for all of them

	// BySimilarity puts the best similarity first, as somebody needs it who
	// searches. Otherwise the best score comes first, as a translator needs it.
	BySimilarity bool
	Filter       Filter
}

// All is the Limit of a look-up that returns every match.
const All = -1

// Filter keeps entries out of a look-up. Zero fields let all pass.
type Filter struct {
	Memories   []string          // only these memories
	Author     string            // only this author's
	Since      time.Time         // only what was modified then or later
	Before     time.Time         // only what was modified before
	Properties map[string]string // only entries with all of these, as "client" and "domain"
}

func (f *Filter) passes(e *Entry) bool {
	d := descentOf(e)
	if !f.passesDescent(&d) ||
		!f.Since.IsZero() && e.Modified.Before(f.Since) ||
		!f.Before.IsZero() && !e.Modified.Before(f.Before) {
		return false
	}
	for name, value := range f.Properties {
		if e.Properties[name] != value {
			return false
		}
	}
	return true
}

func (f *Filter) passesDescent(d *descent) bool {
	return (len(f.Memories) == 0 || slices.Contains(f.Memories, d.memory)) &&
		(f.Author == "" || f.Author == d.author)
}

// needsEntry reports whether more than the descent decides.
func (f *Filter) needsEntry() bool {
	return !f.Since.IsZero() || !f.Before.IsZero() || len(f.Properties) > 0
}

// question is a query made ready for comparing.
type question struct {
	Query
	plain  string // the source in NFC, line breaks for codes that break
	minPct int
	limit  int

	// Its tokens, and what else comparing with a text needs; see differences.
	tokens    []token
	numbers   map[string]int
	tokenizer text.Tokenizer
	other     []token // of the text that it is compared with
	table     []int32
}

// ask begins a new question and keeps the buffers.
func (q *question) ask(asked Query) {
	q.Query, q.plain = asked, letters(asked.Source)
	q.minPct, q.limit = asked.Min, asked.Limit
	if q.minPct <= 0 {
		q.minPct = 70
	}
	if q.limit == 0 {
		q.limit = 5
	}
	q.tokens = q.tokens[:0]
	if len(q.numbers) > 1000 {
		q.numbers = nil // clearing takes as long as the map once was large
	}
	clear(q.numbers)
}

// letters gives the letters of a text as tokens are cut from them.
func letters(t unit.Text) string {
	lines, _ := t.Lines()
	return text.NFC(lines)
}
