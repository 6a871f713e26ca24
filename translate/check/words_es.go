package check

// The words are those of a general dictionary and of CLDR.
var spanishWords = wordList{
	cardinals: []valued{
		{0, "cero"}, {1, "un uno una"}, {2, "dos"}, {3, "tres"}, {4, "cuatro"}, {5, "cinco"}, {6, "seis"}, {7, "siete"}, {8, "ocho"}, {9, "nueve"}, {10, "diez"}, {11, "once"}, {12, "doce"}, {13, "trece"}, {14, "catorce"}, {15, "quince"}, {16, "dieciséis"}, {17, "diecisiete"}, {18, "dieciocho"}, {19, "diecinueve"},
		{20, "veinte"}, {21, "veintiuno veintiún veintiuna"}, {22, "veintidós"}, {23, "veintitrés"}, {24, "veinticuatro"}, {25, "veinticinco"}, {26, "veintiséis"}, {27, "veintisiete"}, {28, "veintiocho"}, {29, "veintinueve"}, {30, "treinta"}, {40, "cuarenta"}, {50, "cincuenta"}, {60, "sesenta"}, {70, "setenta"}, {80, "ochenta"}, {90, "noventa"},
		{100, "cien ciento"}, {200, "doscientos doscientas"}, {300, "trescientos trescientas"}, {400, "cuatrocientos cuatrocientas"}, {500, "quinientos quinientas"}, {600, "seiscientos seiscientas"}, {700, "setecientos setecientas"}, {800, "ochocientos ochocientas"}, {900, "novecientos novecientas"},
	},
	says: []valued{
		{1, "primer primero primera primeros primeras vez solo único única"}, {2, "segundo segunda segundos segundas ambos ambas doble dobles dúo par pareja mitad medio media gemelos duplicar bicampeón"}, {3, "tercer tercero tercera tercio tercios triple trío"}, {4, "cuarto cuarta cuartos cuádruple"}, {5, "quinto quinta"}, {6, "sexto sexta"}, {7, "séptimo séptima"}, {8, "octavo octava"}, {9, "noveno novena"}, {10, "décimo décima decena decenas década décadas"}, {12, "docena docenas duodécimo mediodía"}, {15, "quincena quinceañera"}, {20, "vigésimo veintena"}, {24, "medianoche"}, {100, "siglo centena centenar centenares cientos"}, {1000, "mil miles millar"},
	},
	faint:    "cada por",
	parts:    []valued{{0.5, "medio media"}},
	scales:   []valued{{1e3, "mil miles"}, {1e6, "millón millones"}, {1e9, "millardo"}, {1e12, "billón billones"}},
	join:     "y",
	groups:   []valued{{10, "década décadas"}, {12, "docena docenas"}, {100, "siglo siglos"}},
	months:   [12]string{"enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto", "septiembre setiembre", "octubre", "noviembre", "diciembre"},
	weekdays: [7]string{"lunes", "martes", "miércoles", "jueves", "viernes", "sábado sábados", "domingo domingos"},
	measures: []measured{
		{degree, "grado grados"},
		{millimetre, "mm milímetro milímetros"}, {centimetre, "cm centímetro centímetros"}, {metre, "m metro metros"}, {kilometre, "km kilómetro kilómetros"}, {inch, "pulgada pulgadas"}, {foot, "pie pies"}, {yard, "yarda yardas"}, {mile, "milla millas"}, {seaMile, "milla_náutica millas_náuticas"}, {gram, "g gramo gramos"}, {kilogram, "kg kilo kilos kilogramo kilogramos"}, {tonne, "t tonelada toneladas"}, {ounce, "onza onzas"}, {pound, "libra libras"},
		{squareMetre, "metro_cuadrado metros_cuadrados"}, {squareKilometre, "kilómetro_cuadrado kilómetros_cuadrados"}, {squareMile, "milla_cuadrada millas_cuadradas"}, {hectare, "hectárea hectáreas ha"}, {acre, "acre acres"}, {litre, "litro litros"}, {gallon, "galón galones"}, {barrel, "barril barriles"}, {cubicMetre, "metro_cúbico metros_cúbicos"},
		{kmh, "kilómetros_por_hora"}, {mph, "mph millas_por_hora"}, {knot, "nudo nudos"}, {celsius, "celsius centígrados"}, {fahrenheit, "fahrenheit"}, {watt, "vatio vatios"}, {kilowatt, "kilovatio kilovatios kw"}, {megawatt, "megavatio megavatios mw"}, {gigawatt, "gigavatio gigavatios gw"},
		{secondTime, "segundo segundos"}, {minuteTime, "minuto minutos"}, {hourTime, "hora horas"}, {dayTime, "día días"}, {weekTime, "semana semanas"}, {monthTime, "mes meses"}, {yearTime, "año años"},
	},
	label:   "número canal categoría página",
	percent: "por_ciento por_cien porcentaje", am: "am", pm: "pm", clock: "horas hora h",
	spaceGroups:  true,
	oneIsArticle: true,
}
