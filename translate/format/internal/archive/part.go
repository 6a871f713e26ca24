package archive

import (
	"bytes"
	"compress/flate"
	"errors"
	"fmt"
	"hash/crc32"
	"io"
	"strings"

	"diglot/translate/format/internal/xmlblock"
	"diglot/translate/text"
)

// Has reports an entry of that name.
func (a *Archive) Has(name string) bool {
	_, ok := a.byName[name]
	return ok
}

// Names lists the entries as the directory has them.
func (a *Archive) Names() []string {
	names := make([]string, len(a.entries))
	for i := range a.entries {
		names[i] = a.entries[i].name
	}
	return names
}

// Text gives the letters of an XML part.
func (a *Archive) Text(name string) (string, error) {
	raw, err := a.bytes(name)
	if err != nil {
		return "", err
	}
	s, _, err := decode(name, raw)
	return s, err
}

// bytes inflates an entry and compares it with what the directory says of it.
func (a *Archive) bytes(name string) ([]byte, error) {
	i, ok := a.byName[name]
	if !ok {
		return nil, fmt.Errorf("the archive has no entry %q", name)
	}
	e := &a.entries[i]
	switch {
	case e.flags&encryptedFlag != 0:
		return nil, fmt.Errorf("the archive's entry %q is encrypted; save the document without a password", name)
	case e.size > MaxInflated:
		return nil, fmt.Errorf("the archive's entry %q has %d bytes, more than the %d that a text may have", name, e.size, MaxInflated)
	}
	if err := inflation(e, freeText); err != nil {
		return nil, err
	}
	packed := a.src[e.data:e.end()]
	var raw []byte
	switch e.method {
	case 0:
		raw = packed
	case deflated:
		var out bytes.Buffer
		out.Grow(int(e.size) + bytes.MinRead)
		_, err := io.Copy(&out, io.LimitReader(flate.NewReader(bytes.NewReader(packed)), int64(e.size)+1))
		if err != nil {
			return nil, fmt.Errorf("the archive's entry %q is broken: %w", name, err)
		}
		raw = out.Bytes()
	default:
		return nil, fmt.Errorf("the archive's entry %q is packed by method %d, which no document uses", name, e.method)
	}
	if uint64(len(raw)) != e.size {
		return nil, fmt.Errorf("the archive's entry %q lies about its length of %d bytes", name, e.size)
	}
	if crc32.ChecksumIEEE(raw) != e.crc {
		return nil, fmt.Errorf("the archive's entry %q is damaged: its checksum is wrong", name)
	}
	return raw, nil
}

// decode gives the letters of a part, which is in UTF-8 or UTF-16.
func decode(name string, raw []byte) (string, text.Charset, error) {
	declared := xmlblock.Charset{}.DeclaredCharset(raw[:min(len(raw), 200)])
	if declared != "" && !strings.EqualFold(declared, "utf-8") {
		return "", text.Charset{}, fmt.Errorf("%s is in %s; parts of such an archive are in UTF-8 or UTF-16", name, declared)
	}
	found, err := text.Detect(raw, text.Hint{})
	if err != nil {
		return "", found.Charset, fmt.Errorf("in %s: %w", name, err)
	}
	if c := found.Charset.Name(); c != "UTF-8" && !strings.HasPrefix(c, "UTF-16") {
		return "", found.Charset, fmt.Errorf("%s is neither in UTF-8 nor in UTF-16", name)
	}
	s, err := text.Decode(raw, found.Charset)
	if err != nil {
		return "", found.Charset, fmt.Errorf("in %s: %w", name, err)
	}
	if strings.Contains(s, separator) {
		return "", found.Charset, errors.New("in " + name + ": the character U+000C cannot stand in XML")
	}
	return s, found.Charset, nil
}
