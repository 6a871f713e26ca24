package stem

import (
	"slices"
	"strings"
	"testing"

	"diglot/translate/locale"
)

// meets reports whether a word of running text may be a form of a dictionary word,
// with its proclitics but without loose spelling.
func meets(a Analyser, word, of string) bool {
	keys := a.Keys(of)
	for _, r := range a.Readings(word) {
		if r.Kind&(LooseYa|Agreement) == 0 && slices.Contains(keys, r.Key) {
			return true
		}
	}
	return false
}

type formTest struct {
	of    string
	yes   []string
	never []string
}

func runForms(t *testing.T, tag string, tests []formTest) {
	t.Helper()
	a := For(locale.MustParse(tag))
	for _, test := range tests {
		for _, word := range append(test.yes, test.of) {
			if !meets(a, word, test.of) {
				t.Errorf("%s is no form of %s; readings %v, keys %v", word, test.of, a.Readings(word), a.Keys(test.of))
			}
		}
		for _, word := range test.never {
			if meets(a, word, test.of) {
				t.Errorf("%s was taken for a form of %s", word, test.of)
			}
		}
	}
}

func TestArabicForms(t *testing.T) {
	runForms(t, "ar", []formTest{
		{"حرب", words("الحرب والحرب وبالحرب للحرب حربًا حربه حربهم حروب الحروب وحروبها لحرب حَرْبٌ حـــرب كحرب فالحرب حربان حربين"), words("حربة محراب حرباء")},
		{"سيارة", words("السيارة سيارات سيارته وسيارتها السيارتين سيارتان بسياراتهم لسيارة للسيارات سيارتي"), words("سيار سارية")},
		{"معارضة", words("المعارضة والمعارضة للمعارضة بالمعارضة معارضتهم"), words("معارض")},
		{"لجنة", words("اللجنة للجنة لجان اللجان ولجان لجنتين وللجان بلجنة لجنتنا"), words("جنة")},
		{"جنة", words("الجنة بجنة"), words("لجنة")},
		{"طاقة", words("الطاقة وطاقة طاقات للطاقة"), words("بطاقة بطاقات بطاقته وبطاقة")},
		{"قمة", words("القمة بقمة قمم للقمة"), words("لقمة ولقمة")},
		{"مريض", words("المرضى مرضى مريضة للمرضى مريضًا مرضاهم المريضين"), words("مرضي المرض مريد")},
		{"مرضى", words("المرضى"), words("مرضي")},
		{"مرض", words("الأمراض امراض مرضه بمرض"), words("مرضى المرضى مريض")},
		{"حماة", words("بحماة وحماة لحماة"), words("حماس بحماس حمى حمام")},
		{"محامي", words("محام المحامي محامون المحامين ومحاموه محاميه محاميًا محامية"), words("حامي")},
		{"مستشفى", words("المستشفى مستشفيات المستشفيات مستشفاه بالمستشفى مستشفي مستشفيين"), words("مستشار")},
		{"مباراة", words("مباريات المباراة مباراتين مباراته"), nil},
		{"قناة", words("قنوات القناة قناته"), nil},
		{"امرأة", words("المرأة للمرأة امرأته نساء النساء للنساء امرأتين"), words("مرآة المرآة مرايا")},
		{"مهندس", words("مهندسون مهندسين مهندسو مهندسي مهندسوها مهندسيهم المهندسات مهندسة"), words("هندسة")},
		{"وزير", words("الوزير ووزير وزراء الوزراء للوزير وزيرة وزيران وزيرها"), words("زير")},
		{"كتاب", words("الكتاب كتب الكتب بكتابه وكتبهم كتابين كتابا"), words("كاتب مكتب كتيبة")},
		{"إعلام", words("الإعلام اعلام الاعلام بالإعلام"), words("أعلام علم")},
		{"إسبانيا", words("أسبانيا اسبانيا بإسبانيا"), nil},
		{"مسؤول", words("مسئول المسؤولين مسئولون مسؤولة"), words("سؤال")},
		{"ديمقراطي", words("الديموقراطي ديمقراطيًا الديمقراطيين الديمقراطية"), words("ديمغرافي")},
		{"طفل", words("أطفال الأطفال اطفال لطفل لطفلين طفلك ولطفلتي أطفالهم طفلا"), words("طفيلي تطفل")},
		{"عضو", words("أعضاء الأعضاء أعضاؤه وأعضائها عضوين"), words("عضوية عفو")},
		{"شركة", words("الشركات شركات لشركة شركته وشركاتها"), words("شراكة مشتركة شريك")},
		{"تقرير", words("تقارير التقرير تقريرًا"), words("قرار")},
		{"مدرس", words("المدرسين مدرسون"), words("مدرسة")},
		{"نووي", words("النووي النووية نووية"), words("نواة")},
		{"لاجئ", words("اللاجئ اللاجئين للاجئين لاجئون لاجىء لاجئة"), words("لاغ لجأ")},
		{"ضحية", words("ضحايا وضحيته الضحيتين"), words("أضحية")},
		{"فتاة", words("فتيات الفتاة فتاتين"), words("فتى")},
		{"صاروخ", words("صواريخ بالصواريخ صاروخين صاروخا"), nil},
		{"عدو", words("أعداء العدو"), words("عدوان")},
		{"سلاح", words("أسلحة الأسلحة سلاحها سلاحًا"), words("إصلاح سلحفاة")},
		{"شاهد", words("الشهود شهود شاهدان شهوده"), nil},
		{"فيدرالي", words("الفدرالي الفدرالية فيدرالية"), nil},
		{"أمريكا", words("أميركا لأميركا وأمريكا"), words("أمير")},
		{"مليار", words("مليارات ملياري بمليار"), nil},
		{"مليون", words("ملايين مليوني مليونا"), nil},
		{"اعتقال", words("الاعتقال اعتقاله اعتقالات"), nil},
		{"صحفي", words("الصحفيين صحفيون الصحفية صحفيًا"), words("صحيفة صحف مصحف")},
		{"بيونغ", words("بيونج"), nil},
		{"سوريا", words("بسوريا وسوريا لسوريا"), words("سويسرا سوري")},
		{"الصين", words("بالصين للصين والصين"), words("تحصين حصين")},
	})
}

