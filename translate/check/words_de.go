package check

// The words are those of a general dictionary and of CLDR. Compounds of units and
// tens, and of hundreds, are read by rule: see compound.
var germanWords = wordList{
	cardinals: []valued{
		{0, "null"}, {1, "ein eins eine einer einen einem eines"}, {2, "zwei zwo"}, {3, "drei dreien"}, {4, "vier vieren"}, {5, "fünf"}, {6, "sechs"}, {7, "sieben"}, {8, "acht"}, {9, "neun"}, {10, "zehn"}, {11, "elf"}, {12, "zwölf"}, {13, "dreizehn"}, {14, "vierzehn"}, {15, "fünfzehn"}, {16, "sechzehn"}, {17, "siebzehn"}, {18, "achtzehn"}, {19, "neunzehn"},
		{20, "zwanzig"}, {30, "dreißig dreissig"}, {40, "vierzig"}, {50, "fünfzig"}, {60, "sechzig"}, {70, "siebzig"}, {80, "achtzig"}, {90, "neunzig"}, {100, "hundert einhundert"},
	},
	says: []valued{
		{1, "erste ersten erster erstes erstem einmal einzige einzigen einzig einzelne"}, {2, "zweite zweiten zweiter zweites zweitem zweimal beide beiden beider doppel doppelt doppelte doppelten paar duo hälfte halb halbe halben zwilling anderthalb verdoppelt zweifach"}, {3, "dritte dritten dritter drittes drittel dreimal trio dreifach dreifache"}, {4, "vierte vierten vierter viertes viertel viermal"}, {5, "fünfte fünften fünfter fünftes fünftel fünfmal"}, {6, "sechste sechsten sechster sechstes"}, {7, "siebte siebten siebter siebente"}, {8, "achte achten achter"}, {9, "neunte neunten neunter"}, {10, "zehnte zehnten zehntel jahrzehnt jahrzehnte jahrzehnten"},
		{11, "elfte elften"}, {12, "zwölfte zwölften dutzend mittag"}, {13, "dreizehnte dreizehnten"}, {14, "vierzehnte vierzehnten"}, {15, "fünfzehnte fünfzehnten"}, {16, "sechzehnte sechzehnten"}, {17, "siebzehnte siebzehnten"}, {18, "achtzehnte achtzehnten"}, {19, "neunzehnte neunzehnten"}, {20, "zwanzigste zwanzigsten zwanziger zwanzigern"}, {30, "dreißiger dreißigern"}, {40, "vierziger vierzigern"}, {50, "fünfziger fünfzigern"}, {60, "sechziger sechzigern"}, {70, "siebziger siebzigern"}, {80, "achtziger achtzigern"}, {90, "neunziger neunzigern"}, {100, "jahrhundert"}, {1000, "jahrtausend"},
	},
	faint:    "pro jeder jede jedes",
	parts:    []valued{{0.5, "halb halbe halben halber halbes"}, {1.5, "anderthalb eineinhalb"}},
	scales:   []valued{{1e3, "tausend tsd"}, {1e6, "million millionen mio"}, {1e9, "milliarde milliarden mrd"}, {1e12, "billion billionen"}},
	groups:   []valued{{10, "jahrzehnt jahrzehnte jahrzehnten"}, {12, "dutzend"}, {100, "jahrhunderte jahrhunderten"}},
	months:   [12]string{"januar jänner jan", "februar feber feb", "märz", "april apr", "mai", "juni", "juli", "august aug", "september sept sep", "oktober okt", "november nov", "dezember dez"},
	weekdays: [7]string{"montag montags", "dienstag dienstags", "mittwoch mittwochs", "donnerstag donnerstags", "freitag freitags", "samstag samstags sonnabend", "sonntag sonntags"},
	measures: []measured{
		{degree, "grad"},
		{millimetre, "mm millimeter millimetern"}, {centimetre, "cm zentimeter zentimetern"}, {metre, "m meter metern"}, {kilometre, "km kilometer kilometern"}, {inch, "zoll inch"}, {foot, "fuß fuss"}, {yard, "yard yards"}, {mile, "meile meilen"}, {seaMile, "seemeile seemeilen"}, {gram, "g gramm"}, {kilogram, "kg kilogramm kilo kilos"}, {tonne, "t tonne tonnen"}, {ounce, "unze unzen"}, {pound, "pfund"},
		{squareMetre, "quadratmeter quadratmetern"}, {squareKilometre, "quadratkilometer quadratkilometern"}, {squareMile, "quadratmeile quadratmeilen"}, {squareFoot, "quadratfuß"}, {hectare, "hektar ha"}, {acre, "acre acres"}, {litre, "l liter litern"}, {gallon, "gallone gallonen"}, {barrel, "barrel fass"}, {cubicMetre, "kubikmeter kubikmetern"},
		{kmh, "stundenkilometer stundenkilometern"}, {mph, "mph"}, {knot, "knoten"}, {celsius, "celsius"}, {fahrenheit, "fahrenheit"}, {watt, "watt"}, {kilowatt, "kilowatt kw"}, {megawatt, "megawatt mw"}, {gigawatt, "gigawatt gw"},
		{secondTime, "sekunde sekunden"}, {minuteTime, "minute minuten"}, {hourTime, "stunde stunden"}, {dayTime, "tag tage tagen"}, {weekTime, "woche wochen"}, {monthTime, "monat monate monaten"}, {yearTime, "jahr jahre jahren"},
	},
	label:   "nr nummer kanal kategorie seite",
	percent: "prozent", am: "morgens vormittags", pm: "nachmittags abends nachts", clock: "uhr",
	tails:         []string{"jährig", "köpfig", "tägig", "stündig", "monatig", "wöchig", "minütig", "stellig", "stöckig", "fach", "mal", "prozentig", "teilig", "seitig"},
	capitalMonths: true, spaceGroups: true,
	oneIsArticle: true,
}
