package workbench

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/viper"

	"diglot/translate/locale"
	"diglot/translate/text"
)

// ConfigFile is the name of a project's settings file.
const ConfigFile = "config.yaml"

// Config is what a project says about itself. Flags come before DIGLOT_*
// variables, these before config.yaml.
type Config struct {
	Source      locale.Tag   // language of the articles
	Targets     []locale.Tag // languages to translate into; an extension -u-nu- sets the digits
	Output      string       // pattern of the output's path: {locale} {dir} {name} {ext}
	Missing     Missing      // what stands in an output for a unit without target
	Author      string       // who signs changes
	Memories    []string     // names of memories to look into; none: all
	Glossaries  []string     // names of glossaries to use; none: all
	MinMatch    int          // per cent: the lowest fuzzy match that is filled in
	ChecksOff   []string     // names of checks not to run
	ChecksOn    []string     // names of checks to run though they are off by default; spelling needs dictionaries
	Dictionary  string       // folder with Hunspell dictionaries, besides the system's
	FrontMatter []string     // keys of front matter that are translated; none: the format's own list
	Paragraph   string       // plain text: line, blank, or empty to detect
	Charset     string       // of files that do not tell theirs
	segmentation
}

// Missing says what an export writes for a unit without a target.
type Missing string

// The three ways.
const (
	MissingSource Missing = "source" // the source text
	MissingOmit   Missing = "omit"   // nothing
	MissingFail   Missing = "fail"   // no output at all
)

// The keys of config.yaml. A test holds config.yaml's documentation against them.
var configKeys = map[string]any{
	"source":                 "",
	"targets":                []string{},
	"output":                 "out/{locale}/{dir}/{name}{ext}",
	"missing":                string(MissingSource),
	"author":                 "",
	"memories":               []string{},
	"glossaries":             []string{},
	"match.min":              75,
	"checks.off":             []string{},
	"checks.on":              []string{},
	"checks.dictionaries":    "",
	"front_matter":           []string{},
	"text.paragraph":         "",
	"text.charset":           "",
	"segment.no_break_after": []string{},
	"segment.break_after":    []string{},
	"segment.srx":            "",
}

// readConfig reads a settings file. Values in override (from flags) come first,
// then the environment, then the file.
func readConfig(path string, override map[string]any) (Config, error) {
	v := viper.New()
	v.SetConfigFile(path)
	v.SetEnvPrefix("DIGLOT")
	v.SetEnvKeyReplacer(strings.NewReplacer(".", "_"))
	v.AutomaticEnv()
	if err := v.ReadInConfig(); err != nil {
		if errors.Is(err, os.ErrNotExist) {
			return Config{}, fault("no-project", err, "path", filepath.Dir(path))
		}
		return Config{}, fault("config-unreadable", err, "path", path)
	}
	for _, key := range v.AllKeys() {
		if _, ok := configKeys[key]; !ok {
			return Config{}, unknownKey(path, key)
		}
	}
	for key, value := range configKeys {
		v.SetDefault(key, value)
	}
	for key, value := range override {
		v.Set(key, value)
	}
	return parseConfig(path, v)
}

