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
	once     sync.Once
	files    map[string]*language
	compiled sync.Map // of key to func() *Segmenter
}

type libraryKey struct {
	language string
	options  Options
}

func (l *library) load() map[string]*language {
	l.once.Do(func() {
		files, err := readLanguages()
		if err != nil {
			panic("segment: embedded rules: " + err.Error()) // a test reads every file
		}
		l.files = files
	})
	return l.files
}

// name gives the file that serves a language.
func (l *library) name(tag locale.Tag) string {
	if base := tag.Base(); l.load()[base] != nil && base != "common" {
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
	files := l.load()
	file := files[key.language]
	s, err := file.ownSettings(files["common"]).segmenter(append(key.options.rules(), file.expand(files["common"])...), key.options.ends())
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
	files := own.load()
	return files["default"].expand(files["common"])
}

// rules are those that the options add in front.
func (o Options) rules() []Rule {
	var rules []Rule
	add := func(on bool, id, class, why string) {
		if on {
			rules = append(rules, Rule{Break: true, ID: "option/" + id, Before: class, After: `\s`, Why: why})
		}
	}
	add(o.BreakAfterColon, "colon", "[:：]", "segments end after a colon, by option")
	add(o.BreakAfterSemicolon, "semicolon", "[;؛；]", "segments end after a semicolon, by option")
	add(o.BreakAfterComma, "comma", "[،,，]", "segments end after a comma, by option")
	if o.BreakOnNewline {
		rules = append(rules, Rule{Break: true, ID: "option/newline", After: `[^\S\n]*\n`, Why: "segments end at the end of a line, by option"})
	}
	return rules
}

func (o Options) ends() runeSet {
	var s runeSet
	if o.BreakAfterColon {
		s = s.union(setOf(':', '：'))
	}
	if o.BreakAfterSemicolon {
		s = s.union(setOf(';', '؛', '；'))
	}
	if o.BreakAfterComma {
		s = s.union(setOf(',', '،', '，'))
	}
	return s
}
