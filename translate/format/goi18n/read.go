package goi18n

import (
	"fmt"
	"regexp"
	"strings"

	"diglot/translate/format"
	"diglot/translate/format/internal/holder"
	"diglot/translate/format/internal/jsonspan"
	"diglot/translate/format/internal/literal"
	"diglot/translate/format/internal/tomlspan"
	"diglot/translate/format/internal/yamlspan"
)

// The syntaxes, which a block's Where begins with.
const (
	inJSON = "json"
	inTOML = "toml"
	inYAML = "yaml"
)

// entry is a string in a file of any syntax.
type entry struct {
	path  []string
	value literal.String
	note  string
	where string
}

var (
	tableLine = regexp.MustCompile(`^\s*\[{1,2}[^\[\]{}"',:]+\]{1,2}\s*(#.*)?$|^\s*\[{1,2}("[^"]*"|'[^']*')\]{1,2}\s*$`)
	pairLine  = regexp.MustCompile(`^\s*([A-Za-z0-9_.-]+|"[^"]*"|'[^']*')\s*=\s*\S`)
)

// syntaxOf tells the syntax of a file by its first line that is no comment.
func syntaxOf(body string) string {
	for _, line := range strings.FieldsFunc(strings.TrimPrefix(body, "\ufeff"), func(r rune) bool { return r == '\n' || r == '\r' }) {
		switch trimmed := strings.TrimSpace(line); {
		case trimmed == "" || trimmed[0] == '#':
		case tableLine.MatchString(line) || pairLine.MatchString(line):
			return inTOML
		case trimmed[0] == '{' || trimmed[0] == '[' && strings.Trim(trimmed[1:min(len(trimmed), 2)], "{[\"] ") == "":
			return inJSON
		case trimmed[0] == '[':
			return inTOML
		default:
			return inYAML
		}
	}
	return inYAML
}

// Read makes a block of every message and of every form of messages with plural forms.
func (Format) Read(body string, _ format.Settings) ([]format.Block, error) {
	entries, err := entriesOf(body)
	if err != nil {
		return nil, err
	}
	messages := messagesOf(entries)
	var blocks []format.Block
	for i, e := range entries {
		key, note, ok := messageOf(messages, e.path).describe(e)
		if !ok {
			continue
		}
		b, ok, err := holder.Block(e.value, "message", holder.Mustache|holder.Tags)
		if err != nil {
			return nil, err
		}
		if ok {
			b.Key, b.Note, b.Where = key, note, entries[i].where
			blocks = append(blocks, b)
		}
	}
	if len(blocks) > 0 && blocks[0].Where == inJSON {
		jsonspan.Settle(body, blocks)
	}
	return blocks, nil
}

func entriesOf(body string) ([]entry, error) {
	var list []entry
	switch syntaxOf(body) {
	case inTOML:
		entries, err := tomlspan.Parse(body)
		if err != nil {
			return nil, err
		}
		for _, e := range entries {
			list = append(list, entry{e.Path, e.Value, e.Note, inTOML + " " + e.Style})
		}
	case inYAML:
		file, err := yamlspan.Parse(body)
		if err != nil {
			return nil, err
		}
		for _, e := range file.Entries {
			list = append(list, entry{e.Path, e.Value, e.Note, inYAML + " " + string(e.Style) + " " + e.Indent})
		}
	default:
		tree, err := jsonspan.Parse(body)
		if err != nil {
			return nil, err
		}
		list = fromJSON(nil, tree.Root(), nil)
	}
	return list, nil
}

func fromJSON(list []entry, n jsonspan.Node, path []string) []entry {
	if n.Kind() == jsonspan.String {
		return append(list, entry{path, n.Literal(), "", inJSON})
	}
	i := 0
	for c := range n.Children() {
		key := c.Key()
		if n.Kind() == jsonspan.Array {
			key = fmt.Sprint(i)
		}
		list = fromJSON(list, c, append(path[:len(path):len(path)], key))
		i++
	}
	return list
}

// message is what the strings of one table say together.
type message struct {
	forms       bool // it has plural forms, or a hash
	id          string
	description string
	prose       bool // it has "message" or "translation"
	translation bool // the latter
}

// messagesOf finds the messages by the path of their table.
func messagesOf(entries []entry) map[string]*message {
	messages := map[string]*message{}
	for _, e := range entries {
		if len(e.path) < 2 {
			continue
		}
		table := strings.Join(e.path[:len(e.path)-1], "\x00")
		m := messages[table]
		if m == nil {
			m = &message{}
			messages[table] = m
		}
		switch last := strings.ToLower(e.path[len(e.path)-1]); {
		case isForm(last) || last == "hash":
			m.forms = true
		case last == "id" || last == "key":
			m.id = e.value.Letters
		case last == "description":
			m.description = e.value.Letters
		case last == "message" || last == "translation" || last == "string":
			m.prose, m.translation = true, m.translation || last == "translation"
		}
	}
	return messages
}

// messageOf gives the message that a string belongs to. The forms in a
// "translation" belong to the message around it.
func messageOf(messages map[string]*message, path []string) *message {
	if len(path) < 2 {
		return nil
	}
	m := messages[strings.Join(path[:len(path)-1], "\x00")]
	if len(path) < 3 || path[len(path)-2] != "translation" {
		return m
	}
	if around := messages[strings.Join(path[:len(path)-2], "\x00")]; around != nil && around.id != "" {
		merged := *m
		merged.id, merged.description = around.id, around.description
		return &merged
	}
	return m
}

func isForm(name string) bool {
	switch name {
	case "zero", "one", "two", "few", "many", "other":
		return true
	}
	return false
}

// describe gives the key and the note of a string; ok is false where it is no
// prose: an id, a hash, a description, a delimiter.
func (m *message) describe(e entry) (key, note string, ok bool) {
	key, note = strings.Join(e.path, "."), e.note
	if len(e.path) < 2 {
		return key, note, len(e.path) == 1 && !isLanguage(key)
	}
	last := strings.ToLower(e.path[len(e.path)-1])
	table := e.path[:len(e.path)-1]
	name := strings.Join(table, ".")
	if m.id != "" {
		name = m.id
	}
	if m.description != "" {
		note = m.description
	}
	switch {
	case isForm(last) && m.forms:
		return name + "[" + last + "]", note, true
	case m.prose && (last == "message" || last == "translation" || last == "string"):
		return name, note, last != "message" || !m.translation // gotext has both: the source, and the target
	case m.forms || m.prose || m.id != "":
		switch last {
		case "id", "key", "description", "hash", "leftdelim", "rightdelim", "message", "placeholder", "meaning", "translatorcomment", "position":
			return "", "", false
		}
	}
	return key, note, true
}

func isLanguage(key string) bool { return key == "lang" || key == "language" }
