package main

import (
	"encoding/xml"
	"fmt"
	"io"
	"net/url"
	"strings"

	"diglot/translate/unit"
)

// writeJUnit writes a report as the XML that test readers know: a suite per
// document and locale, a case per finding, and one that passes for what had none.
func (a *app) writeJUnit(r report) error {
	type failure struct {
		Message string `xml:"message,attr"`
		Type    string `xml:"type,attr"`
		Text    string `xml:",chardata"`
	}
	type testCase struct {
		Name    string   `xml:"name,attr"`
		Class   string   `xml:"classname,attr"`
		Failure *failure `xml:"failure,omitempty"`
		Out     string   `xml:"system-out,omitempty"`
	}
	type suite struct {
		Name     string     `xml:"name,attr"`
		Tests    int        `xml:"tests,attr"`
		Failures int        `xml:"failures,attr"`
		Cases    []testCase `xml:"testcase"`
	}
	type suites struct {
		XMLName  xml.Name `xml:"testsuites"`
		Name     string   `xml:"name,attr"`
		Tests    int      `xml:"tests,attr"`
		Failures int      `xml:"failures,attr"`
		Suites   []*suite `xml:"testsuite"`
	}
	all := suites{Name: "diglot check"}
	byName := map[string]*suite{}
	cases := map[string]int{} // readers take two cases of one name for one
	for _, row := range r.rows {
		name := row.Document + " " + row.Locale
		s := byName[name]
		if s == nil {
			s = &suite{Name: name}
			byName[name] = s
			all.Suites = append(all.Suites, s)
		}
		c := testCase{Name: row.Unit + " " + row.Check, Class: strings.ReplaceAll(name, " ", ".")}
		key := c.Class + "\x00" + c.Name
		if cases[key]++; cases[key] > 1 {
			c.Name += fmt.Sprintf(" %d", cases[key])
		}
		if row.Severity == unit.Info {
			c.Out = row.Message
		} else {
			c.Failure = &failure{row.Message, row.Severity.String(), row.Message}
			s.Failures++
			all.Failures++
		}
		s.Cases = append(s.Cases, c)
		s.Tests++
	}
	well := &suite{Name: "diglot", Tests: 1, Cases: []testCase{{Name: fmt.Sprintf("%d", r.Units), Class: "diglot.units"}}}
	if r.Units == 0 {
		well.Failures, all.Failures = 1, all.Failures+1
		nothing := a.words.Say("check.nothing", nil)
		well.Cases[0].Failure = &failure{nothing, "error", nothing}
	}
	all.Suites = append(all.Suites, well)
	for _, s := range all.Suites {
		all.Tests += s.Tests
	}
	if _, err := io.WriteString(a.out, xml.Header); err != nil {
		return err
	}
	e := xml.NewEncoder(a.out)
	e.Indent("", "  ")
	if err := e.Encode(all); err != nil {
		return err
	}
	_, err := io.WriteString(a.out, "\n")
	return err
}

// writeGitHub writes findings as workflow commands, which show beside the file.
func (a *app) writeGitHub(r report) {
	escape := strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A")
	property := strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A", ":", "%3A", ",", "%2C")
	for _, row := range r.rows {
		level := row.Severity.String()
		if row.Severity == unit.Info {
			level = "notice"
		}
		line := fmt.Sprintf("::%s file=%s,title=%s %s %s::%s", level, property.Replace(row.Document),
			property.Replace(row.Check), property.Replace(row.Unit), row.Locale, escape.Replace(row.Message))
		a.print(line)
	}
}

// uriPath gives a path as a relative URI: "./a:b.md", since a: would be a scheme.
func uriPath(path string) string { return (&url.URL{Path: path}).String() }
