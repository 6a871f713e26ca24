package html

import (
	"errors"
	"fmt"
	"strings"
	"sync"
	"testing"

	"diglot/translate/format"
	"diglot/translate/locale"
	"diglot/translate/unit"

	"github.com/google/go-cmp/cmp"
)

func Example() {
	page := `<html lang="en"><meta charset="utf-8"><p>Hama &amp; <b>Homs</b>`
	d, err := format.Read("page.html", []byte(page), format.Settings{}, []format.Format{Format{}})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(d.Blocks[0].Text)
	arabic, err := unit.Parse("<1>حمص</1> & حماة", d.Blocks[0].Text)
	if err != nil {
		fmt.Println(err)
		return
	}
	whole := unit.Part{End: d.Blocks[0].Text.End()}
	out, err := d.Write(map[int][]format.Piece{0: {{Part: whole, New: &arabic}}}, locale.MustParse("ar"), "")
	fmt.Println(string(out), err)
	// Output:
	// Hama & <1>Homs</1>
	// <html dir="rtl" lang="ar"><meta charset="utf-8"><p><b>حمص</b> &amp; حماة <nil>
}

func read(t *testing.T, page string) *format.Document {
	t.Helper()
	d, err := format.Read("page.html", []byte(page), format.Settings{}, []format.Format{Format{}})
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// replace gives the pieces that put a text, in its readable form, in place of a block.
func replace(t *testing.T, d *format.Document, block int, text string) map[int][]format.Piece {
	t.Helper()
	source := d.Blocks[block].Text
	fresh, err := unit.Parse(text, source)
	if err != nil {
		t.Fatal(err)
	}
	return map[int][]format.Piece{block: {{Part: unit.Part{End: source.End()}, New: &fresh}}}
}

func TestWrite(t *testing.T) {
	cases := []struct {
		name, page string
		block      int
		text, want string
	}{
		{"markup is spelled", "<p>a</p>", 0, `<b> & "c" > 'd' &amp;`, `<p>&lt;b&gt; &amp; "c" &gt; 'd' &amp;amp;</p>`},
		{"references as before", "<p>&nbsp;a&mdash;&quot;</p>", 0, "b\u00a0—\"", "<p>b&nbsp;&mdash;&quot;</p>"},
		{"line end", "<p>a</p>", 0, `b\nc`, "<p>b&#10;c</p>"},
		{"line end in pre", "<pre>a\r\nb</pre>", 0, `b\nc\td`, "<pre>b\r\nc\td</pre>"},
		{"white space outside", "<p>\n  a\n </p>", 0, "b", "<p>\n  b\n </p>"},
		{"codes moved and copied", "<p>a <b>b</b><img src=x></p>", 0, "<2/><1>c</1> <1>d</1>", "<p><img src=x><b>c</b> <b>d</b></p>"},
		{"codes dropped", "<p>a <b>b</b></p>", 0, "c", "<p>c</p>"},
		{"emptied", "<p>a</p><p>b</p>", 0, "", "<p></p><p>b</p>"},
		{"title", "<title>a</title>b", 0, "</title><p>c", "<title>&lt;/title&gt;&lt;p&gt;c</title>b"},
		{"attribute", `<p title="a">b`, 0, `"c" 'd' <e>`, `<p title="&quot;c&quot; 'd' &lt;e&gt;">b`},
		{"attribute, single quotes", `<p title='a'>b`, 0, `"c" 'd'`, `<p title='"c" &#39;d&#39;'>b`},
		{"attribute without quotes", `<p title=a>b`, 0, "c d", `<p title="c d">b`},
		{"attribute with a snippet", `<p title="<?= "x" ?> a">b`, 0, "c <1/>", `<p title="c <?= "x" ?>">b`},
		{"sub-flow", `<p>a <img alt="b"> c`, 1, "d", `<p>a <img alt="d"> c`},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			d := read(t, c.page)
			out, err := d.Write(replace(t, d, c.block, c.text), locale.Tag{}, "")
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(c.want, string(out)); diff != "" {
				t.Error(diff)
			}
		})
	}
}

