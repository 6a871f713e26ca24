package stem

import (
	"strings"
	"testing"
)

func words(s string) []string { return strings.Fields(s) }

func TestEnglishForms(t *testing.T) {
	runForms(t, "en", []formTest{
		{"country", words("countries Country COUNTRIES"), words("count counter")},
		{"senate", words("senates Senate"), words("senator senators")},
		{"child", words("children Children"), words("chile childish")},
		{"hero", words("heroes"), words("her heroin")},
		{"crisis", words("crises"), words("crise")},
		{"policeman", words("policemen"), words("police")},
		{"war", words("wars War"), words("warden ward toward")},
		{"class", words("classes"), words("clas")},
		{"Houthi", words("Houthis"), nil},
		{"company", words("companies"), words("accompany companion")},
		{"life", words("lives"), words("live")},
	})
}

func TestFrenchForms(t *testing.T) {
	runForms(t, "fr", []formTest{
		{"hôpital", words("hôpitaux Hôpital HOPITAUX"), words("hospitalité")},
		{"étudiant", words("étudiants étudiante étudiantes Etudiants"), words("étude")},
		{"États", words("Etats ETATS"), words("été")},
		{"joueur", words("joueurs joueuse joueuses"), words("journée jouer")},
		{"ministre", words("ministres"), words("ministère")},
		{"côte", words("côtes"), words("côté cote Cote")},
		{"port", words("ports"), words("porte portes")},
		{"directeur", words("directrice directrices directeurs"), words("direction")},
		{"nucléaire", words("nucléaires"), nil},
		{"social", words("sociaux sociale sociales"), words("société")},
	})
}

func TestSpanishForms(t *testing.T) {
	runForms(t, "es", []formTest{
		{"huracán", words("huracanes Huracanes"), nil},
		{"niño", words("niños niña niñas"), words("niñera")},
		{"joven", words("jóvenes"), words("juventud")},
		{"abogado", words("abogada abogados abogadas"), words("abogacía")},
		{"partido", words("partidos"), words("partida partidas")},
		{"juez", words("jueces juezas"), words("juego")},
		{"francés", words("francesa franceses francesas"), words("Francia")},
		{"jugador", words("jugadora jugadores"), words("jugada jugar")},
		{"puerto", words("puertos"), words("puerta")},
		{"élite", words("Elite ELITES élites"), nil},
	})
}

func TestGermanForms(t *testing.T) {
	runForms(t, "de", []formTest{
		{"Krieg", words("Kriege Krieges Kriegs Kriegen Weltkrieg Bürgerkriege Kriegsveteranen kriegsgebeutelten"), words("kriegen kriegt")},
		{"Haus", words("Häuser Hauses Häusern Krankenhaus"), words("Hase")},
		{"Kind", words("Kinder Kindern Kindes Kinderbuch"), words("Kindle")},
		{"Frau", words("Frauen Hausfrau"), words("Frauchen")},
		{"Saison", words("Saisons Lobstersaison"), words("Saisonnier")},
		{"Auto", words("Autos Autobahn"), words("Autor Autoren")},
		{"Sprache", words("Sprachen Sprachkenntnisse Fremdsprache"), words("sprechen")},
		{"Sicherheit", words("Hochsicherheitsgefängnis Sicherheitsrat"), nil},
		{"Anwalt", words("Anwälte Anwälten Anwalts"), nil},
		{"Unternehmen", words("Unternehmens Technologieunternehmen"), words("unternommen")},
		{"Beamter", words("Beamte Beamten Beamtem Regierungsbeamte"), words("Beamtin")},
		{"Tod", words("Todes Todesopfer"), words("Toast")},
		{"Tag", words("Tage Tagen Arbeitstag"), words("Montag Vertrag")},
		{"Wahl", words("Wahlen Neuwahlen"), words("Wähler")},
		{"Bundesland", words("Bundesländer Bundesländern Bundeslandes"), nil},
		{"Mitglied", words("Mitglieder"), nil},
		{"Kaufmann", words("Kaufleute Kaufleuten"), nil},
		{"Leben", words("Lebens"), words("leben")},
		{"Student", words("Studenten Studentin Studentinnen"), words("Studie")},
	})
	if readsAs(german{}, "häuslicher", "häusliche")&Agreement == 0 {
		t.Error("häuslicher and häusliche agree in nothing but their ending")
	}
}

