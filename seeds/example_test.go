package seeds_test

import (
	"bytes"
	"fmt"
	"log"

	"diglot/seeds"
)

// The files are read from the program itself, as the demo does.
func Example() {
	for _, name := range []string{"hama.ar.txt", "hama.en.txt"} {
		article, err := seeds.FS.ReadFile(name)
		if err != nil {
			log.Fatal(err)
		}
		paragraphs := bytes.Split(article, []byte("\n"))
		fmt.Printf("%s: %s, %d paragraphs\n", name, paragraphs[0], len(paragraphs))
	}
	// Output:
	// hama.ar.txt: بران برس, 10 paragraphs
	// hama.en.txt: Barran Press, 10 paragraphs
}