// TestWriteHard has texts that would become one thing with the bytes beside them.
func TestWriteHard(t *testing.T) {
	cases := []struct {
		page       string
		part       unit.Part // of block 0
		text, want string
	}{
		{"<p>a< word</p>", part(2, 3), "b", "<p>a<&#98;word</p>"},
		{"<p>a& word</p>", part(2, 3), "lt;", "<p>a&&#108;t&#59;word</p>"},
		{"<p title=a&#32;b>c", part(1, 2), " &", "<p title=a&#32;&amp;b>c"},
	}
	for _, c := range cases {
		d := read(t, c.page)
		fresh := unit.Plain(c.text)
		out, err := d.Write(map[int][]format.Piece{0: {{Part: c.part, New: &fresh}}}, locale.Tag{}, "")
		if err != nil || string(out) != c.want {
			t.Errorf("%s: got %s, %v, want %s", c.page, out, err, c.want)
		}
	}
}

func part(start, end int) unit.Part {
	return unit.Part{Start: unit.Pos{Offset: start}, End: unit.Pos{Offset: end}}
}

func TestBrokenPairIsRefused(t *testing.T) {
	d := read(t, "<p>x</p>\n<p>a <b>b</b></p>")
	_, err := d.Write(replace(t, d, 1, "</1>b<1>"), locale.Tag{}, "")
	if !errors.Is(err, format.ErrCannotHold) || !strings.HasPrefix(err.Error(), "page.html:2:4: cannot write block 2 (paragraph): ") {
		t.Errorf("got %v", err)
	}
	_, err = d.Write(replace(t, d, 1, "<7/>"), locale.Tag{}, "")
	if err == nil || !strings.Contains(err.Error(), "no inline code <7/>; its codes are <1> </1>") {
		t.Errorf("got %v", err)
	}
}

func TestLocalize(t *testing.T) {
	cases := []struct{ target, page, want string }{
		{"ar", `<html><body>a`, `<html lang="ar" dir="rtl"><body>a`},
		{"ar-EG", `<HTML LANG=en-US DIR='ltr'><BODY>a`, `<HTML LANG=ar-EG DIR='rtl'><BODY>a`},
		{"fr", `<html lang="ar" dir="rtl"><body dir=rtl lang=ar>a`, `<html lang="fr" dir="ltr"><body dir=ltr lang=fr>a`},
		{"fr", `<html><body>a`, `<html lang="fr"><body>a`},
		{"he", `<?xml version="1.0"?><html lang xml:lang=""><p>a`, `<?xml version="1.0"?><html dir="rtl" lang="he" xml:lang="he"><p>a`},
		{"ar", `<p lang=en>a`, `<p lang=en>a`},
		{"ar", `<!-- <html> --><script>"<html>"</script><html>a`, `<!-- <html> --><script>"<html>"</script><html lang="ar" dir="rtl">a`},
	}
	for _, c := range cases {
		d := read(t, c.page)
		out, err := d.Write(nil, locale.MustParse(c.target), "")
		if err != nil || string(out) != c.want {
			t.Errorf("%s for %s: got %s, %v, want %s", c.page, c.target, out, err, c.want)
		}
	}
}

