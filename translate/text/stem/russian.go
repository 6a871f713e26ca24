package stem

import "strings"

// russian files a noun or adjective by its declension and its stem, so that two
// words meet only when one paradigm has both: суда is a form of суд and not of
// судья, военный none of воин. (A stemmer is worse here: it makes ураган урага, and
// опасность and опасный one word.) Vowels that come and go (посол посла, девушка
// девушек) and plurals of another stem are known too. ё is е.
type russian struct{}

// paradigm is one declension: the endings of its dictionary form and all others.
type paradigm struct {
	name   string
	lemma  []string
	others []string
}

var russianParadigms = []paradigm{
	{"adjective", strings.Fields("ый ий ой ая яя ое ее ые ие"), strings.Fields("ого его ому ему ую юю ым им ыми ими ых их ом ем ей ою ею")},
	{"participle", strings.Fields("ийся аяся ееся иеся"), strings.Fields("егося емуся уюся имся имися ихся емся ейся")},
	{"soft", []string{"ь"}, strings.Fields("я ю ем е и ей ям ями ях ью а ам ами ах у ом")},
	{"j", []string{"й"}, strings.Fields("я ю ем е и ев ям ями ях")},
	{"a", []string{"а"}, strings.Fields("ы и е у ой ою ей ею ам ами ах")},
	{"ya", []string{"я"}, strings.Fields("и е ю ей ею ь й ям ями ях")},
	{"o", []string{"о"}, strings.Fields("а у ом е ам ами ах и ов")},
	{"e", []string{"е"}, strings.Fields("я а ю у ем и ей й ям ями ях ам ами ах ев")},
	{"plural", strings.Fields("ы и"), strings.Fields("ов ев ей ам ям ами ями ах ях й ь")}, // only in the plural: выборы
	{"neuter plural", strings.Fields("а я"), strings.Fields("ам ям ами ями ах ях й ь")},   // войска
}

// hard are the endings of masculine nouns that end in a consonant, and of surnames
// in -ов and -ин.
var hard = strings.Fields("а у ом ем е ы и ов ев ей ам ами ах ым ых ыми")

const (
	hardNoun     = "hard:"
	fleetingNoun = "fleeting:" // a hard noun that loses its last vowel before an ending
	theWord      = "="
)

func (russian) Keys(word string) []string {
	w := russianLower(word)
	keys := []string{theWord + w}
	if russianInvariable[w] {
		return keys
	}
	for _, p := range russianParadigms {
		for _, e := range p.lemma {
			if stem, ok := cut(w, e, 4); ok {
				keys = append(keys, p.name+":"+stem)
			}
		}
	}
	if endsInConsonant(w) {
		keys = append(keys, hardNoun+w)
		if stem, ok := withoutFleeting(w); ok {
			keys = append(keys, fleetingNoun+stem)
		}
	}
	return keys
}

func (russian) Readings(word string) []Reading {
	w := russianLower(word)
	rs := readings{{Key: theWord + w}}
	if russianInvariable[w] {
		return rs
	}
	for _, lemma := range strings.Fields(russianIrregular[w]) {
		rs.add(theWord+lemma, Inflected)
	}
	for _, p := range russianParadigms {
		for _, endings := range [][]string{p.lemma, p.others} {
			for _, e := range endings {
				if stem, ok := cut(w, e, 4); ok {
					rs.add(p.name+":"+stem, Inflected)
				}
			}
		}
	}
	for _, e := range hard {
		if stem, ok := cut(w, e, 4); ok {
			rs.add(hardNoun+stem, Inflected)
			rs.add(fleetingNoun+stem, Inflected)
		}
	}
	genitivePlural(w, &rs)
	for _, e := range []string{"е", "", "ам", "ами", "ах"} { // граждане
		for _, people := range []string{"ан", "ян"} {
			if stem, ok := cut(w, people+e, 6); ok {
				rs.add(hardNoun+stem+people+"ин", Inflected)
			}
		}
	}
	return rs
}

