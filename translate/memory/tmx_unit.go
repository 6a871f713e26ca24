package memory

import (
	"errors"
	"fmt"
	"io"
	"strings"
)

// unitReader reads one tu element.
type unitReader struct {
	*tmxReader
	unit     tmxUnit
	open     []string // names of the elements that are open below tu
	faulty   bool     // a mistake was told; the unit is only read to its end
	variant  *tmxVariant
	propName string
	text     strings.Builder // of the prop or note that is open
	seg      *segReader      // while a seg is open
}

// readUnit reads a unit up to its end tag. Without an error of the reader it
// gives the unit's entries, or has told why there are none.
func (t *tmxReader) readUnit(start xmlTag) ([]Entry, error) {
	u := &unitReader{tmxReader: t}
	u.unit = tmxUnit{tmxInfo: tmxInfo{attrs: start.attrs}, header: &t.header, parse: t.tag, line: start.line, column: start.column}
	for {
		tag, text, err := t.scan.next()
		var mistake *xmlError
		switch {
		case errors.As(err, &mistake):
			u.fail(mistake.line, mistake.column, mistake.message)
			continue
		case errors.Is(err, io.EOF):
			u.fail(start.line, start.column, "the file ends inside this unit")
			return nil, nil
		case err != nil:
			return nil, err
		case tag.name == "":
			u.takeText(text)
			continue
		case tag.name == "tu" && !tag.end:
			u.fail(start.line, start.column, "the unit has no end tag")
			t.pending = &tag
			return nil, nil
		case tag.name == "tu" || tag.end && (tag.name == "body" || tag.name == "tmx"):
			if len(u.open) > 0 {
				u.fail(tag.line, tag.column, fmt.Sprintf("</%s> where </%s> is missing", tag.name, u.open[len(u.open)-1]))
			}
			return u.finish(), nil
		case !u.faulty:
			u.takeTag(tag)
		}
	}
}

// fail tells the first mistake of the unit.
func (u *unitReader) fail(line, column int, message string) {
	if !u.faulty {
		u.complain(line, column, u.unit.attr("tuid"), message)
	}
	u.faulty = true
	u.seg = nil
}

func (u *unitReader) takeText(text string) {
	switch {
	case u.faulty:
	case u.seg != nil:
		if complaint := u.seg.takeText(text); complaint != "" {
			u.fail(u.scan.line, u.scan.column, complaint)
		}
	case u.propName != "":
		if u.text.WriteString(text); u.text.Len() > longestPiece {
			u.fail(u.scan.line, u.scan.column, tooLongMessage)
		}
	case strings.TrimSpace(text) != "":
		u.fail(u.scan.line, u.scan.column, "text outside of a seg, prop or note")
	}
}

var tooLongMessage = fmt.Sprintf("a text of more than %d MB; skipped", longestPiece>>20)

// takeTag takes a start or end tag below tu.
func (u *unitReader) takeTag(tag xmlTag) {
	if !tag.end {
		u.begin(tag)
		if !tag.empty {
			u.open = append(u.open, tag.name)
			return
		}
	} else {
		if len(u.open) == 0 || u.open[len(u.open)-1] != tag.name {
			u.fail(tag.line, tag.column, fmt.Sprintf("</%s> where no such element is open", tag.name))
			return
		}
		u.open = u.open[:len(u.open)-1]
	}
	if !u.faulty {
		u.end(tag)
	}
}

func (u *unitReader) begin(tag xmlTag) {
	switch {
	case u.seg != nil:
		if complaint := u.seg.begin(tag); complaint != "" {
			u.fail(tag.line, tag.column, complaint)
		}
	case tag.name == "tuv":
		u.beginVariant(tag)
	case tag.name == "seg" && u.variant != nil:
		if u.variant.segs++; u.variant.segs > 1 {
			u.fail(tag.line, tag.column, "a second seg in one tuv")
			return
		}
		u.seg = &segReader{}
	case tag.name == "prop":
		u.propName = tag.attr("type")
		if u.propName == "" {
			u.propName = "prop"
		}
	case tag.name == "note":
		u.propName = "note"
	}
}

func (u *unitReader) beginVariant(tag xmlTag) {
	if u.variant != nil {
		u.fail(tag.line, tag.column, "a tuv inside a tuv")
		return
	}
	language := tag.attr("xml:lang")
	if language == "" {
		language = tag.attr("lang") // TMX 1.1
	}
	parsed, err := u.tag(language)
	if err != nil {
		u.fail(tag.line, tag.column, err.Error())
		return
	}
	u.variant = &tmxVariant{tmxInfo: tmxInfo{attrs: tag.attrs}, locale: parsed}
}

func (u *unitReader) end(tag xmlTag) {
	switch {
	case u.seg != nil && tag.name == "seg":
		seg, complaint := u.seg.finish()
		if complaint != "" {
			u.fail(tag.line, tag.column, complaint)
			return
		}
		u.variant.seg, u.seg = seg, nil
	case u.seg != nil:
		u.seg.end(tag)
	case tag.name == "tuv":
		if u.variant.segs == 0 {
			u.fail(tag.line, tag.column, "a tuv without a seg")
			return
		}
		u.unit.variants = append(u.unit.variants, *u.variant)
		u.variant = nil
	case tag.name == "prop" || tag.name == "note":
		into := &u.unit.tmxInfo
		if u.variant != nil {
			into = &u.variant.tmxInfo
		}
		into.props = append(into.props, xmlAttr{u.propName, u.text.String()})
		u.propName = ""
		u.text.Reset()
	}
}

// finish gives the entries of a unit that was read to its end.
func (u *unitReader) finish() []Entry {
	if u.faulty {
		return nil
	}
	entries, err := u.pairs(&u.unit)
	if err != nil {
		u.fail(u.unit.line, u.unit.column, err.Error())
		return nil
	}
	for i := range entries {
		e := &entries[i]
		if e.Origin == "" {
			e.Origin = fmt.Sprintf("%s:%d", u.name, u.unit.line)
		}
		if bad := e.readDates(); bad != "" {
			u.complain(u.unit.line, u.unit.column, u.unit.attr("tuid"),
				fmt.Sprintf("%q is no date as TMX has them (20241205T093000Z); the unit is kept without it", bad))
		}
	}
	return entries
}
