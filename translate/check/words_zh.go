package check

// Words in Han characters are read by rule: see han.go.
var chineseWords = wordList{
	measures: []measured{{kilometre, "km"}, {metre, "m"}, {kilogram, "kg"}, {mph, "mph"}},
}
