// Package locale answers what a translator must know about a language before the
// first word is written: which way it runs, which digits it uses, how many plural
// forms a counted message needs, what its months are called and whether a space
// stands between two of its sentences.
//
// Inside the program a locale is always a [Tag]; [Parse] makes one from what a
// person typed. From there read [Match] and [Parents] (which of several locales
// serves a wanted one), [DirectionOf], [Digits] with [FormatInt], [PluralForms] with
// [PluralOf], [Months], [QuotesOf] and [SpaceBetweenSentences]. Each is a look-up that
// takes a microsecond or two: ask once for a locale, not once for a word.
//
// Tags, matching and display names come from golang.org/x/text, whose data is
// CLDR 32 of 2017. Where that is out of date (plural rules, digits, Arabic month
// names) this package has small tables of its own after CLDR 48.
package locale
