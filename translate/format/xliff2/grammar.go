package xliff2

// The grammar says what may stand where: the core and the modules of XLIFF 2.0, 2.1
// and 2.2 (OASIS, sections "Core Specification" and "Modules"), with the constraints
// of elements that stand in the place of "any other element", which the schemas leave
// open. content.go and attributes.go read it.

// Namespaces of the modules, and of what the standard takes from elsewhere.
const (
	spaceMatches    = "urn:oasis:names:tc:xliff:matches:2.0"
	spaceGlossary   = "urn:oasis:names:tc:xliff:glossary:2.0"
	spaceMetadata   = "urn:oasis:names:tc:xliff:metadata:2.0"
	spaceResource   = "urn:oasis:names:tc:xliff:resourcedata:2.0"
	spaceChange     = "urn:oasis:names:tc:xliff:changetracking:2.0"
	spaceSize       = "urn:oasis:names:tc:xliff:sizerestriction:2.0"
	spaceValidation = "urn:oasis:names:tc:xliff:validation:2.0"
	spaceStyle      = "urn:oasis:names:tc:xliff:fs:2.0"
	spacePlural     = "urn:oasis:names:tc:xliff:pgs:1.0"
	spaceITS        = "http://www.w3.org/2005/11/its"
	spaceITSM       = "urn:oasis:names:tc:xliff:itsm:2.1"
)

// prefixes name the namespaces in the grammar, whatever prefix a file has for them.
// The core has none.
var prefixes = map[string]string{
	spaceMatches: "mtc:", spaceGlossary: "gls:", spaceMetadata: "mda:", spaceResource: "res:", spaceChange: "ctr:",
	spaceSize: "slr:", spaceValidation: "val:", spaceStyle: "fs:", spacePlural: "pgs:", spaceITS: "its:", spaceITSM: "itsm:", "urn:oasis:names:tc:xliff:itsm:2.0": "itsm:", // of 2.2
}

// rule says what an element may have.
//
// content lists the children as xmlmodel has it; "other" is any element of another
// namespace that the rule does not name. modules are the elements of
// modules that "other" may be here; those of the core and other modules may not.
//
// attributes lists names with the type behind a colon; "!" says that one must be
// there, "other" that any attribute of an extension may stand here. Those of modules
// stand in it by name.
type rule struct {
	content    string
	modules    string
	attributes string
}

const inline = "#text (cp|ph|pc|sc|ec|mrk|sm|em)*"

// Attributes of modules, by the elements that may have them.
const (
	styled    = " fs:fs:style fs:subFs"
	sized     = " slr:storageRestriction:limits slr:sizeRestriction:limits slr:sizeInfo slr:sizeInfoRef:token"
	sizedCode = " slr:equivStorage:integer slr:sizeInfo slr:sizeInfoRef:token"
	limited   = " slr:storageRestriction:limits slr:sizeRestriction:limits"
	annotated = " its:version:its2 its:annotatorsRef its:allowedCharacters its:localeFilterList its:localeFilterType:filter itsm:domains itsm:lang:language" +
		" its:locQualityIssueComment its:locQualityIssueEnabled:yesNo its:locQualityIssueProfileRef its:locQualityIssuesRef its:locQualityIssueSeverity:percent its:locQualityIssueType:issue" +
		" its:locQualityRatingProfileRef its:locQualityRatingScore:percent its:locQualityRatingScoreThreshold:percent its:locQualityRatingVote:integer its:locQualityRatingVoteThreshold:integer" +
		" its:mtConfidence:unit its:org its:orgRef its:person its:personRef its:provenanceRecordsRef its:revOrg its:revOrgRef its:revPerson its:revPersonRef its:revTool its:revToolRef" +
		" its:taClassRef its:taConfidence:unit its:taIdent its:taIdentRef its:taSource its:termConfidence:unit its:tool its:toolRef"
	structural = " xml:lang:language xml:space:space other" + annotated
	hints      = " canCopy:yesNo canDelete:yesNo canReorder:reorder copyOf:token type:codeType subType:qualified"
)

