package sqlite

import (
	"bytes"
	"database/sql"
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"diglot/translate/store"
	"diglot/translate/unit"
)

// encodeText gives a text's stored form: the readable form, and beside it what
// that does not say of the codes. like is the text whose codes it can be read
// back with, the source of a target; codes are NULL where that is enough.
// A text that would not come back exactly is refused.
func encodeText(t, like unit.Text) (text string, codes sql.NullString, err error) {
	text = t.String()
	if len(t.Codes) == 0 && text == t.Content { // no escape in it, as in most
		if !utf8.ValidString(text) {
			return "", codes, fmt.Errorf("the text %.40q is not valid UTF-8", text)
		}
		return text, codes, nil
	}
	back, err := unit.Parse(text, like)
	if err != nil {
		return "", codes, fmt.Errorf("the text %.40q cannot be stored: %w", text, err)
	}
	if store.Identical(back, t) {
		return text, codes, nil
	}
	if codes.String, err = encodeCodes(t.Codes); err != nil {
		return "", codes, fmt.Errorf("the text %.40q cannot be stored: %w", text, err)
	}
	codes.Valid = true
	if back, err = decodeText(text, codes, like); err != nil || !store.Identical(back, t) {
		return "", codes, fmt.Errorf("the text %.40q cannot be stored: its inline codes are not in order", text)
	}
	return text, codes, nil
}

// decodeText is the inverse of encodeText.
func decodeText(text string, codes sql.NullString, like unit.Text) (unit.Text, error) {
	if !strings.ContainsAny(text, `\<`) {
		return unit.Plain(text), nil
	}
	t, err := unit.Parse(text, like)
	if err != nil || !codes.Valid {
		return t, err
	}
	return t, decodeCodes(codes.String, t.Codes)
}

// A storedCode is what the readable form does not say of a code. One without
// flags is stored as a plain string.
type storedCode struct {
	Original string   `json:"original"`
	Flags    []string `json:"flags"`
}

var codeFlags = []struct {
	name string
	of   func(*unit.Code) *bool
}{
	{"break", func(c *unit.Code) *bool { return &c.Break }},
	{"no-delete", func(c *unit.Code) *bool { return &c.NoDelete }},
	{"no-copy", func(c *unit.Code) *bool { return &c.NoCopy }},
	{"no-reorder", func(c *unit.Code) *bool { return &c.NoReorder }},
}

func encodeCodes(codes []unit.Code) (string, error) {
	list := make([]any, 0, len(codes))
	for _, c := range codes {
		if !utf8.ValidString(c.Original) {
			return "", fmt.Errorf("inline code %s is not valid UTF-8", c.Tag())
		}
		var flags []string
		for _, f := range codeFlags {
			if *f.of(&c) {
				flags = append(flags, f.name)
			}
		}
		if flags == nil {
			list = append(list, c.Original)
		} else {
			list = append(list, storedCode{c.Original, flags})
		}
	}
	return encodeJSON(list)
}

// decodeCodes fills in the codes that were read out of the readable form.
func decodeCodes(s string, codes []unit.Code) error {
	var list []json.RawMessage
	if err := json.Unmarshal([]byte(s), &list); err != nil {
		return fmt.Errorf("stored inline codes: %w", err)
	}
	if len(list) != len(codes) {
		return fmt.Errorf("%d inline codes are stored for a text with %d", len(list), len(codes))
	}
	for i, raw := range list {
		var c storedCode
		err := json.Unmarshal(raw, &c.Original)
		if err != nil {
			err = json.Unmarshal(raw, &c)
		}
		if err != nil {
			return fmt.Errorf("stored inline codes: %w", err)
		}
		codes[i].Original = c.Original
		for _, f := range codeFlags {
			*f.of(&codes[i]) = slices.Contains(c.Flags, f.name)
		}
	}
	return nil
}

// encodeJSON is json.Marshal without HTML escapes and without loss.
func encodeJSON(v any) (string, error) {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	if err := e.Encode(v); err != nil {
		return "", err
	}
	return strings.TrimSuffix(b.String(), "\n"), nil
}
