package check

import (
	"bytes"
	"fmt"
	"io"
	"strconv"
	"strings"
	"unicode/utf8"

	"diglot/translate/text"
)

// maxDictionary bounds the size of either file of a dictionary.
const maxDictionary = 64 << 20

// flagStyle is how a dictionary writes its flags.
type flagStyle uint8

const (
	byteFlags flagStyle = iota // one character each
	longFlags                  // two characters each
	numFlags                   // numbers with commas between
)

// ReadDictionary reads a pair of Hunspell files. Their names are for errors, which
// say the file and the line: "de.aff:12: …".
func ReadDictionary(affName string, aff io.Reader, dicName string, dic io.Reader) (*Dictionary, error) {
	d := &Dictionary{roots: map[string][][]rootFlag{}, prefixes: map[string][]affix{}, suffixes: map[string][]affix{}, compoundMin: 3}
	raw, err := readBounded(affName, aff)
	if err != nil {
		return nil, err
	}
	charset, err := dictionaryCharset(raw)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", affName, err)
	}
	lines, err := decodeLines(affName, raw, charset)
	if err != nil {
		return nil, err
	}
	if err := d.readAffixes(affName, lines); err != nil {
		return nil, err
	}
	if raw, err = readBounded(dicName, dic); err != nil {
		return nil, err
	}
	if lines, err = decodeLines(dicName, raw, charset); err != nil {
		return nil, err
	}
	return d, d.readRoots(dicName, lines)
}

func readBounded(name string, r io.Reader) ([]byte, error) {
	b, err := io.ReadAll(io.LimitReader(r, maxDictionary+1))
	if err != nil {
		return nil, fmt.Errorf("reading %s: %w", name, err)
	}
	if len(b) > maxDictionary {
		return nil, fmt.Errorf("%s is larger than %d MB, more than any dictionary", name, maxDictionary>>20)
	}
	return b, nil
}

// dictionaryCharset finds the SET line; Hunspell's default is ISO 8859-1.
func dictionaryCharset(aff []byte) (text.Charset, error) {
	for line := range bytes.Lines(aff) {
		fields := bytes.Fields(bytes.TrimPrefix(line, []byte("\xEF\xBB\xBF")))
		if len(fields) == 2 && string(fields[0]) == "SET" {
			return text.CharsetNamed(strings.TrimPrefix(string(fields[1]), "microsoft-"))
		}
	}
	return text.CharsetNamed("ISO-8859-1")
}

func decodeLines(name string, raw []byte, c text.Charset) ([]string, error) {
	s, err := text.Decode(bytes.TrimPrefix(raw, []byte("\xEF\xBB\xBF")), c)
	if err != nil {
		return nil, fmt.Errorf("%s:%w", name, err) // the error begins with line and column
	}
	return strings.Split(s, "\n"), nil
}

// readAffixes reads the .aff file.
func (d *Dictionary) readAffixes(name string, lines []string) error {
	crosses := map[string]bool{} // classes seen, and whether they meet the other end's
	for i, line := range lines {
		fields := strings.Fields(line)
		if len(fields) < 2 || strings.HasPrefix(fields[0], "#") {
			if len(fields) == 1 && strings.HasPrefix(fields[0], "COMPLEXPREFIXES") {
				return fmt.Errorf("%s:%d: COMPLEXPREFIXES is not understood", name, i+1)
			}
			continue
		}
		if err := d.readOption(fields, crosses); err != nil {
			return fmt.Errorf("%s:%d: %w", name, i+1, err)
		}
	}
	return nil
}

// readOption reads one line of the .aff file. Options for suggestions are passed over.
func (d *Dictionary) readOption(fields []string, crosses map[string]bool) (err error) {
	switch fields[0] {
	case "FLAG":
		switch fields[1] {
		case "long":
			d.flags = longFlags
		case "num":
			d.flags = numFlags
		case "UTF-8":
		default:
			return fmt.Errorf("%q is no kind of flag; use long, num or UTF-8", fields[1])
		}
	case "IGNORE":
		d.ignore = fields[1]
	case "ICONV":
		if len(fields) == 3 {
			d.input = append(d.input, fields[1], fields[2])
		}
	case "NEEDAFFIX", "PSEUDOROOT":
		d.needAffix, err = d.oneFlag(fields[1])
	case "FORBIDDENWORD":
		d.forbidden, err = d.oneFlag(fields[1])
	case "ONLYINCOMPOUND":
		d.onlyCompound, err = d.oneFlag(fields[1])
	case "COMPOUNDFLAG", "COMPOUNDBEGIN", "COMPOUNDEND", "COMPOUNDLAST", "COMPOUNDRULE":
		d.compounds = true
	case "COMPOUNDMIN":
		if d.compoundMin, err = strconv.Atoi(fields[1]); err != nil {
			return fmt.Errorf("%q is no number of letters", fields[1])
		}
		d.compoundMin = max(d.compoundMin, 1)
	case "AF":
		if len(d.aliases) == 0 && len(fields) == 2 && isNumber64(fields[1]) {
			d.aliases = [][]rootFlag{nil} // they count from 1; this line says how many
			return nil
		}
		flags, err := d.parseFlags(fields[1], true)
		d.aliases = append(d.aliases, flags)
		return err
	case "PFX", "SFX":
		return d.readAffix(fields, crosses)
	}
	return err
}

func isNumber64(s string) bool {
	_, err := strconv.ParseUint(s, 10, 64)
	return err == nil
}

