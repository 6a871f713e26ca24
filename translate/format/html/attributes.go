package html

import "strings"

// textAttributes are the attributes that people read; but for value, on any element.
var textAttributes = []string{
	"title", "alt", "placeholder", "summary", "label", "abbr",
	"aria-label", "aria-description", "aria-placeholder", "aria-roledescription", "aria-valuetext",
	"value", // of buttons
}

// textMeta are the meta elements whose content people read, by name, property,
// http-equiv or itemprop.
var textMeta = map[string]bool{
	"description": true, "keywords": true, "abstract": true, "application-name": true, "apple-mobile-web-app-title": true,
	"og:title": true, "og:description": true, "og:site_name": true, "og:image:alt": true,
	"twitter:title": true, "twitter:description": true, "twitter:image:alt": true,
	"dc.title": true, "dc.description": true, "dc.subject": true, "dcterms.title": true, "dcterms.description": true,
	"headline": true,
}

// attributeText is an attribute that holds text.
type attributeText struct {
	attribute
	kind, key string
}

// translatable lists the attributes of a start tag that hold text, in their order.
func translatable(body string, t *token) []attributeText {
	if len(t.attributes) == 0 || t.name == "link" {
		return nil
	}
	if t.name == "meta" {
		return metaText(body, t)
	}
	var list []attributeText
	var seen [32]bool // by name: of two the first counts
	for _, a := range t.attributes {
		if a.key.Len() < 3 {
			continue
		}
		for i, name := range textAttributes {
			if a.is(body, name) && !seen[i] && (name != "value" || isButton(body, t)) {
				seen[i] = true
				if a.value.Len() > 0 {
					list = append(list, attributeText{a, name, name})
				}
				break
			}
		}
	}
	return list
}

func metaText(body string, t *token) []attributeText {
	content, ok := t.attribute(body, "content")
	if !ok {
		return nil
	}
	for _, by := range []string{"name", "property", "http-equiv", "itemprop"} {
		if key := strings.ToLower(t.value(body, by)); textMeta[key] {
			kind := "description"
			if strings.HasSuffix(key, "title") || key == "headline" {
				kind = "title"
			}
			return []attributeText{{content, kind, key}}
		}
	}
	return nil
}

// isButton reports an input whose value is a label, and not what somebody typed.
func isButton(body string, t *token) bool {
	if t.name != "input" {
		return false
	}
	kind := strings.ToLower(t.value(body, "type"))
	return kind == "submit" || kind == "button" || kind == "reset"
}
