package segment

import (
	"fmt"
	"sync"

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
		return l.compile(key, nil)
	}))
	return made.(func() *Segmenter)()
}

func (l *library) compile(key libraryKey, first []Rule) *Segmenter {
	files := l.load()
	file := files[key.language]
	rules, err := file.expand(files["common"])
	if err != nil {
		panic("segment: embedded rules: " + err.Error())
	}
	rules = append(append(first, key.options.rules()...), rules...)
	set, bad := compileRules(rules)
	for i, err := range bad {
		panic(fmt.Sprintf("segment: embedded rule %s: %v", rules[i].ID, err))
	}
	end, _ := file.fill("{end}", files["common"])
	n, err := parsePattern(end)
	if err != nil || n.op != nodeSet {
		panic("segment: embedded rules: the setting end of " + file.name + " is not a class")
	}
	p := file.pairs(files["common"])
	return &Segmenter{set: set, pairs: p, scan: newScanner(n.set.union(key.options.ends()), p)}
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
