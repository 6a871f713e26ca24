package check

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"diglot/translate/unit"
)

// answers tells which checks a reader expects to name an injected fault.
var answers = map[string]string{
	"digit_changed": "numbers", "number_dropped": "numbers", "numbers_swapped": "numbers",
	"bracket_dropped": "brackets", "quote_dropped": "quotes", "doubled_word": "doubled_word",
	"double_space": "whitespace", "trailing_space": "whitespace", "leading_space": "whitespace",
	"final_punct_missing": "end_punct", "final_punct_wrong": "end_punct",
	"untranslated": "untranslated partly_untranslated", "partly_untranslated": "partly_untranslated untranslated",
	"empty_target": "empty", "omitted_sentence": "sentence_count length", "truncated_half": "length sentence_count",
	"replacement_char": "corrupted invisible", "zero_width_space": "invisible corrupted",
	"bidi_override": "bidi invisible corrupted", "mixed_numerals": "numerals numbers", "initial_case": "case",
	"homoglyph": "mixed_script corrupted", "latin_punct": "punct_style end_punct",
	"tag_lost": "tags", "tags_all_lost": "tags", "tag_broken": "tags",
	"placeholder_lost": "placeholders", "placeholder_renamed": "placeholders", "printf_lost": "placeholders",
	"url_altered": "url", "email_altered": "email",
	"inconsistent_target": "consistency", "inconsistent_source": "consistency",
}

// recall counts faults found out of faults put in.
type recall struct{ found, all int }

func (r recall) rate() float64 { return float64(r.found) / float64(max(1, r.all)) }

// score is what the corpus's own scorer counts: see its README.
type score struct {
	plain, markup          float64 // of 1000 good translations flagged at warning or error
	errors                 float64 // of 1000 plain ones flagged at error
	byLanguage             map[string]float64
	byCheck, errorsByCheck map[string]float64
	byFault                map[string]recall
	byLanguageFault        map[string]recall
	consistency            map[string]recall
	micro, macro           float64
}

func newScore(clean, dirty, documents []record, f found) score {
	s := score{
		byLanguage: map[string]float64{}, byCheck: map[string]float64{}, errorsByCheck: map[string]float64{},
		byFault: map[string]recall{}, byLanguageFault: map[string]recall{}, consistency: map[string]recall{},
	}
	s.countClean(clean, f)
	var total recall
	for _, r := range dirty {
		hit := false
		for _, name := range strings.Fields(answers[r.Error]) {
			hit = hit || f.has(r.ID, name) && !f.has(r.CleanID, name)
		}
		total = total.with(hit)
		s.byFault[r.Error] = s.byFault[r.Error].with(hit)
		s.byLanguageFault[r.Lang+" "+r.Error] = s.byLanguageFault[r.Lang+" "+r.Error].with(hit)
	}
	s.micro = total.rate()
	for _, r := range s.byFault {
		s.macro += r.rate() / float64(len(s.byFault))
	}
	mates := map[string]bool{}
	for _, r := range documents {
		if r.Error != "" {
			mates[r.Mate] = true
		}
	}
	for _, r := range documents {
		hit := f.has(r.ID, "consistency")
		switch {
		case r.Error != "":
			s.consistency[r.Error] = s.consistency[r.Error].with(hit || f.has(r.Mate, "consistency"))
		case !mates[r.ID]:
			s.consistency["clean"] = s.consistency["clean"].with(hit)
		}
	}
	return s
}

func (r recall) with(hit bool) recall {
	r.all++
	if hit {
		r.found++
	}
	return r
}

func (s *score) countClean(clean []record, f found) {
	plain, markup, perLanguage := 0, 0, map[string]int{}
	for _, r := range clean {
		warned, failed := false, false
		for name, severity := range f[r.ID] {
			if severity < unit.Warning {
				continue
			}
			warned = true
			if r.Set == "plain" {
				s.byCheck[name]++
				if severity == unit.Error {
					failed = true
					s.errorsByCheck[name]++
				}
			}
		}
		if r.Set != "plain" {
			markup++
			if warned {
				s.markup++
			}
			continue
		}
		plain++
		perLanguage[r.Lang]++
		if warned {
			s.plain++
			s.byLanguage[r.Lang]++
		}
		if failed {
			s.errors++
		}
	}
	s.plain *= 1000 / float64(plain)
	s.errors *= 1000 / float64(plain)
	s.markup *= 1000 / float64(markup)
	for l := range s.byLanguage {
		s.byLanguage[l] *= 1000 / float64(perLanguage[l])
	}
	for _, m := range []map[string]float64{s.byCheck, s.errorsByCheck} {
		for name := range m {
			m[name] *= 1000 / float64(plain)
		}
	}
}

