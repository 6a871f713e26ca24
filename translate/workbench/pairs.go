package workbench

import (
	"bufio"
	"encoding/json"
	"errors"
	"fmt"
	"io"

	"diglot/translate/check"
	"diglot/translate/glossary"
	"diglot/translate/locale"
	"diglot/translate/unit"
)

// maxLine bounds a line of a file with a pair, a query or an item a line.
const maxLine = 64 << 20

// CheckPairs looks at a file with one {"id","source","target"} a line, as one
// document, with the same checks as a project's targets. glossaryFile may be
// empty; of its terms those in the two locales count.
func (c Config) CheckPairs(r io.Reader, name string, source, target locale.Tag, glossaryFile string) (Checked, error) {
	var concepts []glossary.Concept
	if glossaryFile != "" {
		var err error
		if concepts, err = ReadTerms(glossaryFile, source, target); err != nil {
			return Checked{}, err
		}
	}
	judge, err := NewJudge(c.ChecksOff, concepts)
	if err != nil {
		return Checked{}, err
	}
	var pairs []check.Pair
	var ids []string
	err = eachLine(r, name, func(line []byte) error {
		var p struct{ ID, Source, Target string }
		if err := json.Unmarshal(line, &p); err != nil {
			return err
		}
		ids = append(ids, p.ID)
		pairs = append(pairs, check.Pair{SourceLocale: source, TargetLocale: target,
			Source: unit.Plain(p.Source), Target: unit.Plain(p.Target)})
		return nil
	})
	if err != nil {
		return Checked{}, err
	}
	out := Checked{Units: len(pairs)}
	for i, issues := range judge.Pairs(pairs) {
		for _, issue := range issues {
			out.Findings = append(out.Findings, Finding{name, ids[i], source, target, issue, pairs[i].Source, pairs[i].Target})
		}
	}
	return out, nil
}

// eachLine hands every line that is not empty to do; a fault names the line.
func eachLine(r io.Reader, name string, do func(line []byte) error) error {
	lines := bufio.NewScanner(r)
	lines.Buffer(make([]byte, 0, 64<<10), maxLine)
	n := 0
	for lines.Scan() {
		n++
		if len(lines.Bytes()) == 0 {
			continue
		}
		if err := do(lines.Bytes()); err != nil {
			return fault("bad-line", err, "path", name, "line", n)
		}
	}
	if err := lines.Err(); errors.Is(err, bufio.ErrTooLong) {
		return fault("line-too-long", nil, "path", name, "line", n+1, "max", maxLine>>20)
	} else if err != nil {
		return fmt.Errorf("read %s: %w", name, err)
	}
	return nil
}
