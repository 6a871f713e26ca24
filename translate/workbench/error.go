package workbench

import (
	"fmt"
	"sort"
	"strings"
)

// Error is a fault that a person can mend. Its sentence is the message
// "error.KEY" of the catalog, filled with Args; Err is the cause, if another
// room named it.
type Error struct {
	Key  string
	Args map[string]any
	Err  error
}

// Error gives the key, the arguments and the cause, for logs and tests.
func (e *Error) Error() string {
	var b strings.Builder
	b.WriteString(e.Key)
	names := make([]string, 0, len(e.Args))
	for name := range e.Args {
		names = append(names, name)
	}
	sort.Strings(names)
	for _, name := range names {
		fmt.Fprintf(&b, " %s=%v", name, e.Args[name])
	}
	if e.Err != nil {
		fmt.Fprintf(&b, ": %v", e.Err)
	}
	return b.String()
}

func (e *Error) Unwrap() error { return e.Err }

// fault makes an Error; args are names and values in turn.
func fault(key string, cause error, args ...any) *Error {
	e := &Error{Key: key, Err: cause, Args: map[string]any{}}
	for i := 0; i+1 < len(args); i += 2 {
		e.Args[args[i].(string)] = args[i+1]
	}
	return e
}
