package concordance_test

import (
	"fmt"

	"diglot/translate/memory"
	"diglot/translate/store/concordance"
	"diglot/translate/unit"
)

func Example() {
	m, err := concordance.Compile(concordance.Query{Text: "وقف اطلاق", Kind: concordance.Phrase})
	if err != nil {
		fmt.Println(err)
		return
	}
	e := memory.Entry{Source: unit.Plain("أُعلن وقف إطلاق النار."), Target: unit.Plain("A ceasefire was announced.")}
	hit, ok := m.Match(e)
	at := hit.Source[0]
	fmt.Println(ok, e.Source.Content[at.Start:at.End], "–", e.Target.Content)
	// Output: true وقف إطلاق – A ceasefire was announced.
}
