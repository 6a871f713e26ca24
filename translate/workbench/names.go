package workbench

import (
	"path"
	"path/filepath"
	"strings"

	"diglot/translate/locale"
	"diglot/translate/store"
)

// splitName takes a file name apart: "news/hama.en.md" has the stem "news/hama",
// the locale en and the extension ".md". A part that is no language of two or three
// letters stays in the stem.
func splitName(slashed string) (stem string, tag locale.Tag, ext string) {
	dir, file := path.Split(slashed)
	ext = path.Ext(file)
	stem = strings.TrimSuffix(file, ext)
	if infix := strings.TrimPrefix(path.Ext(stem), "."); infix != "" {
		base, _, _ := strings.Cut(strings.ReplaceAll(infix, "_", "-"), "-")
		if t, err := locale.Parse(infix); err == nil && (len(base) == 2 || len(base) == 3) && len(stem) > len(infix)+1 {
			return dir + strings.TrimSuffix(stem, "."+infix), t, ext
		}
	}
	return dir + stem, locale.Tag{}, ext
}

// relative gives a file's path as the project names it: relative to the root,
// with slashes; files from elsewhere go by their own name.
func (p *Project) relative(file string) string {
	abs, err := filepath.Abs(file)
	if err != nil {
		return filepath.ToSlash(filepath.Base(file))
	}
	if resolved, err := filepath.EvalSymlinks(abs); err == nil {
		abs = resolved
	}
	root := p.Root
	if resolved, err := filepath.EvalSymlinks(root); err == nil {
		root = resolved
	}
	rel, err := filepath.Rel(root, abs)
	if err != nil || rel == ".." || strings.HasPrefix(rel, ".."+string(filepath.Separator)) {
		return filepath.Base(file)
	}
	return filepath.ToSlash(rel)
}

// documentName names a document after its path; where another document has the
// stem already, the extension is part of the name.
func documentName(slashed string, all []store.Document) string {
	for _, d := range all {
		if d.Path == slashed {
			return d.Name
		}
	}
	stem, _, ext := splitName(slashed)
	if _, taken := pickDocument(all, stem); taken {
		return stem + ext
	}
	return stem
}

// outputPath fills the pattern of the settings for one document and locale.
func (p *Project) outputPath(d store.Document, target locale.Tag) string {
	stem, _, ext := splitName(d.Path)
	dir, name := path.Split(stem)
	filled := strings.NewReplacer("{locale}", target.String(), "{dir}", strings.TrimSuffix(dir, "/"),
		"{name}", name, "{ext}", ext).Replace(p.Config.Output)
	return path.Clean(filled)
}

func tagList(tags []locale.Tag) string {
	names := make([]string, len(tags))
	for i, t := range tags {
		names[i] = t.String()
	}
	return strings.Join(names, ", ")
}

func documentList(docs []store.Document) string {
	names := make([]string, len(docs))
	for i, d := range docs {
		names[i] = d.Name
	}
	return strings.Join(names, ", ")
}
