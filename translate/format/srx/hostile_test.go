package srx

import "testing"

func TestHostile(t *testing.T) {
	laws.HostileXML(t, `<srx version="2.0"><body><languagerules><languagerule languagerulename="A"><rule><beforebreak>TEXT</beforebreak></rule></languagerule></languagerules></body></srx>`)
}
