package workbench

import (
	"encoding/json"
	"io"
	"unicode/utf8"

	"diglot/translate/format"
	"diglot/translate/locale"
	"diglot/translate/segment"
	"diglot/translate/text"
)

// Segmented is one segment of a file.
type Segmented struct {
	Block int    `json:"block"`
	Kind  string `json:"kind"`
	Text  string `json:"text"` // readable
	Words int    `json:"words"`
}

// Segment reads a file as an import would, and gives its segments. src is the
// file's bytes and name tells its format.
func (c Config) Segment(name string, src []byte, source locale.Tag) ([]Segmented, error) {
	if source.IsZero() {
		if _, source, _ = splitName(name); source.IsZero() {
			source = c.Source
		}
	}
	doc, err := format.Read(name, src, c.settings(source), Formats())
	if err != nil {
		return nil, err
	}
	if source.IsZero() {
		source = guessLocale(doc.Body)
	}
	var out []Segmented
	for _, u := range splitDocument(doc, c.segmenter(source), nil) {
		out = append(out, Segmented{u.Place.Block, u.Place.Kind, u.Source.String(), text.CountWords(u.Source.Content, source)})
	}
	return out, nil
}

// SegmentFile is Segment for a file on disk.
func (c Config) SegmentFile(path string, source locale.Tag) ([]Segmented, error) {
	src, err := readFile(path)
	if err != nil {
		return nil, err
	}
	return c.Segment(path, src, source)
}

// Item is a text with its segments, as spans [start, end) of code points.
type Item struct {
	ID        string   `json:"id"`
	Sentences [][2]int `json:"sentences"`
}

// SegmentItems reads one {"id","lang","text"} a line and hands over the
// segments of each.
func (c Config) SegmentItems(r io.Reader, name string, give func(Item) error) error {
	rules := map[string]*segment.Segmenter{}
	return eachLine(r, name, func(line []byte) error {
		var in struct{ ID, Lang, Text string }
		if err := json.Unmarshal(line, &in); err != nil {
			return err
		}
		if rules[in.Lang] == nil {
			tag, err := locale.Parse(in.Lang)
			if err != nil {
				return err
			}
			rules[in.Lang] = c.segmenter(tag)
		}
		item := Item{ID: in.ID, Sentences: [][2]int{}}
		bytes, points := 0, 0
		at := func(offset int) int {
			points += utf8.RuneCountInString(in.Text[bytes:offset])
			bytes = offset
			return points
		}
		for _, s := range rules[in.Lang].Split(in.Text) {
			item.Sentences = append(item.Sentences, [2]int{at(s.Start), at(s.End)})
		}
		return give(item)
	})
}

// Explain tells for each boundary and each refused candidate of a text which
// rule decided.
func (c Config) Explain(s string, source locale.Tag) []segment.Decision {
	if source.IsZero() {
		source = guessLocale(s)
	}
	return c.segmenter(source).Explain(s)
}
