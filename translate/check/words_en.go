package check

// The words are those of a general dictionary and of CLDR.
var englishWords = wordList{
	cardinals: []valued{
		{0, "zero nil"}, {1, "one"}, {2, "two"}, {3, "three"}, {4, "four"}, {5, "five"}, {6, "six"}, {7, "seven"}, {8, "eight"}, {9, "nine"},
		{10, "ten"}, {11, "eleven"}, {12, "twelve"}, {13, "thirteen"}, {14, "fourteen"}, {15, "fifteen"}, {16, "sixteen"}, {17, "seventeen"},
		{18, "eighteen"}, {19, "nineteen"}, {20, "twenty"}, {30, "thirty"}, {40, "forty"}, {50, "fifty"}, {60, "sixty"}, {70, "seventy"},
		{80, "eighty"}, {90, "ninety"}, {100, "hundred"},
	},
	says: []valued{
		{0, "none no nil zeroth"}, {1, "first firstly once single sole freshman freshmen"}, {2, "second secondly twice both pair pairs couple double doubles doubled doubling duo twin twins dual half halves bi duplicate sophomore sophomores"},
		{3, "third thirds thirdly triple tripled trio thrice treble"}, {4, "fourth fourthly quarter quarters quadruple quartet"}, {5, "fifth quintuple quintet"}, {6, "sixth"}, {7, "seventh"}, {8, "eighth"},
		{9, "ninth"}, {10, "tenth decade decades teens teen teenager teenagers teenage tens"}, {11, "eleventh"}, {12, "twelfth dozen dozens noon midday"}, {13, "thirteenth"}, {14, "fourteenth fortnight"},
		{15, "fifteenth quarter_hour quarter_of_an_hour quarter_past"}, {16, "sixteenth"}, {17, "seventeenth"}, {18, "eighteenth"}, {19, "nineteenth"}, {20, "twentieth twenties score"}, {24, "midnight"},
		{30, "thirtieth thirties half_hour half_an_hour half_past"}, {40, "fortieth forties"}, {50, "fiftieth fifties"}, {60, "sixtieth sixties"}, {70, "seventieth seventies"}, {80, "eightieth eighties"}, {90, "ninetieth nineties"},
		{100, "hundredth hundreds century centuries cent"}, {1000, "thousands millennium"},
	},
	faint:    "a an per each every another only",
	parts:    []valued{{0.5, "half"}, {0.25, "quarter"}},
	scales:   []valued{{1e3, "thousand k"}, {1e6, "million millions m mn mln"}, {1e9, "billion billions bn bln"}, {1e12, "trillion trillions tn trn"}},
	join:     "and",
	groups:   []valued{{10, "decade decades"}, {12, "dozen"}, {100, "century centuries"}},
	months:   [12]string{"january jan", "february feb", "march mar", "april apr", "may", "june jun", "july jul", "august aug", "september sep sept", "october oct", "november nov", "december dec"},
	weekdays: [7]string{"monday mondays", "tuesday tuesdays", "wednesday wednesdays", "thursday thursdays", "friday fridays", "saturday saturdays", "sunday sundays"},
	measures: []measured{
		{degree, "degree degrees"},
		{millimetre, "mm millimetre millimetres millimeter millimeters"}, {centimetre, "cm centimetre centimetres centimeter centimeters"}, {metre, "m metre metres meter meters"},
		{kilometre, "km kms kilometre kilometres kilometer kilometers"}, {inch, "inch inches in"}, {foot, "foot feet ft"}, {yard, "yard yards yd yds"}, {mile, "mile miles mi"}, {seaMile, "nautical_mile nautical_miles"},
		{gram, "gram grams g gramme grammes"}, {kilogram, "kg kgs kilo kilos kilogram kilograms"}, {tonne, "tonne tonnes ton tons"}, {ounce, "ounce ounces oz"}, {pound, "lb lbs"}, {stone, "stone"},
		{squareMetre, "square_metres square_metre square_meters square_meter sqm"}, {squareKilometre, "square_kilometres square_kilometers"}, {squareMile, "square_miles square_mile"}, {squareFoot, "square_feet square_foot"},
		{hectare, "hectare hectares ha"}, {acre, "acre acres"}, {litre, "litre litres liter liters"}, {gallon, "gallon gallons"}, {pint, "pint pints"}, {barrel, "barrel barrels"}, {cubicMetre, "cubic_metres cubic_meters"},
		{kmh, "kph kmh"}, {mph, "mph miles_per_hour"}, {knot, "knot knots"}, {celsius, "celsius c centigrade"}, {fahrenheit, "fahrenheit f"},
		{watt, "watt watts w"}, {kilowatt, "kw kilowatt kilowatts"}, {megawatt, "mw megawatt megawatts"}, {gigawatt, "gw gigawatt gigawatts"},
		{secondTime, "second seconds"}, {minuteTime, "minute minutes min mins"}, {hourTime, "hour hours hr hrs"}, {dayTime, "day days"}, {weekTime, "week weeks"}, {monthTime, "month months"}, {yearTime, "year years yr yrs"},
	},
	label:   "no number channel category page chapter article room route",
	percent: "percent percentage pct per_cent", am: "am", pm: "pm", clock: "clock gmt utc bst est edt et pt cet",
	capitalMonths: true,
}
