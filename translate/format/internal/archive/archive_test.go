package archive

import (
	"archive/zip"
	"bytes"
	"encoding/binary"
	"fmt"
	"io"
	"math/rand/v2"
	"strings"
	"testing"
	"time"
)

// entryOf is a file to be packed for a test.
type entryOf struct{ name, text string }

func packed(t testing.TB, entries ...entryOf) []byte {
	t.Helper()
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	for i, e := range entries {
		h := &zip.FileHeader{Name: e.name, Method: zip.Deflate, Modified: time.Date(2024, 12, 5, 10, 0, 0, 0, time.UTC), Comment: "made"}
		if i == 0 {
			h.Method = zip.Store
		}
		f, err := w.CreateHeader(h)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := io.WriteString(f, e.text); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.SetComment("an archive"); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func three(t testing.TB) []byte {
	return packed(t, entryOf{"mimetype", "application/x"}, entryOf{"a.xml", "<a>Hama</a>"}, entryOf{"pic.png", "\x00\x01"}, entryOf{"b.xml", "\ufeff<b>Homs</b>"})
}

func Example() {
	src := packed(new(testing.T), entryOf{"mimetype", "application/x"}, entryOf{"a.xml", "<a>Hama</a>"})
	a, err := Open(src)
	if err != nil {
		fmt.Println(err)
		return
	}
	body, err := a.Join([]string{"a.xml"})
	fmt.Printf("%q %v\n", body, err)
	out, err := Pack(src, strings.Replace(body, "Hama", "حماة", 1))
	if err != nil {
		fmt.Println(err)
		return
	}
	if a, err = Open(out); err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(a.Text("a.xml"))
	// Output:
	// "\fa.xml\n<a>Hama</a>" <nil>
	// <a>حماة</a> <nil>
}

// An archive in which one part changes keeps every byte of the other entries,
// headers too, and others can read it.
func TestPack(t *testing.T) {
	src := three(t)
	a, err := Open(src)
	if err != nil {
		t.Fatal(err)
	}
	body, err := a.Join([]string{"a.xml", "b.xml"})
	if err != nil {
		t.Fatal(err)
	}
	if same, err := Pack(src, body); err != nil || !bytes.Equal(same, src) {
		t.Fatalf("packed unchanged it is not what it was: %v", err)
	}
	out, err := Pack(src, strings.Replace(body, "Homs", "حمص", 1))
	if err != nil {
		t.Fatal(err)
	}
	b, err := Open(out)
	if err != nil {
		t.Fatal(err)
	}
	last := a.byName["b.xml"]
	if before := a.entries[last].start; !bytes.Equal(out[:before], src[:before]) {
		t.Error("bytes before the changed entry have changed")
	}
	if text, err := b.Text("b.xml"); err != nil || text != "<b>حمص</b>" {
		t.Errorf("b.xml reads %q, %v", text, err)
	}
	r, err := zip.NewReader(bytes.NewReader(out), int64(len(out)))
	if err != nil {
		t.Fatal(err)
	}
	want := map[string]string{"mimetype": "application/x", "a.xml": "<a>Hama</a>", "pic.png": "\x00\x01", "b.xml": "\ufeff<b>حمص</b>"}
	for _, f := range r.File {
		in, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		got, err := io.ReadAll(in)
		if err != nil || string(got) != want[f.Name] {
			t.Errorf("%s reads %q, %v", f.Name, got, err)
		}
		if f.Comment != "made" || !f.Modified.Equal(time.Date(2024, 12, 5, 10, 0, 0, 0, time.UTC)) {
			t.Errorf("%s has lost its comment or time", f.Name)
		}
	}
	if len(r.File) != len(want) || r.Comment != "an archive" {
		t.Errorf("%d entries, comment %q", len(r.File), r.Comment)
	}
}

// poke gives the archive with a number written behind a mark of the n-th record.
func poke(src []byte, mark string, n, at int, v uint32) []byte {
	out := bytes.Clone(src)
	from := 0
	for range n + 1 {
		from += bytes.Index(out[from:], []byte(mark)) + 1
	}
	binary.LittleEndian.PutUint32(out[from-1+at:], v)
	return out
}

func TestHostile(t *testing.T) {
	src := three(t)
	central := bytes.Index(src, []byte(centralMark))
	cases := []struct {
		name string
		src  []byte
		want string
	}{
		{"no zip", []byte("Hello"), "no zip archive"},
		{"compound file", []byte("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1..."), "password"},
		{"no end", src[:len(src)-12], "no directory"},
		{"only a mark", []byte(localMark), "no directory"},
		{"path", packed(t, entryOf{"../../etc/passwd", "x"}), "leads out"},
		{"absolute path", packed(t, entryOf{"/etc/passwd", "x"}), "leads out"},
		{"back slash", packed(t, entryOf{`word\..\..\x`, "x"}), "leads out"},
		{"drive", packed(t, entryOf{`c:x`, "x"}), "leads out"},
		{"line end", packed(t, entryOf{"a\nb", "x"}), "control character"},
		{"twice", packed(t, entryOf{"a", "x"}, entryOf{"a", "y"}), "two entries"},
		{"overlap", poke(src, centralMark, 2, 42, uint32(bytes.Index(src, []byte("a.xml"))-localLen)), "another name"},
		{"offset", poke(src, centralMark, 1, 42, 0xFFFFFF), "not where"},
		{"offset in a header", poke(src, centralMark, 1, 42, 7), "not where"},
		{"packed length", poke(src, centralMark, 1, 20, 0xFFFFFF), "more bytes than there are"},
		{"length", poke(src, centralMark, 1, 24, 5), "lies about its length"},
		{"stored length", poke(src, centralMark, 0, 24, 5), "lies about its length"},
		{"checksum", poke(src, centralMark, 1, 16, 5), "checksum"},
		{"bomb that says so", poke(src, centralMark, 1, 24, 0x7FFFFFFF), "would grow"},
		{"directory outside", poke(src, endMark, 0, 16, uint32(central)+7), "directory"},
		{"far too many entries", poke(src, endMark, 0, 8, 0xFFF0FFF0), "directory"},
		{"zip64 nowhere", append(bytes.Clone(src[:central]), "PK\x06\x07____________________PK\x05\x06\x00\x00\x00\x00\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\x00\x00"...), "directory lies"},
		{"bomb", packed(t, entryOf{"mimetype", ""}, entryOf{"a.xml", strings.Repeat("a", 8<<20)}), "would grow"},
		{"encoding", packed(t, entryOf{"mimetype", ""}, entryOf{"a.xml", `<?xml version="1.0" encoding="windows-1256"?><a/>`}), "UTF-8 or UTF-16"},
		{"bytes", packed(t, entryOf{"mimetype", ""}, entryOf{"a.xml", "<a>\xff\xfe\xfd</a>"}), "a.xml"},
		{"form feed", packed(t, entryOf{"mimetype", ""}, entryOf{"a.xml", "<a>\f</a>"}), "U+000C"},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			a, err := Open(c.src)
			if err == nil {
				_, err = a.Join([]string{"a.xml"})
			}
			if err == nil || !strings.Contains(err.Error(), c.want) {
				t.Errorf("%v, want %q", err, c.want)
			}
		})
	}
}

