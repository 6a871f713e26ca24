package sqlite

import (
	"database/sql"
	"strings"

	"diglot/translate/locale"
	"diglot/translate/unit"
)

// targetColumns lists what a target is read out of: the event that wrote it and
// the source that it was written for, under the names that they have in a query.
func targetColumns(event, source string) string {
	return strings.NewReplacer("e.", event+".", "f.", source+".").Replace(
		"e.locale, e.revision, e.at, e.author, e.state, e.locked, e.origin, e.text, e.codes, f.text, f.codes")
}

// newestRevision is the number of the revision that stands, for event e.
const newestRevision = `(SELECT max(n.revision) FROM event n WHERE n.unit = e.unit AND n.locale = e.locale)`

// targetRow takes up targetColumns. All of them may be NULL, for events that
// wrote no target.
type targetRow struct {
	locale, author, state, origin, text, codes, forText, forCodes sql.NullString
	revision, at                                                  sql.NullInt64
	locked                                                        sql.NullBool
}

func (r *targetRow) fields() []any {
	return []any{&r.locale, &r.revision, &r.at, &r.author, &r.state, &r.locked, &r.origin, &r.text, &r.codes, &r.forText, &r.forCodes}
}

// target makes a target of the row. Whether it is stale only shows against the
// unit's source.
func (r *targetRow) target(known locales) (tag locale.Tag, t unit.Target, err error) {
	if tag, err = known.read(r.locale.String); err != nil {
		return tag, t, err
	}
	t = unit.Target{
		Locked:   r.locked.Bool,
		Origin:   r.origin.String,
		Author:   r.author.String,
		Revision: r.revision.Int64,
		Modified: fromMillis(r.at.Int64),
	}
	if t.State, err = unit.ParseState(r.state.String); err != nil {
		return tag, t, err
	}
	if t.For, err = decodeText(r.forText.String, r.forCodes, unit.Text{}); err != nil {
		return tag, t, err
	}
	t.Text, err = decodeText(r.text.String, r.codes, t.For)
	return tag, t, err
}
