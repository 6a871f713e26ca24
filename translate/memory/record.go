package memory

import (
	"encoding/binary"
	"errors"
	"hash/crc32"
	"maps"
	"slices"
	"time"

	"diglot/translate/locale"
	"diglot/translate/unit"
)

// descent is what many entries have in common. It is stored once.
type descent struct {
	memory         string
	source, target locale.Tag
	author         string
	state          unit.State
}

func descentOf(e *Entry) descent {
	return descent{e.Memory, e.SourceLocale, e.TargetLocale, e.Author, e.State}
}

// errRecord is what reading a record that was changed gives.
var errRecord = errors.New("a stored pair was changed on disk")

var castagnoli = crc32.MakeTable(crc32.Castagnoli)

// Optional parts of a record.
const (
	hasModified = 1 << iota
	hasContext
	hasProperties
	hasCodes
)

// appendRecord writes an entry as it is kept: a CRC-32C, the number of its descent,
// flags, ID, origin, source, target and the optional parts.
func appendRecord(b []byte, e *Entry, descent int) []byte {
	begin := len(b)
	b = append(b, 0, 0, 0, 0)
	b = binary.AppendUvarint(b, uint64(descent))
	flags := byte(0)
	for flag, given := range [...]bool{
		!e.Modified.IsZero(),
		e.Previous != "" || e.Next != "",
		len(e.Properties) > 0,
		len(e.Source.Codes)+len(e.Target.Codes) > 0,
	} {
		if given {
			flags |= 1 << flag
		}
	}
	b = append(b, flags)
	b = binary.AppendVarint(b, e.ID)
	b = appendStrings(b, e.Origin, e.Source.Content, e.Target.Content)
	if flags&hasModified != 0 {
		b = binary.AppendVarint(b, e.Modified.Unix())
		b = binary.AppendUvarint(b, uint64(e.Modified.Nanosecond()))
	}
	if flags&hasContext != 0 {
		b = appendStrings(b, e.Previous, e.Next)
	}
	if flags&hasProperties != 0 {
		b = binary.AppendUvarint(b, uint64(len(e.Properties)))
		for _, key := range slices.Sorted(maps.Keys(e.Properties)) {
			b = appendStrings(b, key, e.Properties[key])
		}
	}
	if flags&hasCodes != 0 {
		b = appendCodes(appendCodes(b, e.Source.Codes), e.Target.Codes)
	}
	binary.LittleEndian.PutUint32(b[begin:], crc32.Checksum(b[begin+4:], castagnoli))
	return b
}

func appendStrings(b []byte, list ...string) []byte {
	for _, s := range list {
		b = append(binary.AppendUvarint(b, uint64(len(s))), s...)
	}
	return b
}

func appendCodes(b []byte, codes []unit.Code) []byte {
	b = binary.AppendUvarint(b, uint64(len(codes)))
	for _, c := range codes {
		bits := uint64(c.Kind)
		for i, set := range []bool{c.Break, c.NoDelete, c.NoCopy, c.NoReorder} {
			if set {
				bits |= 1 << (2 + i)
			}
		}
		b = binary.AppendUvarint(b, bits)
		b = binary.AppendVarint(b, int64(c.ID))
		b = binary.AppendUvarint(b, uint64(c.Offset))
		b = appendStrings(b, c.Original)
	}
	return b
}

// recordReader reads a record. After a mistake it gives zeros and broken is set.
type recordReader struct {
	rest   string
	broken bool
}

// readRecord reads what appendRecord wrote; descents are those of the same file.
func readRecord(record []byte, descents []descent) (Entry, error) {
	if len(record) < 4 || binary.LittleEndian.Uint32(record) != crc32.Checksum(record[4:], castagnoli) {
		return Entry{}, errRecord
	}
	r := recordReader{rest: string(record[4:])}
	number := r.uvarint()
	if number >= uint64(len(descents)) {
		return Entry{}, errRecord
	}
	d := descents[number]
	e := Entry{Memory: d.memory, SourceLocale: d.source, TargetLocale: d.target, Author: d.author, State: d.state}
	flags := r.byte()
	e.ID = r.varint()
	e.Origin, e.Source.Content, e.Target.Content = r.string(), r.string(), r.string()
	if flags&hasModified != 0 {
		e.Modified = time.Unix(r.varint(), int64(r.uvarint())).UTC()
	}
	if flags&hasContext != 0 {
		e.Previous, e.Next = r.string(), r.string()
	}
	if flags&hasProperties != 0 {
		e.Properties = map[string]string{}
		for range r.count() {
			key := r.string()
			e.Properties[key] = r.string()
		}
	}
	if flags&hasCodes != 0 {
		e.Source.Codes, e.Target.Codes = r.codes(), r.codes()
	}
	if r.broken {
		return Entry{}, errRecord
	}
	return e, nil
}

// descentNumber reads only which descent a record has.
func descentNumber(record []byte) int {
	if len(record) < 4 {
		return 0
	}
	n, _ := binary.Uvarint(record[4:])
	return int(n)
}

func (r *recordReader) byte() byte {
	if r.rest == "" {
		r.broken = true
		return 0
	}
	c := r.rest[0]
	r.rest = r.rest[1:]
	return c
}

func (r *recordReader) uvarint() uint64 {
	var v uint64
	for shift := 0; shift < 64; shift += 7 {
		c := r.byte()
		v |= uint64(c&0x7F) << shift
		if c < 0x80 {
			return v
		}
	}
	r.broken = true
	return 0
}

func (r *recordReader) varint() int64 {
	v := r.uvarint()
	return int64(v>>1) ^ -int64(v&1)
}

// count reads how many things follow, each of which takes a byte at least.
func (r *recordReader) count() int {
	n := r.uvarint()
	if n > uint64(len(r.rest)) {
		r.broken = true
		return 0
	}
	return int(n)
}

func (r *recordReader) string() string {
	n := r.count()
	s := r.rest[:n]
	r.rest = r.rest[n:]
	return s
}

func (r *recordReader) codes() []unit.Code {
	var codes []unit.Code
	for range r.count() {
		bits := r.uvarint()
		c := unit.Code{Kind: unit.Kind(bits & 3)}
		c.Break, c.NoDelete, c.NoCopy, c.NoReorder = bits&4 != 0, bits&8 != 0, bits&16 != 0, bits&32 != 0
		c.ID, c.Offset, c.Original = int(r.varint()), int(r.uvarint()), r.string()
		codes = append(codes, c)
	}
	return codes
}
