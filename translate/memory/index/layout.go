package index

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"hash/crc32"
	"io"
	"slices"
)

// A segment is a header and the sections that it lists, numbers in little endian:
//
//	header    magic, version, number of sections; length of each; CRC-32C of all sections, of the header
//	counts    groups, sentences
//	names     the features, the most frequent first, one behind the other
//	nameEnds  where each of them ends
//	slots     hash table over the names: number + 1, 0 where it is free
//	lengths   each number of tokens that occurs, in rising order
//	lengthTo  for each of them, the first group that is longer; groups are ordered by length
//	rows      the tokens of the groups as features, in base 128 varints
//	rowEnds   where each row ends
//	signs     a signature for each group
//	posts     for each feature the groups that have it in their prefix, with its place there
//	postEnds  where the posts of each feature end
//	refs      for each group its sentence, or moreFlag and where its sentences stand in more
//	more      count, sentences …
const (
	sectionCounts = iota
	sectionNames
	sectionNameEnds
	sectionSlots
	sectionLengths
	sectionLengthTo
	sectionRows
	sectionRowEnds
	sectionSigns
	sectionPosts
	sectionPostEnds
	sectionRefs
	sectionMore
	sectionCount
)

const (
	magic      = "DIGLOTIX"
	version    = 1
	headerSize = len(magic) + 4 + 4 + 8*sectionCount + 4 + 4

	// A post is the group and, in the lowest bits, the place of the feature in its prefix.
	placeBits = 6
	lastPlace = 1<<placeBits - 1 // this place or a later one
	maxGroups = 1<<(32-placeBits) - 1
	moreFlag  = 1 << 31
)

// ErrDamaged is what opening a file gives that is no segment of this version, or
// not as it was written.
var ErrDamaged = errors.New("the index is damaged or of another version")

var castagnoli = crc32.MakeTable(crc32.Castagnoli)

// Finish gives the segment. The Builder is of no use afterwards.
func (b *Builder) Finish() (*Segment, error) {
	var data bytes.Buffer
	e := b.encode()
	data.Grow(e.size())
	if _, err := e.WriteTo(&data); err != nil {
		return nil, err
	}
	return Open(data.Bytes())
}

// WriteTo writes the segment. The Builder is of no use afterwards.
func (b *Builder) WriteTo(w io.Writer) (int64, error) { return b.encode().WriteTo(w) }

// encode puts the sections together.
func (b *Builder) encode() *encoder {
	e := &encoder{Builder: b, features: b.features(), order: b.byLength()}
	b.ids, b.byHash, b.older = nil, nil, nil
	e.encodeNames()
	e.encodeGroups()
	e.encodeRefs()
	return e
}

func (e *encoder) size() int {
	size := headerSize
	for _, s := range e.sections {
		size += padded(len(s))
	}
	return size
}

// WriteTo writes the header and the sections.
func (e *encoder) WriteTo(w io.Writer) (int64, error) {
	head := binary.LittleEndian.AppendUint32([]byte(magic), version)
	head = binary.LittleEndian.AppendUint32(head, sectionCount)
	sum := uint32(0)
	for i, s := range e.sections {
		head = binary.LittleEndian.AppendUint64(head, uint64(len(s)))
		e.sections[i] = append(s, make([]byte, padded(len(s))-len(s))...)
		sum = crc32.Update(sum, castagnoli, e.sections[i])
	}
	head = binary.LittleEndian.AppendUint32(head, sum)
	head = binary.LittleEndian.AppendUint32(head, crc32.Checksum(head, castagnoli))
	written := int64(0)
	for _, part := range slices.Concat([][]byte{head}, e.sections[:]) {
		n, err := w.Write(part)
		written += int64(n)
		if err != nil {
			return written, err
		}
	}
	return written, nil
}

// padded rounds a length up so that the next section begins at a multiple of 8.
func padded(n int) int { return (n + 7) &^ 7 }

// Open makes a segment of what WriteTo wrote. Nothing is parsed, but every byte is
// checked. The segment uses data for as long as it lives. The error is ErrDamaged.
func Open(data []byte) (*Segment, error) {
	damaged := func(what string) (*Segment, error) { return nil, fmt.Errorf("%w: %s", ErrDamaged, what) }
	if len(data) < headerSize || string(data[:len(magic)]) != magic {
		return damaged("it does not begin as one")
	}
	head := data[:headerSize-4]
	if crc32.Checksum(head, castagnoli) != binary.LittleEndian.Uint32(data[headerSize-4:]) {
		return damaged("its header was changed")
	}
	if v := binary.LittleEndian.Uint32(head[len(magic):]); v != version {
		return damaged(fmt.Sprintf("version %d, not %d", v, version))
	}
	var sections [sectionCount][]byte
	at := headerSize
	for i := range sections {
		n := binary.LittleEndian.Uint64(head[len(magic)+8+8*i:])
		if n > uint64(len(data)-at) || padded(int(n)) > len(data)-at {
			return damaged("it is too short")
		}
		sections[i] = data[at : at+int(n) : at+int(n)]
		at += padded(int(n))
	}
	if at != len(data) {
		return damaged("something follows it")
	}
	if crc32.Checksum(data[headerSize:], castagnoli) != binary.LittleEndian.Uint32(head[headerSize-8:]) {
		return damaged("its sections were changed")
	}
	return newSegment(data, &sections), nil
}

