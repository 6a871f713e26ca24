package memory

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"hash/crc32"
	"io/fs"
	"iter"

	"diglot/translate/memory/index"
)

// A memory file is the records of the entries, where each ends, what is stored once
// (stamp and descents), the index, and a foot that says how long each of these is.
// The foot comes last: a file without it was not written to its end.
const (
	fileMagic   = "DIGLOTTM"
	fileVersion = 1
	footSize    = len(fileMagic) + 4 + 4*8 + 4 + 4
)

// ErrDamaged is what opening a memory file gives that is none of this version, or
// not as it was written. Such a file is built again.
var ErrDamaged = errors.New("the memory file is damaged or of another version")

// file is an open memory file.
type file struct {
	path, stamp string
	data        []byte
	release     func() error
}

// Open opens a memory file that [Build] or [Memory.Save] wrote. Nothing in it is
// parsed: the system maps it, and its check sums are compared, those of single
// entries when they are read. The error is fs.ErrNotExist or ErrDamaged where Build
// helps.
func Open(path string, opt Options) (*Memory, error) {
	scoring, err := newScoring(opt)
	if err != nil {
		return nil, err
	}
	f, first, err := openFile(path)
	if err != nil {
		return nil, err
	}
	return &Memory{scoring: scoring, parts: []*part{first}, next: first.len(), file: f}, nil
}

// OpenOrBuild opens a memory file with the stamp, or builds it of the entries where
// it is missing, damaged or has another stamp.
func OpenOrBuild(path, stamp string, entries iter.Seq2[Entry, error], opt Options) (*Memory, error) {
	m, err := Open(path, opt)
	switch {
	case err == nil && m.Stamp() == stamp:
		return m, nil
	case err == nil:
		if err := m.Close(); err != nil {
			return nil, err
		}
	case !errors.Is(err, fs.ErrNotExist) && !errors.Is(err, ErrDamaged):
		return nil, err
	}
	if err := Build(path, stamp, entries); err != nil {
		return nil, err
	}
	return Open(path, opt)
}

// Stamp gives what Build or Save was told, "" for a memory without a file.
func (m *Memory) Stamp() string {
	m.mu.RLock()
	defer m.mu.RUnlock()
	if m.file == nil {
		return ""
	}
	return m.file.stamp
}

// Damaged returns ErrDamaged when a look-up met an entry that was changed on disk.
// That entry is not found; the file should be built again.
func (m *Memory) Damaged() error {
	m.mu.RLock()
	defer m.mu.RUnlock()
	if m.file != nil && m.parts[0].damaged.Load() {
		return fmt.Errorf("%s: %w", m.file.path, ErrDamaged)
	}
	return nil
}

// Close gives the file back. A closed memory has no entries.
func (m *Memory) Close() error {
	m.saving.Lock()
	defer m.saving.Unlock()
	m.mu.Lock()
	defer m.mu.Unlock()
	m.parts = []*part{{}}
	return m.releaseFile()
}

func (m *Memory) releaseFile() error {
	f := m.file
	m.file = nil
	if f == nil {
		return nil
	}
	return f.release()
}

func openFile(path string) (*file, *part, error) {
	data, release, err := mapFile(path)
	if err != nil {
		return nil, nil, err
	}
	first, stamp, err := parseFile(data)
	if err != nil {
		return nil, nil, errors.Join(fmt.Errorf("%s: %w", path, err), release())
	}
	return &file{path, stamp, data, release}, first, nil
}

// parseFile finds the parts of a file and checks them, except for the records.
func parseFile(data []byte) (*part, string, error) {
	damaged := func(what string) (*part, string, error) { return nil, "", fmt.Errorf("%w: %s", ErrDamaged, what) }
	if len(data) < footSize {
		return damaged("it is too short")
	}
	foot := data[len(data)-footSize:]
	if !bytes.HasPrefix(foot, []byte(fileMagic)) ||
		binary.LittleEndian.Uint32(foot[footSize-4:]) != crc32.Checksum(foot[:footSize-4], castagnoli) {
		return damaged("it was not written to its end")
	}
	if v := binary.LittleEndian.Uint32(foot[len(fileMagic):]); v != fileVersion {
		return damaged(fmt.Sprintf("version %d, not %d", v, fileVersion))
	}
	var sections [4][]byte
	rest := data[:len(data)-footSize]
	for i := range sections {
		n := binary.LittleEndian.Uint64(foot[len(fileMagic)+4+8*i:])
		if n > uint64(len(rest)) {
			return damaged("it is too short")
		}
		sections[i], rest = rest[:n:n], rest[n:]
	}
	records, ends, once := sections[0], sections[1], sections[2]
	if binary.LittleEndian.Uint32(foot[footSize-8:]) != crc32.Update(crc32.Checksum(ends, castagnoli), castagnoli, once) {
		return damaged("its list of entries was changed")
	}
	segment, err := index.Open(sections[3])
	if err != nil {
		return damaged(err.Error())
	}
	r := recordReader{rest: string(once)}
	stamp := r.string()
	descents, err := r.descents()
	if err != nil {
		return damaged(err.Error())
	}
	p := &part{segment: segment, shelf: shelf{records, ends, descents}}
	if n := p.shelf.len(); n != segment.Len() || n > 0 && p.shelf.end(n-1) != len(records) {
		return damaged("its index belongs to other entries")
	}
	return p, stamp, nil
}
