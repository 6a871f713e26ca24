package check

// The words are those of a general dictionary and of CLDR.
var frenchWords = wordList{
	cardinals: []valued{
		{0, "zéro"}, {1, "un une"}, {2, "deux"}, {3, "trois"}, {4, "quatre"}, {5, "cinq"}, {6, "six"}, {7, "sept"}, {8, "huit"}, {9, "neuf"}, {10, "dix"}, {11, "onze"}, {12, "douze"}, {13, "treize"}, {14, "quatorze"}, {15, "quinze"}, {16, "seize"},
		{20, "vingt vingts"}, {30, "trente"}, {40, "quarante"}, {50, "cinquante"}, {60, "soixante"}, {70, "septante soixante-dix"}, {80, "huitante octante"}, {90, "nonante"}, {100, "cent cents"},
	},
	says: []valued{
		{1, "premier première premiers premières 1er 1re fois seul seule unique"}, {2, "deuxième deuxièmes second seconde seconds double doubles doublé doubler duo paire couple moitié demi demie bis jumeaux"}, {3, "troisième troisièmes tiers triple triples trio triplé"}, {4, "quatrième quart quarts quatuor"}, {5, "cinquième cinquièmes"}, {6, "sixième"}, {7, "septième"}, {8, "huitième huitaine"}, {9, "neuvième"}, {10, "dixième dizaine décennie décennies dizaines"},
		{11, "onzième"}, {12, "douzième douzaine midi douzaines"}, {13, "treizième"}, {14, "quatorzième"}, {15, "quinzième quinzaine"}, {16, "seizième"}, {17, "dix-septième"}, {18, "dix-huitième"}, {19, "dix-neuvième"}, {20, "vingtième vingtaine"}, {30, "trentième trentaine"}, {40, "quarantième quarantaine"}, {50, "cinquantième cinquantaine"}, {60, "soixantième soixantaine"}, {24, "minuit"}, {100, "centième centaine siècle centaines"}, {1000, "mille millier milliers"},
	},
	faint:    "chaque par",
	parts:    []valued{{0.5, "demi demie"}},
	scales:   []valued{{1e3, "mille millier milliers"}, {1e6, "million millions"}, {1e9, "milliard milliards md"}, {1e12, "billion billions"}},
	join:     "et",
	groups:   []valued{{10, "décennie décennies"}, {12, "douzaine douzaines"}, {100, "siècle siècles"}},
	months:   [12]string{"janvier janv", "février févr", "mars", "avril avr", "mai", "juin", "juillet juil", "août", "septembre sept", "octobre oct", "novembre nov", "décembre déc"},
	weekdays: [7]string{"lundi lundis", "mardi mardis", "mercredi mercredis", "jeudi jeudis", "vendredi vendredis", "samedi samedis", "dimanche dimanches"},
	measures: []measured{
		{degree, "degré degrés"},
		{millimetre, "mm millimètre millimètres"}, {centimetre, "cm centimètre centimètres"}, {metre, "m mètre mètres"}, {kilometre, "km kilomètre kilomètres"}, {inch, "pouce pouces"}, {foot, "pied pieds"}, {yard, "yard yards verges"}, {mile, "mile miles mille_anglais"}, {seaMile, "mille_marin milles_marins mille_nautique milles_nautiques"}, {gram, "g gramme grammes"}, {kilogram, "kg kilo kilos kilogramme kilogrammes"}, {tonne, "t tonne tonnes"}, {ounce, "once onces"}, {pound, "livre livres"},
		{squareMetre, "mètre_carré mètres_carrés"}, {squareKilometre, "kilomètre_carré kilomètres_carrés"}, {squareMile, "mile_carré miles_carrés"}, {hectare, "hectare hectares ha"}, {acre, "acre acres"}, {litre, "litre litres"}, {gallon, "gallon gallons"}, {barrel, "baril barils"}, {cubicMetre, "mètre_cube mètres_cubes"},
		{kmh, "kilomètres_par_heure kilomètres_à_l'heure"}, {mph, "mph miles_par_heure"}, {knot, "nœud nœuds noeuds"}, {celsius, "celsius"}, {fahrenheit, "fahrenheit"}, {watt, "watt watts"}, {kilowatt, "kilowatt kilowatts kw"}, {megawatt, "mégawatt mégawatts mw"}, {gigawatt, "gigawatt gigawatts gw"},
		{secondTime, "seconde secondes"}, {minuteTime, "minute minutes min"}, {hourTime, "heure heures h"}, {dayTime, "jour jours"}, {weekTime, "semaine semaines"}, {monthTime, "mois"}, {yearTime, "an ans année années"},
	},
	label:   "numéro n chaîne catégorie page",
	percent: "pour_cent pourcent pourcentage", am: "matin", pm: "soir après-midi", clock: "h heure heures",
	spaceGroups:  true,
	oneIsArticle: true,
}
