package xliff2

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"diglot/translate/format/internal/xmlspan"
)

// enumerations are the types of attributes whose values are listed.
var enumerations = map[string][]string{
	"yesNo":         {"yes", "no"},
	"reorder":       {"yes", "firstNo", "no"},
	"dir":           {"ltr", "rtl", "auto"},
	"side":          {"source", "target"},
	"metaSide":      {"source", "target", "ignorable"},
	"space":         {"default", "preserve"},
	"preserve":      {"preserve"},
	"state":         {"initial", "translated", "reviewed", "final"},
	"codeType":      {"fmt", "ui", "quote", "link", "image", "other"},
	"matchType":     {"am", "mt", "icm", "idm", "tb", "tm", "other"},
	"normalization": {"none", "nfc", "nfd"},
	"its2":          {"2.0", "2.1"},
	"filter":        {"include", "exclude"},
	"style": strings.Fields("a b bdo big blockquote body br button caption center cite code col colgroup dd del div dl dt em" +
		" h1 h2 h3 h4 h5 h6 head hr html i img label legend li ol p pre q s samp select small span strike strong" +
		" sub sup table tbody td tfoot th thead title tr tt u ul"),
	"issue": strings.Fields("terminology mistranslation omission untranslated addition duplication inconsistency grammar legal" +
		" register locale-specific-content locale-violation style characters misspelling typographical formatting" +
		" inconsistent-entities numbers markup pattern-problem whitespace internationalization length non-conformance uncategorized other"),
}

// types are those that are checked by a function; it says what a value should be
// where it is not.
var types = map[string]func(string) string{
	"token":     func(s string) string { return unless(xmlspan.IsNameToken(s), "a name token: letters, digits, . - _ :") },
	"name":      func(s string) string { return unless(xmlspan.IsName(s), "a name") },
	"tokens":    isTokens,
	"language":  func(s string) string { return unless(isLanguage(s), "a language tag such as en or pt-BR") },
	"positive":  func(s string) string { return unless(isPositive(s), "a whole number from 1") },
	"priority":  func(s string) string { return unless(isPositive(s) && number(s) <= 10, "a whole number from 1 to 10") },
	"integer":   func(s string) string { return unless(isInteger(s), "a whole number") },
	"percent":   func(s string) string { return unless(isBetween(s, 100), "a number from 0 to 100") },
	"unit":      func(s string) string { return unless(isBetween(s, 1), "a number from 0 to 1") },
	"qualified": isQualified,
	"markType":  isMarkType,
	"codePoint": isCodePoint,
	"limits": func(s string) string {
		return unless(isLimits(s), "*, a number, or two with a comma, the second of which may be *")
	},
}

// typeFault says what is wrong with a value, or "".
func typeFault(kind, value string) string {
	if list, ok := enumerations[kind]; ok {
		if slices.Contains(list, value) {
			return ""
		}
		if len(list) > 10 {
			return "not one of the values that the standard lists"
		}
		return "not one of " + strings.Join(list, ", ")
	}
	if check, ok := types[kind]; ok {
		if should := check(strings.Trim(value, " \t\r\n")); should != "" {
			return "not " + should
		}
	}
	return ""
}

func unless(ok bool, should string) string {
	if ok {
		return ""
	}
	return should
}

func isTokens(s string) string {
	list := strings.Fields(s)
	for _, t := range list {
		if !xmlspan.IsNameToken(t) {
			return "a list of name tokens"
		}
	}
	return unless(len(list) > 0, "a list of name tokens")
}

// isLanguage checks the syntax of a BCP 47 tag.
func isLanguage(s string) bool {
	for i, part := range strings.Split(s, "-") {
		if len(part) < 1 || len(part) > 8 {
			return false
		}
		for _, c := range []byte(part) {
			letter := 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z'
			if !letter && (i == 0 || c < '0' || c > '9') {
				return false
			}
		}
		if i == 0 && len(part) == 1 && !strings.EqualFold(part, "x") && !strings.EqualFold(part, "i") {
			return false
		}
	}
	return true
}

func number(s string) int {
	n, err := strconv.Atoi(strings.TrimPrefix(s, "+"))
	if err != nil {
		return -1
	}
	return n
}

func isPositive(s string) bool { return number(s) > 0 }

func isInteger(s string) bool {
	digits := strings.TrimLeft(s, "+-")
	return digits != "" && len(s)-len(digits) <= 1 && strings.Trim(digits, "0123456789") == ""
}

func isBetween(s string, most float64) bool {
	if s == "" || strings.Trim(s, "0123456789.+-eE") != "" {
		return false
	}
	v, err := strconv.ParseFloat(s, 64)
	return err == nil && v >= 0 && v <= most
}

// isQualified checks "prefix:value". The prefix xlf belongs to the standard itself.
func isQualified(s string) string {
	prefix, value, found := strings.Cut(s, ":")
	return unless(found && prefix != "" && value != "" && !strings.ContainsAny(s, " \t\r\n") && !strings.Contains(value, ":"), "of the form prefix:value")
}

func isMarkType(s string) string {
	if s == "generic" || s == "comment" || s == "term" {
		return ""
	}
	return isQualified(s)
}

// isCodePoint checks the hex of <cp>: octets of a character that XML cannot hold;
// the control characters from 7F to 9F, which it can, are let through.
func isCodePoint(s string) string {
	v, err := strconv.ParseUint(s, 16, 32)
	switch {
	case err != nil || len(s) < 4 || len(s)%2 > 0:
		return "hexadecimal octets of a character, at least two"
	case v > 0x10FFFF:
		return "a character; the last one is 10FFFF"
	case xmlspan.IsChar(rune(v)) && (v < 0x7F || v > 0x9F || v == 0x85):
		return fmt.Sprintf("a character that XML cannot hold; write &#x%X;", v)
	}
	return ""
}

// isLimits checks a restriction of the standard's profiles (Size and Length
// Restriction, "Standard profiles").
func isLimits(s string) bool {
	low, high, two := strings.Cut(s, ",")
	digits := func(s string) bool { return s != "" && strings.Trim(s, "0123456789") == "" }
	if !two {
		return s == "*" || digits(s)
	}
	return digits(strings.TrimSpace(low)) && (strings.TrimSpace(high) == "*" || digits(strings.TrimSpace(high)))
}
