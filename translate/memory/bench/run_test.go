package bench

import (
	"context"
	"fmt"
	"testing"
	"time"
)

func TestRun(t *testing.T) {
	rows, err := Run(context.Background(), Config{Units: 3000, Seed: 1, Dir: t.TempDir(), Now: time.Now})
	if err != nil {
		t.Fatal(err)
	}
	seen := map[string]Row{}
	for _, row := range rows {
		seen[row.Measure] = row
	}
	if row, ok := seen["searches that differ from it"]; !ok || row.Value != 0 {
		t.Errorf("%v", row)
	}
	if row := seen["top-1 at 0.70"]; row.Value <= 0 || row.Ratio <= 0 {
		t.Errorf("%v", row)
	}
	stopped, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := Run(stopped, Config{Units: 100, Seed: 1, Dir: t.TempDir(), Now: time.Now}); err == nil {
		t.Error("it ran on after its context had ended")
	}
}

func ExampleInvent() {
	first, again := Invent(3, 1), Invent(3, 1)
	fmt.Println(len(first), first[2] == again[2])
	// Output: 3 true
}
