package sqlite

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"time"
	"unicode"
)

// writerLock lets one writer at a time into the store, whatever process it is
// in. SQLite has such a lock of its own, but those who wait for it poll and may
// starve, and nobody can tell who holds it. Here a waiter first takes the queue
// lock and keeps it until it has the writer lock: the one who wrote last and
// wants to write again stands behind it.
//
// The locks are advisory ones of the operating system on two files beside the
// store. They end with the process that holds them, however it ends.
type writerLock struct {
	turn          chan struct{} // the same for the goroutines of this process, in their order
	queue, writer *os.File
	note          string // says who we are
}

// errHeld says that a lock is held by somebody else.
var errHeld = errors.New("held by another process")

// poll is how long a waiter sleeps between two tries. Writes take a few
// milliseconds.
const poll = 2 * time.Millisecond

func openWriterLock(folder, holder string) (*writerLock, error) {
	queue, err := os.OpenFile(filepath.Join(folder, "queue"), os.O_RDWR|os.O_CREATE, 0o666)
	if err != nil {
		return nil, err
	}
	writer, err := os.OpenFile(filepath.Join(folder, "writer"), os.O_RDWR|os.O_CREATE, 0o666)
	if err != nil {
		queue.Close()
		return nil, err
	}
	host, err := os.Hostname()
	if err != nil {
		host = "an unnamed host"
	}
	if holder == "" {
		holder = "diglot"
	}
	return &writerLock{
		turn:   make(chan struct{}, 1),
		queue:  queue,
		writer: writer,
		note:   fmt.Sprintf("%s (process %d on %s)", holder, os.Getpid(), host),
	}, nil
}

func (l *writerLock) close() error {
	return errors.Join(l.queue.Close(), l.writer.Close())
}

// acquire waits for the writer lock until the deadline fires, and then fails
// with errHeld. It notes for others who holds it and what for.
func (l *writerLock) acquire(ctx context.Context, deadline <-chan time.Time, doing string) (err error) {
	select {
	case l.turn <- struct{}{}:
	case <-deadline:
		return errHeld
	case <-ctx.Done():
		return ctx.Err()
	}
	defer func() {
		if err != nil {
			<-l.turn
		}
	}()
	if err = waitFor(ctx, deadline, func() error { return lockFile(l.queue) }); err != nil {
		return err
	}
	defer unlockFile(l.queue)
	if err = waitFor(ctx, deadline, func() error { return lockFile(l.writer) }); err != nil {
		return err
	}
	l.say(l.note + ": " + doing)
	return nil
}

func (l *writerLock) release() {
	l.say("")
	unlockFile(l.writer)
	<-l.turn
}

// say writes the note. It is a courtesy: where it cannot be written, as on a
// full disk, the lock holds all the same.
func (l *writerLock) say(note string) {
	if l.writer.Truncate(0) == nil && note != "" {
		_, _ = l.writer.WriteAt([]byte(note), 0)
	}
}

// holder reads who holds the lock.
func (l *writerLock) holder() string {
	b := make([]byte, 512)
	n, _ := l.writer.ReadAt(b, 0)
	note := strings.Map(func(r rune) rune {
		if !unicode.IsPrint(r) {
			return -1
		}
		return r
	}, string(b[:n]))
	if note == "" {
		return "another program"
	}
	return note
}

// waitFor tries until it is done or fails with something else than errHeld.
func waitFor(ctx context.Context, deadline <-chan time.Time, try func() error) error {
	for {
		err := try()
		if !errors.Is(err, errHeld) {
			return err
		}
		pause := time.NewTimer(poll)
		select {
		case <-pause.C:
		case <-deadline:
			pause.Stop()
			return errHeld
		case <-ctx.Done():
			pause.Stop()
			return ctx.Err()
		}
	}
}
