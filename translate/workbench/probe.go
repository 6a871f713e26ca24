package workbench

import (
	"bytes"
	"unicode"

	"diglot/translate/format"
	"diglot/translate/locale"
	"diglot/translate/text"
)

// Probed tells what a file is and whether it comes back as it went in.
type Probed struct {
	File      string `json:"file"`
	Format    string `json:"format"`
	Charset   string `json:"charset"`
	Blocks    int    `json:"blocks"`
	Segments  int    `json:"segments"`
	Words     int    `json:"words"`
	Codes     int    `json:"codes"`
	Identical bool   `json:"identical"` // an untouched write gives the same bytes
	Error     string `json:"error"`     // Err in words; "" where there is none
	Err       error  `json:"-"`         // why it cannot be read, with line and column
}

// Probe reads a file as an import would, cuts it into segments, writes it again
// with every segment and every gap spliced back from its span, and compares. With
// strict set the rules of the format's standard count too.
func (c Config) Probe(file string, source locale.Tag, strict bool) Probed {
	r := Probed{File: file}
	doc, err := c.probe(file, source, &r)
	if err == nil && strict {
		err = validate(doc)
	}
	if err != nil {
		r.Err, r.Error = err, err.Error()
		return r
	}
	r.Format, r.Charset, r.Blocks = doc.Format.Name(), doc.Charset.String(), len(doc.Blocks)
	return r
}

// validate gives the first fault that the format's own standard finds.
func validate(doc *format.Document) error {
	v, ok := doc.Format.(format.Validator)
	if !ok {
		return nil
	}
	for _, fault := range v.Validate(doc.Body) {
		fault.Name = doc.Name
		return fault
	}
	return nil
}

func (c Config) probe(file string, source locale.Tag, r *Probed) (*format.Document, error) {
	src, err := readFile(file)
	if err != nil {
		return nil, err
	}
	if source.IsZero() {
		if _, source, _ = splitName(file); source.IsZero() {
			source = c.Source
		}
	}
	doc, err := format.Read(file, src, c.settings(source), Formats())
	if err != nil {
		return nil, err
	}
	if source.IsZero() {
		source = guessLocale(doc.Body)
	}
	pieces := map[int][]format.Piece{}
	for _, u := range splitDocument(doc, c.segmenter(source), nil) {
		r.Segments++
		r.Words += text.CountWords(u.Source.Content, source)
		pieces[u.Place.Block] = append(pieces[u.Place.Block], format.Piece{Part: u.Place.Part})
	}
	for b := range doc.Blocks {
		r.Codes += len(doc.Blocks[b].Text.Codes)
		if len(pieces[b]) > 0 {
			pieces[b] = withGaps(&doc.Blocks[b], pieces[b], source, locale.Tag{})
		}
	}
	written, err := doc.Write(pieces, locale.Tag{}, "")
	if err != nil {
		return nil, err
	}
	r.Identical = bytes.Equal(written, src)
	return doc, nil
}

// guessLocale names a language that is written in the script of most of a text's
// letters. It only chooses rules for segments where nobody told the language.
func guessLocale(body string) locale.Tag {
	scripts := []struct {
		table *unicode.RangeTable
		tag   string
	}{
		{unicode.Latin, "en"}, {unicode.Arabic, "ar"}, {unicode.Cyrillic, "ru"}, {unicode.Hiragana, "ja"},
		{unicode.Katakana, "ja"}, {unicode.Han, "zh"}, {unicode.Hangul, "ko"}, {unicode.Hebrew, "he"},
		{unicode.Greek, "el"}, {unicode.Devanagari, "hi"}, {unicode.Thai, "th"}, {unicode.Armenian, "hy"},
	}
	count := map[string]int{}
	for i, r := range body {
		if i > 1<<16 {
			break
		}
		for _, s := range scripts {
			if unicode.Is(s.table, r) {
				count[s.tag]++
				break
			}
		}
	}
	best := "en"
	for _, s := range scripts {
		if count[s.tag] > count[best] {
			best = s.tag
		}
	}
	return locale.MustParse(best)
}