func TestCharset(t *testing.T) {
	page := "<html><head><meta charset=windows-1252><title>caf\xe9</title></head><p title='x'>a</p></html>"
	cases := []struct {
		name, page, charset string
		text, want          string
	}{
		{"characters that it does not have", page, "", "حماة é", "<html><head><meta charset=windows-1252><title>caf\xe9</title></head><p title='&#1581;&#1605;&#1575;&#1577; \xe9'>a</p></html>"},
		{"another charset", page, "UTF-8", "حماة", "<html><head><meta charset=UTF-8><title>café</title></head><p title='حماة'>a</p></html>"},
		{"in a content type", "<meta http-equiv=Content-Type content='text/html; charset=iso-8859-1'><title>a</title><p title=b>", "UTF-8", "é", "<meta http-equiv=Content-Type content='text/html; charset=UTF-8'><title>a</title><p title=\"é\">"},
		{"none named", "<head><title>a</title></head><p title=b>", "windows-1256", "é ب", "<head><meta charset=\"windows-1256\"><title>a</title></head><p title=\"\xe9 \xc8\">"},
		{"ASCII so far", "<html><title>a</title><p title=b>", "", "é", "<html><meta charset=\"UTF-8\"><title>a</title><p title=\"é\">"},
		{"ASCII still", "<html><title>a</title><p title=b>", "", "e", "<html><title>a</title><p title=\"e\">"},
		{"a piece of a page", "<title>a</title><p title=b>", "", "é", "<title>a</title><p title=\"é\">"},
		{"in an XML declaration", "<?xml version='1.0' encoding='windows-1252'?><title>\xe9</title><p title='b'>", "UTF-8", "é", "<?xml version='1.0' encoding='UTF-8'?><title>é</title><p title='é'>"},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			d := read(t, c.page)
			out, err := d.Write(replace(t, d, 1, c.text), locale.Tag{}, c.charset)
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(c.want, string(out)); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestCharsetThatCannotHoldThePage(t *testing.T) {
	d := read(t, "<p>\n<!-- حماة --></p><p>a</p>")
	_, err := d.Write(nil, locale.Tag{}, "windows-1252")
	if err == nil || !strings.HasPrefix(err.Error(), "page.html:2:6: 'ح' (U+062D) ") {
		t.Errorf("got %v", err)
	}
}

// TestKept has elements whose end tags are left out: what is not to be translated
// ends where the standard ends them.
func TestKept(t *testing.T) {
	cases := []struct{ page, want string }{
		{"<p translate=no>a<p>b", "b"},
		{"<p translate=no>a<textarea>b</textarea>c<select><option>d</select>e</p>f", "f"},
		{"<ul><li translate=no>a<ul><li>b</ul><li>c</ul>", "c"},
		{"<dl><dt translate=no>a<dd>b</dl>c", "b|c"},
		{"<table><tr translate=no><td>a<td>b<tr><td>c<table><tr><td>d</table></table>", "c|d"},
		{"<table><tr><td translate=no>a<table><tr><td>b</table><td>c</table>", "c"},
		{"<div translate=no>a<span translate=yes title=b>c</span>d<p translate=yes>e</p>f</div>g", "c|b|e|g"},
		{"a <span translate=no>b <span>c</span> d</span> e", "a <1/> e"},
		{"<i class='a notranslate'>b</i> c <i class=notranslated>d</i>", "<1/> c <2>d</2>"},
		{"<select translate=no><option>a</select><option>b", "b"},
		{"<html translate=no><title>a</title><p title=b>c", ""},
	}
	for _, c := range cases {
		var got []string
		for _, b := range read(t, c.page).Blocks {
			got = append(got, b.Text.String())
		}
		if s := strings.Join(got, "|"); s != c.want {
			t.Errorf("%s: got %s, want %s", c.page, s, c.want)
		}
	}
}

func TestSniff(t *testing.T) {
	cases := []struct {
		name, head string
		least      int
		most       int
	}{
		{"a.html", "", 90, 100},
		{"A.HTM", "x", 90, 100},
		{"a", "\n<!-- x -->\n<!DOCTYPE html><p>", 80, 89},
		{"a", "<?xml version='1.0'?>\n<html>", 80, 89},
		{"a", "<p>x", 30, 60},
		{"a", "<!DOCTYPE tmx>\n<tmx>", 0, 0},
		{"a", "text <p>", 0, 0},
		{"a", "", 0, 0},
	}
	for _, c := range cases {
		if got := (Format{}).Sniff(c.name, c.head); got < c.least || got > c.most {
			t.Errorf("%s %q: %d, want %d to %d", c.name, c.head, got, c.least, c.most)
		}
	}
}

// TestWriteInParallel writes one document for several locales at once, which the
// race detector watches.
func TestWriteInParallel(t *testing.T) {
	d := read(t, "<html><title>a</title><p>b <img alt=c> &mdash; d</p>")
	pieces := replace(t, d, 1, "x <1/> — y")
	var group sync.WaitGroup
	for _, target := range []string{"ar", "fr", "es", "he"} {
		group.Go(func() {
			out, err := d.Write(pieces, locale.MustParse(target), "")
			if err != nil || !strings.Contains(string(out), `lang="`+target+`"`) {
				t.Errorf("%s: %s, %v", target, out, err)
			}
		})
	}
	group.Wait()
}
