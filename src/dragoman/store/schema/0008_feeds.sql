-- Feeds that are followed, and what stood in them: nothing is coded twice, and nothing that was seen is lost.

CREATE TABLE feed (
    id INTEGER PRIMARY KEY,
    url TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL DEFAULT '',        -- as the list of feeds has it, or as it calls itself
    etag TEXT NOT NULL DEFAULT '',        -- what the server gave with the last answer, to ask for a newer one alone
    modified TEXT NOT NULL DEFAULT '',
    interval REAL,                        -- seconds between two looks
    suggested REAL,                       -- such seconds as its publisher suggests
    tried TEXT,                           -- when it was asked last, in UTC: "2025-10-02T08:30:00+00:00"
    good TEXT,                            -- when it could be read last
    due TEXT,                             -- when it is asked next
    failures INTEGER NOT NULL DEFAULT 0,  -- in a row
    fault TEXT NOT NULL DEFAULT '',
    entries INTEGER NOT NULL DEFAULT 0,   -- in the last answer
    new INTEGER NOT NULL DEFAULT 0        -- of these, not seen before
) STRICT;

CREATE TABLE feed_entry (
    id INTEGER PRIMARY KEY,
    feed INTEGER NOT NULL REFERENCES feed (id),
    document_id TEXT NOT NULL UNIQUE,
    fingerprint TEXT NOT NULL,            -- of its words: another one means that they were changed
    versions INTEGER NOT NULL DEFAULT 1,
    seen TEXT NOT NULL,                   -- when it was first seen
    outcome TEXT NOT NULL CHECK (outcome IN ('waiting', 'coded', 'left out', 'rejected')),
    reason TEXT NOT NULL DEFAULT '',      -- why it was left out or rejected
    body TEXT,                            -- JSON: what the feed says of it, as long as it waits
    tries INTEGER NOT NULL DEFAULT 0,     -- to fetch its page
    due TEXT NOT NULL DEFAULT ''          -- not to be tried again before
) STRICT;
CREATE INDEX feed_entry_waiting ON feed_entry (id) WHERE outcome = 'waiting';
CREATE INDEX feed_entry_feed ON feed_entry (feed, outcome);

-- Any one of the keys of an entry (its guid, its link, its words) met again means the same entry.
CREATE TABLE feed_key (
    key TEXT PRIMARY KEY,
    entry INTEGER NOT NULL REFERENCES feed_entry (id)
) STRICT, WITHOUT ROWID;
