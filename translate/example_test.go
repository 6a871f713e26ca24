package translate_test

import (
	"bytes"
	"context"
	"fmt"
	"log"
	"os"
	"path/filepath"

	"diglot/seeds"
	"diglot/translate/locale"
	"diglot/translate/workbench"
)

// The main path: the Arabic article goes in, memory fills its English targets,
// and what comes out is the article that was published, byte for byte.
func Example() {
	dir, err := os.MkdirTemp("", "example-")
	if err != nil {
		log.Fatal(err)
	}
	defer os.RemoveAll(dir)
	ctx, english := context.Background(), locale.MustParse("en")

	for to, from := range map[string]string{"hama.txt": "hama.ar.txt", "memory.tmx": "memory.tmx"} {
		data, _ := seeds.FS.ReadFile(from)
		if err := os.WriteFile(filepath.Join(dir, to), data, 0o644); err != nil {
			log.Fatal(err)
		}
	}
	if _, err := workbench.Init(dir, locale.MustParse("ar"), []locale.Tag{english}); err != nil {
		log.Fatal(err)
	}
	p, err := workbench.Open(ctx, dir, workbench.Options{})
	if err != nil {
		log.Fatal(err)
	}
	defer p.Close()

	if _, err := p.AddMemory(ctx, filepath.Join(dir, "memory.tmx"), workbench.AddOptions{}); err != nil {
		log.Fatal(err)
	}
	imported, err := p.Import(ctx, filepath.Join(dir, "hama.txt"), workbench.ImportOptions{})
	if err != nil {
		log.Fatal(err)
	}
	filled, err := p.Translate(ctx, nil, english, workbench.TranslateOptions{Min: 100})
	if err != nil {
		log.Fatal(err)
	}
	checked, err := p.Check(ctx, nil, english)
	if err != nil {
		log.Fatal(err)
	}
	written, err := p.Export(ctx, nil, english, workbench.ExportOptions{})
	if err != nil {
		log.Fatal(err)
	}
	out, _ := os.ReadFile(filepath.Join(dir, written[0].Path))
	published, _ := seeds.FS.ReadFile("hama.en.txt")

	fmt.Println(imported.Units, "units,", filled[0].Exact, "filled,", checked.Errors(), "errors")
	fmt.Println(written[0].Path, bytes.Equal(out, published))
	// Output:
	// 14 units, 14 filled, 0 errors
	// out/en/hama.txt true
}
