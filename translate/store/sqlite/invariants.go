package sqlite

import (
	"context"
	"database/sql"
)

// invariants are queries that find nothing in a store that is whole. What they
// find is put into the sentence.
var invariants = []struct{ sentence, query string }{
	{"%s has a unit with a number beyond its counter", `SELECT d.name FROM document d
		WHERE d.last_number < (SELECT max(number) FROM unit WHERE document = d.key)`},
	{"%s was removed and has units all the same", `SELECT name FROM document d
		WHERE NOT present AND EXISTS (SELECT 1 FROM unit WHERE document = d.key AND position IS NOT NULL)`},
	{"the units of %s do not stand one behind the other", `SELECT d.name FROM document d JOIN unit u ON u.document = d.key
		WHERE u.position IS NOT NULL GROUP BY d.key
		HAVING min(u.position) <> 0 OR max(u.position) <> count(*) - 1 OR count(DISTINCT u.position) <> count(*)`},
	{"%s has no import in the history", `SELECT name FROM document d
		WHERE NOT EXISTS (SELECT 1 FROM event WHERE document = d.key AND kind = 'import' AND unit IS NULL)`},
	{"%s has no source text", `SELECT d.name || '#' || u.number FROM unit u JOIN document d ON d.key = u.document
		WHERE NOT EXISTS (SELECT 1 FROM source s WHERE s.unit = u.key AND s.version = u.version)`},
	{"the history of %s has gaps", `SELECT d.name || '#' || u.number || ' in ' || e.locale
		FROM event e JOIN unit u ON u.key = e.unit JOIN document d ON d.key = u.document WHERE e.revision IS NOT NULL
		GROUP BY e.unit, e.locale HAVING min(e.revision) <> 1 OR max(e.revision) <> count(*)`},
	{"event %s is older than the revision before its own", `SELECT e.seq FROM event e
		JOIN event b ON b.unit = e.unit AND b.locale = e.locale AND b.revision = e.revision - 1 WHERE b.seq > e.seq`},
	{"event %s names another document than its unit's", `SELECT e.seq FROM event e JOIN unit u ON u.key = e.unit
		WHERE e.document IS NOT u.document`},
	{"memory %s has an entry with an id beyond its counter", `SELECT name FROM memory m WHERE EXISTS (SELECT 1 FROM entry
		WHERE key BETWEEN (m.key << 40) + m.last_id + 1 AND (m.key << 40) + 1099511627775)`},
	{"entry %s belongs to no memory", `SELECT key FROM entry WHERE key >> 40 NOT IN (SELECT key FROM memory)`},
	{"the numbers of memory %s are not those of its entries", `SELECT DISTINCT coalesce((SELECT name FROM memory WHERE key = memory), memory)
		FROM (SELECT * FROM (SELECT key >> 40 AS memory, source_locale, target_locale, count(*) FROM entry GROUP BY 1, 2, 3
			EXCEPT SELECT * FROM memory_pair)
		UNION ALL SELECT * FROM (SELECT * FROM memory_pair
			EXCEPT SELECT key >> 40, source_locale, target_locale, count(*) FROM entry GROUP BY 1, 2, 3))`},
	{"memory %s does not know when it changed", `SELECT name FROM memory WHERE changed IS NULL`},
	{"the output %s was written from events that are not there", `SELECT path FROM output
		WHERE seq > (SELECT coalesce(max(seq), 0) FROM event)`},
	{"the output %s was written from a version that is not there", `SELECT o.path FROM output o
		JOIN document d ON d.key = o.document WHERE o.version > d.version`},
}

func (e *examiner) invariants(ctx context.Context) error {
	for _, i := range invariants {
		err := each(ctx, e.q, func(rows *sql.Rows) error {
			var what string
			err := rows.Scan(&what)
			e.problem(i.sentence, what)
			return err
		}, i.query)
		if err != nil {
			return err
		}
	}
	return nil
}
