package archive

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"slices"
	"strings"
)

// Bounds of an archive. They are far above what any real document needs.
const (
	MaxEntries  = 10_000
	MaxName     = 1000      // bytes of an entry's name
	MaxInflated = 256 << 20 // bytes of all parts that are read

	maxRatio  = 200      // inflated bytes for one in the archive …
	freeText  = 4 << 20  // … of a part that is read and has more bytes than these
	freeOther = 64 << 20 // … of another entry, which nobody inflates here
)

// Signatures and fixed lengths of zip records (APPNOTE.TXT 6.3.10, 4.3).
const (
	localMark, localLen         = "PK\x03\x04", 30
	centralMark, centralLen     = "PK\x01\x02", 46
	endMark, endLen             = "PK\x05\x06", 22
	end64Mark, end64Len         = "PK\x06\x06", 56
	locatorMark, locatorLen     = "PK\x06\x07", 20
	descriptorMark, deflated    = "PK\x07\x08", 8
	encryptedFlag, streamedFlag = 1, 8
	saturated16, saturated32    = 0xFFFF, 0xFFFFFFFF
	zip64Extra                  = 1
)

// ErrNoZip is wrapped by the error about a file that is no zip archive at all.
var ErrNoZip = errors.New("this is no zip archive")

// Archive is a zip archive whose directory has been checked.
type Archive struct {
	src       []byte
	entries   []entry // as the directory lists them
	byName    map[string]int
	directory int    // where the directory begins
	comment   []byte // behind the archive's end record
}

// entry is one line of the directory.
type entry struct {
	name         string
	central      []byte // its record in the directory
	flags        uint16
	method       uint16
	crc          uint32
	packed, size uint64
	start        int // of the local header
	data         int // of what is packed
}

func (e *entry) end() int { return e.data + int(e.packed) }

// IsZip reports bytes that begin as a zip archive does.
func IsZip(src []byte) bool { return bytes.HasPrefix(src, []byte(localMark)) }

// Open reads and checks the directory of an archive.
func Open(src []byte) (*Archive, error) {
	if !IsZip(src) {
		return nil, noZip(src)
	}
	a := &Archive{src: src, byName: map[string]int{}}
	count, err := a.end()
	if err != nil {
		return nil, err
	}
	if count > MaxEntries {
		return nil, fmt.Errorf("the archive has %d entries, more than the %d that a document may have", count, MaxEntries)
	}
	rest := a.directory
	for range count {
		if rest, err = a.entry(rest); err != nil {
			return nil, err
		}
	}
	return a, a.layout()
}

func noZip(src []byte) error {
	if bytes.HasPrefix(src, []byte("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")) {
		return fmt.Errorf("%w but a compound file: a document with a password, or of an old program; save it anew without one", ErrNoZip)
	}
	return fmt.Errorf("%w: it does not begin with PK", ErrNoZip)
}

// end finds the record at the archive's end, and with it the directory.
func (a *Archive) end() (count int, err error) {
	from := max(0, len(a.src)-endLen-saturated16)
	for at := len(a.src) - endLen; at >= from; at-- {
		r := a.src[at:]
		if !bytes.HasPrefix(r, []byte(endMark)) || at+endLen+int(u16(r, 20)) != len(a.src) {
			continue
		}
		a.comment = r[endLen:]
		n, size, start := uint64(u16(r, 10)), uint64(u32(r, 12)), uint64(u32(r, 16))
		if n == saturated16 || size == saturated32 || start == saturated32 {
			if n, size, start, err = a.end64(at, n, size, start); err != nil {
				return 0, err
			}
		} else if u16(r, 4) != 0 || u16(r, 6) != 0 {
			return 0, errors.New("the archive is one of several volumes")
		}
		if start > uint64(at) || size > uint64(at)-start || n > size/centralLen {
			return 0, errors.New("the archive's directory lies outside of the file")
		}
		a.directory = int(start)
		return int(n), nil
	}
	return 0, errors.New("the archive has no directory: the file is cut off or broken")
}

// end64 reads the larger record that stands before the end where numbers did not
// fit. Some programs always write it.
func (a *Archive) end64(end int, n, size, start uint64) (uint64, uint64, uint64, error) {
	fault := errors.New("the archive's zip64 record is missing or broken")
	at := end - locatorLen
	if at < 0 || !bytes.HasPrefix(a.src[at:], []byte(locatorMark)) {
		return n, size, start, nil
	}
	where := u64(a.src[at:], 8)
	if at < end64Len || where > uint64(at-end64Len) || !bytes.HasPrefix(a.src[where:], []byte(end64Mark)) {
		return 0, 0, 0, fault
	}
	r := a.src[where:]
	return u64(r, 32), u64(r, 40), u64(r, 48), nil
}