var rules = map[string]rule{
	"xliff": {
		content:    "(notes)? (mda:metadata)? file+", // the first two since 2.2
		attributes: "version! srcLang!:language trgLang:language" + structural,
	},
	"file": {
		content:    "skeleton? other* notes? (unit|group)+",
		modules:    "mda:metadata res:resourceData slr:profiles slr:data val:validation ctr:changeTrack its:provenanceRecords",
		attributes: "id!:token canResegment:yesNo original translate:yesNo srcDir:dir trgDir:dir" + styled + sized + structural,
	},
	"skeleton": {content: "#text other*", attributes: "href"},
	"group": {
		content:    "other* notes? (unit|group)*",
		modules:    "mda:metadata slr:data val:validation ctr:changeTrack its:provenanceRecords",
		attributes: "id!:token name canResegment:yesNo translate:yesNo srcDir:dir trgDir:dir type:qualified pgs:switch" + styled + sized + structural,
	},
	"unit": {
		content:    "other* notes? originalData? (segment|ignorable)+",
		modules:    "mtc:matches gls:glossary mda:metadata res:resourceData slr:data val:validation ctr:changeTrack its:locQualityIssues its:provenanceRecords",
		attributes: "id!:token name canResegment:yesNo translate:yesNo srcDir:dir trgDir:dir type:qualified pgs:switch" + styled + sized + structural,
	},
	"segment":   {content: "source target?", attributes: "id:token canResegment:yesNo state:state subState:qualified pgs:case"},
	"ignorable": {content: "source target?", attributes: "id:token"},
	"notes":     {content: "note+"},
	"note": {
		content:    "#text",
		attributes: "id:token appliesTo:side category priority:priority ref xml:lang:language xml:space:space other" + styled + annotated,
	},
	"originalData": {content: "data+"},
	"data":         {content: "#text cp*", attributes: "id!:token dir:dir xml:space:preserve"},
	"source":       {content: inline, attributes: "xml:lang:language xml:space:space"},
	"target":       {content: inline, attributes: "xml:lang:language xml:space:space order:positive"},
	"cp":           {attributes: "hex!:codePoint"},
	"ph":           {attributes: "id!:token disp equiv dataRef:token subFlows:tokens" + hints + styled + sizedCode},
	"pc": {
		content: inline,
		attributes: "id!:token canOverlap:yesNo dispEnd dispStart equivEnd equivStart dataRefEnd:token dataRefStart:token subFlowsEnd:tokens subFlowsStart:tokens dir:dir" +
			hints + styled + sizedCode + limited,
	},
	"sc": {attributes: "id!:token canOverlap:yesNo dataRef:token dir:dir disp equiv isolated:yesNo subFlows:tokens" + hints + styled + sizedCode + limited},
	"ec": {attributes: "id:token canOverlap:yesNo dataRef:token dir:dir disp equiv isolated:yesNo startRef:token subFlows:tokens" + hints + styled + sizedCode},
	"mrk": {
		content:    inline,
		attributes: "id!:token translate:yesNo type:markType ref value other" + styled + limited + annotated,
	},
	"sm": {attributes: "id!:token translate:yesNo type:markType ref value other" + styled + limited + annotated},
	"em": {attributes: "startRef!:token"},

	"mtc:matches": {content: "mtc:match+"},
	"mtc:match": {
		content: "mda:metadata? originalData? source target other*",
		modules: "mda:metadata its:provenanceRecords",
		attributes: "id:token matchQuality:percent matchSuitability:percent origin ref! reference:yesNo similarity:percent subType:qualified type:matchType" +
			" xml:space:space other" + annotated,
	},
	"gls:glossary":    {content: "gls:glossEntry+"},
	"gls:glossEntry":  {content: "gls:term gls:translation* gls:definition? other*", modules: "mda:metadata", attributes: "id:token ref other"},
	"gls:term":        {content: "#text", attributes: "source other"},
	"gls:translation": {content: "#text", attributes: "id:token ref source other"},
	"gls:definition":  {content: "#text", attributes: "source other"},

	"mda:metadata": {content: "mda:metaGroup+", attributes: "id:token"},
	// <meta> of the core is let through: the test suite of 2.2 has it in a valid file.
	"mda:metaGroup": {content: "(mda:metaGroup|mda:meta|meta)+", attributes: "id:token category appliesTo:metaSide"},
	"mda:meta":      {content: "#text", attributes: "type!"},
	"meta":          {content: "#text", attributes: "type!"},

	"res:resourceData":    {content: "res:resourceItemRef* res:resourceItem*"},
	"res:resourceItemRef": {attributes: "id:token ref!:token other"},
	"res:resourceItem":    {content: "notes? res:source? res:target? res:reference*", attributes: "mimeType id:token context:yesNo other"},
	"res:source":          {content: "other*", modules: "*", attributes: "href xml:lang:language other"},
	"res:target":          {content: "other*", modules: "*", attributes: "href xml:lang:language other"},
	"res:reference":       {attributes: "href! xml:lang:language other"},

	"ctr:changeTrack": {content: "ctr:revisions+"},
	"ctr:revisions":   {content: "ctr:revision+", attributes: "appliesTo!:token ref:token currentVersion:token other"},
	"ctr:revision":    {content: "ctr:item+", attributes: "author datetime version:token other" + annotated},
	"ctr:item":        {content: "#text", attributes: "property! other"},

	"slr:profiles":      {content: "slr:normalization? other*", attributes: "generalProfile storageProfile"},
	"slr:normalization": {attributes: "general:normalization storage:normalization"},
	"slr:data":          {content: "other*", attributes: "profile! other"},

	"val:validation": {content: "val:rule+", attributes: "other"},
	"val:rule": {
		attributes: "isPresent occurs:positive isNotPresent startsWith endsWith existsInSource:yesNo caseSensitive:yesNo normalization:normalization disabled:yesNo other",
	},

	"its:locQualityIssues": {content: "its:locQualityIssue+", attributes: "xml:id!:name version:its2 its:version:its2"},
	"its:locQualityIssue": {
		attributes: "version:its2 locQualityIssueType:issue locQualityIssueComment locQualityIssueSeverity:percent locQualityIssueProfileRef locQualityIssueEnabled:yesNo",
	},
	"its:provenanceRecords": {content: "its:provenanceRecord+", attributes: "xml:id!:name version:its2 its:version:its2"},
	"its:provenanceRecord": {
		attributes: "version:its2 org orgRef person personRef revOrg revOrgRef revPerson revPersonRef revTool revToolRef tool toolRef its:version:its2",
	},
}
