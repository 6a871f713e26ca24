package markdown

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"diglot/translate/format"
	"diglot/translate/format/formattest"
	"diglot/translate/locale"
	"diglot/translate/unit"

	"pgregory.net/rapid"
)

// TestCorpus asks the laws of real files, and of variants of them with other line
// ends and in other charsets.
func TestCorpus(t *testing.T) {
	dir := formattest.CorpusDir(t, "formats", "markdown", "valid", "dev")
	paths, err := filepath.Glob(filepath.Join(dir, "*"))
	if err != nil || len(paths) == 0 {
		t.Fatalf("no files in %s: %v", dir, err)
	}
	blocks, words := 0, 0
	for _, path := range paths {
		t.Run(filepath.Base(path), func(t *testing.T) {
			src, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			d, err := laws.Read(t, filepath.Base(path), src)
			if err != nil {
				t.Fatal(err)
			}
			laws.Untouched(t, d)
			blocks += len(d.Blocks)
			words += oneWord(t, d, 1)
			for _, v := range formattest.Variants(t, d) {
				with := laws
				with.Settings.Charset = v.Charset
				v, err := with.Read(t, v.Name, v.Bytes)
				if err != nil {
					t.Fatal(err)
				}
				with.Untouched(t, v)
				words += oneWord(t, v, len(v.Blocks)/3+1)
			}
		})
	}
	t.Logf("%d files: %d blocks, one word changed in %d", len(paths), blocks, words)
	if words == 0 {
		t.Error("no word was changed in any file: this proves nothing")
	}
}

// oneWord puts letters before a word of every step-th block, one after the other,
// and looks that nothing else changes. It leaves out the words of links that find
// their target by them: such a link is written as a whole.
func oneWord(t *testing.T, d *format.Document, step int) (tried int) {
	for i := 0; i < len(d.Blocks); i += step {
		b := &d.Blocks[i]
		word := firstWord(b)
		if word.Len() == 0 || inSelfLink(b, word) {
			continue
		}
		part := b.Text.Cut([]unit.Span{word})[0]
		fresh := unit.Plain("neu").Append(b.Text.Slice(part.Start, part.End))
		out, err := d.Write(map[int][]format.Piece{i: {{Part: part, New: &fresh}}}, locale.Tag{}, "")
		if err != nil {
			t.Fatalf("%s: one word in block %d (%s): %v", d.Name, i, b.Text, err)
		}
		from, _ := b.BodyAt(part.Start)
		changed, err := laws.Read(t, d.Name, out)
		if err != nil {
			t.Fatal(err)
		}
		if before := d.Body[:from]; changed.Body[:from] != before || len(changed.Body)-len(d.Body) < len("neu") {
			t.Fatalf("%s: one word in block %d changed what stands before it", d.Name, i)
		}
		if len(changed.Body)-len(d.Body) == len("neu") {
			if end, _ := b.BodyAt(part.End); changed.Body[end+len("neu"):] != d.Body[end:] {
				t.Fatalf("%s: one word in block %d changed what stands behind it", d.Name, i)
			}
		}
		tried++
	}
	return tried
}

// firstWord gives the first stretch of a block's text without spaces.
func firstWord(b *format.Block) (s unit.Span) {
	text := b.Text.Content
	for s.Start < len(text) && text[s.Start] <= ' ' {
		s.Start++
	}
	for s.End = s.Start; s.End < len(text) && text[s.End] > ' '; {
		s.End++
	}
	return s
}

func inSelfLink(b *format.Block, s unit.Span) bool {
	for _, l := range selfLinks(b) {
		for _, c := range b.Text.Codes {
			if c.ID == l.id && c.Kind == unit.Open && s.End > c.Offset && s.Start <= c.Offset+len(l.words.Content) && s.Len() < len(l.words.Content) {
				return true
			}
		}
	}
	return false
}

// TestCorpusReadBack puts random texts into the blocks of real files.
func TestCorpusReadBack(t *testing.T) {
	dir := formattest.CorpusDir(t, "formats", "markdown", "valid", "dev")
	paths, err := filepath.Glob(filepath.Join(dir, "*"))
	if err != nil || len(paths) == 0 {
		t.Fatalf("no files in %s: %v", dir, err)
	}
	var sources []string
	for _, path := range paths {
		src, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		body := strings.TrimPrefix(string(src), "\ufeff")
		if _, end := fenced(body, "---", "..."); end > 0 {
			body = body[end:] // TestFrontMatter sees to that
		}
		if len(body) < 3000 {
			sources = append(sources, body)
		}
	}
	laws.ReadBack(t, rapid.SampledFrom(sources))
}
