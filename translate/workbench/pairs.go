package workbench

import (
	"bufio"
	"encoding/json"
	"errors"
	"fmt"
	"io"

	"diglot/translate/check"
	"diglot/translate/format"
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
	judge, err := c.judgeOf(glossaryFile, source, target)
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
	return judge.all(name, ids, pairs), nil
}

// judgeOf gives the checks with the glossary of a file, which may be none.
func (c Config) judgeOf(glossaryFile string, source, target locale.Tag) (*Judge, error) {
	var concepts []glossary.Concept
	if glossaryFile != "" {
		var err error
		if concepts, err = ReadTerms(glossaryFile, source, target); err != nil {
			return nil, err
		}
	}
	return c.judge(concepts, []locale.Tag{target})
}

// all gives the findings in the pairs of one document.
func (j *Judge) all(document string, ids []string, pairs []check.Pair) Checked {
	out := Checked{Units: len(pairs)}
	for i, issues := range j.Pairs(pairs) {
		for _, issue := range issues {
			out.Findings = append(out.Findings, Finding{document, ids[i], pairs[i].SourceLocale, pairs[i].TargetLocale, issue, pairs[i].Source, pairs[i].Target})
		}
	}
	return out
}

// CheckBilingual looks at a bilingual file, such as XLIFF or PO, with the same
// checks as a project's targets. Locales that are zero are the file's own.
func (c Config) CheckBilingual(file string, source, target locale.Tag, glossaryFile string) (Checked, error) {
	src, err := readFile(file)
	if err != nil {
		return Checked{}, err
	}
	settings := c.settings(source)
	settings.Target = target
	doc, err := format.Read(file, src, settings, Formats())
	if err != nil {
		return Checked{}, err
	}
	if source.IsZero() {
		source = c.Source
	}
	var pairs []check.Pair
	var ids []string
	without := 0
	for i := range doc.Blocks {
		b := &doc.Blocks[i]
		if b.Target == nil || !format.HasLetters(b.Text.Content) {
			continue
		}
		if b.Target.Text.Content == "" {
			without++
		}
		l := target
		if l.IsZero() {
			l = b.Target.Locale
		}
		id := b.Key
		if id == "" {
			id = fmt.Sprintf("#%d", i+1)
		}
		ids = append(ids, id)
		pairs = append(pairs, check.Pair{SourceLocale: source, TargetLocale: l, Source: b.Text, Target: b.Target.Text,
			Key: b.Key, Absent: b.Target.Text.Content == ""})
	}
	if len(pairs) > 0 && (source.IsZero() || pairs[0].TargetLocale.IsZero()) {
		return Checked{}, fault("bilingual-locales", nil, "path", file)
	}
	if len(pairs) > 0 {
		target = pairs[0].TargetLocale
	}
	judge, err := c.judgeOf(glossaryFile, source, target)
	if err != nil {
		return Checked{}, err
	}
	out := judge.all(file, ids, pairs)
	out.Units -= without
	out.Missing = without
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
