package stem

import (
	"strings"

	"github.com/blevesearch/snowballstem"
	"github.com/blevesearch/snowballstem/russian"
)

// russian takes case and number off with the Snowball stemmer, which knows the
// endings well. What it goes too far in is put back: ость, which makes another
// word (опасность is no form of опасный), a double н (военный, воин), the soft sign
// of судья. Vowels that come and go (посол посла, девушка девушек) and plurals of
// another stem are added as readings.
type russianWords struct{}

func (russianWords) Keys(word string) []string {
	w := russianLower(word)
	keys := []string{russianStem(w)}
	if bare, ok := withoutFleeting(w); ok && bare != keys[0] {
		keys = append(keys, fleetingMark+bare)
	}
	return keys
}

func (russianWords) Readings(word string) []Reading {
	w := russianLower(word)
	stem := russianStem(w)
	rs := readings{{Key: stem}}
	rs.add(fleetingMark+stem, Inflected)
	for _, vowel := range []string{"ек", "ок", "ен", "он", "ец"} { // genitive plural of -ка -ко -на
		if base, ok := cut(w, vowel, 4); ok {
			consonant := vowel[len(vowel)-2:]
			rs.add(base+consonant, Inflected)
			rs.add(base+"ь"+consonant, Inflected)
		}
	}
	if base, ok := cut(w, "ей", 4); ok { // статья статей
		rs.add(base+"ь", Inflected)
	}
	if singular, ok := russianIrregular[w]; ok {
		rs.add(russianStem(singular), Inflected)
	}
	for _, people := range []ending{{"ане", "анин"}, {"яне", "янин"}, {"ан", "анин"}, {"ян", "янин"}, {"анам", "анин"}, {"янам", "янин"}, {"анами", "анин"}, {"янами", "янин"}, {"анах", "анин"}, {"янах", "янин"}} {
		if base, ok := cut(w, people.from, 6); ok {
			rs.add(russianStem(base+people.to), Inflected)
		}
	}
	return rs
}

// fleetingMark files a stem whose vowel has gone; only inflected words have it.
const fleetingMark = "-"

func russianLower(word string) string {
	return strings.ReplaceAll(strings.ToLower(word), "ё", "е")
}

// russianStem is Snowball's stem with what it takes off too much.
func russianStem(w string) string {
	env := snowballstem.NewEnv(w)
	russian.Stem(env)
	stem := env.Current()
	rest, ok := strings.CutPrefix(w, stem)
	if !ok {
		return stem
	}
	switch {
	case strings.HasPrefix(rest, "ост"):
		return stem + "ост"
	case strings.HasSuffix(stem, "н") && strings.HasPrefix(rest, "н"):
		return stem + "н"
	case strings.HasPrefix(rest, "ья"), strings.HasPrefix(rest, "ье"), strings.HasPrefix(rest, "ьи"):
		return stem + "ь"
	}
	return stem
}

// withoutFleeting gives the stem of посол in посла: о or е before the last
// consonant of a short ending has gone.
func withoutFleeting(w string) (string, bool) {
	letters := []rune(w)
	n := len(letters)
	if n < 4 || letters[n-2] != 'о' && letters[n-2] != 'е' || strings.ContainsRune("аеиоуыэюяьйъ", letters[n-1]) {
		return "", false
	}
	switch string(letters[n-2:]) {
	case "ок", "ек", "ец", "ол", "ел", "ен", "он", "ер", "ор", "от":
		before := letters[:n-2]
		if letters[n-2] == 'е' && strings.ContainsRune("лнр", before[len(before)-1]) { // владелец владельца
			return string(before) + "ь" + string(letters[n-1]), true
		}
		return string(before) + string(letters[n-1]), true
	}
	return "", false
}

// russianIrregular gives the dictionary form of forms that have another stem.
var russianIrregular = irregular(russianForms)

// irregular reads lines of a word and its forms.
func irregular(lines string) map[string]string {
	byForm := map[string]string{}
	for line := range strings.Lines(lines) {
		if words := strings.Fields(line); len(words) > 1 {
			for _, form := range words[1:] {
				byForm[form] = words[0]
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
