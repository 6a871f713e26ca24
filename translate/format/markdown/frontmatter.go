package markdown

import (
	"encoding/json"
	"fmt"
	"strings"

	"diglot/translate/format"
	"diglot/translate/unit"
)

// Front matter is what a site generator wants to know of an article, before its
// text: YAML between "---" lines, TOML between "+++" lines, or a JSON object. Some
// of its values are text for readers; Settings.Keys names them.

// defaultKeys are the keys whose values are translated unless the settings say
// otherwise.
var defaultKeys = []string{"title", "linkTitle", "subtitle", "description", "summary", "excerpt", "caption", "alt"}

// keyRules tells which keys are translatable. A rule without a dot means the key
// at any depth; one with dots means a path, without the numbers of list items.
// Letter case does not matter.
type keyRules []string

func rulesOf(s format.Settings) keyRules {
	keys := s.Keys
	if keys == nil {
		keys = defaultKeys
	}
	rules := make(keyRules, len(keys))
	for i, k := range keys {
		rules[i] = strings.ToLower(k)
	}
	return rules
}

// match reports whether the value at a path is translatable.
func (rules keyRules) match(path []string) bool {
	var names []string
	for _, p := range path {
		if strings.Trim(p, "0123456789") != "" {
			names = append(names, strings.ToLower(p))
		}
	}
	if len(names) == 0 {
		return false
	}
	whole, last := strings.Join(names, "."), names[len(names)-1]
	for _, r := range rules {
		if r == last || r == whole {
			return true
		}
	}
	return false
}

// kindOf names a block after the key of its value.
func kindOf(path []string) string {
	for i := len(path) - 1; i >= 0; i-- {
		switch name := strings.ToLower(path[i]); name {
		case "title", "linktitle", "subtitle":
			return "title"
		case "description", "summary", "excerpt":
			return "description"
		case "caption", "alt":
			return name
		}
	}
	return "message"
}

// readFrontMatter gives the blocks of the front matter and the byte behind it.
func readFrontMatter(body string, s format.Settings) ([]format.Block, int, error) {
	v := &values{body: body, rules: rulesOf(s)}
	switch {
	case strings.HasPrefix(body, "{"):
		d := json.NewDecoder(strings.NewReader(body))
		var object map[string]json.RawMessage
		if d.Decode(&object) != nil {
			return nil, 0, nil
		}
		end := int(d.InputOffset())
		if ok, err := v.readYAML(0, end); !ok || err != nil {
			return nil, end, nil // untouched
		}
		return v.blocks, end, v.err
	case strings.HasPrefix(body, "---"):
		inner, end := fenced(body, "---", "...")
		if end == 0 || !startsWithKey(body[inner.Start:inner.End]) {
			return nil, 0, nil
		}
		ok, err := v.readYAML(inner.Start, inner.End)
		if !ok {
			end = 0
		}
		return v.blocks, end, orFirst(err, v.err)
	case strings.HasPrefix(body, "+++"):
		inner, end := fenced(body, "+++", "+++")
		if end == 0 {
			return nil, 0, nil
		}
		err := v.readTOML(inner.Start, inner.End)
		return v.blocks, end, orFirst(err, v.err)
	}
	return nil, 0, nil
}

func orFirst(errs ...error) error {
	for _, err := range errs {
		if err != nil {
			return err
		}
	}
	return nil
}

// fenced gives what stands between a first line that is a fence and the next line
// that is one, or other, and the byte behind that; 0 where there is none.
func fenced(body, fence, other string) (inner unit.Span, end int) {
	ls := newLines(body, 0)
	for first := true; ; first = false {
		l, ok := ls.next()
		if !ok {
			return inner, 0
		}
		switch line := strings.TrimRight(body[l.start:l.end], " \t"); {
		case first && line != fence:
			return inner, 0
		case first:
			inner.Start = l.next
		case line == fence || line == other:
			inner.End = l.start
			return inner, l.next
		}
	}
}

// startsWithKey reports whether the first line of s that says something is a key
// with a value: else "---" is a horizontal rule.
func startsWithKey(s string) bool {
	ls := newLines(s, 0)
	for l, ok := ls.next(); ok; l, ok = ls.next() {
		line := strings.Trim(s[l.start:l.end], " \t")
		if line == "" || line[0] == '#' {
			continue
		}
		key, rest, found := strings.Cut(line, ":")
		return found && (rest == "" || isSpace(rest[0])) && (line[0] == '"' || line[0] == '\'' || !strings.ContainsAny(key, " \t*[]`"))
	}
	return true
}

// values collects the translatable values of front matter.
type values struct {
	body   string
	rules  keyRules
	blocks []format.Block
	err    error
}

// stretch is a piece of a value: the bytes in the body and the letters that they
// stand for.
type stretch struct {
	span    unit.Span
	letters string
}

// add makes a block of a value that stands in span, quotes and all. The opening
// quote belongs to the run of the first letter and the closing one to that of the
// last, so that other quotes can be written with other text.
func (v *values) add(path []string, where string, span unit.Span, stretches []stretch) {
	var list []stretch
	for _, s := range stretches {
		if s.letters != "" || len(list) == 0 {
			list = append(list, s)
			continue
		}
		list = splitLast(v.body, list) // bytes without letters, such as an escaped line end
		list[len(list)-1].span.End = s.span.End
	}
	if len(list) == 0 || strings.TrimSpace(joined(list)) == "" {
		return
	}
	list = splitLast(v.body, splitFirst(v.body, list))
	list[0].span.Start = span.Start
	list[len(list)-1].span.End = span.End
	b := format.NewBuilder(v.body, span.Start)
	for _, s := range list {
		b.Spelled(s.span, s.letters)
	}
	block, err := b.Block(kindOf(path))
	v.err = orFirst(v.err, err)
	block.Key, block.Where = strings.Join(path, "."), where
	v.blocks = append(v.blocks, block)
}

func joined(list []stretch) string {
	var b strings.Builder
	for _, s := range list {
		b.WriteString(s.letters)
	}
	return b.String()
}

// splitFirst makes a stretch of its own of the first letter.
func splitFirst(body string, list []stretch) []stretch {
	s := list[0]
	n := firstRune(s.letters)
	if n == len(s.letters) || s.letters != body[s.span.Start:s.span.End] {
		return list
	}
	at := s.span.Start + n
	list[0] = stretch{unit.Span{Start: at, End: s.span.End}, s.letters[n:]}
	return append([]stretch{{unit.Span{Start: s.span.Start, End: at}, s.letters[:n]}}, list...)
}

// splitLast makes a stretch of its own of the last letter.
func splitLast(body string, list []stretch) []stretch {
	last := len(list) - 1
	s := list[last]
	n := len(s.letters) - lastRune(s.letters)
	if n == 0 || s.letters != body[s.span.Start:s.span.End] {
		return list
	}
	at := s.span.Start + n
	list[last] = stretch{unit.Span{Start: s.span.Start, End: at}, s.letters[:n]}
	return append(list, stretch{unit.Span{Start: at, End: s.span.End}, s.letters[n:]})
}

// malformed makes the error of front matter that cannot be read.
func malformed(body string, at int, what string, err error) error {
	return format.At(body, at, fmt.Errorf("%s front matter: %w", what, err))
}
