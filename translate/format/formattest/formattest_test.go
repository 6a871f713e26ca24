package formattest_test

import (
	"fmt"
	"strings"
	"testing"

	"diglot/translate/format"
	"diglot/translate/format/formattest"
	"diglot/translate/format/plain"
	"diglot/translate/locale"
	"diglot/translate/unit"
)

func Example() {
	d, err := format.Read("hama.txt", []byte("Barran Press\n\n  Hama fell.\n"), format.Settings{}, []format.Format{plain.Format{}})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Print(formattest.Describe(d))
	// Output:
	// text, UTF-8, 2 blocks
	//
	// 1:1 paragraph #0
	//   Barran Press
	//
	// 3:3 paragraph #1
	//   Hama fell.
}

// faulty is plain text with a fault in it.
type faulty struct {
	plain.Format
	gap   bool // a block's runs do not cover it
	lossy bool // it reads as if a translation's last letter were not there
}

func (f faulty) Read(body string, s format.Settings) ([]format.Block, error) {
	blocks, err := f.Format.Read(body, s)
	if f.gap && len(blocks) > 0 {
		blocks[0].Runs = nil
	}
	return blocks, err
}

func (f faulty) Render(d *format.Document, b int, t unit.Text, before, after string, hard bool) (string, error) {
	s, err := f.Format.Render(d, b, t, before, after, hard)
	if f.lossy && s != "" {
		s = s[:len(s)-1]
	}
	return s, err
}

func (f faulty) Normal(b *format.Block, t unit.Text) unit.Text {
	t = f.Format.Normal(b, t)
	if f.lossy && t.Content != "" {
		t.Content = t.Content[:len(t.Content)-1]
	}
	return t
}

func (faulty) Localize(*format.Document, locale.Tag) []format.Edit { return nil }

// failure catches what a law says of a fault.
type failure struct{ said string }

func (*failure) Helper() {}

func (f *failure) Fatalf(format string, args ...any) {
	f.said = fmt.Sprintf(format, args...)
	panic(f)
}

// TestLawsFindFaults makes sure that the laws can fail.
func TestLawsFindFaults(t *testing.T) {
	cases := []struct {
		name   string
		format faulty
		want   string
	}{
		{"gap", faulty{gap: true}, "the runs do not cover the block"},
		{"lossy", faulty{lossy: true}, "a changed word in block 0"},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			f := &failure{}
			defer func() {
				if recover(); !strings.Contains(f.said, c.want) {
					t.Errorf("the laws say %q, want %q", f.said, c.want)
				}
			}()
			laws := formattest.Laws{Format: c.format}
			d, err := laws.Read(f, "a.txt", []byte("one two\nthree\n"))
			if err != nil {
				t.Fatal(err)
			}
			laws.Untouched(f, d)
			laws.OneUnit(f, d, 5)
		})
	}
}