// A word in Egyptian spelling is read loosely only, so that its reader decides.
func TestLooseYa(t *testing.T) {
	for _, r := range (arabic{}).Readings("عربى") {
		if r.Key == "عربي" {
			if r.Kind != LooseYa {
				t.Errorf("عربى is عربي with kind %b, want LooseYa", r.Kind)
			}
			return
		}
	}
	t.Error("عربى has no loose reading عربي")
}

// Two words of the lexicon meet only if it lists one as a form of the other, or if
// they are two spellings of one word.
func TestLexiconKeepsWordsApart(t *testing.T) {
	listed := map[string][]string{} // by form
	var all []string
	for line := range strings.Lines(arabicPluralsText + arabicWordsText) {
		words := strings.Fields(line)
		if len(words) == 0 || words[0] == "#" {
			continue
		}
		all = append(all, words...)
		if strings.Contains(arabicPluralsText, line) {
			for _, form := range words[1:] {
				listed[form] = append(listed[form], words[0])
			}
		}
	}
	byKey := map[string][]string{}
	for _, w := range all {
		for _, key := range (arabic{}).Keys(w) {
			byKey[key] = append(byKey[key], w)
		}
	}
	for _, w := range all {
		for _, r := range (arabic{}).Readings(w) {
			for _, other := range byKey[r.Key] {
				if other != w && r.Kind != 0 && r.Kind != LooseYa && !slices.Contains(listed[w], other) {
					t.Errorf("%s was taken for a form of %s (%b)", w, other, r.Kind)
				}
			}
		}
	}
	if len(all) < 3000 {
		t.Errorf("only %d words were looked at", len(all))
	}
}
