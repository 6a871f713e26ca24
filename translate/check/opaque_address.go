package check

import "strings"

// schemeAt reads an address by the "://" at s[i], or "mailto:".
func schemeAt(s string, i, from int) (opaque, bool) {
	start := i
	for start > from && (isASCIILetter(s[start-1]) || isASCIIDigit(s[start-1])) {
		start--
	}
	switch {
	case start == i:
	case strings.HasPrefix(s[i:], "://"):
		return addressTo(s, start, i+3)
	case s[start:i] == "mailto" || s[start:i] == "tel":
		return addressTo(s, start, i+1)
	}
	return opaque{}, false
}

// addressTo reads the rest of an address that reaches to at so far. Marks that end a sentence are
// no part of its end, nor is a bracket that opened before it.
func addressTo(s string, start, at int) (opaque, bool) {
	end := at
	for end < len(s) && s[end] > ' ' && s[end] < 0x7F && strings.IndexByte("<>\"`{}|\\^", s[end]) < 0 {
		end++
	}
	for end > at {
		last := s[end-1]
		if strings.IndexByte(".,;:!?'*_~", last) >= 0 ||
			last == ')' && strings.Count(s[start:end], "(") < strings.Count(s[start:end], ")") ||
			last == ']' && strings.Count(s[start:end], "[") < strings.Count(s[start:end], "]") {
			end--
			continue
		}
		break
	}
	return opaque{address, start, end}, end > at
}

// mailAt reads a mail address by its @.
func mailAt(s string, i, from int) (opaque, bool) {
	start := i
	for start > from && (isNameByte(s[start-1]) || strings.IndexByte(".+-", s[start-1]) >= 0) {
		start--
	}
	end, dots := i+1, 0
	for end < len(s) && (isNameByte(s[end]) || s[end] == '-' || s[end] == '.') {
		if s[end] == '.' {
			dots++
		}
		end++
	}
	for end > i+1 && s[end-1] == '.' {
		end--
		dots--
	}
	return opaque{mailAddress, start, end}, start < i && end > i+1 && dots > 0
}

// siteAt reads the name of a site by the dot before its top-level domain.
func siteAt(s string, i, from int) (opaque, bool) {
	end := i + 1
	for end < len(s) && s[end] >= 'a' && s[end] <= 'z' {
		end++
	}
	switch s[i+1 : end] {
	case "com", "org", "net", "edu", "gov", "info", "tv", "io", "eu", "uk", "de", "fr", "ru":
	default:
		return opaque{}, false
	}
	start := i
	for start > from && (isNameByte(s[start-1]) || s[start-1] == '-' || s[start-1] == '.') {
		start--
	}
	return opaque{siteName, start, end}, start < i && (end == len(s) || !isNameByte(s[end]) && s[end] != '@')
}
