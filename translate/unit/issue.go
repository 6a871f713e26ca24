package unit

import "fmt"

// Severity is how bad an issue is.
type Severity uint8

// From a remark to what stops an export.
const (
	Info Severity = iota
	Warning
	Error
)

var severityNames = [...]string{"info", "warning", "error"}

// String gives the severity's name.
func (s Severity) String() string {
	if int(s) < len(severityNames) {
		return severityNames[s]
	}
	return fmt.Sprintf("severity(%d)", s)
}

// MarshalText lets a Severity stand in JSON.
func (s Severity) MarshalText() ([]byte, error) { return []byte(s.String()), nil }

// UnmarshalText reads a severity's name.
func (s *Severity) UnmarshalText(b []byte) error {
	for i, n := range severityNames {
		if n == string(b) {
			*s = Severity(i)
			return nil
		}
	}
	return fmt.Errorf("%q is no severity; use info, warning or error", b)
}

// Issue is one finding of a check in one unit and locale. What it says to a
// person is the message "check.CHECK.KEY" of the program's catalog, filled with
// Args and, where a number decides the wording, Count.
type Issue struct {
	Check    string // code of the check: "numbers", "tags", "terms" …
	Severity Severity
	Key      string            // which of the check's messages: "missing", "added" …
	Args     map[string]string // what the message speaks of
	Count    int               // for messages with plural forms
	Source   []Span            // bytes in the source's Content
	Target   []Span            // bytes in the target's Content
	Term     string            // id of the concept, for issues of terms
}
