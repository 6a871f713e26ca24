package memory

import (
	"encoding/binary"
	"fmt"
	"io"

	"diglot/translate/locale"
	"diglot/translate/unit"
)

// shelf holds the entries of a part, by number, each as a record.
type shelf struct {
	records  []byte
	ends     []byte // where each record ends, 8 bytes in little endian
	descents []descent
}

func (s *shelf) len() int { return len(s.ends) / 8 }

func (s *shelf) end(i int) int { return int(binary.LittleEndian.Uint64(s.ends[8*i:])) }

func (s *shelf) record(i int) []byte {
	begin := 0
	if i > 0 {
		begin = s.end(i - 1)
	}
	return s.records[begin:s.end(i)]
}

// entry reads one entry; its strings are its own.
func (s *shelf) entry(i int) (Entry, error) { return readRecord(s.record(i), s.descents) }

// shelfWriter puts entries on a shelf, the records to w as they come.
type shelfWriter struct {
	w        io.Writer
	written  int
	ends     []byte
	descents []descent
	numbers  map[descent]int
	record   []byte
	err      error
}

func newShelfWriter(w io.Writer) *shelfWriter {
	return &shelfWriter{w: w, numbers: map[descent]int{}}
}

// add writes one entry. Errors of w are kept in err.
func (s *shelfWriter) add(e *Entry) {
	d := descentOf(e)
	number, ok := s.numbers[d]
	if !ok {
		number = len(s.descents)
		s.numbers[d] = number
		s.descents = append(s.descents, d)
	}
	s.record = appendRecord(s.record[:0], e, number)
	if s.err == nil {
		_, s.err = s.w.Write(s.record)
	}
	s.written += len(s.record)
	s.ends = binary.LittleEndian.AppendUint64(s.ends, uint64(s.written))
}

func appendDescents(b []byte, descents []descent) []byte {
	b = binary.AppendUvarint(b, uint64(len(descents)))
	for _, d := range descents {
		b = appendStrings(b, d.memory, d.source.String(), d.target.String(), d.author)
		b = append(b, byte(d.state))
	}
	return b
}

func (r *recordReader) descents() ([]descent, error) {
	tags := map[string]locale.Tag{}
	tag := func(s string) (locale.Tag, error) {
		t, ok := tags[s]
		if !ok {
			if err := t.UnmarshalText([]byte(s)); err != nil {
				return t, err
			}
			tags[s] = t
		}
		return t, nil
	}
	var list []descent
	for range r.count() {
		d := descent{memory: r.string()}
		var err error
		if d.source, err = tag(r.string()); err != nil {
			return nil, err
		}
		if d.target, err = tag(r.string()); err != nil {
			return nil, err
		}
		d.author, d.state = r.string(), unit.State(r.byte())
		list = append(list, d)
	}
	if r.broken {
		return nil, fmt.Errorf("its list of memories and languages is cut off")
	}
	return list, nil
}
