package segment

import (
	"fmt"
	"os"
	"testing"

	"diglot/translate/locale"
)

func TestX(t *testing.T) {
	if os.Getenv("X") == "" {
		t.Skip()
	}
	txt := os.Getenv("X")
	for _, d := range For(locale.MustParse(os.Getenv("L")), Options{}).Explain(txt) {
		fmt.Printf("%q %v %q %s\n", txt[max(0, d.Offset-20):d.Offset], d.Break, txt[d.Offset:min(len(txt), d.Offset+15)], d.Rule)
	}
}
