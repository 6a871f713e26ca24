// Package seeds is the sample that a newcomer tries Diglot on: one real
// article in Arabic and English, a desk's glossary for its names and terms,
// and a memory that knows some of it in French and Spanish. The files travel
// inside the program, so that the demo runs on a bare machine.
//
// Read hama.en.txt first, then hama.ar.txt beside it: they answer each other
// line by line. README.md in this folder says who wrote what, and which fault
// in the memory is there on purpose.
package seeds

import "embed"

// FS holds the sample's files by their names in this folder:
//
//   - hama.LANG.txt: the article in ar and en, one line a paragraph
//   - hama.v2.LANG.txt: its second version, to try an import again on
//   - hama.LANG.md: the same pair as Markdown with front matter
//   - glossary.csv: concepts with their terms in ar, en, fr and es
//   - memory.tmx: the article's segments, Arabic to English, Spanish and partly French
//
//go:embed hama.*.txt hama.*.md glossary.csv memory.tmx
var FS embed.FS
