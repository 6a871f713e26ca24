package android

import "testing"

func TestHostile(t *testing.T) {
	laws.HostileXML(t, `<resources><!-- note --><string name="a">TEXT</string><plurals name="p"><item quantity="one">b</item></plurals></resources>`)
}
