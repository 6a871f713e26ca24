package main

import (
	"go/ast"
	"go/parser"
	"go/token"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"diglot/locales"
	"diglot/translate/check"
	"diglot/translate/memory"
	"diglot/translate/workbench"
)

// calls says for functions that name a message which one an argument stands
// for; %s is the argument.
var calls = map[string]struct {
	arg int
	ids []string
}{
	"say": {0, []string{"%s"}}, "note": {0, []string{"%s"}}, "count": {0, []string{"%s"}},
	"Say": {0, []string{"%s"}}, "Count": {0, []string{"%s"}},
	"flag": {0, []string{"flag.%s"}}, "usage": {0, []string{"usage.%s"}}, "fault": {0, []string{"error.%s"}},
	"command": {1, []string{"cmd.%s.short", "cmd.%s.long"}}, "group": {1, []string{"cmd.%s.short", "cmd.%s.long"}},
}

// sources parses the packages whose words stand in the catalog.
func sources(t *testing.T, do func(file string, call *ast.CallExpr)) {
	t.Helper()
	var files []string
	for _, dir := range []string{".", "../../translate/workbench"} {
		found, err := filepath.Glob(filepath.Join(dir, "*.go"))
		if err != nil {
			t.Fatal(err)
		}
		files = append(files, found...)
	}
	for _, file := range files {
		if strings.HasSuffix(file, "_test.go") {
			continue
		}
		parsed, err := parser.ParseFile(token.NewFileSet(), file, nil, 0)
		if err != nil {
			t.Fatal(err)
		}
		ast.Inspect(parsed, func(n ast.Node) bool {
			if call, ok := n.(*ast.CallExpr); ok {
				do(file, call)
			}
			return true
		})
	}
}

func name(call *ast.CallExpr) string {
	switch f := call.Fun.(type) {
	case *ast.Ident:
		return f.Name
	case *ast.SelectorExpr:
		return f.Sel.Name
	}
	return ""
}

func literal(e ast.Expr) (string, bool) {
	lit, ok := e.(*ast.BasicLit)
	if !ok || lit.Kind != token.STRING {
		return "", false
	}
	s, err := strconv.Unquote(lit.Value)
	return s, err == nil
}

// TestEveryMessageIsThere finds calls that name a message which no catalog has.
func TestEveryMessageIsThere(t *testing.T) {
	catalog, err := locales.New("en")
	if err != nil {
		t.Fatal(err)
	}
	looked := 0
	want := func(where, id string) {
		looked++
		if !catalog.Has(id) {
			t.Errorf("%s: the message %q is not in the catalogs", where, id)
		}
	}
	sources(t, func(file string, call *ast.CallExpr) {
		if name(call) == "heads" {
			for _, arg := range call.Args {
				if s, ok := literal(arg); ok {
					want(file, "head."+s)
				}
			}
		}
		rule, ok := calls[name(call)]
		if !ok || len(call.Args) <= rule.arg {
			return
		}
		s, ok := literal(call.Args[rule.arg])
		if !ok {
			return
		}
		for _, id := range rule.ids {
			want(file, strings.ReplaceAll(id, "%s", s))
		}
	})
	for _, info := range check.All() {
		want("check", info.Reason)
	}
	for _, key := range []string{"reason", "initial", "draft", "translated", "reviewed", "stale"} {
		want("workbench", "check."+workbench.StateCheck+"."+key)
	}
	for reason := range memory.DefaultPenalties() {
		want("memory", "penalty."+reason)
	}
	if looked < 200 {
		t.Fatalf("only %d messages were looked for", looked)
	}
}

var letters = regexp.MustCompile(`\p{L}{2,}`)

// TestNothingIsPrintedPastTheCatalog finds words in strings that are printed
// directly.
func TestNothingIsPrintedPastTheCatalog(t *testing.T) {
	printers := map[string]bool{"Fprint": true, "Fprintf": true, "Fprintln": true, "Print": true, "Printf": true, "Println": true,
		"WriteString": true, "print": true, "note": true, "say": true, "count": true}
	looked := 0
	sources(t, func(file string, call *ast.CallExpr) {
		if !printers[name(call)] || strings.Contains(file, "workbench") {
			return
		}
		looked++
		for i, arg := range call.Args {
			ast.Inspect(arg, func(n ast.Node) bool {
				if inner, ok := n.(*ast.CallExpr); ok && inner != call {
					return false // its own words are looked at where it is met itself
				}
				if pair, ok := n.(*ast.KeyValueExpr); ok {
					_, words := literal(pair.Value)
					if words {
						t.Errorf("%s: a message is filled with words of the program text", file)
					}
					return false
				}
				lit, ok := n.(*ast.BasicLit)
				if !ok || lit.Kind != token.STRING {
					return true
				}
				isID := i == 0 && (name(call) == "say" || name(call) == "note" || name(call) == "count")
				if s, _ := strconv.Unquote(lit.Value); !isID && letters.MatchString(s) && !strings.HasPrefix(s, "\x1b") {
					t.Errorf("%s: %q is printed past the catalog", file, s)
				}
				return true
			})
		}
	})
	if looked < 20 {
		t.Fatalf("only %d printing calls were looked at", looked)
	}
}
