package segment

import (
	"bufio"
	"embed"
	"fmt"
	"regexp"
	"slices"
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"
)

//go:embed languages/*.rules
var languageFiles embed.FS

// language is one file of languages/, as read: word lists, settings and
// rules whose patterns name the lists in braces.
//
//	[settings]          key = value
//	[list NAME]         words between white space
//	[rules]             break|no-break ID: BEFORE <> AFTER, "drop ID",
//	                    "common" where the common rules go
//
// A # begins a comment. The comment above a rule is its reason, and that of
// the rules that follow without one.
type language struct {
	name     string
	settings map[string]string
	lists    map[string][]string
	rules    []template
}

type template struct {
	Rule
	line int
	drop bool
}

func readLanguage(name, text string) (*language, error) {
	l := &language{name: name, settings: map[string]string{}, lists: map[string][]string{}}
	section, why, reason := "", []string(nil), ""
	sc := bufio.NewScanner(strings.NewReader(text))
	for n := 1; sc.Scan(); n++ {
		line := strings.TrimSpace(sc.Text())
		if comment, ok := strings.CutPrefix(line, "#"); ok {
			why = append(why, strings.TrimSpace(comment))
			continue
		}
		if strings.HasPrefix(line, "[") && strings.HasSuffix(line, "]") {
			section = line[1 : len(line)-1]
		} else if line != "" {
			if len(why) > 0 {
				reason = strings.Join(why, " ")
			}
			if err := l.line(section, line, reason, n); err != nil {
				return nil, fmt.Errorf("%s.rules:%d: %w", name, n, err)
			}
		}
		why = nil
	}
	return l, sc.Err()
}

func (l *language) line(section, line, why string, n int) error {
	if list, ok := strings.CutPrefix(section, "list "); ok {
		l.lists[list] = append(l.lists[list], strings.Fields(line)...)
		return nil
	}
	switch section {
	case "settings":
		key, value, ok := strings.Cut(line, "=")
		if !ok {
			return fmt.Errorf("%q is not key = value", line)
		}
		l.settings[strings.TrimSpace(key)] = strings.TrimSpace(value)
		return nil
	case "rules":
		t, err := readTemplate(l.name, line, why)
		t.line = n
		l.rules = append(l.rules, t)
		return err
	}
	return fmt.Errorf("%q stands outside of a section", line)
}

// readTemplate reads "no-break title: BEFORE <> AFTER".
func readTemplate(file, line, why string) (template, error) {
	if line == "common" {
		return template{Rule: Rule{ID: "common"}}, nil
	}
	if id, ok := strings.CutPrefix(line, "drop "); ok {
		return template{Rule: Rule{ID: strings.TrimSpace(id)}, drop: true}, nil
	}
	head, body, ok := strings.Cut(line, ":")
	before, after, ok2 := strings.Cut(body, "<>")
	kind, id, ok3 := strings.Cut(strings.TrimSpace(head), " ")
	if !ok || !ok2 || !ok3 || kind != "break" && kind != "no-break" {
		return template{}, fmt.Errorf("%q is not \"break|no-break ID: BEFORE <> AFTER\"", line)
	}
	return template{Rule: Rule{
		Break: kind == "break", ID: file + "/" + strings.TrimSpace(id), Why: why,
		Before: strings.TrimSpace(before), After: strings.TrimSpace(after),
	}}, nil
}

// expand gives the rules of l with the common ones in their place and every
// list written out. A rule that names a list which the language lacks falls
// away.
func (l *language) expand(common *language) []Rule {
	var rules []Rule
	for _, t := range l.merge(common) {
		r := t.Rule
		okBefore, okAfter := true, true
		r.Before, okBefore = l.fill(r.Before, common)
		r.After, okAfter = l.fill(r.After, common)
		if okBefore && okAfter {
			rules = append(rules, r)
		}
	}
	return rules
}

// merge puts the group of common rules that the language uses into its own.
func (l *language) merge(common *language) []template {
	dropped := map[string]bool{}
	var out []template
	used := false
	insert := func() {
		used = true
		out = append(out, common.rules...)
	}
	for _, t := range l.rules {
		switch {
		case t.drop:
			dropped["common/"+t.ID] = true
		case t.ID == "common":
			insert()
		default:
			out = append(out, t)
		}
	}
	if !used {
		insert()
	}
	script := l.settings["script"]
	return slices.DeleteFunc(out, func(t template) bool {
		return dropped[t.ID] || !inGroup(t.ID, script)
	})
}

// inGroup: a common rule "cased-initial" is for scripts with case only.
func inGroup(id, script string) bool {
	name, ok := strings.CutPrefix(id, "common/")
	if !ok {
		return true
	}
	for _, group := range []string{"cased", "caseless", "ideographic"} {
		if strings.HasPrefix(name, group+"-") {
			return group == script
		}
	}
	return true
}

var listName = regexp.MustCompile(`\{[a-z][a-z-]*\}`)

// fill writes the lists that a pattern names into it.
func (l *language) fill(pattern string, common *language) (string, bool) {
	ok := true
	for depth := 0; depth < 5 && listName.MatchString(pattern); depth++ {
		pattern = listName.ReplaceAllStringFunc(pattern, func(name string) string {
			name = name[1 : len(name)-1]
			if p, found := l.settings[name]; found {
				return p
			}
			if p, found := common.settings[name]; found {
				return p
			}
			words := l.lists[name]
			if words == nil {
				words = common.lists[name]
			}
			if len(words) == 0 {
				ok = false
			}
			return wordPattern(words)
		})
	}
	return pattern, ok
}

// wordPattern matches any of the words. A word in small letters may begin
// with a capital; a stop inside a word may be followed by a space: "z.B" and
// "z. B".
func wordPattern(words []string) string {
	words = slices.Clone(words)
	sort.Strings(words)
	words = slices.Compact(words)
	ways := make([]string, 0, len(words))
	for _, w := range words {
		var b strings.Builder
		for i, r := range w {
			switch up := unicode.ToUpper(r); {
			case i == 0 && up != r:
				b.WriteString("[" + string(r) + string(up) + "]")
			case r == '.' && i+1 < len(w):
				b.WriteString(`\.[\s\u00A0\u202F]?`)
			case r == '_':
				b.WriteString(`\s`)
			case r < utf8.RuneSelf && !unicode.IsLetter(r) && !unicode.IsDigit(r):
				b.WriteString(`\` + string(r))
			default:
				b.WriteRune(r)
			}
		}
		ways = append(ways, b.String())
	}
	return "(?:" + strings.Join(ways, "|") + ")"
}

// ownSettings are what the walk needs to know of a language besides its
// rules: the setting "end" is what may end a sentence, "pairs" an opener and
// what closes it, "even" the marks that look the same on both sides, "hold"
// what holds sentences together.
func (l *language) ownSettings(common *language) ownSettings {
	setting := func(key string) string {
		if v, ok := l.settings[key]; ok {
			return v
		}
		return common.settings[key]
	}
	return ownSettings{setting("end"), setting("pairs"), setting("even"), setting("hold")}
}
