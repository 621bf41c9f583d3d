-- The record: documents, what was coded from them, and the events that their reports tell of.
-- Days are ISO 8601 text; JSON columns hold the forms of docs/data-model.md.

CREATE TABLE document (
    id INTEGER PRIMARY KEY,
    document_id TEXT NOT NULL,
    sha256 TEXT NOT NULL,             -- of publication date, publisher, url, title and text
    version INTEGER NOT NULL,         -- 1, 2, … of one document_id; a changed text is a new version
    is_current INTEGER NOT NULL CHECK (is_current IN (0, 1)),
    published TEXT NOT NULL,
    publisher TEXT NOT NULL,
    url TEXT NOT NULL,
    title TEXT NOT NULL,
    text TEXT,                        -- NULL where only events were imported
    added TEXT NOT NULL,
    UNIQUE (document_id, sha256),
    UNIQUE (document_id, version)
) STRICT;
CREATE UNIQUE INDEX document_current ON document (document_id) WHERE is_current = 1;
CREATE INDEX document_published ON document (published);
CREATE INDEX document_publisher ON document (publisher, published);

CREATE TABLE coder (
    id INTEGER PRIMARY KEY,
    stamp TEXT NOT NULL UNIQUE,       -- JSON: name, version, codebook, models
    name TEXT NOT NULL,
    version TEXT NOT NULL,
    codebook TEXT NOT NULL
) STRICT;

CREATE TABLE coding (
    id INTEGER PRIMARY KEY,
    document INTEGER NOT NULL UNIQUE REFERENCES document (id) ON DELETE CASCADE,
    coder INTEGER NOT NULL REFERENCES coder (id),
    coded TEXT NOT NULL
) STRICT;
CREATE INDEX coding_coder ON coding (coder);

-- Marks of a document beside its events: actors, time expressions, places, quotations.
CREATE TABLE mention (
    id INTEGER PRIMARY KEY,
    coding INTEGER NOT NULL REFERENCES coding (id) ON DELETE CASCADE,
    kind TEXT NOT NULL CHECK (kind IN ('actor', 'timex', 'place', 'quotation')),
    field TEXT NOT NULL CHECK (field IN ('title', 'text')),
    start INTEGER NOT NULL,
    end INTEGER NOT NULL CHECK (end >= start),
    body TEXT NOT NULL                -- JSON
) STRICT;
CREATE INDEX mention_coding ON mention (coding);

CREATE TABLE event (
    id INTEGER PRIMARY KEY,
    event_id TEXT NOT NULL UNIQUE,    -- the id of its first report
    event_type TEXT NOT NULL,
    mode TEXT,
    contexts TEXT NOT NULL,           -- " military diplomatic "
    quad_class TEXT NOT NULL,
    status TEXT NOT NULL,
    first TEXT,                       -- first and last day
    last TEXT,
    country TEXT,                     -- where
    geonames_id INTEGER,
    latitude REAL,
    longitude REAL,
    speaker TEXT,
    goldstein REAL NOT NULL,
    confidence REAL NOT NULL,
    reports INTEGER NOT NULL,
    voices INTEGER NOT NULL,          -- reports that do not copy one another
    since TEXT NOT NULL,              -- published first
    until TEXT NOT NULL,              -- and last
    is_rejected INTEGER NOT NULL CHECK (is_rejected IN (0, 1))
) STRICT;                             -- all else is composed from its reports when it is asked for
CREATE INDEX event_first ON event (first);
CREATE INDEX event_type_first ON event (event_type, first);
CREATE INDEX event_country ON event (country, first);
CREATE INDEX event_place ON event (geonames_id, first) WHERE geonames_id IS NOT NULL;
CREATE INDEX event_since ON event (since);

