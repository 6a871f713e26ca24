package segment

import (
	"bufio"
	"encoding/xml"
	"fmt"
	"io"
	"slices"
	"strings"

	"diglot/translate/locale"
)

// OwnSRX gives our own rules for some languages as SRX, for use in other
// tools; without languages, all that we have. Every rule is an ordinary rule of
// SRX. What SRX has no words for (brackets that hold a sentence together,
// lists that count) is named in an extension of the header, which other tools
// pass over; read back here, the file gives the same segments as For.
func OwnSRX(tags ...locale.Tag) *SRX {
	x := &SRX{Name: "diglot.srx", Version: "2.0", SegmentSubflows: true, Codes: CodeHandling{End: true}, own: map[string]ownSettings{}}
	var names []string
	for _, t := range tags {
		names = append(names, own.name(t))
	}
	if len(tags) == 0 {
		names = own.names()
	}
	slices.Sort(names)
	for _, name := range slices.Compact(names) {
		if name != "default" {
			x.addOwn(name, "(?i)"+name+"(?:[-_].*)?")
		}
	}
	x.addOwn("default", ".*")
	return x
}

func (x *SRX) addOwn(name, pattern string) {
	l := own.file(name)
	x.Languages = append(x.Languages, LanguageRules{name, l.expand(own.common())})
	x.Maps = append(x.Maps, LanguageMap{pattern, name})
	x.own[name] = l.ownSettings(own.common())
}

// WriteSRX writes a file of SRX 2.0. The same rules give the same bytes.
func WriteSRX(w io.Writer, x *SRX) error {
	b := &srxWriter{w: bufio.NewWriter(w)}
	b.line(`<?xml version="1.0" encoding="UTF-8"?>`)
	b.line(`<srx xmlns="http://www.lisa.org/srx20" xmlns:diglot="%s" version="2.0">`, ownNamespace)
	b.line(`<header segmentsubflows="%s" cascade="%s">`, yesNo(x.SegmentSubflows), yesNo(x.Cascade))
	b.line(`<formathandle type="start" include="%s"/>`, yesNo(x.Codes.Start))
	b.line(`<formathandle type="end" include="%s"/>`, yesNo(x.Codes.End))
	b.line(`<formathandle type="isolated" include="%s"/>`, yesNo(x.Codes.Isolated))
	for _, l := range x.Languages {
		if o, ok := x.own[l.Name]; ok {
			b.line(`<diglot:language rules="%s" end="%s" pairs="%s" even="%s" hold="%s"/>`, l.Name, o.end, o.pairs, o.even, o.hold)
		}
	}
	b.line(`</header>`)
	b.line(`<body>`)
	b.line(`<languagerules>`)
	for _, l := range x.Languages {
		b.line(`<languagerule languagerulename="%s">`, l.Name)
		for _, r := range l.Rules {
			b.rule(r)
		}
		b.line(`</languagerule>`)
	}
	b.line(`</languagerules>`)
	b.line(`<maprules>`)
	for _, m := range x.Maps {
		b.line(`<languagemap languagepattern="%s" languagerulename="%s"/>`, m.Pattern, m.Name)
	}
	b.line(`</maprules>`)
	b.line(`</body>`)
	b.line(`</srx>`)
	if b.err != nil {
		return fmt.Errorf("write %s: %w", x.Name, b.err)
	}
	return b.w.Flush()
}

type srxWriter struct {
	w   *bufio.Writer
	err error
}

// line writes a line of markup with escaped arguments.
func (b *srxWriter) line(format string, args ...string) {
	escaped := make([]any, len(args))
	for i, a := range args {
		escaped[i] = escapeXML(a)
	}
	if b.err == nil {
		_, b.err = fmt.Fprintf(b.w, format+"\n", escaped...)
	}
}

func (b *srxWriter) rule(r Rule) {
	if r.Why != "" {
		// Two hyphens would end the comment.
		b.line(`<!--%s-->`, strings.ReplaceAll(r.Why, "--", "- -"))
	}
	b.line(`<rule break="%s"><beforebreak>%s</beforebreak><afterbreak>%s</afterbreak></rule>`, yesNo(r.Break), r.Before, r.After)
}

func yesNo(b bool) string {
	if b {
		return "yes"
	}
	return "no"
}

func escapeXML(s string) string {
	var b strings.Builder
	// A strings.Builder never fails.
	_ = xml.EscapeText(&b, []byte(s))
	return b.String()
}
