// Package bench measures the memory on the machine it runs on: what it finds, how
// fast, how much faster than comparing with every entry, and what it takes in bytes.
package bench
