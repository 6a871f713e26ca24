package jsonspan

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"
)

func Example() {
	tree, err := Parse(`{"menu": {"open": "Datei \u00f6ffnen"}}`)
	if err != nil {
		fmt.Println(err)
		return
	}
	open := tree.Root().Child("menu").Child("open")
	fmt.Println(open.Key(), open, tree.Body[open.Span().Start:open.Span().End])
	// Output: open Datei öffnen "Datei \u00f6ffnen"
}

func TestFaults(t *testing.T) {
	cases := []struct{ body, want string }{
		{`{"a": "x", "a": "y"}`, `:1:12: the key "a" stands twice`},
		{"{\n  \"a\": \"x\",\n}", ":3:1: '}' stands where a key in quotes should"},
		{`{'a': 1}`, `:1:2: '\'' stands where a key in quotes should`},
		{`{"a": 'b'}`, `:1:7: "'b'" is no value of JSON`},
		{`[1, 02]`, `:1:5: "02" is no value of JSON`},
		{`[1 2]`, `:1:4: '2' stands where a comma or the closing ] should`},
		{`["a`, `:1:2: the string is not closed`},
		{"[\"a\n\"]", `:1:4: '\n' cannot stand in a string`},
		{`["\q"]`, `:1:3: "\\q" is no escape`},
		{`["\u00g0"]`, `:1:3: "\\u" is no escape`},
		{`{"a" 1}`, `:1:6: '1' stands where the colon`},
		{`{} x`, `:1:4: 'x' stands where the end of the file should`},
		{`[`, `:1:2: the file ends where a value should stand`},
		{strings.Repeat("[", 1<<20), "nested more than 500 deep"},
		{strings.Repeat(`{"a":`, 1<<18), "nested more than 500 deep"},
	}
	for _, c := range cases {
		_, err := Parse(c.body)
		if err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%.40q: got %v, want %s", c.body, err, c.want)
		}
	}
}

func TestEmpty(t *testing.T) {
	tree, err := Parse(" \n")
	if err != nil || !tree.Root().IsZero() || !tree.Root().Child("a").IsZero() {
		t.Errorf("got %v %v", tree, err)
	}
}

// FuzzParse compares with encoding/json: both refuse, or both find the same strings.
func FuzzParse(f *testing.F) {
	for _, s := range []string{`{"a":["b\u0645\ud83d\ude00",1,-2.5e+3,true,null,{}],"c":{"d":""}}`, `[]`, `"x"`, ` [1,[2],{"a":3}] `, `["\ud800"]`} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, body string) {
		tree, err := Parse(body)
		if strings.TrimSpace(body) == "" || err != nil && (strings.Contains(err.Error(), "twice") || strings.Contains(err.Error(), "deep")) {
			return
		}
		var want any
		wantErr := json.Unmarshal([]byte(body), &want)
		if (err == nil) != (wantErr == nil) {
			t.Fatalf("%q: %v, but encoding/json says %v", body, err, wantErr)
		}
		if err == nil && strings.ToValidUTF8(body, "") == body {
			same(t, tree.Root(), want)
		}
	})
}

// same compares a value with what encoding/json makes of it.
func same(t *testing.T, n Node, want any) {
	t.Helper()
	switch w := want.(type) {
	case string:
		if n.String() != w {
			t.Fatalf("the string is %q, want %q", n, w)
		}
	case []any:
		k := 0
		for c := range n.Children() {
			if k == len(w) {
				t.Fatal("too many values")
			}
			same(t, c, w[k])
			k++
		}
		if k != len(w) {
			t.Fatalf("%d values, want %d", k, len(w))
		}
	case map[string]any:
		k := 0
		for c := range n.Children() {
			same(t, c, w[c.Key()])
			k++
		}
		if k != len(w) {
			t.Fatalf("%d members, want %d", k, len(w))
		}
	}
}

func BenchmarkParse(b *testing.B) {
	var body strings.Builder
	body.WriteString("{")
	for i := range 50000 {
		fmt.Fprintf(&body, "%s\n  \"key%d\": \"The army left town %d on \\\"Thursday\\\".\"", strings.Repeat(",", min(i, 1)), i, i)
	}
	body.WriteString("\n}\n")
	b.SetBytes(int64(body.Len()))
	for b.Loop() {
		if _, err := Parse(body.String()); err != nil {
			b.Fatal(err)
		}
	}
}
