package check

// The words are those of a general dictionary and of CLDR, with the endings that
// numbers take most often.
var turkishWords = wordList{
	cardinals: []valued{
		{0, "sıfır"}, {1, "bir"}, {2, "iki"}, {3, "üç"}, {4, "dört*"}, {5, "beş"}, {6, "altı"}, {7, "yedi*"}, {8, "sekiz*"}, {9, "dokuz*"}, {10, "on"}, {20, "yirmi*"}, {30, "otuz*"}, {40, "kırk*"}, {50, "elli"}, {60, "altmış*"}, {70, "yetmiş*"}, {80, "seksen*"}, {90, "doksan*"}, {100, "yüz"},
	},
	says: []valued{
		{1, "birinci ilk biri birini birinde birinin tek tekli bire birincilik birincisi ilki"}, {2, "ikinci ikinciye ikisi ikisini ikisinin ikisinde ikili ikiye ikişer çift çifti çiftler çiftin yarım yarısı yarı buçuk ikincisi ikiden ikilisi duble"}, {3, "üçüncü üçü üçünü üçlü üçe üçer üçüncüsü üçte"}, {4, "dördüncü dördü dörtlü dörde çeyrek dördünü dörtte"}, {5, "beşinci beşi beşli beşe beşte"}, {6, "altıncı altısı altılı altıya"}, {7, "yedinci yedisi yedili yediye"}, {8, "sekizinci sekizi sekizli sekize"}, {9, "dokuzuncu dokuzu dokuza"}, {10, "onuncu onu onlu onlarca"}, {12, "düzine düzinelerce öğle öğlen"}, {20, "yirminci yirmili yirmiye"}, {30, "otuzuncu otuzlu"}, {40, "kırkıncı kırklı"}, {50, "ellinci ellili"}, {60, "altmışlı"}, {70, "yetmişli"}, {80, "seksenli"}, {90, "doksanlı"}, {100, "yüzüncü yüzyıl yüzlerce asır"}, {1000, "binlerce bin"}, {24, "gece_yarısı"},
	},
	faint:    "her kez",
	parts:    []valued{{0.5, "yarım"}},
	scales:   []valued{{1e3, "bin"}, {1e6, "milyon* mn"}, {1e9, "milyar*"}, {1e12, "trilyon*"}},
	months:   [12]string{"ocak ocakta", "şubat şubatta", "mart martta", "nisan nisanda", "mayıs mayısta", "haziran haziranda", "temmuz temmuzda", "ağustos ağustosta", "eylül eylülde", "ekim ekimde", "kasım kasımda", "aralık aralıkta"},
	weekdays: [7]string{"pazartesi", "salı", "çarşamba", "perşembe", "cuma", "cumartesi", "pazar"},
	measures: []measured{
		{degree, "derece"},
		{millimetre, "mm milimetre"}, {centimetre, "cm santimetre santim"}, {metre, "m metre metrelik"}, {kilometre, "km kilometre kilometrelik"}, {inch, "inç inçlik"}, {foot, "fit ayak fut"}, {yard, "yarda yard"}, {mile, "mil millik"}, {seaMile, "deniz_mili"}, {gram, "g gram"}, {kilogram, "kg kilo kilogram"}, {tonne, "t ton"}, {ounce, "ons"}, {pound, "libre"},
		{squareMetre, "metrekare"}, {squareKilometre, "kilometrekare"}, {squareMile, "mil_kare"}, {hectare, "hektar"}, {acre, "akre dönüm"}, {litre, "litre"}, {gallon, "galon"}, {barrel, "varil"}, {cubicMetre, "metreküp"}, {kmh, "km_sa"}, {mph, "mph"}, {knot, "knot"}, {celsius, "celsius santigrat"}, {fahrenheit, "fahrenheit"}, {watt, "watt"}, {kilowatt, "kilowatt kw"}, {megawatt, "megawatt mw"}, {gigawatt, "gigawatt gw"},
		{secondTime, "saniye saniyelik"}, {minuteTime, "dakika dakikalık"}, {hourTime, "saat saatlik"}, {dayTime, "gün günlük"}, {weekTime, "hafta haftalık"}, {monthTime, "ay aylık"}, {yearTime, "yıl* yaşında*"},
	},
	label:   "numara kanal kategori sayfa",
	percent: "yüzde*", am: "sabah", pm: "akşam öğleden", clock: "saat",
	oneIsArticle: true,
}
