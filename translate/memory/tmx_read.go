package memory

import (
	"errors"
	"fmt"
	"io"
	"iter"
	"strings"

	"diglot/translate/locale"
)

// ReadTMX reads the pairs of a TMX file, version 1.1 to 1.4b (LISA OSCAR, 2005),
// one after the other: it keeps no more than one unit in memory. Each unit gives
// an entry from its source language (srclang of the unit, else of the header, else
// its first language) to each of its other languages.
//
// A unit that cannot be read is told to problem with its place and skipped. The
// error that ends the sequence is that r is no TMX file, or one of r itself.
//
// Everything that a unit says besides its texts is in the entry's Properties, see
// [WriteTMX], which writes it back.
func ReadTMX(r io.Reader, name string, problem func(Problem)) iter.Seq2[Entry, error] {
	return readTMX(r, name, (*tmxUnit).fromSource, problem)
}

// tmxUnit is a tu element.
type tmxUnit struct {
	tmxInfo
	header       *tmxInfo
	parse        func(string) (locale.Tag, error)
	variants     []tmxVariant
	line, column int
}

// tmxVariant is a tuv element.
type tmxVariant struct {
	tmxInfo
	locale locale.Tag
	segs   int
	seg    tmxSeg
}

// tmxInfo is what a header, tu or tuv says besides texts.
type tmxInfo struct {
	attrs []xmlAttr
	props []xmlAttr // name and value; a note is named "note"
}

func (i *tmxInfo) attr(name string) string {
	for _, a := range i.attrs {
		if a.name == name {
			return a.value
		}
	}
	return ""
}

// tmxReader reads one file.
type tmxReader struct {
	scan    *xmlScanner
	name    string
	pairs   func(*tmxUnit) ([]Entry, error)
	problem func(Problem)
	header  tmxInfo
	locales map[string]locale.Tag
	pending *xmlTag // a start tag of tu that came where the unit before should have ended
}

func readTMX(r io.Reader, name string, pairs func(*tmxUnit) ([]Entry, error), problem func(Problem)) iter.Seq2[Entry, error] {
	return func(yield func(Entry, error) bool) {
		decoded, err := decodeXML(r)
		if err != nil {
			yield(Entry{}, fmt.Errorf("%s: %w", name, err))
			return
		}
		t := &tmxReader{scan: newXMLScanner(decoded), name: name, pairs: pairs, problem: problem,
			locales: map[string]locale.Tag{}}
		if err := t.readRoot(); err != nil {
			yield(Entry{}, err)
			return
		}
		if err := t.readUnits(yield); err != nil {
			yield(Entry{}, fmt.Errorf("%s:%d:%d: %w", name, t.scan.line, t.scan.column, err))
		}
	}
}

// readRoot reads to the tmx element and refuses what is something else.
func (t *tmxReader) readRoot() error {
	for {
		tag, text, err := t.scan.next()
		var mistake *xmlError
		switch {
		case errors.Is(err, io.EOF):
			return fmt.Errorf("%s: no TMX file: it has no tmx element", t.name)
		case errors.As(err, &mistake) || err == nil && tag.name == "" && strings.TrimSpace(text) != "":
			return fmt.Errorf("%s:%d:%d: no TMX file: it does not begin as XML", t.name, t.scan.line, t.scan.column)
		case err != nil:
			return fmt.Errorf("%s: %w", t.name, err)
		case tag.name == "tmx" && !tag.end:
			return nil
		case tag.name != "":
			return fmt.Errorf("%s:%d:%d: no TMX file: its first element is %s", t.name, tag.line, tag.column, tag.name)
		}
	}
}

// readUnits reads all after the tmx start tag. It returns errors of the reader only.
func (t *tmxReader) readUnits(yield func(Entry, error) bool) error {
	closed := false
	for {
		tag, err := t.nextTag()
		switch {
		case errors.Is(err, io.EOF):
			if !closed {
				t.complain(t.scan.line, t.scan.column, "", "the file ends before </tmx>; what was to follow is missing")
			}
			return nil
		case err != nil:
			return err
		case tag.name == "tmx" && tag.end:
			closed = true
		case tag.name == "header" && !tag.end:
			t.header.attrs = tag.attrs
		case tag.name == "tu" && !tag.end && !tag.empty:
			entries, err := t.readUnit(tag)
			if err != nil {
				return err
			}
			for _, e := range entries {
				if !yield(e, nil) {
					return nil
				}
			}
		}
	}
}

// nextTag gives the next tag between units. Mistakes are told and passed over.
func (t *tmxReader) nextTag() (xmlTag, error) {
	if t.pending != nil {
		tag := *t.pending
		t.pending = nil
		return tag, nil
	}
	for {
		tag, _, err := t.scan.next()
		var mistake *xmlError
		if errors.As(err, &mistake) {
			t.complain(mistake.line, mistake.column, "", mistake.message)
			continue
		}
		if err != nil || tag.name != "" {
			return tag, err
		}
	}
}

func (t *tmxReader) complain(line, column int, unit, message string) {
	t.problem(Problem{File: t.name, Line: line, Column: column, Unit: unit, Message: message})
}

// tag parses a language as TMX files write them.
func (t *tmxReader) tag(s string) (locale.Tag, error) {
	if tag, ok := t.locales[s]; ok {
		return tag, nil
	}
	tag, err := locale.Parse(s)
	if err == nil {
		t.locales[s] = tag
	}
	return tag, err
}
