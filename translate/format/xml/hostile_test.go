package xml

import "testing"

func TestHostile(t *testing.T) {
	laws.HostileXML(t, `<doc><p>TEXT <b>bold</b></p><ul><li>one</li><li>two</li></ul></doc>`)
}
