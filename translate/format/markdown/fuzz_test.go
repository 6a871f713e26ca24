package markdown

import "testing"

func FuzzMarkdown(f *testing.F) {
	laws.Fuzz(f,
		"# A *b* [c](d \"e\")\n\n> f\n> g\n\n- h\n  i  \n  j\n",
		"---\ntitle: a\n---\n| a | b\\|c |\n|---|---|\n| `d` | ![e](f) |\n",
		"+++\ntitle = 'a'\n+++\n<div>b <b>c</b>\n<p>d</div>\n",
		"{\"title\": \"a\"}\n\n[a]: b 'c'\n\n[a][], [a] &amp; \\* <http://x.y> www.z.org",
		"a\n: b\n\n[^1]: c\n\n$x$ {{< y \"z\" >}}\n===\n",
	)
}
