// Package sqlite keeps a project in one file, .diglot/store.db: the store that
// needs no server and goes wherever the project folder goes.
//
// A translator can pull the plug at any moment. A write is one SQLite
// transaction in WAL mode with synchronous=FULL, so it is on the disk when it
// is acknowledged, or it never was. Several programs may have the same project
// open: readers never wait, and writers wait their turn on a lock file that
// names who holds it.
//
// Read Open first, then migrations/0001.sql, which is the shape of everything
// that is kept, and then save.go, through which every target goes.
package sqlite
