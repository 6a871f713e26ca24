package sqlite_test

import (
	"context"
	"errors"
	"fmt"
	"log"
	"os"
	"path/filepath"
	"time"

	"diglot/translate/locale"
	"diglot/translate/store"
	"diglot/translate/store/sqlite"
	"diglot/translate/unit"
)

// Two translators change the same sentence. The second one is told, and gets
// back what she wrote and what stands there.
func Example() {
	folder, err := os.MkdirTemp("", "example")
	if err != nil {
		log.Fatal(err)
	}
	defer os.RemoveAll(folder)
	ctx := context.Background()
	s, err := sqlite.Open(ctx, filepath.Join(folder, ".diglot", "store.db"), sqlite.Options{
		Now: func() time.Time { return time.Date(2024, 12, 5, 9, 30, 0, 0, time.UTC) },
	})
	if err != nil {
		log.Fatal(err)
	}
	defer s.Close()

	units, err := s.Import(ctx, store.Import{
		Document: store.Document{Name: "hama", Locale: locale.MustParse("en"), Source: []byte("The army left Hama.\n")},
		Units:    []unit.Unit{{Source: unit.Plain("The army left Hama.")}},
	})
	if err != nil {
		log.Fatal(err)
	}
	ar := locale.MustParse("ar")
	for _, text := range []string{"غادر الجيش حماة.", "انسحب الجيش من حماة."} {
		saved, err := s.Save(ctx, []store.Change{{
			Unit: units[0].ID, Locale: ar, Base: 0,
			Target: unit.Target{Text: unit.Plain(text), State: unit.Translated},
		}})
		var conflict *store.ConflictError
		if errors.As(err, &conflict) {
			fmt.Println("refused:", err)
			fmt.Println("mine:   ", conflict.Conflicts[0].Mine.Text)
			fmt.Println("theirs: ", conflict.Conflicts[0].Theirs.Text)
			continue
		}
		if err != nil {
			log.Fatal(err)
		}
		fmt.Println("saved:  ", saved[0].Unit, "revision", saved[0].Target.Revision)
	}
	// Output:
	// saved:   hama#1 revision 1
	// refused: hama#1 in ar was changed meanwhile: based on revision 0, now at 1 (1 refused)
	// mine:    انسحب الجيش من حماة.
	// theirs:  غادر الجيش حماة.
}