CREATE TABLE side (
    event INTEGER NOT NULL REFERENCES event (id) ON DELETE CASCADE,
    role TEXT NOT NULL CHECK (role IN ('actor', 'recipient')),
    code TEXT NOT NULL,
    country TEXT,
    sectors TEXT NOT NULL,            -- "GOV MIL"
    name TEXT,
    office TEXT,
    first TEXT                        -- of the event, so that one index answers "whose, when"
) STRICT;
CREATE INDEX side_event ON side (event);
CREATE INDEX side_code ON side (code, first);
CREATE INDEX side_name ON side (name, first) WHERE name IS NOT NULL;

-- Both directions of a dyad are found under (one, other): `one` is the code that sorts first.
CREATE TABLE dyad (
    event INTEGER NOT NULL REFERENCES event (id) ON DELETE CASCADE,
    one TEXT NOT NULL,
    other TEXT NOT NULL,
    direction INTEGER NOT NULL CHECK (direction IN (-1, 0, 1)),  -- 1: one acts on other; 0: on each other
    first TEXT
) STRICT;
CREATE INDEX dyad_event ON dyad (event);
CREATE INDEX dyad_sides ON dyad (one, other, first);

CREATE TABLE report (
    id INTEGER PRIMARY KEY,
    report_id TEXT NOT NULL,
    coding INTEGER NOT NULL REFERENCES coding (id) ON DELETE CASCADE,
    event INTEGER REFERENCES event (id) ON DELETE SET NULL,  -- NULL until it is joined
    leader TEXT,                      -- report_id of the report that it was joined to; its own where to none
    joint TEXT,                       -- JSON: why
    event_type TEXT NOT NULL,
    day TEXT,                         -- where one day is known
    first TEXT,
    last TEXT,
    published TEXT NOT NULL,
    body TEXT NOT NULL,               -- JSON: the event as it was coded
    is_held INTEGER NOT NULL DEFAULT 0 CHECK (is_held IN (0, 1))  -- kept for a review, though no longer coded
) STRICT;
CREATE UNIQUE INDEX report_report_id ON report (report_id);
CREATE INDEX report_coding ON report (coding);
CREATE INDEX report_event ON report (event);
CREATE INDEX report_leader ON report (leader);
CREATE INDEX report_day ON report (event_type, day);
CREATE INDEX report_wide ON report (event_type, first, last) WHERE day IS NULL;

-- What changed since reports were last joined: days of a type, "first/last" for reports without a day.
CREATE TABLE pending (
    event_type TEXT NOT NULL,
    day TEXT NOT NULL,
    PRIMARY KEY (event_type, day)
) STRICT, WITHOUT ROWID;

-- Leaders whose reports came or went: their events have to be composed anew.
CREATE TABLE stale (
    leader TEXT NOT NULL PRIMARY KEY
) STRICT, WITHOUT ROWID;

CREATE VIRTUAL TABLE document_words USING fts5 (title, text, content = 'document', content_rowid = 'id');
CREATE TRIGGER document_inserted AFTER INSERT ON document BEGIN
    INSERT INTO document_words (rowid, title, text) VALUES (new.id, new.title, new.text);
END;
CREATE TRIGGER document_deleted AFTER DELETE ON document BEGIN
    INSERT INTO document_words (document_words, rowid, title, text) VALUES ('delete', old.id, old.title, old.text);
END;
CREATE TRIGGER document_text_given AFTER UPDATE OF title, text ON document BEGIN
    INSERT INTO document_words (document_words, rowid, title, text) VALUES ('delete', old.id, old.title, old.text);
    INSERT INTO document_words (rowid, title, text) VALUES (new.id, new.title, new.text);
END;

CREATE VIRTUAL TABLE quote_words USING fts5 (quote);
CREATE TRIGGER report_inserted AFTER INSERT ON report BEGIN
    INSERT INTO quote_words (rowid, quote) VALUES (new.id, json_extract(new.body, '$.evidence.text'));
END;
CREATE TRIGGER report_deleted AFTER DELETE ON report BEGIN
    DELETE FROM quote_words WHERE rowid = old.id;
END;
