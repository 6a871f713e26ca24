package glossary

import (
	"strings"
	"sync"
)

// maxWords bounds the memory that remembered words take, whatever is read.
const maxWords = 1 << 16

// wordCache remembers the readings of words, since a language uses few words again
// and again. It may be used by several goroutines at once.
type wordCache struct {
	mu    sync.RWMutex
	words map[string][]reading
}

func (c *wordCache) get(word string) ([]reading, bool) {
	c.mu.RLock()
	found, ok := c.words[word]
	c.mu.RUnlock()
	return found, ok
}

func (c *wordCache) put(word string, found []reading) {
	if len(word) > maxWord {
		return
	}
	c.mu.Lock()
	if c.words == nil || len(c.words) >= maxWords {
		c.words = map[string][]reading{}
	}
	c.words[strings.Clone(word)] = found
	c.mu.Unlock()
}
