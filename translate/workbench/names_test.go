package workbench

import (
	"testing"

	"diglot/translate/locale"
	"diglot/translate/store"
)

func TestSplitName(t *testing.T) {
	for _, c := range []struct{ name, stem, tag, ext string }{
		{"hama.md", "hama", "und", ".md"},
		{"news/hama.en.md", "news/hama", "en", ".md"},
		{"hama.pt-BR.html", "hama", "pt-BR", ".html"},
		{"hama.pt_BR.html", "hama", "pt-BR", ".html"},
		{"release.v2.md", "release.v2", "und", ".md"},
		{"report.final.txt", "report.final", "und", ".txt"},
		{".en.md", ".en", "und", ".md"},
		{"README", "README", "und", ""},
	} {
		stem, tag, ext := splitName(c.name)
		if stem != c.stem || tag.String() != c.tag || ext != c.ext {
			t.Errorf("%s: got %q %s %q, want %q %s %q", c.name, stem, tag, ext, c.stem, c.tag, c.ext)
		}
	}
}

func TestOutputPath(t *testing.T) {
	p := &Project{Config: Config{Output: "out/{locale}/{dir}/{name}{ext}"}}
	for _, c := range []struct{ path, want string }{
		{"hama.en.md", "out/ar/hama.md"},
		{"news/2024/hama.html", "out/ar/news/2024/hama.html"},
	} {
		if got := p.outputPath(store.Document{Path: c.path}, locale.MustParse("ar")); got != c.want {
			t.Errorf("%s goes to %s, want %s", c.path, got, c.want)
		}
	}
}

func TestDocumentName(t *testing.T) {
	all := []store.Document{{Name: "hama", Path: "hama.txt"}}
	for _, c := range []struct{ path, want string }{
		{"hama.txt", "hama"}, {"hama.md", "hama.md"}, {"news/hama.md", "news/hama"},
	} {
		if got := documentName(c.path, all); got != c.want {
			t.Errorf("%s is named %s, want %s", c.path, got, c.want)
		}
	}
}
