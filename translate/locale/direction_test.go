package locale_test

import (
	"testing"

	"diglot/translate/locale"
)

func TestScriptAndDirectionAreThoseOfNode(t *testing.T) {
	for _, want := range nodeLocales(t) {
		tag, ok := want.parsed(t)
		if !ok {
			continue
		}
		if got := locale.Script(tag); got != want.Script {
			t.Errorf("Script(%s) = %s, node has %s", want.Tag, got, want.Script)
		}
		if got := string(locale.DirectionOf(tag)); got != want.Direction {
			t.Errorf("DirectionOf(%s) = %s, node has %s", want.Tag, got, want.Direction)
		}
	}
}

// Every language code there is, also those without data in CLDR: none that runs
// right to left may be taken for one that runs left to right, or the other way.
func TestDirectionOfEveryLanguage(t *testing.T) {
	var node []struct{ Tag, Script string }
	askNode(t, `
	const a = [...'abcdefghijklmnopqrstuvwxyz'];
	const two = a.flatMap(x => a.map(y => x + y));
	const codes = [...two, ...two.flatMap(x => a.map(y => x + y))];
	answer(codes.map(Tag => ({Tag, Script: new Intl.Locale(Tag).maximize().script})).filter(x => x.Script))`, &node)
	compared := 0
	for _, want := range node {
		tag, err := locale.Parse(want.Tag)
		if err != nil {
			continue
		}
		compared++
		if got := locale.DirectionOf(tag) == locale.RightToLeft; got != locale.RightToLeftScripts()[want.Script] {
			t.Errorf("DirectionOf(%s), script %s (ours %s), right to left: %v", want.Tag, want.Script, locale.Script(tag), got)
		}
	}
	if compared < 5000 {
		t.Errorf("only %d languages compared", compared)
	}
}

func TestScript(t *testing.T) {
	for tag, want := range map[string]string{
		"ar": "Arab", "uz": "Latn", "uz-AF": "Arab", "zh": "Hans", "zh-TW": "Hant", "sr-Latn": "Latn", "ja": "Jpan",
		"az-Arab": "Arab", "pa-PK": "Arab", "ar-u-nu-latn": "Arab", "und": "Zzzz", "ar-Latn": "Latn",
	} {
		if got := locale.Script(locale.MustParse(tag)); got != want {
			t.Errorf("Script(%s) = %s, want %s", tag, got, want)
		}
	}
}
