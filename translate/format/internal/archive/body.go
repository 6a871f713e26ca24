package archive

import (
	"errors"
	"fmt"
	"strings"

	"diglot/translate/text"
)

// separator stands before each part's name in a body. XML cannot hold it, so no
// text that comes into a part can be taken for one.
const separator = "\f"

// Part is one XML part in a body.
type Part struct {
	Name  string
	Start int // where XML begins in the body
	XML   string
}

// Join makes one body of parts: before each a line with its name.
func (a *Archive) Join(names []string) (string, error) {
	total := uint64(0)
	for _, name := range names {
		if i, ok := a.byName[name]; ok {
			total += a.entries[i].size
		}
	}
	if total > MaxInflated {
		return "", fmt.Errorf("the texts in the archive have %d bytes, more than the %d that a document may have", total, MaxInflated)
	}
	var body strings.Builder
	body.Grow(int(total) + 64*len(names))
	for _, name := range names {
		s, err := a.Text(name)
		if err != nil {
			return "", err
		}
		body.WriteString(separator + name + "\n" + s)
	}
	return body.String(), nil
}

// Parts gives the parts of a body.
func Parts(body string) ([]Part, error) {
	if !strings.HasPrefix(body, separator) {
		return nil, errors.New("this is no body of an archive's parts")
	}
	var parts []Part
	for at := 0; at < len(body); {
		name, xml, ok := strings.Cut(body[at+len(separator):], "\n")
		if !ok {
			return nil, errors.New("a part of the archive has no text")
		}
		p := Part{Name: name, Start: at + len(separator) + len(name) + len("\n")}
		if next := strings.Index(xml, separator); next >= 0 {
			xml = xml[:next]
		}
		p.XML = xml
		parts = append(parts, p)
		at = p.Start + len(xml)
	}
	return parts, nil
}

// Pack gives the archive src with its parts as they are in body. Where they are as
// they were it is src itself.
func Pack(src []byte, body string) ([]byte, error) {
	a, err := Open(src)
	if err != nil {
		return nil, err
	}
	parts, err := Parts(body)
	if err != nil {
		return nil, err
	}
	changed := map[string][]byte{}
	for _, p := range parts {
		raw, err := a.bytes(p.Name)
		if err != nil {
			return nil, err
		}
		was, charset, err := decode(p.Name, raw)
		if err != nil {
			return nil, err
		}
		if was == p.XML {
			continue
		}
		if changed[p.Name], err = text.Encode(p.XML, charset); err != nil {
			return nil, fmt.Errorf("in %s: %w", p.Name, err)
		}
	}
	if len(changed) == 0 {
		return src, nil
	}
	return a.replace(changed)
}
