package locale

import (
	"fmt"
	"strings"

	"golang.org/x/text/language"
)

// Tag is a BCP 47 language tag in canonical form ("ar", "ar-YE", "zh-Hant",
// "ar-u-nu-latn"). Two tags are the same locale exactly if they are ==, so a
// Tag serves as a map key. The zero Tag is "und", no known language.
type Tag struct {
	canonical string
}

// Parse reads a BCP 47 tag and puts it into canonical form: "iw" becomes "he",
// "EN_us" becomes "en-US". It fails on a tag that is malformed and on a
// language that the registry does not know.
func Parse(s string) (Tag, error) {
	t, err := language.Parse(strings.ReplaceAll(strings.TrimSpace(s), "_", "-"))
	if err != nil {
		return Tag{}, fmt.Errorf("%q is not a BCP 47 language tag: %w", s, err)
	}
	return FromLanguage(t), nil
}

// MustParse is Parse for tags that stand in the program text.
func MustParse(s string) Tag {
	t, err := Parse(s)
	if err != nil {
		panic(err)
	}
	return t
}

// FromLanguage takes a tag over from x/text.
func FromLanguage(t language.Tag) Tag {
	if t == language.Und {
		return Tag{}
	}
	return Tag{t.String()}
}

// Language gives the tag to x/text.
func (t Tag) Language() language.Tag {
	if t.canonical == "" {
		return language.Und
	}
	return language.Make(t.canonical)
}

// String gives the canonical form, "und" for the zero Tag.
func (t Tag) String() string {
	if t.canonical == "" {
		return "und"
	}
	return t.canonical
}

// IsZero reports whether no language is known.
func (t Tag) IsZero() bool { return t.canonical == "" }

// Base gives the primary language subtag: "ar" for "ar-YE".
func (t Tag) Base() string {
	base, _, _ := strings.Cut(t.String(), "-")
	return base
}

// MarshalText and UnmarshalText let a Tag stand in JSON, YAML and flags.
func (t Tag) MarshalText() ([]byte, error) { return []byte(t.String()), nil }

// UnmarshalText is Parse; "und" and the empty text give the zero Tag.
func (t *Tag) UnmarshalText(b []byte) error {
	if s := string(b); s == "" || s == "und" {
		*t = Tag{}
		return nil
	}
	parsed, err := Parse(string(b))
	if err != nil {
		return err
	}
	*t = parsed
	return nil
}
