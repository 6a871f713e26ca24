// Package store says how a project is kept: its documents, units and targets
// with their whole history, comments, memories, glossaries, and the files that
// were written from them.
//
// A translator needs it to lose nothing. What a method acknowledged survives a
// kill and a power cut; nothing is overwritten silently, because every change
// names the revision that it was based on; and a unit keeps its id and its
// targets through every new version of its document, gone for a while or not.
// Several processes may use one project at once.
//
// Read the interface Store first, then Change and ConflictError, which are the
// heart of it. Package store/sqlite keeps a project in one file;
// store/storetest is the contract as tests, which every store must pass;
// store/concordance finds words inside the entries of a memory.
package store
