// Command diglot is the workbench on the command line: an article in, a
// localized file per locale out. Each command is a file of its own, named
// cmd_NAME.go; it reads its flags, calls one function of the workbench, and
// shows what that reports. Rules live in the workbench and below it.
package main

import (
	"context"
	"os"
	"os/signal"
	"time"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	os.Exit(run(ctx, os.Args[1:], surroundings{
		in: os.Stdin, out: os.Stdout, err: os.Stderr, getenv: os.Getenv, now: time.Now,
	}))
}
