package main

import (
	"encoding/xml"
	"fmt"
	"testing"

	"diglot/translate/workbench"
)

// junit is a report as a test reader takes it in: it shows the suites' counts and
// finds a case again in the next run by its class and name.
type junit struct {
	XMLName  xml.Name `xml:"testsuites"`
	Tests    *int     `xml:"tests,attr"`
	Failures *int     `xml:"failures,attr"`
	Suites   []struct {
		Name     string `xml:"name,attr"`
		Tests    *int   `xml:"tests,attr"`
		Failures *int   `xml:"failures,attr"`
		Cases    []struct {
			Name    string `xml:"name,attr"`
			Class   string `xml:"classname,attr"`
			Failure *struct {
				Message string `xml:"message,attr"`
				Type    string `xml:"type,attr"`
				Text    string `xml:",chardata"`
			} `xml:"failure"`
			Out string `xml:"system-out"`
		} `xml:"testcase"`
	} `xml:"testsuite"`
}

// TestJUnit reads a report back: the counts add up, every case has a name of its
// own, every finding is there, and the words survive.
func TestJUnit(t *testing.T) {
	for _, test := range []struct {
		name, lang       string
		checked          workbench.Checked
		failures, passes int
	}{
		{"findings", "en", hardFindings(), 5, 2}, // a remark passes, and so does the case for all units
		{"findings in Arabic", "ar", hardFindings(), 5, 2},
		{"nothing found", "en", workbench.Checked{Units: 7}, 0, 1},
		{"nothing checked", "en", workbench.Checked{}, 1, 0},
	} {
		t.Run(test.name, func(t *testing.T) {
			var got junit
			if err := xml.Unmarshal(written(t, "junit", test.lang, test.checked), &got); err != nil {
				t.Fatal(err)
			}
			tests, failures := countCases(t, got)
			if failures != test.failures || tests != test.failures+test.passes {
				t.Errorf("%d cases, of which %d failed; want %d and %d", tests, failures, test.failures+test.passes, test.failures)
			}
			if got.Tests == nil || got.Failures == nil || *got.Tests != tests || *got.Failures != failures {
				t.Error("the counts of the report are not those of its cases")
			}
		})
	}
}

// countCases counts the cases and the failures among them, suite by suite.
func countCases(t *testing.T, r junit) (tests, failures int) {
	t.Helper()
	names := map[string]bool{}
	for _, s := range r.Suites {
		failed := 0
		for _, c := range s.Cases {
			if key := c.Class + "\x00" + c.Name; c.Class == "" || c.Name == "" || names[key] {
				t.Errorf("suite %q: the case %q of %q has no name of its own", s.Name, c.Name, c.Class)
			} else {
				names[key] = true
			}
			if f := c.Failure; f != nil {
				failed++
				if f.Message == "" || f.Text == "" || f.Type != "error" && f.Type != "warning" {
					t.Errorf("case %q: the failure says too little: %+v", c.Name, *f)
				}
			}
		}
		if s.Name == "" || s.Tests == nil || s.Failures == nil || *s.Tests != len(s.Cases) || *s.Failures != failed {
			t.Errorf("the counts of suite %q are not those of its cases", s.Name)
		}
		tests, failures = tests+len(s.Cases), failures+failed
	}
	return tests, failures
}

// What no XML may hold does not break a report, and marks of XML come back as
// they were.
func TestJUnitWords(t *testing.T) {
	var got junit
	if err := xml.Unmarshal(written(t, "junit", "en", hardFindings()), &got); err != nil {
		t.Fatal(err)
	}
	want := "the number <30> & \"x\"\uFFFD is not in the translation"
	if s := got.Suites[0]; s.Name != "desk/حماة 1.md ar" || s.Cases[0].Failure.Message != want || s.Cases[0].Failure.Text != want {
		t.Errorf("got %s", fmt.Sprintf("%q: %+v", s.Name, s.Cases[0].Failure))
	}
}