// genitivePlural adds the readings of a form without ending: машин, войн, девушек,
// писем, земель, статей.
func genitivePlural(w string, rs *readings) {
	if stem, ok := cut(w, "ей", 4); ok {
		rs.add("ya:"+stem+"ь", Inflected)
	}
	bare, soft := strings.CutSuffix(w, "ь")
	if !endsInConsonant(bare) {
		return
	}
	if !soft {
		rs.add(hardNoun+w, 0)
		for _, name := range []string{"a:", "o:", "neuter plural:", "ya:", "e:"} {
			rs.add(name+w, Inflected)
		}
	}
	letters := []rune(bare)
	n := len(letters)
	if n < 4 || letters[n-2] != 'о' && letters[n-2] != 'е' {
		return
	}
	for _, link := range []string{"", "ь", "й"} {
		stem := string(letters[:n-2]) + link + string(letters[n-1])
		for _, name := range []string{"a:", "o:", "ya:"} {
			rs.add(name+stem, Inflected)
		}
	}
}

func endsInConsonant(w string) bool {
	letters := []rune(w)
	return len(letters) > 1 && !strings.ContainsRune("аеиоуыэюяьъй", letters[len(letters)-1])
}

func russianLower(word string) string {
	return strings.ReplaceAll(strings.ToLower(word), "ё", "е")
}

// withoutFleeting gives the stem of посол in посла: the vowel before its last
// consonant goes when an ending comes.
func withoutFleeting(w string) (string, bool) {
	letters := []rune(w)
	n := len(letters)
	if n < 4 {
		return "", false
	}
	before, last := letters[:n-2], string(letters[n-1])
	switch string(letters[n-2:]) {
	case "ок", "ек", "ец", "ол", "ел", "ер":
		if letters[n-2] == 'е' && before[len(before)-1] == 'л' { // владелец владельца
			return string(before) + "ь" + last, true
		}
		return string(before) + last, true
	}
	return "", false
}

// russianInvariable are words that look like forms of a noun and are none.
var russianInvariable = wordSet("после если или также более менее около через между перед среди вместе уже еще даже")

// russianIrregular gives the dictionary form of forms that have another stem.
var russianIrregular = irregular(russianForms)

// irregular reads lines of a word and its forms; a form may have several words.
func irregular(lines string) map[string]string {
	byForm := map[string]string{}
	for line := range strings.Lines(lines) {
		if words := strings.Fields(line); len(words) > 1 {
			for _, form := range words[1:] {
				byForm[form] += " " + words[0]
			}
		}
	}
	return byForm
}

const russianForms = `
ребенок дети детей детям детьми детях
человек люди людей людям людьми людях
год лет летам летами
друг друзья друзей друзьям друзьями друзьях
сын сыновья сыновей сыновьям сыновьями сыновьях
брат братья братьев братьям братьями братьях
муж мужья мужей мужьям мужьями мужьях
стул стулья стульев стульям стульями стульях
дерево деревья деревьев деревьям деревьями деревьях
лист листья листьев листьям листьями листьях
крыло крылья крыльев крыльям крыльями крыльях
мать матери матерей матерям матерями матерях матерью
дочь дочери дочерей дочерям дочерьми дочерями дочерях дочерью
имя имени именем имена имен именам именами именах
время времени временем времена времен временам временами временах
племя племени племенем племена племен племенам племенами племенах
знамя знамени знаменем знамена знамен
пламя пламени пламенем
семя семени семена семян
небо небеса небес небесам небесами небесах
чудо чудеса чудес чудесам чудесами чудесах
господин господа господ господам господами господах
сосед соседи соседей соседям соседями соседях
ухо уши ушей ушам ушами ушах
хозяин хозяева хозяев хозяевам хозяевами хозяевах
день дня дню днем дне дни дней дням днями днях
отец отца отцу отцом отце отцы отцов отцам отцами отцах
пес пса псу псом псы псов
лев льва льву львом льве львы львов
лед льда льду льдом льде
рот рта рту ртом рте
лоб лба лбу лбом
сон сна сну сном сне сны снов снам
церковь церкви церковью церквей церквам церквами церквах
любовь любви любовью
путь пути путем путей путям путями путях
война войн
сестра сестер
земля земель
деньги денег
письмо писем
окно окон
число чисел
судно суда судов судам судами судах
огонь огня огню огнем огне огни огней
ремень ремня
камень камня камню камнем камне камни камней камням камнями камнях
корень корня корни корней
заем займа займу займом займе займы займов займам
боец бойца бойцу бойцом бойце бойцы бойцов бойцам бойцами бойцах
китаец китайца китайцу китайцы китайцев китайцам китайцами
перец перца
ветер ветра ветру ветром ветре ветры ветров
угол угла углу углом угле углы углов
узел узла узлы узлов
уголь угля углю углем угле
цветок цветы цветов цветам цветами цветах
щенок щенята щенят
теленок телята телят
котенок котята котят
`
