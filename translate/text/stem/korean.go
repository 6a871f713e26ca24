package stem

import "strings"

// korean takes the particles off that are written together with a noun: 전쟁은,
// 전쟁에서, 전쟁들의.
type korean struct{}

func (korean) Keys(word string) []string { return []string{word} }

var koreanParticles = strings.Fields(`은 는 이 가 을 를 의 에 에서 에게 께 와 과 로 으로 도 만 까지 부터 보다 처럼 이나 나 이란 란 이라 라 들 들은 들이 들을 들의 들에게 들과 들도
	에는 에도 에서는 으로는 로는 으로서 로서 으로써 로써 이라고 라고 이며 며 이다 인 입니다`)

func (korean) Readings(word string) []Reading {
	rs := readings{{Key: word}}
	for _, particle := range koreanParticles {
		if stem, ok := cut(word, particle, 3); ok {
			rs.add(stem, Inflected)
		}
	}
	return rs
}
