package check

import (
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"testing"

	"github.com/pelletier/go-toml/v2"
)

// Every message that a check can report stands in both catalogs, and no other.
func TestCatalog(t *testing.T) {
	want := reported(t)
	for _, info := range All() {
		want[info.Reason] = true
	}
	for _, lang := range []string{"en", "ar"} {
		path := filepath.Join("..", "..", "locales", "check."+lang+".toml")
		b, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		var messages map[string]map[string]string
		if err := toml.Unmarshal(b, &messages); err != nil {
			t.Fatalf("%s: %v", path, err)
		}
		for id := range want {
			if messages[id]["other"] == "" {
				t.Errorf("%s: no message %s", path, id)
			}
		}
		for id := range messages {
			if !want[id] {
				t.Errorf("%s: no check reports %s", path, id)
			}
		}
	}
}

var reportCall = regexp.MustCompile(`\b(?:report|reportAs|steer|edge|space|compareCalendar)\((?:[\w.]+(?:\([^()]*\))?, )?"(\w+)"|key(?:, from, to)? = "(\w+)"|\bdiffer\(.*"(\w+)"\)|Key: "(\w+)"`)

// reported reads the keys out of the sources of the checks. A file has the keys of
// the check that it declares; those of its helpers are listed here.
func reported(t *testing.T) map[string]bool {
	t.Helper()
	keys := map[string]bool{
		"check.length.huge":                 true, // of check.go
		"check.whitespace.leading_missing":  true, // made of two parts
		"check.whitespace.trailing_missing": true,
		"check.corrupted.character":         true, // of a helper
		"check.placeholders.missing":        true, // of opaque_compare.go
		"check.placeholders.form":           true, // of icu.go
		"check.placeholders.order":          true,
		"check.placeholders.added":          true,
		"check.url.missing":                 true,
		"check.url.added":                   true,
		"check.email.missing":               true,
		"check.email.added":                 true,
	}
	files, err := filepath.Glob("*.go")
	if err != nil {
		t.Fatal(err)
	}
	names := regexp.MustCompile(`Name: +"(\w+)"`)
	for _, file := range files {
		b, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		name := names.FindSubmatch(b)
		if name == nil || slices.Contains([]string{"check.go", "cases_test.go"}, file) {
			continue
		}
		for _, m := range reportCall.FindAllSubmatch(b, -1) {
			for _, key := range m[1:] {
				if len(key) > 0 {
					keys["check."+string(name[1])+"."+string(key)] = true
				}
			}
		}
	}
	return keys
}
