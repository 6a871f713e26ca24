package memory

import (
	"fmt"
	"strconv"
	"strings"
	"time"

	"diglot/translate/locale"
	"diglot/translate/unit"
)

// fromSource makes the unit's entries from its source language to every other.
func (u *tmxUnit) fromSource() ([]Entry, error) {
	if len(u.variants) == 0 {
		return nil, fmt.Errorf("a unit without a tuv")
	}
	source := u.source()
	if source < 0 {
		return nil, fmt.Errorf("the unit has no text in its source language %s", u.sourceLanguage())
	}
	var entries []Entry
	for i := range u.variants {
		if i != source {
			entries = append(entries, u.entry(&u.variants[source], &u.variants[i]))
		}
	}
	if len(entries) == 0 {
		return nil, fmt.Errorf("the unit has a text in one language only")
	}
	return entries, nil
}

// between gives a function that makes the unit's entries from one language to
// another, whatever the file takes for the source.
func between(source, target locale.Tag) func(*tmxUnit) ([]Entry, error) {
	return func(u *tmxUnit) ([]Entry, error) {
		var entries []Entry
		for i := range u.variants {
			for j := range u.variants {
				a, b := &u.variants[i], &u.variants[j]
				if i != j && a.locale != b.locale && serves(source, a.locale) && serves(target, b.locale) {
					entries = append(entries, u.entry(a, b))
				}
			}
		}
		return entries, nil
	}
}

func (u *tmxUnit) sourceLanguage() string {
	if s := u.attr("srclang"); s != "" {
		return s
	}
	return u.header.attr("srclang")
}

// source finds the variant in the source language, -1 where there is none.
func (u *tmxUnit) source() int {
	language := u.sourceLanguage()
	if language == "" || language == "*all*" {
		return 0
	}
	tag, err := u.parse(language)
	if err != nil {
		return 0
	}
	near := -1
	for i, v := range u.variants {
		if v.locale == tag {
			return i
		}
		if near < 0 && serves(tag, v.locale) {
			near = i
		}
	}
	return near
}

// entry makes one entry of two variants.
func (u *tmxUnit) entry(source, target *tmxVariant) Entry {
	e := Entry{SourceLocale: source.locale, TargetLocale: target.locale}
	ids := target.seg.idsIn(&source.seg)
	e.Source, e.Target = source.seg.text(nil), target.seg.text(ids)
	p := properties{}
	p.addAll("", &u.tmxInfo)
	if language, ok := p["@srclang"]; ok {
		if tag, err := u.parse(language); err == nil && tag == source.locale {
			delete(p, "@srclang") // says nothing more
		}
	}
	p.addAll(sourcePrefix, &source.tmxInfo)
	p.addAll(targetPrefix, &target.tmxInfo)
	p.addCodes(sourcePrefix, &source.seg, e.Source)
	p.addCodes(targetPrefix, &target.seg, e.Target)
	e.Origin = p.pop("x-origin")
	e.Previous, e.Next = p.pop(contextBefore), p.pop(contextAfter)
	if state, err := unit.ParseState(p.pop("x-state")); err == nil {
		e.State = state
	}
	e.Author = authorIn(p)
	if len(p) > 0 {
		e.Properties = p
	}
	return e
}

// The names under which Properties keep what a TMX unit says: "client" is a prop
// of the tu, "@usagecount" an attribute of it, "note" a note; the same of the two tuv
// stands behind a prefix, and "source/code/0" is the first inline element of the
// source where it says more than its text. A name that comes again gets "#2", "#3" ….
const (
	sourcePrefix  = "source/"
	targetPrefix  = "target/"
	contextBefore = "x-context-pre"
	contextAfter  = "x-context-post"
)

type properties map[string]string

func (p properties) add(name, value string) {
	if value == "" {
		return
	}
	key := name
	for n := 2; ; n++ {
		if _, taken := p[key]; !taken {
			p[key] = value
			return
		}
		key = name + "#" + strconv.Itoa(n)
	}
}

func (p properties) addAll(prefix string, info *tmxInfo) {
	for _, a := range info.attrs {
		if a.name != "xml:lang" && a.name != "lang" {
			p.add(prefix+"@"+a.name, a.value)
		}
	}
	for _, prop := range info.props {
		p.add(prefix+prop.name, prop.value)
	}
}

func (p properties) addCodes(prefix string, seg *tmxSeg, t unit.Text) {
	for i, code := range seg.codes {
		if code.raw != standardCode(t, i) {
			p[prefix+"code/"+strconv.Itoa(i)] = code.raw
		}
	}
}

func (p properties) pop(name string) string {
	value := p[name]
	delete(p, name)
	return value
}

// authorIn finds who wrote the target last.
func authorIn(p map[string]string) string {
	for _, key := range []string{targetPrefix + "@changeid", targetPrefix + "@creationid", "@changeid", "@creationid"} {
		if p[key] != "" {
			return p[key]
		}
	}
	return ""
}

const tmxDate = "20060102T150405Z"

// readDates sets Modified from the newest kind of date that there is, and gives a
// date that is none.
func (e *Entry) readDates() (bad string) {
	for _, name := range []string{"@changedate", "@creationdate"} {
		for _, prefix := range []string{targetPrefix, "", sourcePrefix} {
			value := e.Properties[prefix+name]
			if value == "" {
				continue
			}
			date, err := time.Parse(tmxDate, strings.TrimSpace(value))
			if err != nil {
				bad = value
			} else if e.Modified.IsZero() && prefix != sourcePrefix {
				e.Modified = date
			}
		}
	}
	return bad
}
