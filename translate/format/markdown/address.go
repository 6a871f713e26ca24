package markdown

import "strings"

// Addresses: <https://…> of CommonMark (section 6.5) and the plain ones of GitHub
// Flavored Markdown (section 6.9).

// angleAddress gives the length of "<scheme:…>" or "<name@host>" at the start of
// s, or 0.
func angleAddress(s string) int {
	end := strings.IndexAny(s[1:], "> <\n\t")
	if end < 0 || s[1+end] != '>' {
		return 0
	}
	inner := s[1 : 1+end]
	if scheme := strings.IndexByte(inner, ':'); scheme >= 2 && scheme <= 32 && isScheme(inner[:scheme]) {
		return end + 2
	}
	if name, host, ok := strings.Cut(inner, "@"); ok && name != "" && isMailName(name) && isMailHost(host) {
		return end + 2
	}
	return 0
}

func isScheme(s string) bool {
	for i := 0; i < len(s); i++ {
		if c := s[i]; !isLetter(c) && (i == 0 || !isDigit(c) && c != '+' && c != '.' && c != '-') {
			return false
		}
	}
	return true
}

func isMailName(s string) bool {
	for i := 0; i < len(s); i++ {
		if c := s[i]; !isLetter(c) && !isDigit(c) && strings.IndexByte(".!#$%&'*+/=?^_`{|}~-", c) < 0 {
			return false
		}
	}
	return true
}

func isMailHost(s string) bool {
	for _, label := range strings.Split(s, ".") {
		if label == "" || len(label) > 63 || label[0] == '-' || label[len(label)-1] == '-' {
			return false
		}
		for i := 0; i < len(label); i++ {
			if c := label[i]; !isLetter(c) && !isDigit(c) && c != '-' {
				return false
			}
		}
	}
	return true
}

// address reads a plain address at a ":", "w" or "@". In brackets there is none:
// they may be a link.
func (p *inline) address(c byte) {
	if p.label || len(p.brackets) > 0 {
		return
	}
	start, end := 0, 0
	switch c {
	case 'w':
		start = p.pos
		if strings.HasPrefix(p.s[start:], "www.") && p.maySeparate(start) {
			end = webAddress(p.s, start, start, 3)
		}
	case ':':
		if !strings.HasPrefix(p.s[p.pos:], "://") {
			return
		}
		if start = p.scheme(); start >= 0 {
			end = webAddress(p.s, start, p.pos+3, 1)
		}
	case '@':
		start, end = p.mail()
	}
	if end > p.pos && p.reclaim(start) {
		p.add(token{kind: code, start: start, end: end})
	}
}

// maySeparate reports whether an address without a scheme may begin at i.
func (p *inline) maySeparate(i int) bool {
	return i == 0 || isSpaceOrEnd(p.s[i-1]) || strings.IndexByte("*_~(", p.s[i-1]) >= 0
}

// scheme gives where the scheme before pos begins, if plain addresses have it.
func (p *inline) scheme() int {
	for _, name := range []string{"http", "https", "ftp"} {
		if at := p.pos - len(name); at >= p.letters && strings.EqualFold(p.s[at:p.pos], name) && (at == 0 || !isLetter(p.s[at-1]) && !isDigit(p.s[at-1])) {
			return at
		}
	}
	return -1
}

// webAddress gives the end of an address whose host, of so many labels at least,
// begins at a byte, or 0.
func webAddress(s string, start, host, least int) int {
	i := host
	for i < len(s) && (isLetter(s[i]) || isDigit(s[i]) || s[i] == '-' || s[i] == '_' || s[i] == '.') {
		i++
	}
	labels := strings.Split(strings.TrimRight(s[host:i], "._-"), ".")
	if len(labels) < least || labels[0] == "" || strings.Contains(strings.Join(labels[max(len(labels)-2, 0):], ""), "_") {
		return 0
	}
	for i < len(s) && !isSpaceOrEnd(s[i]) && s[i] != '<' {
		if s[i] == '{' {
			i += max(placeholder(s[i:])-1, 0)
		}
		i++
	}
	return start + trimAddress(s[start:i])
}

// trimAddress gives the length of an address without the punctuation behind it.
func trimAddress(s string) int {
	open, shut := strings.Count(s, "("), strings.Count(s, ")")
	end := len(s)
	for end > 0 {
		switch c := s[end-1]; {
		case strings.IndexByte("?!.,:*_~'\"", c) >= 0:
		case c == ')' && shut > open:
			shut--
		case c == ';':
			amp := end - 2
			for amp >= 0 && (isLetter(s[amp]) || isDigit(s[amp])) {
				amp--
			}
			if amp >= 0 && amp < end-2 && s[amp] == '&' {
				end = amp + 1
			}
		default:
			return end
		}
		end--
	}
	return end
}

// mail finds the mail address around the "@" at pos.
func (p *inline) mail() (start, end int) {
	start, end = p.pos, p.pos+1
	for start > 0 && (isLetter(p.s[start-1]) || isDigit(p.s[start-1]) || strings.IndexByte(".-_+", p.s[start-1]) >= 0) {
		start--
	}
	for end < len(p.s) && (isLetter(p.s[end]) || isDigit(p.s[end]) || strings.IndexByte("-_.", p.s[end]) >= 0) {
		end++
	}
	for end > p.pos && p.s[end-1] == '.' {
		end--
	}
	if start == p.pos || !strings.Contains(p.s[p.pos:end], ".") || p.s[end-1] == '-' || p.s[end-1] == '_' {
		return 0, 0
	}
	return start, end
}

// reclaim takes back the letters from start on that are in tokens already,
// because a "_" stood among them. It reports whether that can be done.
func (p *inline) reclaim(start int) bool {
	k := len(p.tokens)
	for k > 0 && p.tokens[k-1].end > start {
		if t := p.tokens[k-1]; t.kind != run && t.kind != literal || t.kind == run && t.start < start {
			return false
		}
		k--
	}
	for i := len(p.tokens) - 1; i >= k; i-- {
		if p.tokens[i].kind == run {
			p.unstack(p.top)
		}
		p.letters = min(p.letters, p.tokens[i].start)
	}
	p.tokens = p.tokens[:k]
	return true
}
