package xliff2_test

import (
	"fmt"

	"diglot/translate/format"
	"diglot/translate/format/xliff2"
	"diglot/translate/locale"
	"diglot/translate/unit"
)

// A translation goes into the target, which is made; the source stays.
func Example() {
	const file = `<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.0" srcLang="en" trgLang="ar">
 <file id="f1">
  <unit id="u1">
   <segment><source>The <pc id="1">army</pc> left.</source></segment>
  </unit>
 </file>
</xliff>`
	d, err := format.Read("hama.xlf", []byte(file), format.Settings{}, []format.Format{xliff2.Format{}})
	if err != nil {
		fmt.Println(err)
		return
	}
	source := d.Blocks[0].Text
	fmt.Println(d.Blocks[0].Key, source)
	target, _ := unit.Parse("غادر <1>الجيش</1>.", source)
	out, err := d.Write(map[int][]format.Piece{0: {{
		Part: unit.Part{End: source.End()}, New: &target, State: unit.Translated,
	}}}, locale.Tag{}, "")
	fmt.Println(string(out), err)
	// Output:
	// f=f1/u=u1 The <1>army</1> left.
	// <xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.0" srcLang="en" trgLang="ar">
	//  <file id="f1">
	//   <unit id="u1">
	//    <segment state="translated"><source>The <pc id="1">army</pc> left.</source><target>غادر <pc id="1">الجيش</pc>.</target></segment>
	//   </unit>
	//  </file>
	// </xliff> <nil>
}
