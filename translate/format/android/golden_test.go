package android

import (
	"flag"
	"testing"
)

var update = flag.Bool("update", false, "write the golden files anew")

func TestGolden(t *testing.T) { laws.Golden(t, "testdata/sample.*", *update) }
