package markdown

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"diglot/translate/unit"
)

func firstRune(s string) int {
	_, n := utf8.DecodeRuneInString(s)
	return n
}

func lastRune(s string) int {
	_, n := utf8.DecodeLastRuneInString(s)
	return n
}

// scalarReader takes a quoted or plain value apart into stretches.
type scalarReader struct {
	s    string // the body
	at   int
	list []stretch
}

// letter passes n bytes that stand for themselves.
func (r *scalarReader) letter(n int) {
	if k := len(r.list); k > 0 {
		if last := &r.list[k-1]; last.span.End == r.at && last.letters == r.s[last.span.Start:last.span.End] {
			last.span.End += n
			last.letters = r.s[last.span.Start:last.span.End]
			r.at += n
			return
		}
	}
	r.spelled(n, r.s[r.at:r.at+n])
}

// spelled passes n bytes that stand for other letters.
func (r *scalarReader) spelled(n int, letters string) {
	r.list = append(r.list, stretch{unit.Span{Start: r.at, End: r.at + n}, letters})
	r.at += n
}

// space measures the white space at a byte and the line ends in it.
func (r *scalarReader) space(at int) (end, lineEnds int) {
	for end = at; end < len(r.s); end++ {
		switch c := r.s[end]; {
		case c == '\n' && end > at && r.s[end-1] == '\r':
		case c == '\n' || c == '\r':
			lineEnds++
		case !isSpace(c):
			return end, lineEnds
		}
	}
	return end, lineEnds
}

// fold passes white space: on one line as it is, over a line end as YAML folds it.
func (r *scalarReader) fold() {
	end, n := r.space(r.at)
	switch n {
	case 0:
		r.letter(end - r.at)
	case 1:
		r.spelled(end-r.at, " ")
	default:
		r.spelled(end-r.at, strings.Repeat("\n", n-1))
	}
}

// double reads a double-quoted value of YAML or JSON. Its opening quote is at
// r.at; ok is false where no closing one comes.
func (r *scalarReader) double() (ok bool) {
	for r.at++; r.at < len(r.s); {
		switch c := r.s[r.at]; {
		case c == '"':
			return true
		case isSpace(c) || c == '\n' || c == '\r':
			r.fold()
		case c != '\\':
			r.letter(firstRune(r.s[r.at:]))
		case r.at+1 < len(r.s) && (r.s[r.at+1] == '\n' || r.s[r.at+1] == '\r'):
			end, n := r.space(r.at + 1)
			r.spelled(end-r.at, strings.Repeat("\n", n-1))
		default:
			n, letters := escaped(r.s[r.at:])
			if n == 0 {
				return false
			}
			r.spelled(n, letters)
		}
	}
	return false
}

// escapes are the letters for one-letter escapes of YAML; TOML and JSON have some
// of them.
const escapes = "0\x00a\ab\bt\t\t\tn\nv\vf\fr\re\x1b  \"\"//\\\\N\u0085_\u00a0L\u2028P\u2029"

// escaped reads a backslash escape at the start of s.
func escaped(s string) (n int, letters string) {
	if len(s) < 2 {
		return 0, ""
	}
	digits := map[byte]int{'x': 2, 'u': 4, 'U': 8}[s[1]]
	if digits == 0 {
		for rest := escapes; rest != ""; {
			value := rest[1 : 1+firstRune(rest[1:])]
			if rest[0] == s[1] {
				return 2, value
			}
			rest = rest[1+len(value):]
		}
		return 0, ""
	}
	if len(s) < 2+digits {
		return 0, ""
	}
	v, err := strconv.ParseUint(s[2:2+digits], 16, 32)
	if err != nil || !utf8.ValidRune(rune(v)) {
		return surrogates(s)
	}
	return 2 + digits, string(rune(v))
}

