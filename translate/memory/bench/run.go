package bench

import (
	"context"
	"errors"
	"fmt"
	"iter"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"diglot/translate/memory"
	"diglot/translate/memory/index"
	"diglot/translate/text"
	"diglot/translate/unit"
)

// Config says what to measure. Pairs and Asked may be empty.
type Config struct {
	Units int              // entries of the memory
	Pairs []Pair           // texts it is made of, see Mixture; invented where there are none
	Asked []string         // what is looked up; made of the units where there is nothing
	Seed  uint64           // for what is made
	Dir   string           // an existing folder for the memory file
	Now   func() time.Time // the clock
}

// Row is one line of the table.
type Row struct {
	Measure string  `json:"measure"`
	Value   float64 `json:"value"`
	Unit    string  `json:"unit"`
	Ratio   float64 `json:"ratio,omitempty"` // to brute force in the same run
}

// String gives the row for a terminal.
func (r Row) String() string {
	s := fmt.Sprintf("%-34s %12.4g %s", r.Measure, r.Value, r.Unit)
	if r.Ratio > 0 {
		s += fmt.Sprintf(" (%.0f times brute force)", r.Ratio)
	}
	return s
}

// Run makes a memory file and measures it on one core, but for the row that says
// otherwise.
func Run(ctx context.Context, c Config) ([]Row, error) {
	if c.Units < 1 || c.Now == nil {
		return nil, errors.New("a benchmark needs units and a clock")
	}
	if len(c.Pairs) == 0 {
		c.Pairs = Invent(min(c.Units, 300_000), c.Seed)
	}
	r := &run{Config: c}
	if err := r.build(); err != nil {
		return nil, err
	}
	defer r.memory.Close()
	for _, step := range []func(context.Context) error{r.bruteForce, r.searches, r.lookUps, r.allCores, r.additions} {
		if err := step(ctx); err != nil {
			return nil, err
		}
	}
	return r.rows, nil
}

type run struct {
	Config
	rows    []Row
	memory  *memory.Memory
	segment *index.Segment
	slow    float64 // look-ups a second by brute force
}

func (r *run) add(measure string, value float64, unit string) {
	r.rows = append(r.rows, Row{Measure: measure, Value: value, Unit: unit})
}

func (r *run) addRate(measure string, perSecond float64) {
	r.rows = append(r.rows, Row{measure, perSecond, "a second", perSecond / r.slow})
}

// since gives seconds.
func (r *run) since(begin time.Time) float64 { return r.Now().Sub(begin).Seconds() }

func (r *run) entries(n int) iter.Seq2[memory.Entry, error] {
	return func(yield func(memory.Entry, error) bool) {
		i := 0
		for p := range Mixture(r.Pairs, r.Seed) {
			e := memory.Entry{Source: unit.Plain(p.Source), Target: unit.Plain(p.Target), Origin: fmt.Sprint("bench:", i)}
			if i == n || !yield(e, nil) {
				return
			}
			i++
		}
	}
}

func (r *run) build() error {
	all := make([]memory.Entry, 0, r.Units)
	builder := index.NewBuilder()
	for e, err := range r.entries(r.Units) {
		if err != nil {
			return err
		}
		all = append(all, e)
	}
	path := filepath.Join(r.Dir, "bench.memory")
	begin := r.Now()
	err := memory.Build(path, "", func(yield func(memory.Entry, error) bool) {
		for _, e := range all {
			if !yield(e, nil) {
				return
			}
		}
	})
	if err != nil {
		return err
	}
	r.add("build, entries included", r.since(begin), "s")
	begin = r.Now()
	for _, e := range all {
		builder.Add(text.NFC(e.Source.Content))
	}
	if r.segment, err = builder.Finish(); err != nil {
		return err
	}
	r.add("build, index alone", r.since(begin), "s")
	r.add("index", float64(r.segment.Bytes())/float64(r.Units), "bytes a unit")
	if info, err := os.Stat(path); err == nil {
		r.add("file, entries included", float64(info.Size())/float64(r.Units), "bytes a unit")
	}
	begin = r.Now()
	r.memory, err = memory.Open(path, memory.Options{})
	r.add("open", 1000*r.since(begin), "ms")
	if len(r.Asked) == 0 {
		r.ask(all)
	}
	return err
}

// ask makes queries of the units: the same text, small edits and large ones.
func (r *run) ask(all []memory.Entry) {
	m := mixer{random: splitMix(r.Seed + 1)}
	for _, e := range all[:min(len(all), 50_000)] {
		m.words = append(m.words, strings.Fields(e.Source.Content))
	}
	for i := range 2000 {
		words := m.words[m.random.below(len(m.words))]
		switch {
		case i%4 > 1 && len(words) > 3:
			words = m.edit(slices.Clone(words))
		case i%4 > 0:
			words = m.replace(words)
		}
		r.Asked = append(r.Asked, strings.Join(words, " "))
	}
}
