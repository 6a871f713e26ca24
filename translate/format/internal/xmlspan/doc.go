// Package xmlspan reads XML without losing a byte: every element, attribute and
// stretch of text knows where it stands in the file, so that a translation can be
// put into its place and all else stays as its author or tool wrote it.
//
// Parse checks what XML 1.0 (Fifth Edition) and Namespaces in XML 1.0 call
// well-formed and says line and column of the first fault. It is safe on hostile
// files: entities beyond the five predefined ones are never expanded, a DTD is
// skipped with nothing fetched, depth and sizes are bounded, and the time is
// linear in the length of the file.
//
// Read first: Parse, then the methods of Node. Package xmlblock beside it makes
// blocks of what Parse found.
package xmlspan
