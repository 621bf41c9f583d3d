-- What counting and finding need without composing: the CAMEO code, from which every variant of the Goldstein scale
-- follows, the name of the place, and the events that were told otherwise on an earlier day: those whose reports were
-- published on several.

ALTER TABLE event ADD COLUMN cameo TEXT NOT NULL DEFAULT '';
ALTER TABLE event ADD COLUMN place TEXT;
CREATE INDEX event_place_name ON event (place COLLATE NOCASE, first) WHERE place IS NOT NULL;
CREATE INDEX event_spread ON event (since, until) WHERE since < until;
DROP INDEX document_publisher;
CREATE INDEX document_publisher ON document (publisher COLLATE NOCASE, published);
INSERT INTO stale (leader) SELECT event_id FROM event WHERE true ON CONFLICT DO NOTHING;
