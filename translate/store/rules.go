package store

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"diglot/translate/unit"
)

// UnitID gives the id of a document's n-th unit: "hama#17".
func UnitID(document string, n int) string {
	return document + "#" + strconv.Itoa(n)
}

// SplitID takes an id apart. The number stands behind the last "#", so that a
// document's name may have one too.
func SplitID(id string) (document string, n int, err error) {
	i := strings.LastIndexByte(id, '#')
	if i > 0 {
		n, err = strconv.Atoi(id[i+1:])
		if err == nil && n > 0 && UnitID(id[:i], n) == id {
			return id[:i], n, nil
		}
	}
	return "", 0, fmt.Errorf("%q is no id of a unit; ids look like hama#17", id)
}

// Hash gives a document's Hash for its bytes.
func Hash(source []byte) string {
	sum := sha256.Sum256(source)
	return hex.EncodeToString(sum[:])
}

// Identical reports whether two texts are the same to the last byte, those of
// their codes' markup included, where Text.Equal looks at what is read only.
func Identical(a, b unit.Text) bool {
	return a.Content == b.Content && slices.Equal(a.Codes, b.Codes)
}

// Verdict is what becomes of a change.
type Verdict int

// A change is written, or is nothing new, or is refused.
const (
	Write Verdict = iota
	Same
	Refuse
)

// Decide judges a change against the target as it stands, the zero Target where
// there is none. The change's For is filled in already. All stores decide by
// this one function:
//
//   - a change based on another revision than the present one is refused;
//   - one that says nothing new is no revision; who says it again, and when, is
//     not new;
//   - a locked target takes only the change that unlocks it and leaves the rest
//     as it is.
func Decide(present unit.Target, c Change) Verdict {
	if c.Base != present.Revision {
		return Refuse
	}
	rest := Identical(present.Text, c.Target.Text) && present.State == c.Target.State &&
		present.Origin == c.Target.Origin && present.For.Equal(c.Target.For)
	switch {
	case present.Revision > 0 && rest && present.Locked == c.Target.Locked:
		return Same
	case present.Locked && (c.Target.Locked || !rest):
		return Refuse
	}
	return Write
}
