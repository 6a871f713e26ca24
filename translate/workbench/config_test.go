package workbench

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"diglot/translate/locale"
)

func writeConfig(t *testing.T, text string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), ConfigFile)
	if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
	return path
}

func TestConfigFaults(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"source: ar\ntarget: [en]\n", "config-key-near key=target near=targets"},
		{"source: ar\nxyzzy_quux: 1\n", "config-key key=xyzzy_quux known=author, checks.dictionaries"},
		{"source: arabic!\n", "config-value key=source"},
		{"source: ar\ntargets: [en, en-u-nu-latn]\n", "it is there twice"},
		{"source: ar\nmissing: perhaps\n", "use source, omit or fail"},
		{"source: ar\noutput: out/{name}\n", "would overwrite each other"},
		{"source: ar\nmatch: {min: 20}\n", "use 50 to 100"},
		{"source: ar\ntext: {paragraph: page}\n", "use line or blank"},
		{"source: [ar\n", "config-unreadable"},
	} {
		_, err := readConfig(writeConfig(t, c.text), nil)
		if err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%q: got %v, want %q in it", c.text, err, c.want)
		}
	}
}

func TestConfigOrder(t *testing.T) {
	path := writeConfig(t, "source: ar\ntargets: [en, fr]\nauthor: file\nmatch: {min: 60}\n")
	t.Setenv("DIGLOT_AUTHOR", "environment")
	t.Setenv("DIGLOT_TARGETS", "es,de")
	c, err := readConfig(path, map[string]any{"match.min": 90})
	if err != nil {
		t.Fatal(err)
	}
	got := []any{c.Author, tagList(c.Targets), c.MinMatch, c.Missing}
	if diff := cmp.Diff([]any{"environment", "es, de", 90, MissingSource}, got); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
}

// TestSampleConfig reads the sample project's settings, in which every key
// stands with its default, and what init writes.
func TestSampleConfig(t *testing.T) {
	sample, err := os.ReadFile("../../config.yaml")
	if err != nil {
		t.Fatal(err)
	}
	ar, en := locale.MustParse("ar"), locale.MustParse("en")
	byDefault, err := readConfig(writeConfig(t, "source: ar\ntargets: [en, fr, es]\n"), nil)
	if err != nil {
		t.Fatal(err)
	}
	documented, err := readConfig(writeConfig(t, string(sample)), nil)
	if err != nil {
		t.Fatal(err)
	}
	compare := cmp.Options{cmp.Comparer(func(a, b locale.Tag) bool { return a == b }), cmp.AllowUnexported(Config{}, segmentation{}), cmpopts.EquateEmpty()}
	if diff := cmp.Diff(byDefault, documented, compare); diff != "" {
		t.Errorf("config.yaml does not show the defaults (-default +file):\n%s", diff)
	}
	for _, key := range sortedKeys(configKeys) {
		if last := key[strings.LastIndex(key, ".")+1:]; !strings.Contains(string(sample), last+":") {
			t.Errorf("config.yaml does not show %s", key)
		}
	}
	uncommented := strings.ReplaceAll(newConfigFile(ar, []locale.Tag{en}), "\n# ", "\n")
	uncommented = strings.Replace(uncommented, "variables (", "# variables (", 1)
	if _, err := readConfig(writeConfig(t, uncommented), nil); err != nil {
		t.Errorf("a key that init writes as a remark is wrong: %v", err)
	}
}

func TestSpliceTargets(t *testing.T) {
	de := []locale.Tag{locale.MustParse("de"), locale.MustParse("ar-u-nu-latn")}
	for _, c := range []struct{ text, want string }{
		{"source: ar\ntargets: [en]  # ours\nauthor: x\n", "source: ar\ntargets: [de, ar-u-nu-latn]  # ours\nauthor: x\n"},
		{"targets:\n  - en\n  - fr # soon\nsource: ar\n", "targets: [de, ar-u-nu-latn]\nsource: ar\n"},
		{"source: ar\r\ntargets: [en,\r\n  fr]\r\n", "source: ar\r\ntargets: [de, ar-u-nu-latn]\r\n"},
		{"source: ar", "source: ar\ntargets: [de, ar-u-nu-latn]\n"},
		{"targets: en # one\n", "targets: [de, ar-u-nu-latn] # one\n"},
		{"targets:\nsource: ar\n", "targets: [de, ar-u-nu-latn]\nsource: ar\n"},
	} {
		got, err := spliceTargets([]byte(c.text), de)
		if err != nil {
			t.Fatalf("%q: %v", c.text, err)
		}
		if diff := cmp.Diff(c.want, string(got)); diff != "" {
			t.Errorf("%q (-want +got):\n%s", c.text, diff)
		}
	}
}
