package workbench

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"sort"
	"strings"

	"diglot/translate/check"
	"diglot/translate/locale"
)

// dictionaryFolders are where systems keep Hunspell dictionaries.
var dictionaryFolders = []string{"/usr/share/hunspell", "/usr/share/myspell/dicts", "/Library/Spelling", "/opt/homebrew/share/hunspell"}

// dictionaries reads the installed Hunspell dictionaries for the base languages
// of the locales. A language without one is passed over; folder, where it is not
// empty, is looked into first.
func dictionaries(folder string, tags []locale.Tag) (map[string]*check.Dictionary, error) {
	folders := dictionaryFolders
	if folder != "" {
		folders = append([]string{folder}, folders...)
	}
	out := map[string]*check.Dictionary{}
	for _, t := range tags {
		if out[t.Base()] != nil {
			continue
		}
		aff := findDictionary(folders, t)
		if aff == "" {
			continue
		}
		d, err := readDictionary(aff)
		if err != nil {
			return nil, err
		}
		out[t.Base()] = d
	}
	return out, nil
}

// findDictionary gives the .aff file of a locale, of its language, or of any of
// its regions, in that order; "" where none is installed.
func findDictionary(folders []string, t locale.Tag) string {
	for _, dir := range folders {
		for _, pattern := range []string{strings.ReplaceAll(t.String(), "-", "_"), t.Base(), t.Base() + "_*"} {
			found, err := filepath.Glob(filepath.Join(dir, pattern+".aff"))
			if err != nil || len(found) == 0 {
				continue
			}
			sort.Strings(found)
			return found[0]
		}
	}
	return ""
}

func readDictionary(affPath string) (*check.Dictionary, error) {
	dicPath := strings.TrimSuffix(affPath, ".aff") + ".dic"
	aff, err := os.Open(affPath)
	if err != nil {
		return nil, fault("file-unreadable", cause(err), "path", affPath)
	}
	defer aff.Close()
	dic, err := os.Open(dicPath)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, fault("file-unreadable", fs.ErrNotExist, "path", dicPath)
	}
	if err != nil {
		return nil, fmt.Errorf("open %s: %w", dicPath, err)
	}
	defer dic.Close()
	return check.ReadDictionary(affPath, aff, dicPath, dic)
}
