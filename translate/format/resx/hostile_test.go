package resx

import "testing"

func TestHostile(t *testing.T) {
	laws.HostileXML(t, `<root><data name="a"><value>TEXT</value><comment>c</comment></data></root>`)
}
