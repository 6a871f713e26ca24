// Package bench measures the memory on the machine it runs on: what it finds, how
// fast, how much faster than comparing with every entry, and what it takes in bytes.
// Its figures are how an agency with a million pairs knows that a look-up will not
// keep its translators waiting.
//
// Read [Run] first; [Mixture] says what the memory is made of.
package bench
