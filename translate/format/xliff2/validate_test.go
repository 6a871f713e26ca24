package xliff2

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"diglot/translate/format"
	"diglot/translate/format/formattest"
	"diglot/translate/locale"
	"diglot/translate/unit"
)

// contradicts lists files of the corpus that are called valid but break a rule for
// which others are called invalid.
var contradicts = map[string]string{
	"omegat__ex.9.5.xlf": "it has targets and no trgLang, as bad_NoTrgLang.xlf",
}

func TestValidateCorpus(t *testing.T) {
	dir := formattest.CorpusDir(t, "formats", "xliff2")
	for _, verdict := range []string{"valid", "invalid"} {
		paths, err := filepath.Glob(filepath.Join(dir, verdict, "dev", "*"))
		if err != nil || len(paths) == 0 {
			t.Fatalf("no %s files: %v", verdict, err)
		}
		wrong := 0
		for _, path := range paths {
			src, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			faults := Format{}.Validate(strings.TrimPrefix(string(src), "\ufeff"))
			if (len(faults) == 0) != (verdict == "valid") && contradicts[filepath.Base(path)] == "" {
				t.Errorf("%s: %v", filepath.Base(path), faults)
				wrong++
			}
			for _, f := range faults {
				if f.Line == 0 || f.Column == 0 {
					t.Errorf("%s: %v names no place", filepath.Base(path), f)
				}
			}
		}
		t.Logf("%s: %d of %d as they should be", verdict, len(paths)-wrong, len(paths))
	}
}

// valid stands in for a whole file; each case replaces one stretch of it.
const valid = `<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.1" srcLang="en" trgLang="ar"
 xmlns:mtc="urn:oasis:names:tc:xliff:matches:2.0" xmlns:gls="urn:oasis:names:tc:xliff:glossary:2.0"
 xmlns:slr="urn:oasis:names:tc:xliff:sizerestriction:2.0" xmlns:val="urn:oasis:names:tc:xliff:validation:2.0"
 xmlns:its="http://www.w3.org/2005/11/its" xmlns:my="urn:my">
<file id="f1"><skeleton href="s.skl"/><val:validation><val:rule isPresent="x" occurs="2"/></val:validation>
<group id="g1" type="my:menu"><unit id="u1" name="first" slr:sizeRestriction="0,20">
<mtc:matches><mtc:match id="x1" ref="#s1" similarity="80.5"><source>a</source><target>b</target></mtc:match></mtc:matches>
<gls:glossary><gls:glossEntry ref="#m1"><gls:term>t</gls:term><gls:definition>d</gls:definition></gls:glossEntry></gls:glossary>
<my:ext my:a="b"><my:any/></my:ext>
<notes><note id="n1" priority="2" appliesTo="source">note</note></notes>
<originalData><data id="d1">[b]</data><data id="d2">[/b]</data></originalData>
<segment id="s1" state="translated" subState="my:done"><source>one <pc id="1" dataRefStart="d1" dataRefEnd="d2">two</pc> <mrk id="m1" type="term" value="v">three</mrk></source><target order="2">w <pc id="1" dataRefStart="d1" dataRefEnd="d2">z</pc></target></segment>
<ignorable id="i1"><source> </source><target order="1"> </target></ignorable>
<segment id="s2"><source><sc id="2" canOverlap="no"/>x<ec startRef="2" canOverlap="no"/><sm id="m2" type="comment" ref="#n=n1"/>y<em startRef="m2"/><cp hex="0003"/></source><target><sc id="2" canOverlap="no"/>x<ec startRef="2" canOverlap="no"/></target></segment>
</unit><unit id="u2"><segment><source><ph id="1" subFlows="u1" type="fmt" subType="xlf:lb"/></source></segment></unit></group></file></xliff>`

