-- What a project is made of. Times are milliseconds since 1970, UTC. Texts
-- stand in their readable form ("The <1>army</1> left."); beside them "codes"
-- has, as JSON, what the readable form does not say of their inline codes.

-- present is 0 for a document that was removed; it keeps its row for the sake
-- of its units and of last_number, from which unit ids are counted.
CREATE TABLE document (
  key         INTEGER PRIMARY KEY,
  name        TEXT    NOT NULL UNIQUE,
  present     INTEGER NOT NULL,
  version     INTEGER NOT NULL,
  last_number INTEGER NOT NULL,
  path        TEXT    NOT NULL,
  format      TEXT    NOT NULL,
  charset     TEXT    NOT NULL,
  bom         INTEGER NOT NULL,
  locale      TEXT    NOT NULL,
  settings    TEXT    NOT NULL,
  hash        TEXT    NOT NULL,
  imported    INTEGER NOT NULL,
  blocks      TEXT    NOT NULL,
  source      BLOB    NOT NULL
) STRICT;

-- position is NULL for a unit that the present version does not have.
CREATE TABLE unit (
  key          INTEGER PRIMARY KEY,
  document     INTEGER NOT NULL REFERENCES document,
  number       INTEGER NOT NULL,
  position     INTEGER,
  version      INTEGER NOT NULL,
  block        INTEGER NOT NULL,
  start_offset INTEGER NOT NULL,
  start_code   INTEGER NOT NULL,
  end_offset   INTEGER NOT NULL,
  end_code     INTEGER NOT NULL,
  kind         TEXT    NOT NULL,
  block_key    TEXT    NOT NULL,
  note         TEXT    NOT NULL,
  UNIQUE (document, number)
) STRICT;

-- Every source text that a unit ever had, once. unit.version says which is the
-- present one, event.version for which one a target was written.
CREATE TABLE source (
  unit    INTEGER NOT NULL REFERENCES unit,
  version INTEGER NOT NULL,
  text    TEXT    NOT NULL,
  codes   TEXT,
  PRIMARY KEY (unit, version)
) STRICT, WITHOUT ROWID;

-- The history, and with it the targets: a target as it stands is the event of
-- its unit and locale with the highest revision. State and history cannot
-- disagree, because they are one thing.
CREATE TABLE event (
  seq      INTEGER PRIMARY KEY,
  at       INTEGER NOT NULL,
  author   TEXT    NOT NULL,
  kind     TEXT    NOT NULL,
  document INTEGER REFERENCES document,
  unit     INTEGER REFERENCES unit,
  locale   TEXT    NOT NULL,
  note     TEXT    NOT NULL,
  -- of events that wrote a target
  revision INTEGER,
  state    TEXT,
  locked   INTEGER,
  origin   TEXT,
  version  INTEGER,
  text     TEXT,
  codes    TEXT,
  FOREIGN KEY (unit, version) REFERENCES source,
  CHECK (revision IS NULL OR
         unit IS NOT NULL AND locale <> '' AND state IS NOT NULL AND locked IS NOT NULL AND
         origin IS NOT NULL AND version IS NOT NULL AND text IS NOT NULL)
) STRICT;
CREATE UNIQUE INDEX event_target ON event (unit, locale, revision) WHERE unit IS NOT NULL;
CREATE INDEX event_document ON event (document) WHERE document IS NOT NULL;

CREATE TRIGGER event_no_update BEFORE UPDATE ON event BEGIN
  SELECT RAISE(ABORT, 'the history is never changed');
END;
CREATE TRIGGER event_no_delete BEFORE DELETE ON event BEGIN
  SELECT RAISE(ABORT, 'the history is never shortened');
END;

-- last_id counts the entries that a memory ever had: an id is never used again.
-- changed is the newest event that changed the memory.
CREATE TABLE memory (
  key     INTEGER PRIMARY KEY,
  name    TEXT    NOT NULL UNIQUE,
  last_id INTEGER NOT NULL,
  changed INTEGER REFERENCES event
) STRICT;

-- How many entries a memory has in each direction, so that nobody has to count.
CREATE TABLE memory_pair (
  memory        INTEGER NOT NULL REFERENCES memory,
  source_locale TEXT    NOT NULL,
  target_locale TEXT    NOT NULL,
  entries       INTEGER NOT NULL,
  PRIMARY KEY (memory, source_locale, target_locale)
) STRICT, WITHOUT ROWID;

-- key is the memory's key times 2^40 plus the entry's id, so that a memory lies in
-- one stretch and its pages are full. hash is over memory, locales, source,
-- target and context: no two entries are equal in all of these.
CREATE TABLE entry (
  key           INTEGER PRIMARY KEY,
  hash          BLOB    NOT NULL UNIQUE,
  source_locale TEXT    NOT NULL,
  target_locale TEXT    NOT NULL,
  state         TEXT    NOT NULL,
  modified      INTEGER,
  source        TEXT    NOT NULL,
  source_codes  TEXT,
  target        TEXT    NOT NULL,
  target_codes  TEXT,
  previous      TEXT    NOT NULL,
  next          TEXT    NOT NULL,
  origin        TEXT    NOT NULL,
  author        TEXT    NOT NULL,
  properties    TEXT
) STRICT;

-- Entries that were deleted, and what stood in an entry before it was edited: seq
-- is the event that took it away, undone the event that took this back.
CREATE TABLE removed (
  memory        INTEGER NOT NULL REFERENCES memory,
  seq           INTEGER NOT NULL REFERENCES event,
  undone        INTEGER REFERENCES event,
  key           INTEGER NOT NULL,
  hash          BLOB    NOT NULL,
  source_locale TEXT    NOT NULL,
  target_locale TEXT    NOT NULL,
  state         TEXT    NOT NULL,
  modified      INTEGER,
  source        TEXT    NOT NULL,
  source_codes  TEXT,
  target        TEXT    NOT NULL,
  target_codes  TEXT,
  previous      TEXT    NOT NULL,
  next          TEXT    NOT NULL,
  origin        TEXT    NOT NULL,
  author        TEXT    NOT NULL,
  properties    TEXT
) STRICT;
CREATE INDEX removed_event ON removed (memory, seq);

CREATE TABLE concept (
  glossary TEXT NOT NULL,
  id       TEXT NOT NULL,
  body     TEXT NOT NULL,
  PRIMARY KEY (glossary, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE output (
  document INTEGER NOT NULL REFERENCES document,
  locale   TEXT    NOT NULL,
  path     TEXT    NOT NULL,
  hash     TEXT    NOT NULL,
  seq      INTEGER NOT NULL,
  version  INTEGER NOT NULL,
  written  INTEGER NOT NULL,
  missing  INTEGER NOT NULL,
  PRIMARY KEY (document, locale)
) STRICT, WITHOUT ROWID;

-- What a person decided on a document for all its versions. unit and locale are
-- '' where the ruling is not about one.
CREATE TABLE ruling (
  document INTEGER NOT NULL REFERENCES document,
  kind     TEXT    NOT NULL,
  unit     TEXT    NOT NULL,
  locale   TEXT    NOT NULL,
  matter   TEXT    NOT NULL,
  value    TEXT    NOT NULL,
  reason   TEXT    NOT NULL,
  seq      INTEGER NOT NULL REFERENCES event,
  PRIMARY KEY (document, kind, unit, locale, matter)
) STRICT, WITHOUT ROWID;
