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
// It is "Zzzz" for the zero Tag and for a rare language that neither x/text nor the
// table below has.
func Script(t Tag) string {
	if t.IsZero() {
		return "Zzzz"
	}
	base, said, region := t.Language().Raw()
	if said.String() != "Zzzz" {
		return said.String()
	}
	if script, ok := newerScripts[base.String()+"-"+region.String()]; ok {
		return script
	}
	if script, ok := newerScripts[base.String()]; ok {
		return script
	}
	script, _ := t.Language().Script()
	return script.String()
}

// newerScripts holds likely scripts of CLDR 48 that x/text does not have or has
// otherwise: all languages that run right to left, and those with data in CLDR.
var newerScripts = byLocale(map[string]string{
	"Arab": "aao abh abv acm acq acw acx adf aec aee aeq afb aib aiq ars ask atn auj auz avd ayh ayl ayn ayp azb bdz " +
		"bgp bhe bhm bjm brk bsh bsk chg clh def deh dmk dml drw esh fay faz ggg gha ghr gig glh grr gwf gzi hac hkh hoh " +
		"hrz hss isk jad jat jbn jdg jnd jog kbu kcy kfm klj kmz ktl kzh lrk lrl lsa lss luv mby mey mfi mhj mnj mve mzb " +
		"nli nlm ntz nyq odk pbt phr phv plk pmu prc prs prx psh psi pst qxq rdb sbn sdb sdf sdg sds sgl sgr sgy shd shm " +
		"shv siy siz smy sqo sqt srh srz ssh sts tjo tks tnf tov tra trm ush uzs vaf vgr vmh wbk wlo wne wsv xhe xka xkc " +
		"xkj xkp xvi ydg zba zum",
	"Hebr": "aij aju czk hbo huy itk jbe jpa jpr jrb jye lsd trg yhd yih yud zrp",
	"Syrc": "aii amw bhn bjf hrt kqd lhs oar syc syn tmr",
	"Mand": "mid",
	"Samr": "sam",
	"Rohg": "rhg",
	"Deva": "doi dgo sd-IN",
	"Latn": "blo ie kdh kxv tok",
	"Olck": "sat",
	"Grek": "grc",
	"Cprt": "ecy",
	"Phnx": "obm",
	"Ougr": "oui",
	"Khar": "pgd",
	"Sogd": "sog",
	"Elym": "xly",
	"Sidt": "xsd",
})

// DirectionOf gives the direction of the locale's script, never of some text in
// it: an Arabic segment that begins with "Barran Press" still runs right to left.
func DirectionOf(t Tag) Direction {
	if rightToLeft[Script(t)] {
		return RightToLeft
	}
	return LeftToRight
}
