package check

import (
	"testing"
	"unicode/utf8"

	"pgregory.net/rapid"

	"diglot/translate/locale"
	"diglot/translate/unit"
)

// Whatever the texts are, spans lie inside them on the edges of characters, a
// second look says the same, and what Fix gives needs no fixing.
func FuzzCheck(f *testing.F) {
	f.Add("At 5.30pm 1,200 left <b>Hama</b>.", "غادر ١٬٢٠٠ <b>حماة في 17:30.", uint8(0))
	f.Add("120 million", "1億2千万 人", uint8(6))
	f.Add(`"We won"`, "«נצחנו צה\"ל", uint8(5))
	f.Add("6-foot-6", "zweihundertfünf und zwanzig", uint8(1))
	f.Add("a\xffb", "1.234,5 %s {0} &amp; w", uint8(4))
	c, err := New(Options{})
	if err != nil {
		f.Fatal(err)
	}
	f.Fuzz(func(t *testing.T, source, target string, lang uint8) {
		p := &Pair{
			SourceLocale: locale.MustParse("en"), TargetLocale: locale.MustParse(corpusLanguages[int(lang)%len(corpusLanguages)]),
			Source: unit.Plain(source), Target: unit.Plain(target),
		}
		holds(t, c, p)
	})
}

type failer interface {
	Fatalf(format string, args ...any)
}

func holds(t failer, c *Checker, p *Pair) {
	issues := c.Check(p)
	last := -1
	for _, i := range issues {
		inside(t, i.Check, p.Source.Content, i.Source)
		inside(t, i.Check, p.Target.Content, i.Target)
		if position(i) < last {
			t.Fatalf("%s stands before the issue in front of it", i.Check)
		}
		last = position(i)
	}
	if again := c.Check(p); len(again) != len(issues) {
		t.Fatalf("%d issues, and %d when asked again", len(issues), len(again))
	}
	for _, fact := range c.Facts(p) {
		inside(t, string(fact.Kind), p.Source.Content, []unit.Span{fact.Source, fact.Speaker})
		inside(t, string(fact.Kind), p.Target.Content, []unit.Span{fact.Target})
	}
	c.Fix(p)
}

func inside(t failer, what, s string, spans []unit.Span) {
	for _, span := range spans {
		if span.Start < 0 || span.End < span.Start || span.End > len(s) {
			t.Fatalf("%s: span %v of a text of %d bytes", what, span, len(s))
		}
		for _, at := range []int{span.Start, span.End} {
			if utf8.ValidString(s) && at < len(s) && !utf8.RuneStart(s[at]) {
				t.Fatalf("%s: span %v of %q cuts a character", what, span, s)
			}
		}
	}
}

// A text of numbers, words and marks in any language obeys the same.
func TestProperties(t *testing.T) {
	c, err := New(Options{})
	if err != nil {
		t.Fatal(err)
	}
	piece := rapid.SampledFrom([]string{
		" ", "  ", "1", "23", "000", ".", ",", "٬", "٢٠", "万", "億", "三十", "%", "$", "°C", "km", "miles", "million", "Million", "مليون", "و", "عشرون", "خمسة",
		"hundert", "zwei", "und", "quatre", "vingt", "-", "–", ":", "p.m.", "\"", "«", "»", "”", "(", ")", "<b>", "</b>", "{n}", "%s", "https://a.b/c", "x@y.org",
		"\u200B", "\u202E", "A", "I", "s", "er", "No", "Hama", "حماة", "Oct", "أكتوبر", "Friday", "?", "؟", "。", "½", "\n",
	})
	text := rapid.Map(rapid.SliceOfN(piece, 0, 14), func(parts []string) string {
		s := ""
		for _, p := range parts {
			s += p
		}
		return s
	})
	tags := []locale.Tag{{}, locale.MustParse("en"), locale.MustParse("th"), locale.MustParse("ar-u-nu-arab")}
	for _, l := range corpusLanguages {
		tags = append(tags, locale.MustParse(l))
	}
	tag := rapid.SampledFrom(tags)
	rapid.Check(t, func(t *rapid.T) {
		holds(t, c, &Pair{SourceLocale: tag.Draw(t, "from"), TargetLocale: tag.Draw(t, "to"), Source: unit.Plain(text.Draw(t, "source")), Target: unit.Plain(text.Draw(t, "target"))})
	})
}
