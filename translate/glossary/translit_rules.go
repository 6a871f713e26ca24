package glossary

import (
	"bufio"
	_ "embed"
	"fmt"
	"io"
	"strings"
)

// Romanisation is a house's rules for writing Arabic names in Latin letters, as
// data: for each letter, and for the article ال, the house's way first and then the
// other ways that are met. Short vowels, which Arabic does not write, are free.
type Romanisation struct {
	Name    string
	article []way
	letters map[rune][]way
}

// way is one way of writing a letter.
type way struct {
	text  string
	house bool
}

//go:embed translit_house.txt
var houseRules string

//go:embed translit_bgn.txt
var bgnRules string

// Romanisations gives the rules that come with the program: "house", the usual way
// of newspapers, and "bgn", BGN/PCGN 1956.
func Romanisations(name string) (*Romanisation, error) {
	switch name {
	case "house":
		return ReadRomanisation(strings.NewReader(houseRules), name)
	case "bgn":
		return ReadRomanisation(strings.NewReader(bgnRules), name)
	}
	return nil, fmt.Errorf("no romanisation is called %q; there are house and bgn", name)
}

// ReadRomanisation reads rules: lines "letter = way | way, way, way …". Before the
// first comma stand the house's ways, the others are met elsewhere; "-" is nothing
// and # begins a comment. name stands in errors, with the line.
func ReadRomanisation(r io.Reader, name string) (*Romanisation, error) {
	rules := &Romanisation{Name: name, letters: map[rune][]way{}}
	lines := bufio.NewScanner(r)
	for n := 1; lines.Scan(); n++ {
		line := strings.TrimSpace(lines.Text())
		if line == "" || line[0] == '#' {
			continue
		}
		letter, list, ok := strings.Cut(line, "=")
		letter = strings.TrimSpace(letter)
		if !ok || letter != "ال" && len([]rune(letter)) != 1 {
			return nil, fmt.Errorf("%s:%d: want a line such as ق = q, k", name, n)
		}
		var ways []way
		house, others, _ := strings.Cut(list, ",")
		for i, field := range append(strings.Split(house, "|"), strings.Split(others, ",")...) {
			text := strings.TrimSpace(field)
			switch text {
			case "":
				continue
			case "-":
				text = ""
			}
			ways = append(ways, way{text, i <= strings.Count(house, "|")})
		}
		if len(ways) == 0 || !ways[0].house {
			return nil, fmt.Errorf("%s:%d: how does the house write %s? nothing is written -", name, n, letter)
		}
		if letter == "ال" {
			rules.article = ways
		} else {
			rules.letters[[]rune(letter)[0]] = ways
		}
	}
	if err := lines.Err(); err != nil {
		return nil, fmt.Errorf("%s: reading the romanisation: %w", name, err)
	}
	if len(rules.letters) == 0 || len(rules.article) == 0 {
		return nil, fmt.Errorf("%s: no rules for the letters or for ال", name)
	}
	return rules, nil
}
