package segment

import (
	"fmt"
	"strings"
	"sync"
	"unicode/utf8"

	"diglot/translate/locale"
)

// own is our rules, each language compiled when it is first asked for.
var own library

type library struct {
	files    sync.Map // of name to func() *language; nil where there is no such file
	compiled sync.Map // of key to func() *Segmenter
}

type libraryKey struct {
	language string
	options  Options
}

// file reads a file of languages/, once; nil where there is none.
func (l *library) file(name string) *language {
	if read, ok := l.files.Load(name); ok {
		return read.(func() *language)()
	}
	read, _ := l.files.LoadOrStore(name, sync.OnceValue(func() *language {
		text, err := languageFiles.ReadFile("languages/" + name + ".rules")
		if err != nil {
			return nil
		}
		file, err := readLanguage(name, string(text))
		if err != nil {
			panic("segment: embedded rules: " + err.Error()) // a test reads every file
		}
		return file
	}))
	return read.(func() *language)()
}

func (l *library) common() *language { return l.file("common") }

// names are the languages that have a file.
func (l *library) names() []string {
	files, err := languageFiles.ReadDir("languages")
	if err != nil {
		panic("segment: embedded rules: " + err.Error()) // they are part of the program
	}
	var names []string
	for _, f := range files {
		if name, ok := strings.CutSuffix(f.Name(), ".rules"); ok && name != "common" && name != "default" {
			names = append(names, name)
		}
	}
	return names
}

// kin are languages that share the abbreviations of another one.
var kin = map[string]string{"no": "da", "nb": "da", "nn": "da"}

// name gives the file that serves a language.
func (l *library) name(tag locale.Tag) string {
	if other, ok := kin[tag.Base()]; ok {
		return other
	}
	if base := tag.Base(); l.file(base) != nil && base != "common" {
		return base
	}
	return "default"
}

func (l *library) segmenter(tag locale.Tag, opt Options) *Segmenter {
	key := libraryKey{l.name(tag), opt}
	if made, ok := l.compiled.Load(key); ok {
		return made.(func() *Segmenter)()
	}
	made, _ := l.compiled.LoadOrStore(key, sync.OnceValue(func() *Segmenter {
		return l.compile(key)
	}))
	return made.(func() *Segmenter)()
}

func (l *library) compile(key libraryKey) *Segmenter {
	file := l.file(key.language)
	rules := append(key.options.rules(), file.expand(l.common())...)
	s, err := file.ownSettings(l.common()).segmenter(rules, key.options.ends())
	if err != nil {
		panic("segment: embedded rules: " + err.Error()) // a test compiles every file
	}
	return s
}

// segmenter readies rules that are ours. A rule that cannot be matched is
// left out and comes back as an error; so does a setting that is malformed.
func (o ownSettings) segmenter(rules []Rule, more runeSet) (*Segmenter, error) {
	end, err := parsePattern(o.end)
	if err != nil || end.op != nodeSet {
		return nil, fmt.Errorf("the setting end, %q, is not a class of characters", o.end)
	}
	set, bad := compileRules(rules)
	for i, b := range bad {
		err = fmt.Errorf("rule %s: %w", rules[i].ID, b)
	}
	p := o.read()
	return newSegmenter(set, newScanner(end.set.union(more), p), p), err
}

// read gives the brackets and quotes in the form that the walk needs.
func (o ownSettings) read() *pairs {
	p := &pairs{closers: map[rune]string{}, even: map[rune]bool{}, limit: 600}
	for _, pair := range strings.Fields(o.pairs) {
		open, size := utf8.DecodeRuneInString(pair)
		p.closers[open] += pair[size:]
	}
	for _, r := range o.even {
		p.even[r] = true
	}
	p.quotes = strings.Contains(o.hold, "quotes")
	return p
}

// defaultRules are those for a language of no file of its own.
func defaultRules() []Rule {
	return own.file("default").expand(own.common())
}
