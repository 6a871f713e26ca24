package formattest

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"diglot/translate/format"
	"diglot/translate/text"
)

// CorpusDir gives a folder of the corpora of real files. They lie outside of the
// repository, where DIGLOT_CORPORA says or in ../shared/corpora beside it; without
// them the test is skipped, or fails when CI is "true".
func CorpusDir(t testing.TB, path ...string) string {
	t.Helper()
	root := os.Getenv("DIGLOT_CORPORA")
	if root == "" {
		root = filepath.Join(repository(t), "..", "shared", "corpora")
	}
	dir := filepath.Join(append([]string{root}, path...)...)
	if _, err := os.Stat(dir); err != nil {
		if os.Getenv("CI") == "true" {
			t.Fatalf("the corpus %s is missing: %v", filepath.Join(path...), err)
		}
		t.Skipf("the corpus %s is missing (set DIGLOT_CORPORA): %v", filepath.Join(path...), err)
	}
	return dir
}

// repository finds the folder in which go.mod stands.
func repository(t testing.TB) string {
	t.Helper()
	dir, err := os.Getwd()
	if err != nil {
		t.Fatal(err)
	}
	for {
		if _, err := os.Stat(filepath.Join(dir, "go.mod")); err == nil {
			return dir
		}
		parent := filepath.Dir(dir)
		if parent == dir {
			t.Fatal("no go.mod above the test")
		}
		dir = parent
	}
}

// Corpus asks the laws of the real files of a format. Those in valid must be read
// and come back byte for byte, also as variants of them; those in invalid must be
// refused with line and column, or read and kept.
func (l Laws) Corpus(t *testing.T, name string) {
	dir := CorpusDir(t, "formats", name)
	valid := files(t, filepath.Join(dir, "valid", "dev"))
	if len(valid) == 0 {
		t.Fatalf("%s holds no valid files", dir)
	}
	blocks, changed, variants := 0, 0, 0
	for _, path := range valid {
		t.Run("valid/"+filepath.Base(path), func(t *testing.T) {
			src := readFile(t, path)
			d, err := l.Read(t, filepath.Base(path), src)
			if err != nil {
				t.Fatal(err)
			}
			l.Untouched(t, d)
			blocks += len(d.Blocks)
			changed += l.OneUnit(t, d, 20)
			for _, v := range Variants(t, d) {
				with := l
				with.Settings.Charset = v.Charset
				d, err := with.Read(t, filepath.Base(path)+" as "+v.Name, v.Bytes)
				if err != nil {
					t.Fatal(err)
				}
				with.Untouched(t, d)
				with.OneUnit(t, d, 3)
				variants++
			}
		})
	}
	invalid := filepath.Join(dir, "invalid", "dev")
	if _, err := os.Stat(invalid); os.IsNotExist(err) {
		invalid = "" // not every format has some
	}
	for _, path := range files(t, invalid) {
		t.Run("invalid/"+filepath.Base(path), func(t *testing.T) { l.invalid(t, path) })
	}
	t.Logf("%d files and %d variants: %d blocks, one word changed in %d", len(valid), variants, blocks, changed)
	if changed == 0 {
		t.Error("no block was found in any file: this proves nothing")
	}
}

func (l Laws) invalid(t *testing.T, path string) {
	d, err := l.Read(t, filepath.Base(path), readFile(t, path))
	if err == nil {
		l.Untouched(t, d)
		return
	}
	if _, ok := l.Format.(format.Container); ok {
		return // an archive has no lines
	}
	if placed, ok := err.(*format.Error); !ok || placed.Line == 0 {
		t.Errorf("refused without line and column: %v", err)
	}
}

// Variant is a file made from another one.
type Variant struct {
	Name    string
	Bytes   []byte
	Charset string // that the settings have to name, since the bytes do not say it
}

// Variants gives a document's file with other line ends, without the last one and
// in other charsets, windows-1256 where that has all its characters.
func Variants(t testing.TB, d *format.Document) []Variant {
	t.Helper()
	if _, ok := d.Format.(format.Container); ok {
		return nil // a body is not the file of an archive
	}
	unix := strings.NewReplacer("\r\n", "\n", "\r", "\n").Replace(d.Body)
	list := []Variant{
		{Name: "LF", Bytes: []byte(unix)},
		{Name: "CR", Bytes: []byte(strings.ReplaceAll(unix, "\n", "\r"))},
		{Name: "CRLF", Bytes: []byte(strings.ReplaceAll(unix, "\n", "\r\n"))},
		{Name: "mixed line ends", Bytes: []byte(mixed(unix))},
		{Name: "no last line end", Bytes: []byte(strings.TrimRight(unix, "\n"))},
		{Name: "UTF-8 with BOM", Bytes: encoded(t, d.Body, text.Charset{BOM: true})},
		{Name: "UTF-16LE", Bytes: encoded(t, d.Body, text.Charset{IANA: "UTF-16LE", BOM: true})},
		{Name: "UTF-16BE", Bytes: encoded(t, d.Body, text.Charset{IANA: "UTF-16BE", BOM: true})},
	}
	arabic := text.Charset{IANA: "windows-1256"}
	if b, err := text.Encode(d.Body, arabic); err == nil {
		list = append(list, Variant{Name: arabic.IANA, Bytes: b, Charset: arabic.IANA})
	}
	return list
}

// mixed gives the lines of s one after the other all three line ends.
func mixed(s string) string {
	var out strings.Builder
	for i, line := range strings.SplitAfter(s, "\n") {
		if before, ends := strings.CutSuffix(line, "\n"); ends {
			line = before + []string{"\n", "\r\n", "\r"}[i%3]
		}
		out.WriteString(line)
	}
	return out.String()
}

func encoded(t testing.TB, body string, c text.Charset) []byte {
	t.Helper()
	b, err := text.Encode(body, c)
	if err != nil {
		t.Fatal(err)
	}
	return b
}

func files(t testing.TB, dir string) []string {
	t.Helper()
	if dir == "" {
		return nil
	}
	entries, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	var list []string
	for _, e := range entries {
		if !e.IsDir() {
			list = append(list, filepath.Join(dir, e.Name()))
		}
	}
	return list
}

func readFile(t testing.TB, path string) []byte {
	t.Helper()
	b, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return b
}
