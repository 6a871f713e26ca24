package tbx

import "testing"

func TestHostile(t *testing.T) {
	laws.HostileXML(t, `<tbx type="TBX-Min" style="dca" xml:lang="en"><text><body><conceptEntry id="c"><note>TEXT</note></conceptEntry></body></text></tbx>`)
}