// surrogates reads two \u escapes of JSON that make up one character.
func surrogates(s string) (n int, letters string) {
	if len(s) < 12 || s[1] != 'u' || s[6:8] != `\u` {
		return 0, ""
	}
	high, err1 := strconv.ParseUint(s[2:6], 16, 32)
	low, err2 := strconv.ParseUint(s[8:12], 16, 32)
	if err1 != nil || err2 != nil || high>>10 != 0xd800>>10 || low>>10 != 0xdc00>>10 {
		return 0, ""
	}
	return 12, string(rune(0x10000 + (high&0x3ff)<<10 + low&0x3ff))
}

// single reads a single-quoted value of YAML whose opening quote is at r.at.
func (r *scalarReader) single() (ok bool) {
	for r.at++; r.at < len(r.s); {
		switch c := r.s[r.at]; {
		case c == '\'' && strings.HasPrefix(r.s[r.at:], "''"):
			r.spelled(2, "'")
		case c == '\'':
			return true
		case isSpace(c) || c == '\n' || c == '\r':
			r.fold()
		default:
			r.letter(firstRune(r.s[r.at:]))
		}
	}
	return false
}

// plain reads a value without quotes, which is known.
func (r *scalarReader) plain(value string) (ok bool) {
	for value != "" {
		if r.at >= len(r.s) {
			return false
		}
		from := len(r.list)
		before := r.at
		if c := r.s[r.at]; isSpace(c) || c == '\n' || c == '\r' {
			r.fold()
		} else {
			r.letter(firstRune(r.s[r.at:]))
		}
		passed := r.s[before:r.at]
		if len(r.list) > from {
			passed = r.list[len(r.list)-1].letters
		}
		if !strings.HasPrefix(value, passed) {
			return false
		}
		value = value[len(passed):]
	}
	return true
}

// block reads the lines of a literal or folded value, which is known; r.at is
// behind its first line, that of the "|" or ">". Line ends after the last letter
// are left out.
func (r *scalarReader) block(value string, folded bool) (ok bool) {
	start, blank := r.blockIndent(r.at, 1<<30)
	if blank > len(value) || strings.Trim(value[:blank], "\n") != "" {
		return false
	}
	text := value[blank:]
	indent := start - (strings.LastIndexAny(r.s[:start], "\r\n") + 1) - (len(text) - len(strings.TrimLeft(text, " ")))
	if indent < 0 {
		return false
	}
	start, _ = r.blockIndent(r.at, indent)
	if blank > 0 {
		r.spelled(start-r.at, value[:blank])
	}
	r.at = start
	for value = text; ; {
		end := r.at
		for end < len(r.s) && r.s[end] != '\n' && r.s[end] != '\r' {
			end++
		}
		line := r.s[r.at:end]
		if !strings.HasPrefix(value, line) {
			return false
		}
		if line != "" {
			r.letter(len(line))
		}
		if value = value[len(line):]; strings.Trim(value, "\n") == "" {
			return true
		}
		next, ends := r.blockIndent(end, indent)
		switch feeds := len(value) - len(strings.TrimLeft(value, "\n")); {
		case !folded && feeds >= ends:
			r.spelled(next-end, value[:ends])
			value = value[ends:]
		case folded && feeds == 0 && ends == 1 && value[0] == ' ':
			r.spelled(next-end, " ")
			value = value[1:]
		case folded && feeds > 0 && feeds >= ends-1:
			n := min(feeds, ends)
			r.spelled(next-end, value[:n])
			value = value[n:]
		default:
			return false
		}
	}
}

// blockIndent passes line ends, lines without letters, and the indent of the next
// line, of so many spaces at most. It gives the place and the number of line ends.
func (r *scalarReader) blockIndent(at, indent int) (next, lineEnds int) {
	for {
		start := at
		if lineEnds > 0 || at == r.at {
			for at < len(r.s) && r.s[at] == ' ' && at-start < indent {
				at++
			}
		}
		switch {
		case at == len(r.s) || r.s[at] != '\n' && r.s[at] != '\r':
			return at, lineEnds
		case strings.HasPrefix(r.s[at:], "\r\n"):
			at++
		}
		at++
		lineEnds++
	}
}
