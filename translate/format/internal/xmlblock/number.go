package xmlblock

import (
	"diglot/translate/unit"
)

// numbering gives the codes of one text their IDs and pairs them.
type numbering struct {
	ids   *IDs
	codes []coded // one for each code
	tags  []int   // start tags without their end tag
}

func (n *numbering) reset(ids *IDs) { n.ids, n.codes, n.tags = ids, n.codes[:0], n.tags[:0] }

// coded is which half of a pair a code may be.
type coded struct {
	sort itemSort
	role *Role
}

// add notes a code.
func (n *numbering) add(it *item) { n.codes = append(n.codes, coded{it.sort, &it.role}) }

// number gives the ID of a Ref: the one that the source's code has, where this
// text does not use it yet, or a new one.
func (n *numbering) number(ref string) int {
	ids := n.ids
	if id, ok := ids.byRef[ref]; ok && ids.users[id-1] != ids.texts {
		ids.users[id-1] = ids.texts
		return id
	}
	ids.users = append(ids.users, ids.texts)
	id := len(ids.users)
	if _, ok := ids.byRef[ref]; !ok && ref != "" {
		if ids.byRef == nil {
			ids.byRef = map[string]int{}
		}
		ids.byRef[ref] = id
	}
	return id
}

// settle numbers the codes and joins the halves of pairs. An end whose start is not
// in the text, or the other way round, stands alone and stays where it is.
func (n *numbering) settle(codes []unit.Code) {
	var waiting map[string][]int // by Ref: starts without an end
	for i := range codes {
		switch it := n.codes[i]; it.sort {
		case openTag:
			codes[i].ID = n.number(it.role.Ref)
			n.tags = append(n.tags, i)
		case closeTag:
			join(codes, n.tags[len(n.tags)-1], i)
			n.tags = n.tags[:len(n.tags)-1]
		case opens:
			codes[i].ID = n.number(it.role.Ref)
			fix(&codes[i])
			if waiting == nil {
				waiting = map[string][]int{}
			}
			waiting[it.role.Ref] = append(waiting[it.role.Ref], i)
		case closes:
			if starts := waiting[it.role.Ref]; len(starts) > 0 {
				start := starts[len(starts)-1]
				waiting[it.role.Ref] = starts[:len(starts)-1]
				join(codes, start, i)
				free(&codes[start], n.codes[start].role)
				continue
			}
			codes[i].ID = n.number(it.role.Ref)
			fix(&codes[i])
		default:
			codes[i].ID = n.number(it.role.Ref)
		}
	}
}

func join(codes []unit.Code, start, end int) {
	codes[start].Kind, codes[end].Kind = unit.Open, unit.Close
	codes[end].ID = codes[start].ID
}

func fix(c *unit.Code) { c.NoDelete, c.NoCopy, c.NoReorder = true, true, true }

func free(c *unit.Code, r *Role) {
	c.NoDelete, c.NoCopy, c.NoReorder = r.NoDelete, r.NoCopy, r.NoReorder
}
