package qtts

import "testing"

func TestHostile(t *testing.T) {
	laws.HostileXML(t, `<TS version="2.1"><context><name>C</name><message numerus="yes"><source>TEXT</source><translation><numerusform>x</numerusform></translation></message></context></TS>`)
}
