package text_test

import (
	"os"
	"path/filepath"
	"testing"
)

// corpora gives a folder of the test data that lives beside the repository:
// $DIGLOT_CORPORA, by default ../shared/corpora. Without it the test is skipped,
// except in CI.
func corpora(t *testing.T, folder string) string {
	t.Helper()
	root := os.Getenv("DIGLOT_CORPORA")
	if root == "" {
		dir, err := os.Getwd()
		if err != nil {
			t.Fatal(err)
		}
		for !exists(filepath.Join(dir, "go.mod")) && dir != filepath.Dir(dir) {
			dir = filepath.Dir(dir)
		}
		root = filepath.Join(dir, "..", "shared", "corpora")
	}
	path := filepath.Join(root, filepath.FromSlash(folder))
	if !exists(path) {
		if os.Getenv("CI") == "true" {
			t.Fatalf("test data is missing: %s", path)
		}
		t.Skipf("test data is missing: %s; set DIGLOT_CORPORA to its folder", path)
	}
	return path
}

func exists(path string) bool {
	_, err := os.Stat(path)
	return err == nil
}
