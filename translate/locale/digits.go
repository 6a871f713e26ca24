package locale

import (
	"strconv"
	"strings"
)

// NumberingSystem is a BCP 47 "nu" value: "latn" for 0-9, "arab" for ٠-٩,
// "arabext" for ۰-۹ and so on.
type NumberingSystem string

// The systems that an Arabic desk meets every day.
const (
	Latin         NumberingSystem = "latn"
	ArabicIndic   NumberingSystem = "arab"
	EasternArabic NumberingSystem = "arabext"
)

// zeros gives the digit zero of every system that writes ten digits in a row
// (Unicode category Nd, CLDR numberingSystems).
var zeros = map[NumberingSystem]rune{
	"latn": '0', "arab": '٠', "arabext": '۰', "adlm": 0x1E950, "beng": '০', "cakm": 0x11136,
	"deva": '०', "fullwide": '０', "gujr": '૦', "guru": '੦', "khmr": '០', "knda": '೦',
	"laoo": '໐', "mlym": '൦', "mong": '᠐', "mymr": '၀', "nkoo": '߀', "olck": '᱐',
	"orya": '୦', "tamldec": '௦', "telu": '౦', "thai": '๐', "tibt": '༠',
}

// defaultDigits lists the locales that CLDR 48 does not write in 0-9 by default.
// "ar" alone is 0-9, and so are the Maghreb, Libya and the Emirates.
var defaultDigits = byLocale(map[NumberingSystem]string{
	"arab": "ar-BH ar-DJ ar-EG ar-ER ar-IL ar-IQ ar-JO ar-KM ar-KW ar-LB ar-MR ar-OM ar-PS ar-QA " +
		"ar-SA ar-SD ar-SO ar-SS ar-SY ar-TD ar-YE ars ckb sd",
	"arabext": "fa ks lrc mzn pa-Arab ps ur-IN uz-Arab",
	"adlm":    "ff-Adlm",
	"beng":    "as bn mni",
	"cakm":    "ccp",
	"deva":    "bgc bho mr ne raj sa",
	"mymr":    "my",
	"nkoo":    "nqo",
	"olck":    "sat sat-Olck",
	"tibt":    "dz",
})

// Digits gives the numbering system of a locale: what its -u-nu- extension says,
// else CLDR 48's default. A -u-nu- value that is not ten digits in a row (roman,
// hanidec) counts as not said.
func Digits(t Tag) NumberingSystem {
	if nu := NumberingSystem(t.Language().TypeForKey("nu")); zeros[nu] != 0 {
		return nu
	}
	if nu, ok := lookup(defaultDigits, t); ok {
		return nu
	}
	return Latin
}

// Zero gives the system's digit zero; its other nine follow it in Unicode. It is
// '0' for a system that this package does not know.
func (n NumberingSystem) Zero() rune {
	if zero, ok := zeros[n]; ok {
		return zero
	}
	return '0'
}

// FormatInt writes n in the locale's digits without grouping: ٢٠٢٤ for 2024 in
// "ar-YE". A minus sign in a right-to-left locale comes with the mark that CLDR
// puts before it, so that it stays on the number's left.
func FormatInt(t Tag, n int64) string {
	system := Digits(t)
	text := strconv.FormatInt(n, 10)
	var b strings.Builder
	for _, c := range text {
		switch {
		case c != '-':
			b.WriteRune(system.Zero() + c - '0')
		case system == ArabicIndic:
			b.WriteString("\u061c-") // Arabic letter mark
		case DirectionOf(t) == RightToLeft:
			b.WriteString("\u200e-") // left-to-right mark
		default:
			b.WriteByte('-')
		}
	}
	return b.String()
}
