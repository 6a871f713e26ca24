// Package xliff1 reads and writes XLIFF 1.0 to 1.2, the interchange format of most
// translation tools, and its dialects: SDL Trados (.sdlxliff), memoQ (.mqxliff) and
// others, whose additions stay as they are.
//
// A translator sees each translation unit as a block or, where the file cut it into
// segments (seg-source), each segment; with its target, its state, the notes and what
// alt-trans offers. A translation goes into the <target> or the marker of the segment
// in it, which are made where they are missing.
//
// What counts as what:
//   - g, bx with ex, bpt with ept and mrk are pairs of codes, x, ph, it and protected
//     markers single ones. The native code in bpt, ept, ph and it is part of the code.
//   - Units with translate="no", in them or in a group around them, are left alone.
//   - The key is the unit's id, with the segment's behind a slash; from the second
//     <file> on the file's number stands before it, as "f2/".
//   - States: needs-review-… is a draft, signed-off reviewed; approved="yes" is final. In
//     dialects the state stands where they have it: sdl:seg conf, mq:status.
//
// Read first: [Format], then reader in read.go.
package xliff1