// readAffix reads a line of a class: its head, "SFX A Y 3", or an affix, "SFX A y ies [^aeiou]y".
func (d *Dictionary) readAffix(fields []string, crosses map[string]bool) error {
	class := fields[0] + fields[1]
	cross, seen := crosses[class]
	if !seen {
		if len(fields) < 4 || fields[2] != "Y" && fields[2] != "N" {
			return fmt.Errorf("class %s begins without its head (%s %s Y 1)", fields[1], fields[0], fields[1])
		}
		crosses[class] = fields[2] == "Y"
		return nil
	}
	if len(fields) < 4 {
		return fmt.Errorf("affix of class %s is not whole", fields[1])
	}
	f, err := d.oneFlag(fields[1])
	if err != nil {
		return err
	}
	add, then, _ := strings.Cut(fields[3], "/")
	a := affix{flag: f, cross: cross, strip: zeroIsNothing(fields[2]), backward: fields[0] == "SFX"}
	if a.then, err = d.parseFlags(then, false); err != nil {
		return err
	}
	if len(fields) > 4 {
		if a.condition, err = parseCondition(fields[4]); err != nil {
			return err
		}
	}
	add = zeroIsNothing(add)
	d.longest = max(d.longest, utf8.RuneCountInString(add))
	if a.backward {
		d.suffixes[add] = append(d.suffixes[add], a)
	} else {
		d.prefixes[add] = append(d.prefixes[add], a)
	}
	return nil
}

func zeroIsNothing(s string) string {
	if s == "0" {
		return ""
	}
	return s
}

// parseCondition reads the letters that a root must have: [^aeiou]y, or "." for any.
func parseCondition(s string) ([]matcher, error) {
	if s == "." {
		return nil, nil
	}
	var list []matcher
	for len(s) > 0 {
		if s[0] != '[' {
			_, n := utf8.DecodeRuneInString(s)
			m := matcher{letters: s[:n]}
			if s[:n] == "." {
				m.letters = ""
			}
			list = append(list, m)
			s = s[n:]
			continue
		}
		set, rest, ok := strings.Cut(s[1:], "]")
		if !ok {
			return nil, fmt.Errorf("condition %q does not close its bracket", s)
		}
		letters, not := strings.CutPrefix(set, "^")
		list = append(list, matcher{letters, not})
		s = rest
	}
	return list, nil
}

// readRoots reads the .dic file. Its first line is a count, which need not be right.
func (d *Dictionary) readRoots(name string, lines []string) error {
	for i, line := range lines {
		line, _, _ = strings.Cut(strings.TrimRight(line, "\r"), "\t")
		if i == 0 && isNumber64(strings.TrimSpace(line)) || line == "" || line[0] == '#' {
			continue
		}
		root, flags := cutFlags(line)
		parsed, err := d.parseFlags(flags, false)
		if err != nil {
			return fmt.Errorf("%s:%d: %w", name, i+1, err)
		}
		d.roots[root] = append(d.roots[root], parsed)
	}
	return nil
}

// cutFlags parts a root from its flags and from what is said of it behind a space; a
// slash behind a backslash is a letter.
func cutFlags(line string) (root, flags string) {
	for i := 1; i < len(line); i++ {
		if line[i] != '/' {
			continue
		}
		if line[i-1] == '\\' {
			line = line[:i-1] + line[i:]
			continue
		}
		flags, _, _ = strings.Cut(line[i+1:], " ")
		return line[:i], flags
	}
	if before, _, ok := strings.Cut(line, " po:"); ok {
		line = before
	}
	return strings.TrimSpace(line), ""
}

// oneFlag reads a single flag.
func (d *Dictionary) oneFlag(s string) (rootFlag, error) {
	flags, err := d.parseFlags(s, true)
	if err != nil {
		return 0, err
	}
	if len(flags) != 1 {
		return 0, fmt.Errorf("%q is not one flag", s)
	}
	return flags[0], nil
}

// parseFlags reads flags in the dictionary's style; literal says that a number is
// no alias.
func (d *Dictionary) parseFlags(s string, literal bool) ([]rootFlag, error) {
	if s == "" {
		return nil, nil
	}
	if len(d.aliases) > 0 && !literal {
		n, err := strconv.Atoi(s)
		if err != nil || n < 1 || n >= len(d.aliases) {
			return nil, fmt.Errorf("bad flag %q: there are %d aliases", s, len(d.aliases)-1)
		}
		return d.aliases[n], nil
	}
	var list []rootFlag
	switch d.flags {
	case numFlags:
		for _, part := range strings.Split(s, ",") {
			n, err := strconv.ParseUint(part, 10, 16)
			if err != nil || n == 0 {
				return nil, fmt.Errorf("bad flag %q: want numbers from 1 to 65535", part)
			}
			list = append(list, rootFlag(n))
		}
	case longFlags:
		if len(s)%2 != 0 || strings.ContainsFunc(s, func(r rune) bool { return r >= utf8.RuneSelf }) {
			return nil, fmt.Errorf("bad flag in %q: want two ASCII characters each", s)
		}
		for i := 0; i < len(s); i += 2 {
			list = append(list, rootFlag(s[i])<<8|rootFlag(s[i+1]))
		}
	default:
		for _, r := range s {
			if r > 0xFFFF {
				return nil, fmt.Errorf("bad flag %q: beyond U+FFFF", r)
			}
			list = append(list, rootFlag(r))
		}
	}
	return list, nil
}
