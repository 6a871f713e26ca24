package memory

import "diglot/translate/text"

// bruteForce compares the question with every entry. It is slow and plain: what
// any faster way finds must be what this finds.
func (s *scoring) bruteForce(query Query, entries []Entry) []*candidate {
	var q question
	q.ask(query)
	asked := text.Tokens(q.plain)
	var found []*candidate
	for i, e := range entries {
		if !q.admits(&e) {
			continue
		}
		tokens := text.Tokens(letters(e.Source))
		longer := max(len(tokens), len(asked))
		c := &candidate{entry: e, order: i, longer: longer, distance: text.Distance(asked, tokens)}
		if len(asked) > 0 && 100*(longer-c.distance) >= q.minPct*longer {
			s.weigh(&q, c)
			found = append(found, c)
		}
	}
	return s.choose(&q, found)
}

// admits reports whether the question asks for entries like e at all.
func (q *question) admits(e *Entry) bool {
	return serves(q.SourceLocale, e.SourceLocale) && serves(q.TargetLocale, e.TargetLocale) && q.Filter.passes(e)
}