func sortedKeys[V any](m map[string]V) []string {
	var keys []string
	for k := range m {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	return keys
}

func (s score) String() string {
	var b strings.Builder
	fmt.Fprintf(&b, "flagged of 1000 good translations: %.1f plain, %.1f with markup; at error level %.1f\n", s.plain, s.markup, s.errors)
	for _, l := range sortedKeys(s.byLanguage) {
		fmt.Fprintf(&b, "  %s=%.0f", l, s.byLanguage[l])
	}
	b.WriteString("\n")
	for _, name := range sortedKeys(s.byCheck) {
		fmt.Fprintf(&b, "  %-20s %5.1f (error %.1f)\n", name, s.byCheck[name], s.errorsByCheck[name])
	}
	for _, name := range sortedKeys(s.byFault) {
		fmt.Fprintf(&b, "recall %-20s %.3f", name, s.byFault[name].rate())
		for _, l := range corpusLanguages {
			if r, ok := s.byLanguageFault[l+" "+name]; ok {
				fmt.Fprintf(&b, " %s=%.2f", l, r.rate())
			}
		}
		b.WriteString("\n")
	}
	for _, name := range sortedKeys(s.consistency) {
		fmt.Fprintf(&b, "consistency %-20s %.3f\n", name, s.consistency[name].rate())
	}
	fmt.Fprintf(&b, "TOTAL typed recall: micro %.3f, macro %.3f over %d kinds", s.micro, s.macro, len(s.byFault))
	return b.String()
}

// The figures of issue 5, as the corpus's own scorer counts them.
func TestScore(t *testing.T) {
	c, err := New(Options{})
	if err != nil {
		t.Fatal(err)
	}
	clean, dirty, documents := load(t, "clean"), load(t, "dirty"), load(t, "consistency")
	f := found{}
	for k, records := range [][]record{clean, dirty} {
		issues := run(t, c, records)
		write(t, records, issues, k == 0)
		for i, r := range records {
			f.add(r.ID, issues[i])
		}
	}
	for _, lang := range corpusLanguages {
		var pairs []Pair
		var of []record
		for _, r := range documents {
			if r.Lang == lang {
				pairs, of = append(pairs, r.pair()), append(of, r)
			}
		}
		issues := c.Document(pairs)
		write(t, of, issues, false)
		for i, r := range of {
			f.add(r.ID, issues[i])
		}
	}
	s := newScore(clean, dirty, documents, f)
	t.Log("\n" + s.String())
	for _, floor := range []struct {
		what   string
		got    float64
		atMost bool
		limit  float64
		aim    float64
	}{
		{"good translations flagged of 1000", s.plain, true, 60, 40},
		{"the same at error level", s.errors, true, 10, 5},
		{"typed recall, micro", s.micro, false, 0.93, 0.96},
		{"typed recall, macro", s.macro, false, 0.93, 0.96},
		{"numbers changed", s.byFault["digit_changed"].rate(), false, 0.93, 0.97},
		{"numbers dropped", s.byFault["number_dropped"].rate(), false, 0.93, 0.95},
		{"numbers swapped", s.byFault["numbers_swapped"].rate(), false, 0.90, 0.95},
		{"false alarms of numbers per 1000", s.byCheck["numbers"], true, 15, 8},
		{"inconsistent targets found", s.consistency["inconsistent_target"].rate(), false, 0.95, 1},
		{"inconsistent sources found", s.consistency["inconsistent_source"].rate(), false, 0.95, 1},
	} {
		t.Logf("%-36s %7.3f (floor %g, aim %g)", floor.what, floor.got, floor.limit, floor.aim)
		if floor.atMost && floor.got > floor.limit || !floor.atMost && floor.got < floor.limit {
			t.Errorf("%s: %.3f is beyond the floor %g", floor.what, floor.got, floor.limit)
		}
	}
	for name, rate := range s.byCheck {
		if rate > 20 {
			t.Errorf("%s fires on %.1f of 1000 good translations; a check beyond 20 is off by default", name, rate)
		}
	}
}
