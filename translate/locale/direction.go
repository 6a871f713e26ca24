package locale

// Direction is the way a script runs along a line.
type Direction string

// The values are those of the HTML attribute dir.
const (
	LeftToRight Direction = "ltr"
	RightToLeft Direction = "rtl"
)

// rightToLeft lists the scripts (ISO 15924) that CLDR 48's scriptMetadata marks
// "rtl": YES.
var rightToLeft = map[string]bool{
	"Adlm": true, "Arab": true, "Armi": true, "Avst": true, "Cprt": true, "Elym": true,
	"Gara": true, "Hatr": true, "Hebr": true, "Hung": true, "Khar": true, "Lydi": true,
	"Mand": true, "Mani": true, "Mend": true, "Merc": true, "Mero": true, "Narb": true, "Nbat": true,
	"Nkoo": true, "Orkh": true, "Ougr": true, "Palm": true, "Perm": true, "Phli": true, "Phlp": true,
	"Phnx": true, "Prti": true, "Rohg": true, "Samr": true, "Sarb": true, "Sogd": true, "Sogo": true,
	"Syrc": true, "Thaa": true, "Yezi": true, "Sidt": true,
}

// Script gives the ISO 15924 code of the script that a locale is written in, likely
// subtags filled in: "Arab" for "ar" and "ur", "Latn" for "uz", "Hant" for "zh-TW".
// It is "Zzzz" for the zero Tag.
func Script(t Tag) string {
	if t.IsZero() {
		return "Zzzz"
	}
	script, _ := t.Language().Script()
	return script.String()
}

// DirectionOf gives the direction of the locale's script, never of some text in
// it: an Arabic segment that begins with "Barran Press" still runs right to left.
func DirectionOf(t Tag) Direction {
	if rightToLeft[Script(t)] {
		return RightToLeft
	}
	return LeftToRight
}
