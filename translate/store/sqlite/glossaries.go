package sqlite

import (
	"context"
	"database/sql"
	"fmt"

	"diglot/translate/glossary"
	"diglot/translate/store"
)

// Concepts lists a glossary by concept id.
func (s *Store) Concepts(ctx context.Context, name string) (concepts []glossary.Concept, err error) {
	err = s.read(ctx, "reading glossary "+name, func(q querier) error {
		return each(ctx, q, func(rows *sql.Rows) error {
			var id, body string
			if err := rows.Scan(&id, &body); err != nil {
				return err
			}
			c, err := decodeConcept(id, body)
			concepts = append(concepts, c)
			return err
		}, `SELECT id, body FROM concept WHERE glossary = ? ORDER BY id`, name)
	})
	return concepts, err
}

// PutConcepts writes concepts into a glossary. Where nothing changes by it, the
// history does not speak of it.
func (s *Store) PutConcepts(ctx context.Context, name string, concepts []glossary.Concept, replace bool, author string) error {
	if err := store.CheckStrings(name, author); err != nil {
		return err
	}
	return s.write(ctx, "writing glossary "+name, func(ctx context.Context, tx *sql.Tx) error {
		written, err := putConcepts(ctx, tx, name, concepts)
		if err != nil {
			return fmt.Errorf("writing glossary %s: %w", name, err)
		}
		deleted := 0
		if replace {
			if deleted, err = deleteOthers(ctx, tx, name, concepts); err != nil {
				return err
			}
		}
		if written+deleted > 0 {
			_, _, err = s.log(ctx, tx, entryOfLog{author: author, kind: store.KindGlossary,
				note: fmt.Sprintf("%s: %d written, %d deleted", name, written, deleted)})
		}
		return err
	})
}

// putConcepts writes concepts and counts those that were new or different.
func putConcepts(ctx context.Context, tx *sql.Tx, name string, concepts []glossary.Concept) (written int, err error) {
	put, err := tx.PrepareContext(ctx, `INSERT INTO concept (glossary, id, body) VALUES (?, ?, ?)
		ON CONFLICT (glossary, id) DO UPDATE SET body = excluded.body WHERE body <> excluded.body`)
	if err != nil {
		return 0, err
	}
	for _, c := range concepts {
		body, err := encodeConcept(c)
		if err != nil {
			return 0, err
		}
		result, err := put.ExecContext(ctx, name, c.ID, body)
		if err != nil {
			return 0, err
		}
		n, err := result.RowsAffected()
		if err != nil {
			return 0, err
		}
		written += int(n)
	}
	return written, nil
}

// deleteOthers deletes the concepts of a glossary that are not among those given.
func deleteOthers(ctx context.Context, tx *sql.Tx, name string, keep []glossary.Concept) (int, error) {
	ids := []string{}
	for _, c := range keep {
		ids = append(ids, c.ID)
	}
	list, err := encodeJSON(ids)
	if err != nil {
		return 0, err
	}
	result, err := tx.ExecContext(ctx, `DELETE FROM concept WHERE glossary = ? AND id NOT IN (SELECT value FROM json_each(?))`, name, list)
	if err != nil {
		return 0, err
	}
	n, err := result.RowsAffected()
	return int(n), err
}

// Glossaries lists the glossaries that have concepts, by name.
func (s *Store) Glossaries(ctx context.Context) (infos []store.GlossaryInfo, err error) {
	err = s.read(ctx, "listing the glossaries", func(q querier) error {
		return each(ctx, q, func(rows *sql.Rows) error {
			var g store.GlossaryInfo
			err := rows.Scan(&g.Name, &g.Concepts, &g.Terms)
			infos = append(infos, g)
			return err
		}, `SELECT glossary, count(*), sum(coalesce(json_array_length(body, '$.Terms'), 0)) FROM concept GROUP BY glossary ORDER BY glossary`)
	})
	return infos, err
}
