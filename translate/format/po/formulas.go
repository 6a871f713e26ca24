package po

import (
	"strings"

	"diglot/translate/format"
	"diglot/translate/locale"
	"diglot/translate/unit"
)

// formulas are plural formulas, with the languages that have them. Each of their
// forms is one category of CLDR for whole numbers, which a test holds them to.
var formulas = []struct{ languages, field string }{
	{"ja zh ko vi th id ms lo my km bo dz jv su wo yo to", "nplurals=1; plural=0;"},
	{"en de nl sv da nb nn no fi et hu tr el bg ca eu gl eo sw sq so ur az ka kk ky uz tk mn ml ta te mr ne lb fo fy it es af ps ku sd ug", "nplurals=2; plural=(n != 1);"},
	{"fr pt kn hy fa hi bn gu am zu pa ak bh ln mg ti wa", "nplurals=2; plural=(n > 1);"},
	{"is mk", "nplurals=2; plural=(n%10==1 && n%100!=11 ? 0 : 1);"},
	{"he", "nplurals=3; plural=(n==1 ? 0 : n==2 ? 1 : 2);"},
	{"ru uk be sr hr bs", "nplurals=3; plural=(n%10==1 && n%100!=11 ? 0 : n%10>=2 && n%10<=4 && (n%100<12 || n%100>14) ? 1 : 2);"},
	{"pl", "nplurals=3; plural=(n==1 ? 0 : n%10>=2 && n%10<=4 && (n%100<12 || n%100>14) ? 1 : 2);"},
	{"cs sk", "nplurals=3; plural=(n==1 ? 0 : n>=2 && n<=4 ? 1 : 2);"},
	{"lt", "nplurals=3; plural=(n%10==1 && (n%100<11 || n%100>19) ? 0 : n%10>=2 && (n%100<11 || n%100>19) ? 1 : 2);"},
	{"lv", "nplurals=3; plural=(n%10==0 || n%100>=11 && n%100<=19 ? 0 : n%10==1 && n%100!=11 ? 1 : 2);"},
	{"ro", "nplurals=3; plural=(n==1 ? 0 : n==0 || n%100>0 && n%100<20 ? 1 : 2);"},
	{"sl", "nplurals=4; plural=(n%100==1 ? 0 : n%100==2 ? 1 : n%100==3 || n%100==4 ? 2 : 3);"},
	{"ga", "nplurals=5; plural=(n==1 ? 0 : n==2 ? 1 : n>=3 && n<=6 ? 2 : n>=7 && n<=10 ? 3 : 4);"},
	{"ar", "nplurals=6; plural=(n==0 ? 0 : n==1 ? 1 : n==2 ? 2 : n%100>=3 && n%100<=10 ? 3 : n%100>=11 ? 4 : 5);"},
	{"cy", "nplurals=6; plural=(n==0 ? 0 : n==1 ? 1 : n==2 ? 2 : n==3 ? 3 : n==6 ? 4 : 5);"},
}

// formulaFor gives the field of a header for a language, or "".
func formulaFor(tag locale.Tag) string {
	for _, f := range formulas {
		if strings.Contains(" "+f.languages+" ", " "+tag.Base()+" ") {
			return f.field
		}
	}
	return ""
}

// templateField finds a template's words for a formula in a header.
func templateField(h *message) (unit.Span, bool) {
	if h == nil {
		return unit.Span{}, false
	}
	text := h.forms[0].text
	from, to, ok := field(text, "Plural-Forms")
	if !ok || !strings.Contains(text.Letters[from:to], "INTEGER") {
		return unit.Span{}, false
	}
	return unit.Span{Start: text.At(from), End: text.At(to)}, true
}

// asFor makes a template's plurals those of the language that it is to be
// translated into.
func (p plurals) asFor(body string, h *message, target locale.Tag) plurals {
	f := formulaFor(target)
	if _, ok := templateField(h); !ok || f == "" {
		return p
	}
	parsed, err := parse("msgid \"\"\nmsgstr \"" + f + "\"\n")
	if err != nil {
		return p
	}
	known, err := readPlurals(body, &parsed[0], false)
	if err != nil {
		return p
	}
	return known
}

// fillTemplate gives the edit that names the formula of a language in a template's
// header, if the messages have as many forms.
func fillTemplate(d *format.Document, messages []message, target locale.Tag) []format.Edit {
	at, ok := templateField(header(messages))
	f := formulaFor(target)
	if !ok || f == "" {
		return nil
	}
	if d.Settings.Target != target {
		known := plurals{}.asFor(d.Body, header(messages), target)
		for k := range messages {
			if m := &messages[k]; m.plural != nil && !m.isHeader() && !m.obsolete && len(m.forms) != known.count {
				return nil
			}
		}
	}
	return []format.Edit{{Span: at, New: f}}
}