// entry reads the directory's record at a byte and gives the byte behind it.
func (a *Archive) entry(at int) (int, error) {
	r := a.src[at:]
	if len(r) < centralLen || !bytes.HasPrefix(r, []byte(centralMark)) {
		return 0, errors.New("the archive's directory is broken")
	}
	n, extra, comment := int(u16(r, 28)), int(u16(r, 30)), int(u16(r, 32))
	length := centralLen + n + extra + comment
	if len(r) < length {
		return 0, errors.New("the archive's directory is cut off")
	}
	e := entry{
		name: string(r[centralLen : centralLen+n]), central: r[:length], flags: u16(r, 8), method: u16(r, 10),
		crc: u32(r, 16), packed: uint64(u32(r, 20)), size: uint64(u32(r, 24)),
	}
	start := uint64(u32(r, 42))
	if fields := extraField(r[centralLen+n:centralLen+n+extra], zip64Extra); fields != nil {
		for _, v := range []*uint64{&e.size, &e.packed, &start} {
			if *v == saturated32 && len(fields) >= 8 {
				*v, fields = u64(fields, 0), fields[8:]
			}
		}
	}
	if err := checkName(e.name); err != nil {
		return 0, err
	}
	if _, twice := a.byName[e.name]; twice {
		return 0, fmt.Errorf("the archive has two entries %q", e.name)
	}
	a.byName[e.name] = len(a.entries)
	if err := a.local(&e, start); err != nil {
		return 0, err
	}
	a.entries = append(a.entries, e)
	return at + length, nil
}

// checkName refuses names that could lead anywhere but into the archive.
func checkName(name string) error {
	slashed := strings.ReplaceAll(name, `\`, "/")
	switch {
	case name == "" || len(name) > MaxName:
		return fmt.Errorf("the archive has an entry whose name has %d bytes", len(name))
	case strings.HasPrefix(slashed, "/"), slices.Contains(strings.Split(slashed, "/"), ".."), len(slashed) > 1 && slashed[1] == ':':
		return fmt.Errorf("the archive's entry %.100q leads out of the archive", name)
	case strings.ContainsFunc(name, func(r rune) bool { return r < ' ' || r == 0x7f }):
		return fmt.Errorf("the archive's entry %.100q has a control character in its name", name)
	}
	return nil
}

// local compares the header that stands before an entry's data with the directory.
func (a *Archive) local(e *entry, start uint64) error {
	if start > uint64(a.directory) || uint64(a.directory)-start < localLen || !bytes.HasPrefix(a.src[start:], []byte(localMark)) {
		return fmt.Errorf("the archive's entry %q is not where the directory says", e.name)
	}
	r := a.src[start:a.directory]
	e.start = int(start)
	e.data = e.start + localLen + int(u16(r, 26)) + int(u16(r, 28))
	if e.data > a.directory || e.packed > uint64(a.directory-e.data) {
		return fmt.Errorf("the archive's entry %q claims more bytes than there are", e.name)
	}
	if string(r[localLen:localLen+int(u16(r, 26))]) != e.name || u16(r, 8) != e.method {
		return fmt.Errorf("the archive's entry %q has another name or method in its own header", e.name)
	}
	for _, length := range [][2]uint64{{uint64(u32(r, 18)), e.packed}, {uint64(u32(r, 22)), e.size}} {
		if streamed := u16(r, 6)&streamedFlag != 0; length[0] != length[1] && length[0] != saturated32 && !(streamed && length[0] == 0) {
			return fmt.Errorf("the archive's entry %q lies about its length: its header says %d, the directory %d", e.name, length[0], length[1])
		}
	}
	if e.method == 0 && e.packed != e.size && e.flags&encryptedFlag == 0 {
		return fmt.Errorf("the archive's entry %q lies about its length", e.name)
	}
	return inflation(e, freeOther)
}

// inflation refuses an entry that says to become too much.
func inflation(e *entry, free uint64) error {
	if e.size > free && e.size/maxRatio > e.packed {
		return fmt.Errorf("the archive's entry %q would grow from %d bytes to %d; no document does", e.name, e.packed, e.size)
	}
	return nil
}

// layout refuses entries that share bytes.
func (a *Archive) layout() error {
	order := a.inOrder()
	for i := 1; i < len(order); i++ {
		if a.entries[order[i]].start < a.entries[order[i-1]].end() {
			return fmt.Errorf("the archive's entries %q and %q overlap", a.entries[order[i-1]].name, a.entries[order[i]].name)
		}
	}
	return nil
}

// inOrder lists the entries as they stand in the file.
func (a *Archive) inOrder() []int {
	order := make([]int, len(a.entries))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(i, j int) int { return a.entries[i].start - a.entries[j].start })
	return order
}

// extraField finds a field among the extra fields of a record.
func extraField(extra []byte, id uint16) []byte {
	for len(extra) >= 4 {
		n := int(u16(extra, 2))
		if n > len(extra)-4 {
			return nil
		}
		if u16(extra, 0) == id {
			return extra[4 : 4+n]
		}
		extra = extra[4+n:]
	}
	return nil
}

func u16(b []byte, at int) uint16 { return binary.LittleEndian.Uint16(b[at:]) }
func u32(b []byte, at int) uint32 { return binary.LittleEndian.Uint32(b[at:]) }
func u64(b []byte, at int) uint64 { return binary.LittleEndian.Uint64(b[at:]) }
