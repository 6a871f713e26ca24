package formattest

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"diglot/translate/format"
	"diglot/translate/locale"
	"diglot/translate/unit"

	"github.com/google/go-cmp/cmp"
)

// Golden reads the sample files that pattern finds, and compares two things with
// files beside them: NAME.blocks says what was read, and ar.NAME is the file with
// the letters of each block in brackets, fitted to Arabic. update writes them anew.
func (l Laws) Golden(t *testing.T, pattern string, update bool) {
	t.Helper()
	paths, err := filepath.Glob(pattern)
	if err != nil {
		t.Fatal(err)
	}
	tried := 0
	for _, path := range paths {
		dir, name := filepath.Split(path)
		if strings.HasPrefix(name, "ar.") || strings.HasSuffix(name, ".blocks") {
			continue
		}
		tried++
		t.Run(name, func(t *testing.T) {
			d, err := l.Read(t, name, readFile(t, path))
			if err != nil {
				t.Fatal(err)
			}
			l.Untouched(t, d)
			compare(t, path+".blocks", []byte(Describe(d)), update)
			out, err := d.Write(bracketed(d), locale.MustParse("ar"), "")
			if err != nil {
				t.Fatal(err)
			}
			compare(t, filepath.Join(dir, "ar."+name), out, update)
		})
	}
	if tried == 0 {
		t.Fatalf("no sample matches %s", pattern)
	}
}

func compare(t *testing.T, path string, got []byte, update bool) {
	t.Helper()
	if update {
		if err := os.WriteFile(path, got, 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	if diff := cmp.Diff(string(readFile(t, path)), string(got)); diff != "" {
		t.Errorf("%s (-update writes it anew):\n%s", path, diff)
	}
}

// bracketed puts brackets around the text of every block.
func bracketed(d *format.Document) map[int][]format.Piece {
	pieces := map[int][]format.Piece{}
	for i := range d.Blocks {
		source := d.Blocks[i].Text
		fresh := unit.Plain("[").Append(source).Append(unit.Plain("]"))
		pieces[i] = []format.Piece{{Part: unit.Part{End: source.End()}, New: &fresh}}
	}
	return pieces
}

// Describe writes down what was read: a line with the place, the kind and the
// text of each block, and a line for each of its codes.
func Describe(d *format.Document) string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s, %s, %d blocks\n", d.Format.Name(), d.Charset, len(d.Blocks))
	for i, block := range d.Blocks {
		line, column := d.Position(block.Span.Start)
		fmt.Fprintf(&b, "\n%d:%d %s", line, column, block.Kind)
		for _, field := range [][2]string{{"key", block.Key}, {"note", block.Note}, {"where", block.Where}} {
			if field[1] != "" {
				fmt.Fprintf(&b, " %s=%q", field[0], field[1])
			}
		}
		if block.Parent >= 0 {
			fmt.Fprintf(&b, " in=%d", block.Parent)
		}
		fmt.Fprintf(&b, " #%d\n  %s\n", i, block.Text.String())
		for _, c := range block.Text.Codes {
			fmt.Fprintf(&b, "    %s %q%s\n", c.Tag(), c.Original, permissions(c))
		}
		if s := block.Target; s != nil {
			fmt.Fprintf(&b, "  → %s\n    %s, %d matches\n", s.Text.String(), s.State, len(s.Matches))
		}
	}
	return b.String()
}

func permissions(c unit.Code) string {
	var b strings.Builder
	for _, p := range []struct {
		set  bool
		name string
	}{{c.Break, " break"}, {c.NoDelete, " no-delete"}, {c.NoCopy, " no-copy"}, {c.NoReorder, " no-reorder"}} {
		if p.set {
			b.WriteString(p.name)
		}
	}
	return b.String()
}
