package html

// sort is how an element takes part in the text.
type sort uint8

const (
	inline sort = iota // what is not listed: it stands in a text as a code
	block              // it breaks texts
	void               // inline, without content
	opaque             // one code from the start tag to the end tag
	raw                // as opaque, and its content is no markup
	rcdata             // a block whose content is letters and references only
)

type element struct {
	sort   sort
	kind   string // of the blocks whose text stands in it; "" is that of the element around it
	pre    bool   // white space counts
	empty  bool   // a block without content and end tag
	unseen bool   // a code of it at the edge of a text is not noticed, and lies outside of the block
}

// known lists the elements that are not inline. Blocks are those that the
// standard's style sheet (section 15.3) shows as blocks, tables, list items and parts
// of them, and those of the head and of forms that no sentence runs across.
var known = map[string]element{
	"address": {sort: block, kind: "paragraph"}, "article": {sort: block, kind: "paragraph"}, "aside": {sort: block, kind: "paragraph"},
	"base": {sort: block, empty: true}, "basefont": {sort: block, empty: true}, "bgsound": {sort: block, empty: true}, "blockquote": {sort: block, kind: "paragraph"},
	"body": {sort: block, kind: "paragraph"}, "caption": {sort: block, kind: "caption"}, "center": {sort: block},
	"col": {sort: block, empty: true}, "colgroup": {sort: block}, "datalist": {sort: block}, "dd": {sort: block, kind: "list-item"},
	"details": {sort: block, kind: "paragraph"}, "dialog": {sort: block, kind: "paragraph"}, "dir": {sort: block},
	"div": {sort: block, kind: "paragraph"}, "dl": {sort: block}, "dt": {sort: block, kind: "list-item"},
	"fieldset": {sort: block, kind: "paragraph"}, "figcaption": {sort: block, kind: "caption"}, "figure": {sort: block},
	"footer": {sort: block, kind: "paragraph"}, "form": {sort: block}, "frame": {sort: block, empty: true}, "frameset": {sort: block},
	"h1": {sort: block, kind: "heading"}, "h2": {sort: block, kind: "heading"}, "h3": {sort: block, kind: "heading"},
	"h4": {sort: block, kind: "heading"}, "h5": {sort: block, kind: "heading"}, "h6": {sort: block, kind: "heading"},
	"head": {sort: block}, "header": {sort: block, kind: "paragraph"}, "hgroup": {sort: block}, "hr": {sort: block, empty: true},
	"html": {sort: block}, "legend": {sort: block, kind: "caption"}, "li": {sort: block, kind: "list-item"},
	"listing": {sort: block, kind: "preformatted", pre: true}, "main": {sort: block, kind: "paragraph"}, "marquee": {sort: block},
	"menu": {sort: block}, "meta": {sort: block, empty: true}, "nav": {sort: block}, "noframes": {sort: block}, "noscript": {sort: block},
	"ol": {sort: block}, "optgroup": {sort: block}, "option": {sort: block, kind: "option"}, "p": {sort: block, kind: "paragraph"},
	"pre": {sort: block, kind: "preformatted", pre: true}, "search": {sort: block}, "section": {sort: block, kind: "paragraph"},
	"select": {sort: block}, "summary": {sort: block, kind: "caption"}, "table": {sort: block}, "tbody": {sort: block},
	"td": {sort: block, kind: "cell"}, "template": {sort: block}, "tfoot": {sort: block}, "th": {sort: block, kind: "cell"},
	"thead": {sort: block}, "tr": {sort: block}, "ul": {sort: block},

	"area": {sort: void}, "br": {sort: void, unseen: true}, "embed": {sort: void}, "img": {sort: void}, "image": {sort: void}, "input": {sort: void},
	"keygen": {sort: void}, "link": {sort: void, unseen: true}, "param": {sort: void}, "source": {sort: void}, "spacer": {sort: void},
	"track": {sort: void}, "wbr": {sort: void, unseen: true},

	"math": {sort: opaque}, "svg": {sort: opaque},

	"iframe": {sort: raw}, "noembed": {sort: raw, unseen: true}, "plaintext": {sort: raw}, "script": {sort: raw, unseen: true}, "style": {sort: raw, unseen: true}, "xmp": {sort: raw},

	"title": {sort: rcdata, kind: "title"}, "textarea": {sort: rcdata, kind: "textarea", pre: true},
}
