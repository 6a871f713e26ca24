// Package format takes a file apart into blocks of translatable text and puts
// it together again with other text in them.
//
// A translator hands in an article and gets it back with every byte as it was
// except the words that were translated. That holds because nothing is ever
// written anew: a [Document] keeps its source bytes, each [Block] knows the span
// in which it stands, and [Document.Write] splices new text into those spans and
// copies the rest. What has been written is read once more before anyone gets
// it, so a translation can never turn into markup unseen: where the file does
// not read back as it was asked for, there is an error and no file.
//
// Read first: [Read], then [Document.Write]. Who adds a format reads [Format]
// and [Builder], and tests it with package formattest. Each format has a package
// of its own below this one; none is registered anywhere, callers pass those that
// they want.
package format
