package xliff1

import "testing"

func TestHostile(t *testing.T) {
	laws.HostileXML(t, `<xliff version="1.2"><file original="a"><body><trans-unit id="1"><source>TEXT <g id="1">b</g></source><seg-source><mrk mtype="seg" mid="1">a</mrk></seg-source><target/></trans-unit></body></file></xliff>`)
}
