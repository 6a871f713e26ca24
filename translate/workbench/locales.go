package workbench

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"go.yaml.in/yaml/v4"

	"diglot/translate/locale"
	"diglot/translate/store"
)

// LocaleInfo tells what a translator should know of a target locale.
type LocaleInfo struct {
	Locale    locale.Tag  `json:"locale"`
	Name      string      `json:"name"` // in its own language
	English   string      `json:"english"`
	Direction string      `json:"direction"` // ltr or rtl
	Script    string      `json:"script"`    // ISO 15924
	Digits    string      `json:"digits"`    // CLDR numbering system
	Sample    string      `json:"sample"`    // 2024 in these digits
	Plurals   []string    `json:"plurals"`   // CLDR categories
	Units     int         `json:"units"`
	Done      int         `json:"done"`
	Outputs   []OutputNow `json:"outputs"`
}

// Locales tells of every target locale of the project.
func (p *Project) Locales(ctx context.Context) ([]LocaleInfo, error) {
	status, err := p.Status(ctx, nil)
	if err != nil {
		return nil, err
	}
	var out []LocaleInfo
	for _, tag := range p.Config.Targets {
		info := describeLocale(tag)
		for _, s := range status {
			for _, t := range s.Targets {
				if t.Locale != Plain(tag) {
					continue
				}
				info.Units += s.Units
				info.Done += t.Done()
				if t.Output != nil {
					info.Outputs = append(info.Outputs, *t.Output)
				}
			}
		}
		out = append(out, info)
	}
	return out, nil
}

func describeLocale(tag locale.Tag) LocaleInfo {
	info := LocaleInfo{
		Locale: tag, Name: locale.NativeName(tag), English: locale.EnglishName(tag),
		Direction: string(locale.DirectionOf(tag)), Script: locale.Script(tag),
		Digits: string(locale.Digits(tag)), Sample: locale.FormatInt(tag, 2024),
	}
	for _, f := range locale.PluralForms(tag) {
		info.Plurals = append(info.Plurals, string(f))
	}
	return info
}

// AddLocale makes a locale a target of the project, in config.yaml. One that is
// there with other digits takes the new ones.
func (p *Project) AddLocale(tag locale.Tag, dryRun bool) (changed bool, err error) {
	if Plain(tag) == Plain(p.Config.Source) {
		return false, fault("init-same", nil, "locale", tag)
	}
	targets := slices.Clone(p.Config.Targets)
	i := slices.IndexFunc(targets, func(t locale.Tag) bool { return Plain(t) == Plain(tag) })
	switch {
	case i < 0:
		targets = append(targets, tag)
	case targets[i] == tag:
		return false, nil
	default:
		targets[i] = tag
	}
	return true, p.saveTargets(targets, dryRun)
}

// RemoveLocale takes a locale from the targets. Its translations stay in the
// store, and come back with the locale.
func (p *Project) RemoveLocale(tag locale.Tag, dryRun bool) error {
	if _, err := p.targets(tag); err != nil {
		return err
	}
	targets := slices.DeleteFunc(slices.Clone(p.Config.Targets), func(t locale.Tag) bool { return Plain(t) == Plain(tag) })
	return p.saveTargets(targets, dryRun)
}

// saveTargets splices a new list of targets into config.yaml; every other byte
// of it stays.
func (p *Project) saveTargets(targets []locale.Tag, dryRun bool) error {
	path := filepath.Join(p.Root, ConfigFile)
	src, err := os.ReadFile(path)
	if err != nil {
		return fault("file-unreadable", cause(err), "path", path)
	}
	changed, err := spliceTargets(src, targets)
	if err != nil {
		return fault("config-unreadable", err, "path", path)
	}
	if !dryRun {
		if err := saveFile(path, changed); err != nil {
			return fmt.Errorf("write %s: %w", path, err)
		}
	}
	p.Config.Targets = targets
	return nil
}

func spliceTargets(src []byte, targets []locale.Tag) ([]byte, error) {
	list := "[" + tagList(targets) + "]"
	var root yaml.Node
	if err := yaml.Unmarshal(src, &root); err != nil {
		return nil, err
	}
	if len(root.Content) == 0 || root.Content[0].Kind != yaml.MappingNode {
		return nil, fmt.Errorf("it is no mapping of keys to values")
	}
	pairs := root.Content[0].Content
	for i := 0; i+1 < len(pairs); i += 2 {
		if strings.EqualFold(pairs[i].Value, "targets") {
			return replaceValue(src, pairs[i], pairs[i+1], list), nil
		}
	}
	if n := len(src); n > 0 && src[n-1] != '\n' {
		src = append(src, '\n')
	}
	return append(src, []byte("targets: "+list+"\n")...), nil
}

// replaceValue puts a flow list in place of the value of a key: up to the "]"
// of a flow list, through the last item of a block list, or the rest of a
// scalar's line but for its remark.
func replaceValue(src []byte, key, value *yaml.Node, list string) []byte {
	lines := bytes.SplitAfter(src, []byte("\n"))
	start := 0
	for _, l := range lines[:key.Line-1] {
		start += len(l)
	}
	colon := start + bytes.IndexByte(src[start:], ':') + 1
	end := colon
	switch {
	case value.Kind == yaml.SequenceNode && value.Style&yaml.FlowStyle != 0:
		end += bytes.IndexByte(src[colon:], ']') + 1
	case value.Kind == yaml.SequenceNode && len(value.Content) > 0:
		last := value.Content[len(value.Content)-1].Line
		end = 0
		for _, l := range lines[:last] {
			end += len(l)
		}
		list += "\n"
	default:
		rest := src[colon:]
		if i := bytes.IndexAny(rest, "#\n"); i >= 0 {
			rest = bytes.TrimRight(rest[:i], " \t\r")
		}
		end += len(rest)
	}
	out := append([]byte{}, src[:colon]...)
	out = append(out, " "+list...)
	return append(out, src[end:]...)
}

// TrackedOutputs lists the outputs of a locale, for its removal to name them.
func (p *Project) TrackedOutputs(ctx context.Context, tag locale.Tag) ([]store.Output, error) {
	all, err := p.Store.Outputs(ctx, "")
	if err != nil {
		return nil, err
	}
	return slices.DeleteFunc(all, func(o store.Output) bool { return o.Locale != Plain(tag) }), nil
}
