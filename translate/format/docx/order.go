package docx

import "slices"

// The orders in which Word wants the properties of a thing (ECMA-376-1, 17.3.1.26,
// 17.3.2.28, 17.4.59, 17.6.17: the sequences of the schema). Of paragraphs, tables and sections
// only what comes behind the property that is put in.
var (
	runOrder = []string{
		"rStyle", "rFonts", "b", "bCs", "i", "iCs", "caps", "smallCaps", "strike", "dstrike", "outline", "shadow", "emboss", "imprint",
		"noProof", "snapToGrid", "vanish", "webHidden", "color", "spacing", "w", "kern", "position", "sz", "szCs", "highlight", "u",
		"effect", "bdr", "shd", "fitText", "vertAlign", "rtl", "cs", "em", "lang", "eastAsianLayout", "specVanish", "oMath",
	}
	behindBidi = []string{
		"adjustRightInd", "snapToGrid", "spacing", "ind", "contextualSpacing", "mirrorIndents", "suppressOverlap", "jc", "textDirection",
		"textAlignment", "textboxTightWrap", "outlineLvl", "divId", "cnfStyle", "rPr", "sectPr", "pPrChange",
	}
	behindVisual = []string{
		"tblStyleRowBandSize", "tblStyleColBandSize", "tblW", "jc", "tblCellSpacing", "tblInd", "tblBorders", "shd", "tblLayout",
		"tblCellMar", "tblLook", "tblCaption", "tblDescription", "tblPrChange",
	}
	behindSection = []string{"rtlGutter", "docGrid", "printerSettings", "sectPrChange"}
)

// rank gives the place of a name in an order; unknown ones come last.
func rank(order []string, name string) int {
	if i := slices.Index(order, name); i >= 0 {
		return i
	}
	return len(order)
}
