package memory

import (
	"bufio"
	"bytes"
	"fmt"
	"io"
	"regexp"

	"golang.org/x/text/encoding/htmlindex"
	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/transform"
)

// declaredEncoding finds the encoding in an XML declaration.
var declaredEncoding = regexp.MustCompile(`^\s*<\?xml[^>]*\sencoding\s*=\s*["']([A-Za-z0-9._:-]+)["']`)

// decodeXML gives a file as UTF-8: by its byte order mark, then by the zero bytes
// of UTF-16, then by its XML declaration; UTF-8 where nothing says otherwise.
func decodeXML(r io.Reader) (io.Reader, error) {
	file := bufio.NewReaderSize(r, 1<<16)
	head, err := file.Peek(512)
	if err != nil && err != io.EOF {
		return nil, err
	}
	switch {
	case bytes.HasPrefix(head, []byte("\xEF\xBB\xBF")):
		_, err := file.Discard(3)
		return file, err
	case bytes.HasPrefix(head, []byte("\xFF\xFE")), bytes.HasPrefix(head, []byte("\xFE\xFF")):
		return utf16(file, unicode.LittleEndian, unicode.ExpectBOM), nil
	case bytes.HasPrefix(head, []byte("<\x00")):
		return utf16(file, unicode.LittleEndian, unicode.IgnoreBOM), nil
	case bytes.HasPrefix(head, []byte("\x00<")):
		return utf16(file, unicode.BigEndian, unicode.IgnoreBOM), nil
	}
	found := declaredEncoding.FindSubmatch(head)
	if found == nil {
		return file, nil
	}
	charset, err := htmlindex.Get(string(found[1]))
	if err != nil {
		return nil, fmt.Errorf("unknown encoding %q; save the file as UTF-8", found[1])
	}
	if name, err := htmlindex.Name(charset); err == nil && (name == "utf-8" || name == "utf-16le" || name == "utf-16be") {
		return file, nil // it is readable as ASCII, so UTF-16 is a mistake of the declaration
	}
	return transform.NewReader(file, charset.NewDecoder()), nil
}

func utf16(r io.Reader, e unicode.Endianness, mark unicode.BOMPolicy) io.Reader {
	return transform.NewReader(r, unicode.UTF16(e, mark).NewDecoder())
}
