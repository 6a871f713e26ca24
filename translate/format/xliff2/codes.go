package xliff2

import (
	"fmt"
	"strconv"
	"unicode/utf8"

	"diglot/translate/format/internal/xmlblock"
	"diglot/translate/format/internal/xmlspan"
)

// role says what an inline element is. pc and the pair of sc and ec are one thing
// in two spellings, and so are mrk and the pair of sm and em: a source may have the one
// and its target the other.
func role(n xmlspan.Node) xmlblock.Role {
	r := xmlblock.Role{NoCopy: true, NoDelete: n.Value("canDelete") == "no"}
	if reorder := n.Value("canReorder"); reorder == "no" || reorder == "firstNo" {
		r.NoReorder = true
	}
	switch n.Local() {
	case "cp":
		if c, ok := codePointOf(n); ok {
			return xmlblock.Role{Sort: xmlblock.Spelled, Letters: string(c)}
		}
	case "ph":
		r.Ref = "c:" + n.Value("id")
		r.Break = n.Value("subType") == "xlf:lb"
	case "pc":
		r.Sort, r.Ref = xmlblock.Pair, "c:"+n.Value("id")
	case "sc":
		r.Ref = "c:" + n.Value("id")
		if n.Value("isolated") != "yes" {
			r.Sort = xmlblock.Opens
		}
	case "ec":
		r.Ref = "c:" + n.Value("id")
		if n.Value("isolated") != "yes" {
			r.Sort, r.Ref = xmlblock.Closes, "c:"+n.Value("startRef")
		}
	case "mrk":
		r.Ref = "m:" + n.Value("id")
		if r.NoDelete = n.Value("translate") == "no"; !r.NoDelete {
			r.Sort = xmlblock.Pair
		}
	case "sm":
		r.Sort, r.Ref = xmlblock.Opens, "m:"+n.Value("id")
	case "em":
		r.Sort, r.Ref = xmlblock.Closes, "m:"+n.Value("startRef")
	}
	return r
}

// codePointOf reads <cp hex="…"/>.
func codePointOf(n xmlspan.Node) (rune, bool) {
	v, err := strconv.ParseUint(n.Value("hex"), 16, 32)
	if err != nil || !utf8.ValidRune(rune(v)) {
		return 0, false
	}
	return rune(v), true
}

// codePoint spells a character that XML cannot hold. prefix is that of the
// namespace, with its colon.
func codePoint(prefix string, r rune) (string, bool) {
	if xmlspan.IsChar(r) {
		return "", false
	}
	return fmt.Sprintf(`<%scp hex="%04X"/>`, prefix, r), true
}
