-- What people said of the record. Rows are only ever added: an undo is a row of its own.

CREATE TABLE review (
    id INTEGER PRIMARY KEY,
    at TEXT NOT NULL,
    by TEXT NOT NULL,
    because TEXT NOT NULL,
    action TEXT NOT NULL CHECK (action IN ('confirm', 'reject', 'set', 'join', 'split', 'undo')),
    event_id TEXT NOT NULL,           -- as the event was called then
    set_field TEXT,                   -- set: the field corrected …
    value TEXT,                       -- … and its value, JSON
    undoes INTEGER REFERENCES review (id),
    CHECK ((action = 'set') = (set_field IS NOT NULL)),
    CHECK ((action = 'undo') = (undoes IS NOT NULL))
) STRICT;
CREATE UNIQUE INDEX review_undone ON review (undoes) WHERE undoes IS NOT NULL;
CREATE TRIGGER review_is_never_changed BEFORE UPDATE ON review BEGIN
    SELECT raise(ABORT, 'reviews are only added');
END;
CREATE TRIGGER review_is_never_deleted BEFORE DELETE ON review BEGIN
    SELECT raise(ABORT, 'reviews are only added');
END;

-- The reports a review is about; join has those of both events. They are found again after recoding.
CREATE TABLE anchor (
    review INTEGER NOT NULL REFERENCES review (id),
    part INTEGER NOT NULL DEFAULT 0 CHECK (part IN (0, 1)),  -- join: 0 the event, 1 the other
    report INTEGER REFERENCES report (id) ON DELETE SET NULL,
    report_id TEXT NOT NULL,          -- as it was when reviewed
    document_id TEXT NOT NULL,
    field TEXT NOT NULL,
    start INTEGER NOT NULL,           -- the trigger's
    end INTEGER NOT NULL,
    body TEXT NOT NULL,               -- JSON: the report as it was
    PRIMARY KEY (review, part)
) STRICT, WITHOUT ROWID;
CREATE INDEX anchor_report ON anchor (report);
CREATE INDEX anchor_document ON anchor (document_id);

ALTER TABLE report ADD COLUMN grouped TEXT;  -- the leader before joins made by people
UPDATE report SET grouped = leader;
CREATE INDEX report_grouped ON report (grouped);
