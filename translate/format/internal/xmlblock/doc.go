// Package xmlblock makes blocks of the texts in an XML file and spells new text
// for them. All formats that are XML stand on it; each says only which elements
// hold text and what the elements inside of a text are.
//
// A translator sees letters and inline codes: references are the characters that
// they stand for, CDATA sections are letters, line ends are line feeds, and every
// element inside of a text is a code, or a pair of codes around the letters in it.
// Comments, processing instructions and references to entities of a DTD are codes
// too, so that nothing gets lost.
//
// Read first: Reader, then Spelling. Charset is embedded by formats, since all of
// them declare their charset in the same way.
package xmlblock
