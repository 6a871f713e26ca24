package store

import (
	"errors"
	"fmt"
	"unicode/utf8"

	"diglot/translate/memory"
	"diglot/translate/unit"
)

// What no store takes, because it would not come back as it is.

// Check reports what makes an import impossible to store, besides its texts.
func (in Import) Check() error {
	d := in.Document
	if d.Name == "" {
		return errors.New("importing a document: it has no name")
	}
	if d.Locale.IsZero() {
		return fmt.Errorf("importing %s: the source locale is not given", d.Name)
	}
	if err := CheckStrings(d.Name, d.Path, d.Format, d.Charset, d.Settings, in.Author); err != nil {
		return fmt.Errorf("importing %s: %w", d.Name, err)
	}
	for _, b := range d.Blocks {
		if err := CheckStrings(b.Kind, b.Key); err != nil {
			return fmt.Errorf("importing %s: %w", d.Name, err)
		}
	}
	seen := map[string]bool{}
	for i, u := range in.Units {
		if u.ID != "" && seen[u.ID] {
			return fmt.Errorf("importing %s: unit %s stands in it twice", d.Name, u.ID)
		}
		seen[u.ID] = true
		if err := CheckStrings(u.Note, u.Place.Kind, u.Place.Key); err != nil {
			return fmt.Errorf("importing %s: unit %d: %w", d.Name, i+1, err)
		}
	}
	return nil
}

// Check reports what makes a change impossible to store, besides its texts.
func (c Change) Check() error {
	err := checkState(c.Target.State)
	if err == nil && c.Locale.IsZero() {
		err = errors.New("no locale is given")
	}
	if err == nil {
		err = CheckStrings(c.Target.Origin, c.Target.Author, c.Why)
	}
	if err != nil {
		return fmt.Errorf("saving %s: %w", c.Unit, err)
	}
	return nil
}

// CheckEntry reports what makes a memory entry impossible to store, besides its
// texts.
func CheckEntry(e memory.Entry) error {
	if e.SourceLocale.IsZero() || e.TargetLocale.IsZero() {
		return errors.New("its locales are not given")
	}
	for key, value := range e.Properties {
		if err := CheckStrings(key, value); err != nil {
			return err
		}
	}
	if err := CheckStrings(e.Previous, e.Next, e.Origin, e.Author); err != nil {
		return err
	}
	return checkState(e.State)
}

// CheckStrings refuses strings that are not valid UTF-8.
func CheckStrings(values ...string) error {
	for _, v := range values {
		if !utf8.ValidString(v) {
			return fmt.Errorf("%.40q is not valid UTF-8", v)
		}
	}
	return nil
}

func checkState(s unit.State) error {
	_, err := unit.ParseState(s.String())
	return err
}