// encoder turns a Builder into sections.
type encoder struct {
	*Builder
	features features
	order    []uint32
	sections [sectionCount][]byte
}

func (e *encoder) put32(section int, v uint32) {
	e.sections[section] = binary.LittleEndian.AppendUint32(e.sections[section], v)
}

func (e *encoder) encodeNames() {
	e.put32(sectionCounts, uint32(len(e.order)))
	e.put32(sectionCounts, uint32(len(e.rows)))
	slots := make([]uint32, slotsFor(len(e.features.names)))
	for i, name := range e.features.names {
		e.sections[sectionNames] = append(e.sections[sectionNames], name...)
		e.put32(sectionNameEnds, uint32(len(e.sections[sectionNames])))
		slot := hashName([]byte(name)) & uint32(len(slots)-1)
		for slots[slot] != 0 {
			slot = (slot + 1) & uint32(len(slots)-1)
		}
		slots[slot] = uint32(i) + 1
	}
	e.putAll(sectionSlots, slots)
}

// slotsFor gives a power of two that n names fill to two thirds at most.
func slotsFor(n int) int {
	slots := 4
	for slots*2 < n*3 {
		slots *= 2
	}
	return slots
}

func (e *encoder) putAll(section int, values []uint32) {
	e.sections[section] = slices.Grow(e.sections[section], 4*len(values)+8)
	for _, v := range values {
		e.put32(section, v)
	}
}

// encodeGroups writes rows, signatures and posts.
func (e *encoder) encodeGroups() {
	groups := len(e.order)
	prefixes := make([]uint32, 0, len(e.tokens)/2+groups) // of all groups, one behind the other
	e.sections[sectionRows] = make([]byte, 0, 2*len(e.tokens))
	e.sections[sectionRowEnds] = make([]byte, 0, 4*groups+8)
	e.sections[sectionSigns] = make([]byte, 0, 8*groups+8)
	posts := make([]uint32, len(e.features.names)+1)
	count := newCounter(len(e.names))
	var row []uint32
	length := -1
	for g, group := range e.order {
		row = e.encodeRow(row[:0], group, count)
		if len(row) != length {
			if length >= 0 {
				e.put32(sectionLengthTo, uint32(g))
			}
			length = len(row)
			e.put32(sectionLengths, uint32(length))
		}
		slices.SortFunc(row, func(a, b uint32) int { return cmp32(b, a) })
		for _, feature := range row[:min(len(row), prefixLength(len(row)))] {
			prefixes = append(prefixes, feature)
			posts[feature+1]++
		}
	}
	if length >= 0 {
		e.put32(sectionLengthTo, uint32(len(e.order)))
	}
	for i := range posts[1:] {
		posts[i+1] += posts[i]
	}
	e.putAll(sectionPostEnds, posts[1:])
	e.encodePosts(prefixes, posts)
}

func cmp32(a, b uint32) int {
	switch {
	case a < b:
		return -1
	case a > b:
		return 1
	}
	return 0
}

// encodeRow writes the tokens of a group and its signature, and appends its features.
func (e *encoder) encodeRow(row []uint32, group uint32, count *counter) []uint32 {
	count.begin()
	var sign uint64
	for _, token := range e.row(group) {
		feature := e.features.first[token]
		e.sections[sectionRows] = binary.AppendUvarint(e.sections[sectionRows], uint64(feature))
		if n := count.next(token); n > 1 {
			feature = e.features.repeat[repeatKey(token, n)]
		}
		sign |= signatureBit(feature)
		row = append(row, feature)
	}
	e.put32(sectionRowEnds, uint32(len(e.sections[sectionRows])))
	e.sections[sectionSigns] = binary.LittleEndian.AppendUint64(e.sections[sectionSigns], sign)
	return row
}

// encodePosts distributes the prefixes to the features; at is where each begins.
func (e *encoder) encodePosts(prefixes, at []uint32) {
	posts := make([]uint32, len(prefixes))
	next := prefixes
	for g, group := range e.order {
		n := int(e.starts[group+1] - e.starts[group])
		n = min(n, prefixLength(n))
		for place, feature := range next[:n] {
			posts[at[feature]] = uint32(g)<<placeBits | uint32(min(place, lastPlace))
			at[feature]++
		}
		next = next[n:]
	}
	e.putAll(sectionPosts, posts)
}

// encodeRefs writes which sentences each group has.
func (e *encoder) encodeRefs() {
	sentences := make([][]uint32, 0)
	single := make([]uint32, len(e.order)) // by the Builder's group: sentence, or moreFlag and an index of sentences
	for i := range single {
		single[i] = none
	}
	for sentence, group := range e.rows {
		switch have := single[group]; {
		case have == none:
			single[group] = uint32(sentence)
		case have&moreFlag == 0:
			single[group] = moreFlag | uint32(len(sentences))
			sentences = append(sentences, []uint32{have, uint32(sentence)})
		default:
			list := &sentences[have&^moreFlag]
			*list = append(*list, uint32(sentence))
		}
	}
	e.sections[sectionRefs] = make([]byte, 0, 4*len(e.order)+8)
	for _, group := range e.order {
		ref := single[group]
		if ref&moreFlag != 0 {
			list := sentences[ref&^moreFlag]
			ref = moreFlag | uint32(len(e.sections[sectionMore])/4)
			e.put32(sectionMore, uint32(len(list)))
			e.putAll(sectionMore, list)
		}
		e.put32(sectionRefs, ref)
	}
}
