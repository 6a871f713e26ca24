package memory

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
)

// FuzzTMX: whatever the file, reading ends without panic, and what was read is
// written so that reading it gives it again.
func FuzzTMX(f *testing.F) {
	seeds, err := os.ReadFile(filepath.Join(repository(f), "seeds", "memory.tmx"))
	if err != nil {
		f.Fatal(err)
	}
	f.Add(string(seeds))
	f.Add(tmx(good, `<tu><tuv lang="en"><seg>a<bpt i="1" x="2">b</bpt><hi>c</hi><ept i="1"/><it pos="begin"/></seg></tuv><tuv lang="fr"><prop type="y">z</prop><seg>&#233;<![CDATA[<]]></seg></tuv></tu>`))
	f.Add("<!DOCTYPE tmx [<!ENTITY a '>'>]><tmx><tu a='&#x1;'><!-- -- -->")
	f.Add("\xff\xfe<\x00t\x00m\x00x\x00>\x00")
	f.Fuzz(func(t *testing.T, file string) {
		var entries []Entry
		for e, err := range ReadTMX(strings.NewReader(file), "f", func(Problem) {}) {
			if err != nil {
				return
			}
			entries = append(entries, e)
		}
		var written bytes.Buffer
		if err := WriteTMX(&written, sequence(entries), func(p Problem) { t.Skip(p) }); err != nil {
			t.Fatal(err)
		}
		var again []Entry
		for e, err := range ReadTMX(&written, "f", func(p Problem) {
			if !strings.Contains(p.Message, "is no date") {
				t.Fatalf("%v in\n%s", p, written.String())
			}
		}) {
			if err != nil {
				t.Fatal(err)
			}
			again = append(again, e)
		}
		// Names that are like what this package adds to names may change.
		ignored := cmpopts.IgnoreMapEntries(func(k, v string) bool {
			return strings.Contains(k, "@") || strings.Contains(k, "#") || strings.Contains(k, "code/")
		})
		if diff := cmp.Diff(entries, again, equalTags, ignored, cmpopts.EquateEmpty()); diff != "" {
			t.Errorf("%s\n%s", diff, written.String())
		}
	})
}