func readsAs(a Analyser, word, of string) Kind {
	for _, key := range a.Keys(of) {
		for _, r := range a.Readings(word) {
			if r.Key == key && r.Kind != 0 {
				return r.Kind
			}
		}
	}
	return 0
}

func TestRussianForms(t *testing.T) {
	runForms(t, "ru", []formTest{
		{"суд", words("суда суду судом судах Суды"), words("судья судью судить")},
		{"судья", words("судьи судью судьей судьям"), words("суд судом")},
		{"сенат", words("сената сенате"), words("сенатор сенатора")},
		{"Китай", words("Китая Китае Китаем Китаю"), words("кит киты китаец")},
		{"посол", words("посла послу послами"), words("посольство после")},
		{"девушка", words("девушки девушек девушкам"), nil},
		{"ребенок", words("ребёнка дети детей детьми"), words("ребро")},
		{"безопасность", words("безопасности безопасностью"), words("опасность безопасный")},
		{"полиция", words("полиции полицию полицией полиций"), words("политика полицейский")},
		{"торговая", words("торговой торговую торговые"), words("торговля")},
		{"война", words("войны войной войн"), words("воин воина")},
		{"компания", words("компаний компаниями"), words("кампания")},
		{"гражданин", words("граждане граждан гражданам гражданина"), nil},
		{"выборы", words("выборов выборах выборами"), words("выбор выбора")},
		{"войска", words("войск войсками"), nil},
		{"ураган", words("ураганом ураганы"), nil},
	})
}

func TestHebrewForms(t *testing.T) {
	runForms(t, "he", []formTest{
		{"מלחמה", words("המלחמה במלחמה ובמלחמה מלחמות המלחמות מלחמתו שבמלחמה מִלְחָמָה"), words("לחם מלח")},
		{"חייל", words("חיילים החיילים לחיילים חיילי חייליו"), words("חיים")},
		{"מלך", words("מלכים המלך ומלכים"), words("מלא")},
	})
}

func TestPersianForms(t *testing.T) {
	runForms(t, "fa", []formTest{
		{"کتاب", words("کتاب\u200cها کتابها کتاب\u200cهای كتاب کتابش کتابی"), words("کتابخانه کتیبه")},
		{"جنگ", words("جنگ\u200cها جنگی"), words("جنگل فرهنگ")},
		{"خانه", words("خانه\u200cها خانه\u200cای خانه\u200cاش"), nil},
	})
}

func TestOtherForms(t *testing.T) {
	runForms(t, "it", []formTest{{"ministro", words("ministri Ministro"), words("ministero")}, {"banca", words("banche"), words("banco")}, {"città", words("CITTA"), words("citta")}})
	runForms(t, "pt", []formTest{{"eleição", words("eleições"), words("eleitor")}, {"jornal", words("jornais"), words("jornada")}})
	runForms(t, "tr", []formTest{{"kitap", words("kitabı kitaplar kitaplardan kitabımızda KİTAP"), words("kitle")}, {"ülke", words("ülkeler ülkelerinde ülkenin"), words("ülkü")}})
	runForms(t, "ko", []formTest{{"전쟁", words("전쟁은 전쟁에서 전쟁들의"), words("전자")}})
	runForms(t, "nl", []formTest{{"oorlog", words("oorlogen Oorlog"), words("oor")}})
	runForms(t, "sv", []formTest{{"bil", words("bilar bilen bilarna"), words("bild")}})
	runForms(t, "und", []formTest{{"Haus", words("haus HAUS"), words("Hauses")}})
}
