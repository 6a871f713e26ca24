package sqlite

import (
	"encoding/json"
	"errors"
	"fmt"
	"reflect"
	"strings"

	"diglot/translate/glossary"
)

// encodeConcept gives a concept's stored form: JSON under the names of its
// fields, without those that are empty. Fields that the glossary gets later are
// stored without a word here.
func encodeConcept(c glossary.Concept) (string, error) {
	if c.ID == "" {
		return "", errors.New("a concept has no id")
	}
	plain, err := encodeJSON(c)
	if err != nil {
		return "", fmt.Errorf("concept %s: %w", c.ID, err)
	}
	var fields any
	if err := json.Unmarshal([]byte(plain), &fields); err != nil {
		return "", fmt.Errorf("concept %s: %w", c.ID, err)
	}
	body, err := encodeJSON(withoutEmpty(fields))
	if err != nil {
		return "", fmt.Errorf("concept %s: %w", c.ID, err)
	}
	back, err := decodeConcept(c.ID, body)
	if err != nil {
		return "", err
	}
	if !reflect.DeepEqual(back, tidy(c)) {
		return "", fmt.Errorf("concept %s cannot be stored as it is; is all of it valid UTF-8?", c.ID)
	}
	return body, nil
}

// tidy makes empty lists nil, as they come back.
func tidy(c glossary.Concept) glossary.Concept {
	c.Terms = append([]glossary.Term(nil), c.Terms...)
	c.Extra = append([]glossary.Extra(nil), c.Extra...)
	for i, t := range c.Terms {
		c.Terms[i].Extra = append([]glossary.Extra(nil), t.Extra...)
	}
	return c
}

// decodeConcept refuses fields that it does not know rather than losing them.
func decodeConcept(id, body string) (c glossary.Concept, err error) {
	d := json.NewDecoder(strings.NewReader(body))
	d.DisallowUnknownFields()
	if err = d.Decode(&c); err != nil {
		return c, fmt.Errorf("stored concept %s: %w", id, err)
	}
	return c, nil
}

// withoutEmpty takes empty fields out of a JSON value.
func withoutEmpty(v any) any {
	switch v := v.(type) {
	case map[string]any:
		for key, field := range v {
			switch field = withoutEmpty(field); field {
			case nil, "", false, 0.0:
				delete(v, key)
			}
		}
	case []any:
		if len(v) == 0 {
			return nil
		}
		for i := range v {
			v[i] = withoutEmpty(v[i])
		}
	}
	return v
}
