package memory

import (
	"slices"
	"strings"
	"time"

	"diglot/translate/unit"
)

// candidate is an entry that a look-up compares with its question.
type candidate struct {
	entry     Entry
	order     int // of two that are equal in all else the lower one comes first
	distance  int // Levenshtein, in tokens
	longer    int // number of tokens of the longer text
	score     int
	penalties []unit.Penalty
	ambiguous bool
}

func (c *candidate) similarity() float64 { return float64(c.longer-c.distance) / float64(c.longer) }

// lowestFaithful is where the band of matches begins in which no word differs.
const lowestFaithful = 95

// weigh sets the candidate's score and penalties, except for ambiguity, which
// needs to know the other candidates.
func (s *scoring) weigh(q *question, c *candidate) {
	base := 100 * (c.longer - c.distance) / c.longer
	c.score = base
	s.weighLetters(q, c)
	s.weighCodes(q, c)
	if base >= lowestFaithful && !s.penalised(c, Words) {
		s.keepBand(c)
	}
	s.weighDescent(q, c)
	if c.score == 100 && len(c.penalties) == 0 {
		c.score += contextBonus(q, &c.entry)
	}
}

func (s *scoring) penalised(c *candidate, reason string) bool {
	return slices.ContainsFunc(c.penalties, func(p unit.Penalty) bool { return p.Reason == reason })
}

func (c *candidate) take(reason string, amount int) {
	amount = min(amount, c.score)
	if amount > 0 {
		c.penalties = append(c.penalties, unit.Penalty{Reason: reason, Amount: amount})
		c.score -= amount
	}
}

// keepBand gives back what brings a match in which no word differs below 95.
func (s *scoring) keepBand(c *candidate) {
	for i := len(c.penalties) - 1; i >= 0 && c.score < lowestFaithful; i-- {
		back := min(lowestFaithful-c.score, c.penalties[i].Amount)
		c.penalties[i].Amount -= back
		c.score += back
	}
	c.penalties = slices.DeleteFunc(c.penalties, func(p unit.Penalty) bool { return p.Amount == 0 })
	if len(c.penalties) == 0 {
		c.penalties = nil
	}
}

// weighLetters takes off for what differs in the letters.
func (s *scoring) weighLetters(q *question, c *candidate) {
	plain := letters(c.entry.Source)
	if plain == q.plain {
		return
	}
	d := q.differences(plain)
	if d&differsInWords != 0 {
		c.take(Words, c.score-(lowestFaithful-1))
	}
	for _, reason := range []struct {
		difference
		name string
	}{
		{differsInCase, Case}, {differsInDiacritics, Diacritics}, {differsInSpelling, Spelling},
		{differsInSpacing, Spacing}, {differsInPunctuation, Punctuation}, {differsInNumbers, Numbers},
	} {
		if d&reason.difference != 0 {
			c.take(reason.name, s.Penalties[reason.name])
		}
	}
}

// weighDescent takes off for where the pair comes from.
func (s *scoring) weighDescent(q *question, c *candidate) {
	e := &c.entry
	c.take(OfMemory, s.MemoryPenalty[e.Memory])
	if strings.HasPrefix(e.Origin, "machine:") {
		c.take(Machine, s.Penalties[Machine])
	}
	if otherRegion(q.SourceLocale, e.SourceLocale) || otherRegion(q.TargetLocale, e.TargetLocale) {
		c.take(OtherLocale, s.Penalties[OtherLocale])
	}
	if e.State < unit.Reviewed {
		c.take(Unreviewed, s.Penalties[Unreviewed])
	}
	if s.Penalties[Age] > 0 && !e.Modified.IsZero() {
		c.take(Age, s.Penalties[Age]*yearsBetween(e.Modified, s.Now))
	}
}

// yearsBetween counts full years; it is 0 where now is earlier.
func yearsBetween(then, now time.Time) int {
	years := now.Year() - then.Year()
	if then.AddDate(years, 0, 0).After(now) {
		years--
	}
	return max(0, years)
}

func contextBonus(q *question, e *Entry) int {
	bonus := 0
	if q.Previous != "" && q.Previous == e.Previous {
		bonus++
	}
	if q.Next != "" && q.Next == e.Next {
		bonus++
	}
	return bonus
}
