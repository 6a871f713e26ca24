// Package markdown reads and writes Markdown, so that a translator of an article
// sees sentences with emphasis, links and images as inline codes, and the file that
// comes out has its front matter, tables, fences and link targets byte for byte
// as they were.
//
// It reads CommonMark 0.31 with GitHub's tables, strikethrough, task lists and plain
// addresses, footnotes, definition lists, heading attributes, formulas, the
// placeholders of Hugo, mustache and Liquid, and YAML, TOML or JSON front matter.
// The readers are the package's own, because each delimiter, escape and line prefix
// has to be known by its bytes; goldmark is the judge of them in the tests.
//
// Read first: [Format.Read], then blockReader.readLine for the blocks,
// inline.read for what stands in them, and [Format.Render] for the way back, which
// escapes no more than it must.
package markdown
