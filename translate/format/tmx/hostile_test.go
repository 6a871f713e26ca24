package tmx

import "testing"

func TestHostile(t *testing.T) {
	laws.HostileXML(t, `<tmx version="1.4"><header srclang="en"/><body><tu><tuv xml:lang="en"><seg>TEXT</seg></tuv><tuv xml:lang="ar"><seg>b</seg></tuv></tu></body></tmx>`)
}
