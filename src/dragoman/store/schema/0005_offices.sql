-- Persons by all their spellings, and the offices they held by what says so. Who is one person, and from when until when
-- an office was held, follows from these rows and the shipped tables whenever it is asked.

CREATE TABLE spelling (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE         -- as an event's side or an imported table has it
) STRICT;

-- What a name is looked up under: letters without marks, sounds, consonants.
CREATE TABLE spelling_key (
    key TEXT NOT NULL,
    spelling INTEGER NOT NULL REFERENCES spelling (id) ON DELETE CASCADE,
    PRIMARY KEY (key, spelling)
) STRICT, WITHOUT ROWID;
CREATE INDEX spelling_key_spelling ON spelling_key (spelling);

-- What documents say; it comes and goes with their coding.
CREATE TABLE office_evidence (
    id INTEGER PRIMARY KEY,
    coding INTEGER NOT NULL REFERENCES coding (id) ON DELETE CASCADE,
    spelling INTEGER NOT NULL REFERENCES spelling (id),
    office TEXT NOT NULL,
    code TEXT NOT NULL,
    published TEXT NOT NULL,          -- the day on which the office is held
    report_id TEXT NOT NULL,
    field TEXT NOT NULL CHECK (field IN ('title', 'text')),
    start INTEGER NOT NULL,           -- of the person's mention
    end INTEGER NOT NULL CHECK (end >= start),
    words TEXT NOT NULL,              -- that say so
    UNIQUE (coding, field, start, end, office, code)
) STRICT;
CREATE INDEX office_evidence_office ON office_evidence (office, code, published);
CREATE INDEX office_evidence_spelling ON office_evidence (spelling);

-- What tables of others say.
CREATE TABLE office_import (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE,        -- of the file; one imported again takes the place of what it gave before
    kept_until TEXT NOT NULL,         -- an open end is sure up to this day
    added TEXT NOT NULL
) STRICT;
CREATE TABLE tenure (
    id INTEGER PRIMARY KEY,
    import INTEGER NOT NULL REFERENCES office_import (id) ON DELETE CASCADE,
    office TEXT NOT NULL,
    code TEXT NOT NULL,
    body TEXT NOT NULL,               -- which organisation, where several share a code
    since TEXT,                       -- "2023-06-04", "2023-06" or "2023"
    until TEXT,
    source TEXT NOT NULL
) STRICT;
CREATE INDEX tenure_import ON tenure (import);
CREATE INDEX tenure_office ON tenure (office, code);
CREATE TABLE tenure_name (
    tenure INTEGER NOT NULL REFERENCES tenure (id) ON DELETE CASCADE,
    place INTEGER NOT NULL,           -- 0: the name; others: further spellings
    spelling INTEGER NOT NULL REFERENCES spelling (id),
    PRIMARY KEY (tenure, place)
) STRICT, WITHOUT ROWID;
CREATE INDEX tenure_name_spelling ON tenure_name (spelling);

-- Codings whose reports have not been searched for offices yet: those of records that an earlier version made.
CREATE TABLE unlearnt (
    coding INTEGER PRIMARY KEY REFERENCES coding (id) ON DELETE CASCADE
) STRICT;
INSERT INTO unlearnt (coding) SELECT id FROM coding;
