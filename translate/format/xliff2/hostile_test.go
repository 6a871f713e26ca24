package xliff2

import "testing"

func TestHostile(t *testing.T) {
	laws.HostileXML(t, `<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.0" srcLang="en"><file id="f"><unit id="u"><segment><source>TEXT <pc id="1">b</pc></source><target/></segment></unit></file></xliff>`)
}
