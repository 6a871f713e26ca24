package html

// opened is an element whose end has not come.
type opened struct {
	name   string
	inline bool
	kind   string // of blocks in it
	pre    bool
	keep   bool // nothing in it is to be translated
}

// openElements is the path from the root to the place that is read. It follows
// the standard's rules for end tags that may be left out as far as they decide where
// translate="no", pre and a kind end; inline elements stand in it only when they
// say something about translation.
type openElements struct {
	path  []opened
	at    map[string][]int // places in path by name
	depth int              // inline elements in path
}

// top gives what holds at the place that is read.
func (o *openElements) top() opened {
	if len(o.path) == 0 {
		return opened{kind: "paragraph"}
	}
	return o.path[len(o.path)-1]
}

func (o *openElements) push(e opened) {
	if o.at == nil {
		o.at = map[string][]int{}
	}
	o.at[e.name] = append(o.at[e.name], len(o.path))
	o.path = append(o.path, e)
	if e.inline {
		o.depth++
	}
}

// cut takes off everything from the i-th element on.
func (o *openElements) cut(i int) {
	for len(o.path) > i {
		last := o.path[len(o.path)-1]
		o.path = o.path[:len(o.path)-1]
		places := o.at[last.name]
		o.at[last.name] = places[:len(places)-1]
		if last.inline {
			o.depth--
		}
	}
}

// last gives the place of the innermost open element of any of the names, or -1.
func (o *openElements) last(names ...string) int {
	found := -1
	for _, name := range names {
		if places := o.at[name]; len(places) > 0 {
			found = max(found, places[len(places)-1])
		}
	}
	return found
}

// closeImplied ends the elements that the start tag of a block ends.
func (o *openElements) closeImplied(name string) {
	end, scope := -1, -1
	switch name {
	case "li":
		end, scope = o.last("li"), o.last("ul", "ol", "menu", "dir", "td", "th", "table")
	case "dd", "dt":
		end, scope = o.last("dd", "dt"), o.last("dl", "td", "th", "table")
	case "td", "th":
		end, scope = o.last("td", "th", "caption"), o.last("table")
	case "tr":
		end, scope = o.last("tr", "caption", "colgroup"), o.last("table")
	case "tbody", "thead", "tfoot", "colgroup", "caption":
		if scope = o.last("table"); scope >= 0 && scope+1 < len(o.path) {
			end = scope + 1
		}
	case "option":
		end, scope = o.last("option"), o.last("select", "datalist")
	case "optgroup":
		end, scope = o.last("optgroup"), o.last("select")
	}
	if end > scope {
		o.cut(end)
	}
	if p := o.last("p"); closesParagraph(name) && p > o.last("td", "th", "caption", "template") {
		o.cut(p)
	}
}

// closesParagraph reports the blocks that cannot stand in a p element. The others
// count as blocks only because no sentence runs across them.
func closesParagraph(name string) bool {
	switch name {
	case "base", "basefont", "bgsound", "datalist", "meta", "noscript", "optgroup", "option", "select", "template", "textarea", "title":
		return false
	}
	return true
}

// end ends an element by its end tag. One that is not open, or not within the
// same cell, ends nothing.
func (o *openElements) end(name string) {
	i := o.last(name)
	switch name {
	case "table", "tbody", "thead", "tfoot", "tr", "td", "th", "caption", "html", "body":
	default:
		if i < o.last("td", "th", "caption") {
			return
		}
	}
	if i >= 0 {
		o.cut(i)
	}
}