// An archive whose entries share bytes is refused also when each header is right.
func TestOverlap(t *testing.T) {
	inner := packed(t, entryOf{"b.xml", "<b/>"})
	src := packed(t, entryOf{"a.xml", string(inner)})
	at := bytes.Index(src, inner)
	end := bytes.LastIndex(src, []byte(endMark))
	record := inner[bytes.Index(inner, []byte(centralMark)):bytes.LastIndex(inner, []byte(endMark))]
	record = poke(record, centralMark, 0, 42, uint32(at))
	directory := bytes.LastIndex(src[:end], []byte(centralMark))
	out := append(bytes.Clone(src[:end]), record...)
	out = append(out, src[end:]...)
	size := uint32(end - directory + len(record))
	mark := bytes.LastIndex(out, []byte(endMark))
	binary.LittleEndian.PutUint16(out[mark+10:], 2)
	binary.LittleEndian.PutUint32(out[mark+12:], size)
	if _, err := Open(out); err == nil || !strings.Contains(err.Error(), "overlap") {
		t.Errorf("entries that overlap: %v", err)
	}
}

// A file that is cut off or damaged anywhere is refused, or read as it is, without
// a panic.
func TestDamaged(t *testing.T) {
	src := three(t)
	for n := range src {
		if _, err := Open(src[:n]); err == nil {
			t.Errorf("cut off at byte %d it is read", n)
		}
	}
	random := rand.New(rand.NewPCG(1, 2))
	for range 1000 {
		broken := bytes.Clone(src)
		for range 1 + random.IntN(3) {
			broken[random.IntN(len(broken))] = byte(random.IntN(256))
		}
		read(broken)
	}
}

func FuzzOpen(f *testing.F) {
	f.Add(three(f))
	f.Fuzz(func(t *testing.T, src []byte) { read(src) })
}

// read goes all ways through an archive.
func read(src []byte) {
	a, err := Open(src)
	if err != nil {
		return
	}
	for _, name := range a.Names() {
		if body, err := a.Join([]string{name}); err == nil {
			_, _ = Pack(src, body+" ")
		}
	}
}
