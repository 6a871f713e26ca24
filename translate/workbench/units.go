package workbench

import (
	"strings"
	"unicode"

	"diglot/translate/format"
	"diglot/translate/format/android"
	"diglot/translate/format/arb"
	"diglot/translate/format/csv"
	"diglot/translate/format/docx"
	"diglot/translate/format/fluent"
	"diglot/translate/format/goi18n"
	"diglot/translate/format/html"
	"diglot/translate/format/i18next"
	"diglot/translate/format/icu"
	"diglot/translate/format/json"
	"diglot/translate/format/markdown"
	"diglot/translate/format/odt"
	"diglot/translate/format/plain"
	"diglot/translate/format/po"
	"diglot/translate/format/properties"
	"diglot/translate/format/qtts"
	"diglot/translate/format/resx"
	"diglot/translate/format/srt"
	"diglot/translate/format/srx"
	applestrings "diglot/translate/format/strings"
	"diglot/translate/format/stringsdict"
	"diglot/translate/format/tbx"
	"diglot/translate/format/tmx"
	"diglot/translate/format/toml"
	"diglot/translate/format/txml"
	"diglot/translate/format/webvtt"
	"diglot/translate/format/xcstrings"
	"diglot/translate/format/xliff1"
	"diglot/translate/format/xliff2"
	"diglot/translate/format/xml"
	"diglot/translate/format/yaml"
	"diglot/translate/locale"
	"diglot/translate/segment"
	"diglot/translate/unit"
)

// Formats lists the formats that documents can have.
func Formats() []format.Format {
	return []format.Format{
		plain.Format{}, markdown.Format{}, html.Format{},
		docx.Format{}, odt.Format{},
		po.Format{},
		properties.Format{},
		applestrings.Format{},
		xliff2.Format{}, xliff1.Format{}, txml.Format{}, tmx.Format{}, tbx.Format{}, srx.Format{},
		qtts.Format{}, android.Format{}, resx.Format{}, stringsdict.Format{},
		xml.Format{},
		arb.Format{},
		icu.Format{},
		i18next.Format{},
		json.Format{},
		fluent.Format{},
		srt.Format{},
		webvtt.Format{},
		xcstrings.Format{},
		goi18n.Format{},
		toml.Format{},
		yaml.Format{},
		csv.Format{},
	}
}

// settings gives what a project says about how to read a document.
func (c Config) settings(source locale.Tag) format.Settings {
	return format.Settings{Source: source, Charset: c.Charset, Paragraph: c.Paragraph, Keys: c.FrontMatter}
}

// splitDocument cuts every block of a document into segments and makes a unit
// of each, without id. What has neither letter nor digit, such as a line of
// asterisks, is nothing to translate and makes no unit.
func splitDocument(d *format.Document, rules *segment.Segmenter, cuts []cut) []unit.Unit {
	var units []unit.Unit
	for i := range d.Blocks {
		b := &d.Blocks[i]
		for _, part := range splitBlock(b, rules, cuts) {
			units = append(units, unit.Unit{
				Place:  unit.Place{Block: i, Part: part, Kind: b.Kind, Key: b.Key},
				Source: sourceOf(b, part),
				Note:   b.Note,
			})
		}
	}
	return units
}

func splitBlock(b *format.Block, rules *segment.Segmenter, cuts []cut) []unit.Part {
	if b.Target != nil { // a bilingual file has cut its text itself
		if !format.HasLetters(b.Text.Content) {
			return nil
		}
		return []unit.Part{{End: b.Text.End()}}
	}
	lines, back := b.Text.Lines()
	var spans []unit.Span
	for _, s := range rules.Split(lines) {
		if strings.ContainsFunc(lines[s.Start:s.End], func(r rune) bool { return unicode.IsLetter(r) || unicode.IsNumber(r) }) {
			spans = append(spans, unit.Span{Start: back(s.Start), End: back(s.End)})
		}
	}
	return b.Text.Cut(applyCuts(b.Text.Content, spans, cuts))
}

// sourceOf gives the text of a part as its unit has it, its codes counted from
// one, so that an edit elsewhere in the block does not change it.
func sourceOf(b *format.Block, part unit.Part) unit.Text {
	t := b.Text.Slice(part.Start, part.End)
	return t.Renumber(t.IDs())
}

// inBlock gives a unit's target with the codes' IDs of the block again.
func inBlock(b *format.Block, part unit.Part, target unit.Text) unit.Text {
	ids := b.Text.Slice(part.Start, part.End).IDs()
	out := unit.Text{Content: target.Content}
	for _, c := range target.Codes {
		if c.ID >= 1 && c.ID <= len(ids) {
			c.ID = ids[c.ID-1]
			out.Codes = append(out.Codes, c)
		}
	}
	return out.Adopt(b.Text)
}
