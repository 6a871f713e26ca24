package archive

import (
	"bytes"
	"compress/flate"
	"encoding/binary"
	"errors"
	"fmt"
	"hash/crc32"
	"math"
	"slices"
)

// placed is an entry as it will stand in the new archive.
type placed struct {
	entry
	changed bool
}

// replace gives the archive with other bytes in some entries.
func (a *Archive) replace(changed map[string][]byte) ([]byte, error) {
	var out bytes.Buffer
	done := 0
	now := make([]placed, len(a.entries))
	for _, i := range a.inOrder() {
		e := a.entries[i]
		raw, fresh := changed[e.name]
		out.Write(a.src[done:e.start])
		done = e.start
		now[i] = placed{e, fresh}
		now[i].start = out.Len()
		if !fresh {
			continue
		}
		if err := now[i].write(&out, a.src[e.start:e.data], raw); err != nil {
			return nil, err
		}
		done = e.end() + descriptor(a.src[e.end():a.directory], &e)
	}
	out.Write(a.src[done:a.directory])
	directory := out.Len()
	for i := range now {
		out.Write(now[i].record())
	}
	if out.Len() > math.MaxUint32/2 {
		return nil, errors.New("the archive would become too large")
	}
	end := make([]byte, endLen)
	copy(end, endMark)
	put16(end, 8, uint16(len(now)))
	put16(end, 10, uint16(len(now)))
	put32(end, 12, uint32(out.Len()-directory))
	put32(end, 16, uint32(directory))
	put16(end, 20, uint16(len(a.comment)))
	out.Write(end)
	out.Write(a.comment)
	return out.Bytes(), nil
}

// write writes an entry with its own header, whose time, name and fields stay.
func (p *placed) write(out *bytes.Buffer, header, raw []byte) error {
	packed := raw
	if p.method == deflated {
		var b bytes.Buffer
		w, err := flate.NewWriter(&b, flate.DefaultCompression)
		if err != nil {
			return fmt.Errorf("packing %q: %w", p.name, err)
		}
		if _, err = w.Write(raw); err == nil {
			err = w.Close()
		}
		if err != nil {
			return fmt.Errorf("packing %q: %w", p.name, err)
		}
		packed = b.Bytes()
	}
	p.flags &^= streamedFlag
	p.crc, p.packed, p.size = crc32.ChecksumIEEE(raw), uint64(len(packed)), uint64(len(raw))
	fixed, rest := slices.Clone(header[:localLen]), header[localLen:]
	name, extra := rest[:len(p.name)], withoutField(rest[len(p.name):], zip64Extra)
	put16(fixed, 6, p.flags)
	p.lengths(fixed[14:])
	put16(fixed, 28, uint16(len(extra)))
	for _, b := range [][]byte{fixed, name, extra, packed} {
		out.Write(b)
	}
	return nil
}

// lengths writes checksum and lengths, which stand together in both headers.
func (p *placed) lengths(at []byte) {
	put32(at, 0, p.crc)
	put32(at, 4, uint32(p.packed))
	put32(at, 8, uint32(p.size))
}

// record gives the entry's record for the directory.
func (p *placed) record() []byte {
	n, extra := len(p.name), int(u16(p.central, 30))
	fixed := slices.Clone(p.central[:centralLen])
	name, comment := p.central[centralLen:centralLen+n], p.central[centralLen+n+extra:]
	fields := withoutField(p.central[centralLen+n:centralLen+n+extra], zip64Extra)
	put16(fixed, 8, p.flags)
	p.lengths(fixed[16:])
	put16(fixed, 30, uint16(len(fields)))
	put32(fixed, 42, uint32(p.start))
	return slices.Concat(fixed, name, fields, comment)
}

// descriptor gives the length of the record behind an entry's data that repeats
// checksum and lengths, 0 where there is none.
func descriptor(behind []byte, e *entry) int {
	if e.flags&streamedFlag == 0 {
		return 0
	}
	mark := 0
	if bytes.HasPrefix(behind, []byte(descriptorMark)) {
		mark = len(descriptorMark)
	}
	at := behind[mark:]
	switch {
	case len(at) >= 12 && u32(at, 0) == e.crc && uint64(u32(at, 4)) == e.packed && uint64(u32(at, 8)) == e.size:
		return mark + 12
	case len(at) >= 20 && u32(at, 0) == e.crc && u64(at, 4) == e.packed && u64(at, 12) == e.size:
		return mark + 20
	}
	return 0
}

// withoutField gives extra fields without those of an id.
func withoutField(extra []byte, id uint16) []byte {
	if extraField(extra, id) == nil {
		return extra
	}
	var kept []byte
	for len(extra) >= 4 {
		n := min(4+int(u16(extra, 2)), len(extra))
		if u16(extra, 0) != id {
			kept = append(kept, extra[:n]...)
		}
		extra = extra[n:]
	}
	return append(kept, extra...)
}

func put16(b []byte, at int, v uint16) { binary.LittleEndian.PutUint16(b[at:], v) }
func put32(b []byte, at int, v uint32) { binary.LittleEndian.PutUint32(b[at:], v) }
