package txml

import "testing"

func TestHostile(t *testing.T) {
	laws.HostileXML(t, `<txml locale="EN"><translatable blockId="1"><segment segmentId="1"><source>TEXT</source></segment></translatable></txml>`)
}
