package markdown

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"diglot/translate/format"
	"diglot/translate/format/formattest"
	"diglot/translate/locale"
	"diglot/translate/unit"

	"github.com/yuin/goldmark/text"
)

// corpusText gives the text of the corpus, without front matter, several times.
func corpusText(b *testing.B) string {
	dir := formattest.CorpusDir(b, "formats", "markdown", "valid", "dev")
	paths, err := filepath.Glob(filepath.Join(dir, "*.md"))
	if err != nil || len(paths) == 0 {
		b.Fatalf("no files in %s: %v", dir, err)
	}
	var all strings.Builder
	for _, path := range paths {
		src, err := os.ReadFile(path)
		if err != nil {
			b.Fatal(err)
		}
		body := string(src)
		if _, end := fenced(body, "---", "..."); end > 0 {
			body = body[end:]
		}
		all.WriteString(body + "\n\n")
	}
	return strings.Repeat(all.String(), 4)
}

// BenchmarkRead prints, besides MB/s, how many times as long reading takes as
// goldmark takes for its tree.
func BenchmarkRead(b *testing.B) {
	body := corpusText(b)
	source := []byte(body)
	b.SetBytes(int64(len(body)))
	b.ReportAllocs()
	var peer time.Duration
	for range b.N {
		b.StopTimer()
		start := time.Now()
		oracle.Parser().Parse(text.NewReader(source))
		peer += time.Since(start)
		b.StartTimer()
		if _, err := (Format{}).Read(body, format.Settings{}); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric(float64(b.Elapsed())/float64(peer), "×goldmark")
}

// BenchmarkWrite replaces the letters of every block, and reads back what came of it.
func BenchmarkWrite(b *testing.B) {
	body := corpusText(b)
	d, err := format.Read("corpus.md", []byte(body), format.Settings{}, []format.Format{Format{}})
	if err != nil {
		b.Fatal(err)
	}
	pieces := map[int][]format.Piece{}
	for i := range d.Blocks {
		source := d.Blocks[i].Text
		fresh := source.Append(unit.Plain("!"))
		pieces[i] = []format.Piece{{Part: unit.Part{End: source.End()}, New: &fresh}}
	}
	b.SetBytes(int64(len(body)))
	b.ReportAllocs()
	for b.Loop() {
		if _, err := d.Write(pieces, locale.Tag{}, ""); err != nil {
			b.Fatal(err)
		}
	}
}
