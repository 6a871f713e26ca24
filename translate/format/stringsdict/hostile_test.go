package stringsdict

import "testing"

func TestHostile(t *testing.T) {
	laws.HostileXML(t, `<plist version="1.0"><dict><key>k</key><string>TEXT</string></dict></plist>`)
}