func TestValidateRules(t *testing.T) {
	if faults := (Format{}).Validate(valid); len(faults) > 0 {
		t.Fatalf("the valid file: %v", faults)
	}
	for _, c := range []struct{ old, new, says string }{
		{`version="2.1"`, `version="3.0"`, "none of 2.0, 2.1 and 2.2"},
		{`version="2.1"`, `version="2.2"`, ""},
		{`srcLang="en"`, `srcLang="english language"`, "language tag"},
		{` srcLang="en"`, ``, "no srcLang"},
		{`trgLang="ar"`, ``, "no trgLang"},
		{`<skeleton href="s.skl"/>`, `<skeleton href="s.skl">x</skeleton>`, "must be empty"},
		{`<group id="g1"`, `<group id="g 1"`, "name token"},
		{`type="my:menu"`, `type="menu"`, "prefix:value"},
		{`type="my:menu"`, `type="xlf:menu"`, "the standard's own"},
		{`<unit id="u2"`, `<unit id="u1"`, `"u1" stands twice`},
		{`<unit id="u2">`, `<unit id="u2" canResegment="maybe">`, "yes, no"},
		{`<val:rule isPresent="x" occurs="2"/>`, `<val:rule startsWith="x" occurs="2"/>`, "goes with isPresent"},
		{`<val:rule isPresent="x" occurs="2"/>`, `<val:rule isPresent="x" endsWith="2"/>`, "says one thing"},
		{`<val:rule isPresent="x" occurs="2"/>`, `<val:rule/>`, "says nothing"},
		{`<val:rule isPresent="x" occurs="2"/>`, `<val:rule isPresent="x" disabled="yes"/>`, "cannot be disabled"},
		{`similarity="80.5"`, `similarity="101"`, "0 to 100"},
		{`<source>a</source><target>b</target>`, `<source>a</source>`, "no <target>"},
		{`<source>a</source><target>b</target>`, `<source>a<ph id="1" dataRef="d1"/></source><target>b</target>`, "no <data> of the mtc:match"},
		{`ref="#s1"`, `ref="#f=f1/u=u2/s1"`, "out of the unit"},
		{`<gls:definition>d</gls:definition>`, ``, "neither a translation nor a definition"},
		{`priority="2"`, `priority="11"`, "1 to 10"},
		{`<data id="d2">`, `<data id="d1">`, "stands twice"},
		{` dataRefEnd="d2">z`, `>z`, "go together"},
		{`state="translated"`, ``, "subState and no state"},
		{`<target order="2">`, `<target order="4">`, "more than the 3"},
		{`<target order="2">`, `<target>`, "order 1"},
		{`<pc id="1" dataRefStart="d1" dataRefEnd="d2">z</pc>`, `<ph id="1"/>`, "that of another element"},
		{`<pc id="1" dataRefStart="d1" dataRefEnd="d2">z</pc>`, `<ph id="s2"/>`, "that of another element"},
		{`<ec startRef="2" canOverlap="no"/></target>`, `</target>`, "no <ec> ends it"},
		{`<ec startRef="2" canOverlap="no"/></target>`, `<ec startRef="2" canOverlap="no" dir="ltr"/></target>`, "dir"},
		{`<sc id="2" canOverlap="no"/>x<ec startRef="2" canOverlap="no"/></target>`, `<sc id="2" isolated="yes" canOverlap="no"/>x<ec startRef="2" canOverlap="no"/></target>`, "isolated"},
		{`<em startRef="m2"/>`, ``, "no <em>"},
		{`hex="0003"`, `hex="0041"`, "&#x41;"},
		{`hex="0003"`, `hex="110000"`, "10FFFF"},
		{`subFlows="u1"`, `subFlows="u1 u9"`, `"u9" is no <unit>`},
		{`type="fmt" subType="xlf:lb"`, `type="ui" subType="xlf:lb"`, "goes with the type fmt"},
		{`<segment><source><ph id="1"`, `<segment state="final"><source><ph id="1"`, "no target"},
		{`<ph id="1" subFlows="u1"`, `<ph id="1" my:x="y" subFlows="u1"`, "of an extension"},
		{`value="v"`, `ref="#n=n7"`, "no note n7"},
		{`value="v"`, `ref="#/f=f1/u=u1/d=d1"`, ""},
		{`value="v"`, `ref="http://example.org/#d=1/2"`, ""},
		{`value="v"`, `its:taSource="x" its:version="2.0"`, "go together"},
		{`value="v"`, `its:termConfidence="1"`, "no its:version"},
		{`<my:ext my:a="b"><my:any/></my:ext>`, `<val:rule/>`, "cannot stand in <unit>"},
		{`<my:ext my:a="b"><my:any/></my:ext>`, `words`, "text cannot stand"},
		{`</group></file>`, `</group><file id="f1"/></file>`, "cannot stand here"},
		{`</file></xliff>`, `</file></xlif>`, "does not fit"},
		{`<segment id="s2">`, `<segment id="s2"><my:x/>`, "cannot stand here"},
	} {
		body := strings.Replace(valid, c.old, c.new, 1)
		if body == valid && c.says != "" {
			t.Fatalf("%s is not in the valid file", c.old)
		}
		if strings.Contains(c.new, `"2.2"`) {
			body = strings.Replace(body, "document:2.0", "document:2.2", 1)
		}
		faults := fmt.Sprint(Format{}.Validate(body))
		if c.says == "" && faults != "[]" || !strings.Contains(faults, c.says) {
			t.Errorf("%s → %s: %s; want %q", c.old, c.new, faults, c.says)
		}
	}
}

func FuzzValidate(f *testing.F) {
	f.Add(valid)
	f.Fuzz(func(t *testing.T, body string) {
		for _, fault := range (Format{}).Validate(strings.ToValidUTF8(body, "?")) {
			if fault == nil || fault.Line == 0 {
				t.Fatalf("%v names no place", fault)
			}
		}
	})
}

// A valid file stays valid when every segment is translated. What refers to a marker
// that only the old target had leads nowhere then.
func TestFilledStaysValid(t *testing.T) {
	dir := formattest.CorpusDir(t, "formats", "xliff2")
	paths, err := filepath.Glob(filepath.Join(dir, "valid", "dev", "*"))
	if err != nil || len(paths) == 0 {
		t.Fatalf("no valid files: %v", err)
	}
	filled := 0
	for _, path := range paths {
		src, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		d, err := laws.Read(t, filepath.Base(path), src)
		if err != nil {
			t.Fatal(err)
		}
		pieces := map[int][]format.Piece{}
		for i, b := range d.Blocks {
			fresh := unit.Plain("[").Append(b.Text).Append(unit.Plain("]"))
			pieces[i] = []format.Piece{{Part: unit.Part{End: b.Text.End()}, New: &fresh, State: unit.Reviewed}}
		}
		out, err := d.Write(pieces, locale.MustParse("ar"), "")
		if err != nil {
			t.Errorf("%s: %v", filepath.Base(path), err)
			continue
		}
		if faults := (Format{}).Validate(strings.TrimPrefix(string(out), "\ufeff")); len(faults) > 0 && !strings.Contains(d.Body, `ref="#t=`) {
			t.Errorf("%s: %v", filepath.Base(path), faults)
		}
		filled += len(pieces)
	}
	t.Logf("%d segments filled in %d files", filled, len(paths))
}
