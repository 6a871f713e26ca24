// Package po reads and writes the message files of GNU gettext: PO, which holds
// messages with their translations, and POT, the template.
//
// A team of translators keeps such files under version control, and a tool that
// wraps every line anew buries their work in noise. Here a translation goes into
// its msgstr, the flag fuzzy comes off when it is more than a draft, and no other
// byte changes. What new text is longer than a line is written as gettext does it:
// a line of the file for each line of the text.
//
// Each message is a block with a slot; a message with plural forms is a block for
// each form, the one that is used for n = 1 with msgid as its source, the others with
// msgid_plural. Keys are "context|msgid", with "[2]" for form 2. Placeholders are inline
// codes; where a translation puts those of printf into another order, they get the
// numbers that C needs (%2$s). A line feed at the beginning or end of a msgid, which its
// msgstr must have as well, is not shown and is kept.
//
// Read refuses what cannot be understood, and messages that are defined twice.
// [Format.Validate] adds what msgfmt -c refuses: plural forms that the header does
// not announce, placeholders that disagree, line feeds at the ends.
//
// Read first: [Format.Read].
//
// The format is that of the GNU gettext manual, "The Format of PO Files" and
// "Plural forms"; messages of errors say where gettext's own rules are stricter.
package po
