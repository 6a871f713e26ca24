package memory

import (
	"fmt"
	"io"
	"iter"
	"os"
	"path/filepath"
	"strings"

	"diglot/translate/locale"
)

// OpenFile makes a memory of a .tmx or .tsv file. From a TMX file it takes the
// texts in the two languages, whichever of them the file calls the source; und
// stands for any. The lines of a TSV file (see [ReadTSV]) are said to be in them.
// What cannot be read is told to problem and left out.
func OpenFile(path string, source, target locale.Tag, opt Options, problem func(Problem)) (*Memory, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	entries, err := readerFor(f, path, source, target, problem)
	if err != nil {
		return nil, err
	}
	return New(entries, opt)
}

func readerFor(r io.Reader, path string, source, target locale.Tag, problem func(Problem)) (iter.Seq2[Entry, error], error) {
	name := filepath.Base(path)
	switch strings.ToLower(filepath.Ext(path)) {
	case ".tsv":
		return ReadTSV(r, name, source, target, problem), nil
	case ".tmx":
		if source.IsZero() && target.IsZero() {
			return ReadTMX(r, name, problem), nil
		}
		return readTMX(r, name, between(source, target), problem), nil
	}
	return nil, fmt.Errorf("%s: a memory is a .tmx or a .tsv file", path)
}
