package translate

import (
	"fmt"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
)

// floors gives each room its floor; a room may import rooms of lower floors. On
// the ground floor the order is the one in which the nouns build on each other.
var floors = map[string]int{
	"translate/locale": 0, "translate/text": 1, "translate/unit": 2,
	"translate/format": 10, "translate/segment": 10, "translate/memory": 10, "translate/glossary": 10,
	"translate/check": 10, "translate/align": 10, "translate/machine": 10,
	"translate/store":     20,
	"translate/workbench": 30,
	"locales":             40, "seeds": 40,
	"translate": 50, "web": 50, "cmd": 50,
}

// room names the room that a package of the module is in.
func room(pkg string) string {
	parts := strings.Split(pkg, "/")
	if parts[0] == "translate" && len(parts) > 1 {
		return "translate/" + parts[1]
	}
	return parts[0]
}

// wrongArrow says why one package may not import another, or gives "".
func wrongArrow(from, to string) string {
	a, b := room(from), room(to)
	high, ok := floors[a]
	if !ok {
		return fmt.Sprintf("%s is a room that the map does not have: ask the design first, then give it a floor", a)
	}
	low, ok := floors[b]
	switch {
	case !ok:
		return fmt.Sprintf("%s imports %s, a room that the map does not have", from, to)
	case a == "translate/format" && b == a && to != a && !strings.Contains(to, "/internal/") && to != from:
		return fmt.Sprintf("%s imports %s sideways: a format does not know another", from, to)
	case a == b:
		return ""
	case low == high:
		return fmt.Sprintf("%s imports %s sideways: both are on one floor; take its result, a noun of the ground floor, instead", from, to)
	case low > high && !(b == "locales" || b == "seeds"):
		return fmt.Sprintf("%s imports %s upward: the lower room must not know the higher one", from, to)
	case (b == "locales" || b == "seeds") && a != "cmd" && a != "web":
		return fmt.Sprintf("%s imports %s: only the faces speak and show samples", from, to)
	}
	return ""
}

func TestImportsGoDown(t *testing.T) {
	looked := 0
	root := ".."
	err := filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if d.IsDir() && path != root && (strings.HasPrefix(d.Name(), ".") || d.Name() == "testdata") {
			return filepath.SkipDir
		}
		if !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") {
			return nil
		}
		pkg, _ := filepath.Rel(root, filepath.Dir(path))
		file, err := parser.ParseFile(token.NewFileSet(), path, nil, parser.ImportsOnly)
		if err != nil {
			return err
		}
		for _, spec := range file.Imports {
			name, _ := strconv.Unquote(spec.Path.Value)
			if name == "github.com/spf13/viper" && path != filepath.Join(root, "translate", "workbench", "config.go") {
				t.Errorf("%s imports viper; settings are read in workbench/config.go only", path)
			}
			to, ours := strings.CutPrefix(name, "diglot/")
			if !ours {
				continue
			}
			looked++
			if why := wrongArrow(filepath.ToSlash(pkg), to); why != "" {
				t.Errorf("%s: %s", path, why)
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if looked < 50 {
		t.Fatalf("only %d imports were looked at; is this the root of the module?", looked)
	}
}

func TestWrongArrowsAreNamed(t *testing.T) {
	for _, c := range []struct {
		from, to string
		wrong    bool
	}{
		{"translate/memory", "translate/unit", false},
		{"translate/format/html", "translate/format", false},
		{"translate/format/html", "translate/format/markdown", true},
		{"translate/format/html", "translate/format/internal/xmlspan", false},
		{"translate/memory/bench", "translate/memory/index", false},
		{"translate/check", "translate/glossary", true},
		{"translate/store", "translate/memory", false},
		{"translate/memory", "translate/store", true},
		{"translate/store/sqlite", "translate/workbench", true},
		{"cmd/diglot", "translate/workbench", false},
		{"translate/workbench", "locales", true},
		{"translate/util", "translate/unit", true},
		{"translate/locale", "translate/text", true},
	} {
		if got := wrongArrow(c.from, c.to); (got != "") != c.wrong {
			t.Errorf("%s to %s: wrong = %v, got %q", c.from, c.to, c.wrong, got)
		}
	}
}

// TestTopLevel holds the top level to what the design fixes.
func TestTopLevel(t *testing.T) {
	allowed := map[string]bool{"cmd": true, "locales": true, "translate": true, "seeds": true, "config.yaml": true,
		"go.mod": true, "go.sum": true, "README.md": true, "LICENSE": true, "SECURITY.md": true, "docs": true,
		".ci": true, ".git": true, ".gitignore": true, ".gitattributes": true}
	entries, err := os.ReadDir("..")
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		if !allowed[e.Name()] {
			t.Errorf("%s stands at the top level, which is fixed", e.Name())
		}
	}
}

// TestDependenciesHaveReasons holds docs/dependencies.md against go.mod.
func TestDependenciesHaveReasons(t *testing.T) {
	mod, err := os.ReadFile("../go.mod")
	if err != nil {
		t.Fatal(err)
	}
	reasons, err := os.ReadFile("../docs/dependencies.md")
	if err != nil {
		t.Fatal(err)
	}
	direct := 0
	for line := range strings.Lines(string(mod)) {
		fields := strings.Fields(line)
		if len(fields) != 2 || !strings.HasPrefix(fields[1], "v") {
			continue // indirect ones have a remark
		}
		direct++
		if !strings.Contains(string(reasons), "`"+fields[0]+"`") {
			t.Errorf("docs/dependencies.md gives no reason for %s", fields[0])
		}
	}
	if direct < 10 {
		t.Fatalf("only %d direct dependencies were found in go.mod", direct)
	}
}
