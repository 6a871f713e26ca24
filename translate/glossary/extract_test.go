package glossary

import (
	"bufio"
	"encoding/json"
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"diglot/translate/locale"
	"diglot/translate/unit"
)

// bitext makes units of lines "source | target".
func bitext(lines string) []Aligned {
	var units []Aligned
	for line := range strings.Lines(lines) {
		if source, target, ok := strings.Cut(strings.TrimSpace(line), " | "); ok {
			units = append(units, Aligned{fmt.Sprint("u", len(units)+1), unit.Plain(source), unit.Plain(target)})
		}
	}
	return units
}

const townNews = `
	The Orontes River rose near the old town. | ارتفع منسوب نهر العاصي قرب البلدة القديمة.
	Farmers fear the Orontes River. | يخشى المزارعون نهر العاصي.
	A bridge crosses the Orontes River here. | يعبر جسر نهر العاصي هنا.
	The town council met on Monday. | اجتمع مجلس البلدة يوم الاثنين.
	The town councils agreed. | وافقت مجالس البلدة.
	Snow fell on Damascus. | هطل الثلج على دمشق.
	Shops in Damascus closed. | أغلقت المحال في دمشق.
	The weather was cold. | كان الطقس باردا.
	Nobody came to the market. | لم يأت أحد إلى السوق.
	Trains ran late. | تأخرت القطارات.
	Bread is cheap. | الخبز رخيص.
	Children play outside. | يلعب الأطفال في الخارج.
	Winter begins soon. | يبدأ الشتاء قريبا.
	Schools open tomorrow. | تفتح المدارس غدا.
	Apples ripen. | ينضج التفاح.
	Mountains are white. | الجبال بيضاء.
	Buses stopped. | توقفت الحافلات.
	Lamps went dark. | انطفأت المصابيح.
	Bakers slept. | نام الخبازون.
	Birds flew south. | طارت الطيور جنوبا.`

func TestExtract(t *testing.T) {
	en, ar := locale.MustParse("en"), locale.MustParse("ar")
	got := map[string]string{}
	var order []string
	for _, c := range Extract(bitext(townNews), en, ar, 100) {
		s := fmt.Sprint(c.Count)
		if len(c.Translations) > 0 {
			s += " " + c.Translations[0].Text
		}
		got[c.Term] = s
		order = append(order, c.Term)
		if len(c.Contexts) == 0 || len(c.Contexts) > contextsShown {
			t.Errorf("%s: %d contexts", c.Term, len(c.Contexts))
		}
	}
	for term, want := range map[string]string{"Orontes River": "3 نهر العاصي", "Damascus": "2 دمشق", "town council": "2 مجلس البلدة"} {
		if got[term] != want {
			t.Errorf("%s: got %q, want %q", term, got[term], want)
		}
	}
	if order[0] != "Orontes River" {
		t.Errorf("best is %q of %q, want Orontes River", order[0], order)
	}
	for _, part := range []string{"Orontes", "River"} {
		if _, ok := got[part]; ok {
			t.Errorf("%s is nothing without the rest of its phrase", part)
		}
	}
	if again := Extract(bitext(townNews), en, ar, 100); !cmp.Equal(order, terms(again)) {
		t.Errorf("another order the second time: %q, %q", order, terms(again))
	}
}

func terms(candidates []Candidate) []string {
	var list []string
	for _, c := range candidates {
		list = append(list, c.Term)
	}
	return list
}

func TestInconsistencies(t *testing.T) {
	units := bitext(townNews + `
	Police closed a warship yard. | سد رجال الدرك ساحة.
	Police took a boat. | أخذ الدرك قاربا.
	Police sang loudly. | غنى الدرك بصوت عال.
	Police left early. | غادرت الشرطة باكرا.
	Police returned today. | عادت الشرطة الآن.`)
	en, ar := locale.MustParse("en"), locale.MustParse("ar")
	want := []Inconsistency{{"Police", 5, []UnlistedRendering{
		{"الدرك", []string{"u21", "u22", "u23"}},
		{"الشرطة", []string{"u24", "u25"}},
	}}}
	if d := cmp.Diff(want, Inconsistencies(units, en, ar, nil)); d != "" {
		t.Errorf("(-want +got):\n%s", d)
	}
	listed := New([]Concept{concept("police", "en:police", "ar:شرطة")})
	if got := Inconsistencies(units, en, ar, listed); len(got) > 0 {
		t.Errorf("listed terms are left to the check, got %v", got)
	}
}

// TestTranslationsByAssociation asks the real news for the translations of terms
// that stand in six units or more, and looks into the glossary whether they are right.
func TestTranslationsByAssociation(t *testing.T) {
	for pair, floor := range map[string]float64{"en-ar": 0.85, "en-fr": 0.85, "en-ru": 0.85} {
		from, to, _ := strings.Cut(pair, "-")
		src, tgt := locale.MustParse(from), locale.MustParse(to)
		g, _ := loadPair(t, pair)
		right, asked := 0, 0
		for _, c := range Extract(loadClean(t, to), src, tgt, 5000) {
			hits := g.Recognize(unit.Plain(c.Term), src)
			if c.Count < 6 || len(hits) != 1 || hits[0].Span.Len() != len(c.Term) || len(c.Translations) == 0 {
				continue
			}
			asked++
			for _, h := range g.Recognize(unit.Plain(c.Translations[0].Text), tgt) {
				if h.Concept == hits[0].Concept {
					right++
					break
				}
			}
		}
		t.Logf("%s: the first translation is right for %d of %d terms", pair, right, asked)
		if asked < 20 || float64(right) < floor*float64(asked) {
			t.Errorf("%s: want %.0f %% right of twenty terms or more", pair, 100*floor)
		}
	}
}

// loadClean loads good translations from English.
func loadClean(t testing.TB, lang string) []Aligned {
	t.Helper()
	f, err := os.Open(corpus(t, "termqa/qa/clean."+lang+".dev.jsonl"))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	var units []Aligned
	lines := bufio.NewScanner(f)
	lines.Buffer(nil, 1<<20)
	for lines.Scan() {
		var p struct{ ID, Set, Source, Target string }
		if err := json.Unmarshal(lines.Bytes(), &p); err != nil {
			t.Fatal(err)
		}
		if p.Set == "plain" {
			units = append(units, Aligned{p.ID, unit.Plain(p.Source), unit.Plain(p.Target)})
		}
	}
	return units
}