func parseConfig(path string, v *viper.Viper) (Config, error) {
	c := Config{
		Output:      v.GetString("output"),
		Missing:     Missing(v.GetString("missing")),
		Author:      v.GetString("author"),
		Memories:    list(v, "memories"),
		Glossaries:  list(v, "glossaries"),
		MinMatch:    v.GetInt("match.min"),
		ChecksOff:   list(v, "checks.off"),
		ChecksOn:    list(v, "checks.on"),
		Dictionary:  v.GetString("checks.dictionaries"),
		FrontMatter: list(v, "front_matter"),
		Paragraph:   v.GetString("text.paragraph"),
		Charset:     v.GetString("text.charset"),
	}
	bad := func(key, value string, cause error) error {
		return fault("config-value", cause, "path", path, "key", key, "value", value)
	}
	c.noBreak = list(v, "segment.no_break_after")
	for _, mark := range list(v, "segment.break_after") {
		switch mark {
		case "colon":
			c.options.BreakAfterColon = true
		case "semicolon":
			c.options.BreakAfterSemicolon = true
		case "comma":
			c.options.BreakAfterComma = true
		case "line":
			c.options.BreakOnNewline = true
		default:
			return Config{}, bad("segment.break_after", mark, errors.New("use colon, semicolon, comma or line"))
		}
	}
	if err := c.loadRules(filepath.Dir(path), v.GetString("segment.srx")); err != nil {
		return Config{}, err
	}
	var err error
	if c.Source, err = locale.Parse(v.GetString("source")); err != nil {
		return Config{}, bad("source", v.GetString("source"), err)
	}
	for _, s := range list(v, "targets") {
		tag, err := locale.Parse(s)
		if err != nil {
			return Config{}, bad("targets", s, err)
		}
		if slices.ContainsFunc(c.Targets, func(t locale.Tag) bool { return Plain(t) == Plain(tag) }) {
			return Config{}, bad("targets", s, errors.New("it is there twice"))
		}
		c.Targets = append(c.Targets, tag)
	}
	switch c.Missing {
	case MissingSource, MissingOmit, MissingFail:
	default:
		return Config{}, bad("missing", string(c.Missing), errors.New("use source, omit or fail"))
	}
	switch c.Paragraph {
	case "", "line", "blank":
	default:
		return Config{}, bad("text.paragraph", c.Paragraph, errors.New("use line or blank"))
	}
	if c.MinMatch < 50 || c.MinMatch > 100 {
		return Config{}, bad("match.min", v.GetString("match.min"), errors.New("use 50 to 100"))
	}
	if !strings.Contains(c.Output, "{locale}") || !strings.Contains(c.Output, "{name}") {
		return Config{}, bad("output", c.Output, errors.New("it needs {locale} and {name}, or outputs would overwrite each other"))
	}
	return c, nil
}

// list reads a list, which an environment variable or a flag gives with commas.
func list(v *viper.Viper, key string) []string {
	var out []string
	for _, s := range v.GetStringSlice(key) {
		for part := range strings.SplitSeq(s, ",") {
			if part = strings.TrimSpace(part); part != "" {
				out = append(out, part)
			}
		}
	}
	return out
}

// unknownKey is the error for a key that config.yaml does not have, with the
// key that was probably meant.
func unknownKey(path, key string) error {
	best, distance := "", 4
	for _, known := range sortedKeys(configKeys) {
		if d := text.Distance([]rune(key), []rune(known)); d < distance {
			best, distance = known, d
		}
	}
	if best == "" {
		return fault("config-key", nil, "path", path, "key", key, "known", strings.Join(sortedKeys(configKeys), ", "))
	}
	return fault("config-key-near", nil, "path", path, "key", key, "near", best)
}

func sortedKeys[V any](m map[string]V) []string {
	keys := make([]string, 0, len(m))
	for k := range m {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	return keys
}

// Plain gives the locale without its extensions: the digits that a project
// wants in "ar-u-nu-latn" do not make it another locale.
func Plain(t locale.Tag) locale.Tag {
	base, _, _ := strings.Cut(t.String(), "-u-")
	plain, err := locale.Parse(base)
	if err != nil { // cannot be: a prefix of a canonical tag is one
		return t
	}
	return plain
}

// newConfigFile gives the text of config.yaml for a new project.
func newConfigFile(source locale.Tag, targets []locale.Tag) string {
	names := make([]string, len(targets))
	for i, t := range targets {
		names[i] = t.String()
	}
	return fmt.Sprintf(`# A Diglot project. Every key stands here with its default; flags and DIGLOT_*
# variables (DIGLOT_MATCH_MIN for match.min) come before it.

source: %s                  # language of the articles
targets: [%s]               # languages to translate into; ar-u-nu-latn sets Latin digits

# output: out/{locale}/{dir}/{name}{ext}
# missing: source           # for units without target: source, omit or fail
# author: ""                # who signs changes; by default the user's name
# memories: []              # memories to look into; all by default
# glossaries: []            # glossaries to use; all by default
# match: {min: 75}          # the lowest fuzzy match, in per cent, that is filled in
# checks: {off: [], on: [], dictionaries: ""}   # checks not to run; to run besides, as spelling; folder of Hunspell dictionaries
# front_matter: []          # translatable keys of front matter, instead of title, description …
# text: {paragraph: "", charset: ""}    # line or blank; charset of files that do not tell theirs
# segment: {no_break_after: [], break_after: [], srx: ""}   # abbreviations of your own; colon, semicolon, comma, line; an SRX file instead of our rules
`, source, strings.Join(names, ", "))
}
