package workbench

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"

	"diglot/translate/locale"
	"diglot/translate/segment"
)

// RulesFile is the name of a project's own segmentation rules, an SRX file
// beside config.yaml. They are asked before Diglot's.
const RulesFile = "segments.srx"

// segmentation is what a project says about segments.
type segmentation struct {
	options  segment.Options
	noBreak  []string     // abbreviations from config.yaml
	own      *segment.SRX // segments.srx, nil where there is none
	instead  *segment.SRX // the SRX file to cut by instead of Diglot's rules
	Problems []segment.Problem
}

// loadRules reads the SRX files of a project. Rules that cannot be expressed are
// kept as problems, and the others work.
func (s *segmentation) loadRules(root, instead string) error {
	own, err := s.load(filepath.Join(root, RulesFile))
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	s.own = own
	if instead == "" {
		return nil
	}
	if !filepath.IsAbs(instead) {
		instead = filepath.Join(root, instead)
	}
	s.instead, err = s.load(instead)
	return err
}

func (s *segmentation) load(path string) (*segment.SRX, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, fault("file-unreadable", cause(err), "path", path)
	}
	defer f.Close()
	srx, problems, err := segment.ReadSRX(f, filepath.Base(path))
	if err != nil {
		return nil, fault("rules-unreadable", err, "path", path)
	}
	s.Problems = append(s.Problems, problems...)
	return srx, nil
}

// segmenter gives the rules for a language: the project's own exceptions before
// Diglot's rules, or before those of the file that the settings name instead.
func (s *segmentation) segmenter(tag locale.Tag) *segment.Segmenter {
	base := segment.For(tag, s.options)
	if s.instead != nil {
		base = s.instead.For(tag)
	}
	var exceptions []segment.Rule
	for _, abbreviation := range s.noBreak {
		exceptions = append(exceptions, segment.NoBreakAfter(abbreviation))
	}
	if s.own != nil {
		exceptions = append(exceptions, s.own.Rules(tag)...)
	}
	if len(exceptions) == 0 {
		return base
	}
	with, _ := base.WithExceptions(exceptions) // loading has told what does not work
	return with
}

// ExportRules writes Diglot's own rules as SRX 2.0, those of one language or, for
// the zero Tag, all, to a file that is not there yet; "-" stands for stdout.
func ExportRules(path string, tag locale.Tag, stdout io.Writer, dryRun bool) error {
	var tags []locale.Tag
	if !tag.IsZero() {
		tags = append(tags, tag)
	}
	return writeOut(path, stdout, false, dryRun, func(w io.Writer) error { return segment.WriteSRX(w, segment.OwnSRX(tags...)) })
}

// AddException keeps an abbreviation after which no segment ends, in the
// project's segments.srx, for one language. Documents are cut anew by Resegment.
func (p *Project) AddException(abbreviation string, tag locale.Tag, dryRun bool) (changed bool, err error) {
	if tag.IsZero() {
		tag = p.Config.Source
	}
	srx := p.Config.segmentation.own
	if srx == nil {
		srx = &segment.SRX{Name: RulesFile, Version: "2.0", Cascade: true}
	}
	rule := segment.NoBreakAfter(abbreviation)
	i := slices.IndexFunc(srx.Languages, func(l segment.LanguageRules) bool { return l.Name == tag.Base() })
	if i < 0 {
		srx.Languages = append(srx.Languages, segment.LanguageRules{Name: tag.Base()})
		srx.Maps = append(srx.Maps, segment.LanguageMap{Pattern: tag.Base() + "(-.*)?", Name: tag.Base()})
		i = len(srx.Languages) - 1
	}
	l := &srx.Languages[i]
	if slices.ContainsFunc(l.Rules, func(r segment.Rule) bool {
		return r.Before == rule.Before && r.After == rule.After && r.Break == rule.Break
	}) {
		return false, nil
	}
	l.Rules = append([]segment.Rule{rule}, l.Rules...)
	var out bytes.Buffer
	if err := segment.WriteSRX(&out, srx); err != nil {
		return false, fmt.Errorf("write %s: %w", RulesFile, err)
	}
	p.Config.segmentation.own = srx
	if dryRun {
		return true, nil
	}
	return true, saveFile(filepath.Join(p.Root, RulesFile), out.Bytes())
}
