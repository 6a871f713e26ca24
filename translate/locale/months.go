package locale

import "strings"

// Months gives the names of January to December as they stand in a date with a
// day: "3 mai", "3 мая". Arabic names go by country: December is ديسمبر in Yemen and
// Egypt, كانون الأول in Syria, Lebanon, Jordan, Palestine and Iraq, دجنبر in Morocco,
// دجمبر in Mauritania; Algeria and Tunisia begin with جانفي. ok is false for a language
// that the table does not have. The names are CLDR 48's (format, wide, Gregorian).
func Months(t Tag) (names [12]string, ok bool) {
	row, ok := lookup(monthTable, t)
	if !ok {
		return names, false
	}
	copy(names[:], strings.Split(row, "|"))
	return names, true
}

// Levantine names are Aramaic in origin and shared by five countries.
const levantineMonths = "كانون الثاني|شباط|آذار|نيسان|أيار|حزيران|تموز|آب|أيلول|تشرين الأول|تشرين الثاني|كانون الأول"

const algerianMonths = "جانفي|فيفري|مارس|أفريل|ماي|جوان|جويلية|أوت|سبتمبر|أكتوبر|نوفمبر|ديسمبر"

var monthTable = map[string]string{
	"ar":    "يناير|فبراير|مارس|أبريل|مايو|يونيو|يوليو|أغسطس|سبتمبر|أكتوبر|نوفمبر|ديسمبر",
	"ar-DZ": algerianMonths,
	"ar-TN": algerianMonths,
	"ar-MA": "يناير|فبراير|مارس|أبريل|ماي|يونيو|يوليوز|غشت|شتنبر|أكتوبر|نونبر|دجنبر",
	"ar-MR": "يناير|فبراير|مارس|إبريل|مايو|يونيو|يوليو|أغشت|شتمبر|أكتوبر|نوفمبر|دجمبر",
	"ar-IQ": levantineMonths,
	"ar-JO": levantineMonths,
	"ar-LB": levantineMonths,
	"ar-PS": levantineMonths,
	"ar-SY": levantineMonths,

	"de": "Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember",
	"en": "January|February|March|April|May|June|July|August|September|October|November|December",
	"es": "enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre",
	"fa": "ژانویه|فوریه|مارس|آوریل|مه|ژوئن|ژوئیه|اوت|سپتامبر|اکتبر|نوامبر|دسامبر",
	"fr": "janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre",
	"he": "ינואר|פברואר|מרץ|אפריל|מאי|יוני|יולי|אוגוסט|ספטמבר|אוקטובר|נובמבר|דצמבר",
	"it": "gennaio|febbraio|marzo|aprile|maggio|giugno|luglio|agosto|settembre|ottobre|novembre|dicembre",
	"nl": "januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december",
	"pl": "stycznia|lutego|marca|kwietnia|maja|czerwca|lipca|sierpnia|września|października|listopada|grudnia",
	"pt": "janeiro|fevereiro|março|abril|maio|junho|julho|agosto|setembro|outubro|novembro|dezembro",
	"ru": "января|февраля|марта|апреля|мая|июня|июля|августа|сентября|октября|ноября|декабря",
	"tr": "Ocak|Şubat|Mart|Nisan|Mayıs|Haziran|Temmuz|Ağustos|Eylül|Ekim|Kasım|Aralık",
	"uk": "січня|лютого|березня|квітня|травня|червня|липня|серпня|вересня|жовтня|листопада|грудня",
	"ur": "جنوری|فروری|مارچ|اپریل|مئی|جون|جولائی|اگست|ستمبر|اکتوبر|نومبر|دسمبر",
}
