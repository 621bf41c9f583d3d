-- Documents that repeat an earlier one, and by what later ones are found to: docs/record.md.

CREATE TABLE copy (
    document INTEGER PRIMARY KEY REFERENCES document (id) ON DELETE CASCADE,
    original INTEGER REFERENCES document (id) ON DELETE SET NULL,  -- the version that it repeats
    original_id TEXT NOT NULL         -- its document_id
) STRICT;
CREATE INDEX copy_original ON copy (original);

-- Of documents that were looked at for copies and are none; of others it is made when it is needed.
CREATE TABLE sketch (
    document INTEGER PRIMARY KEY REFERENCES document (id) ON DELETE CASCADE,
    hashes BLOB NOT NULL              -- eight bytes each, the least first, as little-endian numbers
) STRICT;
