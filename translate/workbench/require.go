package workbench

import "diglot/translate/unit"

// StateCheck is the check that a target has come as far as a run of the checks
// asks for. Its messages are check.state.stale and one for each state that is too
// early, such as check.state.draft.
const StateCheck = "state"

// behind tells what a target lacks to be in a state, its source unchanged since. Where
// no state is asked for, nothing.
func behind(t unit.Target, least unit.State) (unit.Issue, bool) {
	issue := unit.Issue{Check: StateCheck, Severity: unit.Warning, Args: map[string]string{"want": least.String()}}
	switch {
	case least == unit.Initial:
		return issue, false
	case t.State < least:
		issue.Key = t.State.String()
	case t.Stale:
		issue.Key = "stale"
	default:
		return issue, false
	}
	return issue, true
}
