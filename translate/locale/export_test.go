package locale

import "strings"

// PluralLocales lists the locales of the generated table.
func PluralLocales() []string {
	var list []string
	for _, group := range pluralTable {
		list = append(list, strings.Fields(group.locales)...)
	}
	return list
}

// MonthLocales lists the locales of the month table.
func MonthLocales() []string {
	var list []string
	for l := range monthTable {
		list = append(list, l)
	}
	return list
}

// RightToLeftScripts lists the scripts that run right to left.
func RightToLeftScripts() map[string]bool { return rightToLeft }
