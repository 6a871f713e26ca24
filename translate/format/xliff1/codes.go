package xliff1

import (
	"diglot/translate/format/internal/xmlblock"
	"diglot/translate/format/internal/xmlspan"
)

// role says what an inline element is. A code may be copied with its id, unless
// it says clone="no".
func role(n xmlspan.Node) xmlblock.Role {
	id := n.Value("id")
	r := xmlblock.Role{NoCopy: n.Value("clone") == "no", Ref: n.Local() + ":" + id}
	pair := id
	if rid := n.Value("rid"); rid != "" {
		pair = rid
	}
	switch n.Local() {
	case "x", "ph":
		r.Break = n.Value("ctype") == "lb"
	case "it":
		r.NoDelete, r.NoCopy, r.NoReorder = true, true, true
	case "bx":
		r.Sort, r.Ref = xmlblock.Opens, "bx:"+pair
	case "ex":
		r.Sort, r.Ref = xmlblock.Closes, "bx:"+pair
	case "bpt":
		r.Sort, r.Ref = xmlblock.Opens, "bpt:"+pair
	case "ept":
		r.Sort, r.Ref = xmlblock.Closes, "bpt:"+pair
	case "mrk":
		if n.Value("mtype") != "protected" {
			r.Sort = xmlblock.Pair
		}
		r.Ref = "mrk:" + n.Value("mtype") + ":" + n.Value("mid")
	default: // g, and what dialects have
		r.Sort = xmlblock.Pair
	}
	return r
}
