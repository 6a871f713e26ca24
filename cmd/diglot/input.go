package main

import (
	"io"
	"os"
)

// input opens a file, or takes stdin for "-".
func (a *app) input(path string) (r io.Reader, closer func(), err error) {
	if path == "-" {
		return a.in, func() {}, nil
	}
	f, err := os.Open(path)
	if err != nil {
		return nil, nil, err
	}
	return f, func() { f.Close() }, nil
}

// maxInput bounds what is read from stdin at once.
const maxInput = 512 << 20

func readAll(r io.Reader) ([]byte, error) { return io.ReadAll(io.LimitReader(r, maxInput)) }
