package index

import (
	"encoding/binary"
	"iter"
	"sort"
)

// numbers is a row of 32-bit numbers in little endian.
type numbers []byte

func (n numbers) at(i int) int { return int(binary.LittleEndian.Uint32(n[4*i:])) }
func (n numbers) len() int     { return len(n) / 4 }

// before gives where the i-th of rows that lie one behind the other begins, when
// n tells where each ends.
func (n numbers) before(i int) int {
	if i == 0 {
		return 0
	}
	return n.at(i - 1)
}

// Segment is an immutable set of sentences. Its methods may be called at the same
// time.
type Segment struct {
	groups, sentences         int
	names, rows, signs, posts []byte
	nameEnds, slots           numbers
	lengths, lengthTo         numbers
	rowEnds, postEnds         numbers
	refs, more                numbers
	data                      []byte
}

func newSegment(data []byte, sections *[sectionCount][]byte) *Segment {
	counts := numbers(sections[sectionCounts])
	return &Segment{
		data:   data,
		groups: counts.at(0), sentences: counts.at(1),
		names: sections[sectionNames], nameEnds: sections[sectionNameEnds], slots: sections[sectionSlots],
		lengths: sections[sectionLengths], lengthTo: sections[sectionLengthTo],
		rows: sections[sectionRows], rowEnds: sections[sectionRowEnds], signs: sections[sectionSigns],
		posts: sections[sectionPosts], postEnds: sections[sectionPostEnds],
		refs: sections[sectionRefs], more: sections[sectionMore],
	}
}

// Len gives the number of sentences.
func (s *Segment) Len() int { return s.sentences }

// Bytes gives the size of the segment.
func (s *Segment) Bytes() int { return len(s.data) }

// Sentences gives the numbers of the sentences of a group, in rising order.
func (s *Segment) Sentences(group int) iter.Seq[int] {
	return func(yield func(int) bool) {
		ref := s.refs.at(group)
		if ref&moreFlag == 0 {
			yield(ref)
			return
		}
		at := ref &^ moreFlag
		for i := range s.more.at(at) {
			if !yield(s.more.at(at + 1 + i)) {
				return
			}
		}
	}
}

// feature finds a feature by its name, -1 where the segment has none.
func (s *Segment) feature(name []byte, hash uint32) int {
	mask := uint32(s.slots.len() - 1)
	for slot := hash & mask; ; slot = (slot + 1) & mask {
		entry := s.slots.at(int(slot))
		if entry == 0 {
			return -1
		}
		if string(s.names[s.nameEnds.before(entry-1):s.nameEnds.at(entry-1)]) == string(name) {
			return entry - 1
		}
	}
}

// row gives the tokens of a group as they are stored, in base 128 varints.
func (s *Segment) row(group int) []byte { return s.rows[s.rowEnds.before(group):s.rowEnds.at(group)] }

func (s *Segment) sign(group int) uint64 { return binary.LittleEndian.Uint64(s.signs[8*group:]) }

// postsOf gives the posts of a feature for groups from one to another.
func (s *Segment) postsOf(feature, from, to int) []byte {
	posts := numbers(s.posts[4*s.postEnds.before(feature) : 4*s.postEnds.at(feature)])
	begin := sort.Search(posts.len(), func(i int) bool { return posts.at(i)>>placeBits >= from })
	posts = posts[4*begin:]
	end := sort.Search(posts.len(), func(i int) bool { return posts.at(i)>>placeBits >= to })
	return posts[:4*end]
}
