// Package locales holds the program's own words, one go-i18n message file per
// language and room, and says them. A translator who reads Arabic shall not meet
// an English sentence, so no other package prints words: it names a message here.
//
// Read [New], then [Catalog.Say] and [Catalog.Count].
package locales

import (
	"embed"
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strings"

	"github.com/nicksnyder/go-i18n/v2/i18n"
	"github.com/pelletier/go-toml/v2"

	"diglot/translate/locale"
)

// Files holds the message files, named ROOM.LOCALE.toml; those of the command
// line are called active.
//
//go:embed *.toml
var Files embed.FS

// Args fills the places {{.name}} of a message.
type Args map[string]any

// Catalog says messages in one language.
type Catalog struct {
	tag       locale.Tag
	localizer *i18n.Localizer
}

// New gives the catalog that fits best to what the user prefers, in that order;
// English where nothing fits. The preferences may be POSIX locale names such
// as "ar_YE.UTF-8".
func New(preferred ...string) (*Catalog, error) {
	names, err := fs.Glob(Files, "*.toml")
	if err != nil {
		return nil, err
	}
	var have []locale.Tag
	for _, name := range names {
		if t, err := locale.Parse(languageOf(name)); err == nil && !slices.Contains(have, t) {
			have = append(have, t)
		}
	}
	tag := choose(preferred, have)
	bundle := i18n.NewBundle(tag.Language())
	bundle.RegisterUnmarshalFunc("toml", toml.Unmarshal)
	for _, name := range names {
		if languageOf(name) != tag.String() { // every language is complete, so one is enough
			continue
		}
		if _, err := bundle.LoadMessageFileFS(Files, name); err != nil {
			return nil, fmt.Errorf("message file %s: %w", name, err)
		}
	}
	return &Catalog{tag, i18n.NewLocalizer(bundle, tag.String())}, nil
}

// languageOf gives the language in the name of a message file: ROOM.LOCALE.toml.
func languageOf(name string) string {
	return strings.TrimPrefix(path.Ext(strings.TrimSuffix(name, ".toml")), ".")
}

// choose goes through the preferences and takes the first that a message file
// serves.
func choose(preferred []string, have []locale.Tag) locale.Tag {
	for _, p := range preferred {
		for i, r := range p { // "ar_YE.UTF-8@euro": the charset is not part of the tag
			if r == '.' || r == '@' {
				p = p[:i]
				break
			}
		}
		want, err := locale.Parse(p)
		if err != nil || want.IsZero() {
			continue
		}
		if tag, ok := locale.Match(want, have); ok {
			return tag
		}
	}
	return locale.MustParse("en")
}

// Locale is the language that the catalog speaks.
func (c *Catalog) Locale() locale.Tag { return c.tag }

// Say gives a message with its places filled. A message that is not in the
// files comes out as its name and arguments, so that nothing goes unsaid.
func (c *Catalog) Say(id string, args Args) string {
	s, err := c.localizer.Localize(&i18n.LocalizeConfig{MessageID: id, TemplateData: args})
	return orName(s, err, id, args)
}

// Count gives a message whose wording depends on a number, which it knows as
// {{.n}}; {{.PluralCount}}, go-i18n's own name for it, does as well.
func (c *Catalog) Count(id string, n int, args Args) string {
	all := Args{"n": n, "PluralCount": n}
	for k, v := range args {
		all[k] = v
	}
	s, err := c.localizer.Localize(&i18n.LocalizeConfig{MessageID: id, PluralCount: n, TemplateData: all})
	if err != nil { // one wording for all numbers
		return c.Say(id, all)
	}
	return s
}

func orName(s string, err error, id string, args Args) string {
	if err == nil {
		return s
	}
	if len(args) == 0 {
		return id
	}
	return fmt.Sprintf("%s %v", id, map[string]any(args))
}

// Has reports whether the message is in the files.
func (c *Catalog) Has(id string) bool {
	_, err := c.localizer.Localize(&i18n.LocalizeConfig{MessageID: id, TemplateData: Args{}})
	return err == nil
}
