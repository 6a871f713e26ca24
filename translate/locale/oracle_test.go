package locale_test

import (
	"encoding/json"
	"os"
	"os/exec"
	"strings"
	"sync"
	"testing"

	"diglot/translate/locale"
)

// oracleCLDR is the CLDR whose facts this package states.
const oracleCLDR = "48"

// askNode runs a script whose last act is to call answer(x), and reads x.
// Without a Node that has CLDR 48 the test is skipped, except in CI.
func askNode(t *testing.T, script string, x any) {
	t.Helper()
	giveUp := t.Skipf
	if os.Getenv("CI") == "true" {
		giveUp = t.Fatalf
	}
	node, err := exec.LookPath("node")
	if err != nil {
		giveUp("node is not installed; its Intl is the oracle of this test")
	}
	version, err := exec.Command(node, "-p", "process.versions.cldr").Output()
	if err != nil {
		giveUp("node does not say which CLDR it has: %v", err)
	}
	if got, _, _ := strings.Cut(strings.TrimSpace(string(version)), "."); got != oracleCLDR {
		giveUp("node has CLDR %s; this test needs a node with CLDR %s", got, oracleCLDR)
	}
	const prelude = "const answer = x => console.log(JSON.stringify(x));\n"
	out, err := exec.Command(node, "-e", prelude+script).Output()
	if err != nil {
		t.Fatalf("node: %v", err)
	}
	if err := json.Unmarshal(out, x); err != nil {
		t.Fatalf("node's answer: %v", err)
	}
}

// nodeLocale is what Node says of one locale.
type nodeLocale struct {
	Tag, Script, Direction string
	Digits, Year           string          // numbering system, and 2024 in it
	Forms, Of              []locale.Plural // plural categories, and those of numbers(); none without rules
}

// nodeLocales asks Node once for every locale it has: all languages of two or three
// letters, and these with the scripts and regions in which they have data of their own.
func nodeLocales(t *testing.T) []nodeLocale {
	t.Helper()
	allLocales.Do(func() {
		askNode(t, "const numbers = "+asJSON(t, numbers())+";\n"+describeLocales, &allLocales.list)
	})
	if len(allLocales.list) < 250 {
		t.Fatalf("node told of only %d locales", len(allLocales.list))
	}
	return allLocales.list
}

var allLocales struct {
	sync.Once
	list []nodeLocale
}

const describeLocales = `
const a = [...'abcdefghijklmnopqrstuvwxyz'];
const two = a.flatMap(x => a.map(y => x + y));
const codes = [...two, ...two.flatMap(x => a.map(y => x + y))];
const languages = Intl.NumberFormat.supportedLocalesOf(codes).filter(l => codes.includes(l));
const own = l => new Intl.NumberFormat(l).resolvedOptions().locale === l;
const scripts = ['Adlm','Arab','Beng','Cyrl','Deva','Guru','Hans','Hant','Latn','Mtei','Olck','Tfng','Vaii'];
const wide = ['ar','ckb','en','es','fa','ff','fr','ks','lrc','pa','pa-Arab','ps','pt','sd','ur','uz','uz-Arab','zh-Hant'];
const tags = [
  ...languages,
  ...languages.flatMap(l => scripts.map(s => l + '-' + s)).filter(own),
  ...wide.flatMap(l => two.map(r => l + '-' + r.toUpperCase())).filter(own),
];
const plural = Tag => {
  const rules = {};
  return s => {
    const v = (s.split('.')[1] || '').length;
    rules[v] ||= new Intl.PluralRules(Tag, {minimumFractionDigits: v, maximumFractionDigits: v});
    return rules[v].select(+s);
  };
};
answer(tags.map(Tag => {
  const l = new Intl.Locale(Tag), f = new Intl.NumberFormat(Tag, {useGrouping: false});
  return {
    Tag, Script: l.maximize().script, Direction: (l.getTextInfo ? l.getTextInfo() : l.textInfo).direction,
    Digits: f.resolvedOptions().numberingSystem, Year: f.format(2024),
    ...(Intl.PluralRules.supportedLocalesOf(Tag).length > 0 && {
      Forms: new Intl.PluralRules(Tag).resolvedOptions().pluralCategories, Of: numbers.map(plural(Tag)),
    }),
  };
}));
`

// parsed gives the tag, and false for the few languages that are newer than x/text.
func (n nodeLocale) parsed(t *testing.T) (locale.Tag, bool) {
	tag, err := locale.Parse(n.Tag)
	if err != nil {
		t.Logf("x/text does not know %s", n.Tag)
	}
	return tag, err == nil
}

// asJSON spells a value for a script.
func asJSON(t *testing.T, x any) string {
	t.Helper()
	b, err := json.Marshal(x)
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}
