package segment

import (
	"bufio"
	"encoding/json"
	"os"
	"testing"
	"unicode/utf8"

	"diglot/translate/locale"
)

// TestItems writes the segments of DIGLOT_ITEMS, one {"id","lang","text"} a
// line, to DIGLOT_ITEMS_OUT as the corpora's own scorer reads them.
func TestItems(t *testing.T) {
	in, out := os.Getenv("DIGLOT_ITEMS"), os.Getenv("DIGLOT_ITEMS_OUT")
	if in == "" {
		t.Skip("DIGLOT_ITEMS names no file of items")
	}
	f, err := os.Open(in)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	o, err := os.Create(out)
	if err != nil {
		t.Fatal(err)
	}
	defer o.Close()
	enc := json.NewEncoder(o)
	sc := bufio.NewScanner(f)
	sc.Buffer(nil, 1<<26)
	for sc.Scan() {
		var item struct{ ID, Lang, Text string }
		if err := json.Unmarshal(sc.Bytes(), &item); err != nil {
			t.Fatal(err)
		}
		tag, err := locale.Parse(item.Lang)
		if err != nil {
			t.Fatal(err)
		}
		spans := [][2]int{}
		for _, s := range For(tag, Options{}).Split(item.Text) {
			spans = append(spans, [2]int{utf8.RuneCountInString(item.Text[:s.Start]), utf8.RuneCountInString(item.Text[:s.End])})
		}
		if err := enc.Encode(map[string]any{"id": item.ID, "sentences": spans}); err != nil {
			t.Fatal(err)
		}
	}
}
