-- Lists in order of their day, and how long they are, are read from indexes alone, whatever is asked of the events.

DROP INDEX event_first;
CREATE INDEX event_first ON event (first, event_id, last, is_rejected, until);
DROP INDEX event_type_first;
CREATE INDEX event_type ON event (event_type, first, event_id, last, is_rejected, until);
DROP INDEX event_country;
CREATE INDEX event_country ON event (country, first, event_id, last, is_rejected, until) WHERE country IS NOT NULL;
CREATE INDEX event_quad_class ON event (quad_class, first, event_id, last, is_rejected, until);
CREATE INDEX event_status ON event (status, first, event_id, last, is_rejected, until);
CREATE INDEX event_mode ON event (mode, first, event_id, last, is_rejected, until) WHERE mode IS NOT NULL;
CREATE INDEX event_speaker ON event (speaker, first, event_id, last, is_rejected, until) WHERE speaker IS NOT NULL;
CREATE INDEX event_confidence ON event (confidence, first, event_id, last, is_rejected, until);
CREATE INDEX event_rejected ON event (event_id) WHERE is_rejected = 1;

-- Of a state's many events often those of one type are asked for, or those known by a day.
ALTER TABLE side ADD COLUMN event_type TEXT;
ALTER TABLE side ADD COLUMN until TEXT;
UPDATE side SET (event_type, until) = (SELECT event_type, until FROM event WHERE event.id = side.event);
DROP INDEX side_code;
CREATE INDEX side_code ON side (code, first, last, event, event_type, until);

-- What an event may have several of: its contexts ("diplomatic") and the sectors of its sides ("GOV").
CREATE TABLE tag (
    event INTEGER NOT NULL REFERENCES event (id) ON DELETE CASCADE,
    tag TEXT NOT NULL,
    first TEXT,                       -- first and last day of the event
    last TEXT
) STRICT;
CREATE INDEX tag_event ON tag (event);
CREATE INDEX tag_tag ON tag (tag, first, last, event);
INSERT INTO tag (event, tag, first, last)
SELECT event.id, word.value, first, last
FROM event, json_each('[' || replace(json_quote(trim(contexts)), ' ', '","') || ']') AS word WHERE word.value <> '';
INSERT INTO tag (event, tag, first, last)
SELECT DISTINCT event, word.value, first, last
FROM side, json_each('[' || replace(json_quote(sectors), ' ', '","') || ']') AS word WHERE word.value <> '';

-- What commitments are followed up by, without composing each event: how it is told, and what it promises.
ALTER TABLE event ADD COLUMN trigger TEXT NOT NULL DEFAULT '';
ALTER TABLE event ADD COLUMN reciprocal INTEGER NOT NULL DEFAULT 0 CHECK (reciprocal IN (0, 1));
CREATE TABLE commitment (
    event INTEGER PRIMARY KEY REFERENCES event (id) ON DELETE CASCADE,
    body TEXT NOT NULL                -- JSON: the commitment that the event makes, before anything became of it
) STRICT;
UPDATE event SET (trigger, reciprocal) = (
    SELECT json_extract(body, '$.evidence.trigger'), json_extract(body, '$.reciprocal')
    FROM report WHERE report.report_id = event.event_id
) WHERE reports = 1;
INSERT INTO stale (leader)
SELECT event_id FROM event WHERE reports > 1 OR event_type IN ('AGREE', 'THREATEN')
UNION SELECT event.event_id FROM anchor JOIN report ON report.id = anchor.report JOIN event ON event.id = report.event
ON CONFLICT DO NOTHING;

-- Another number after each transaction: what was read of a record holds as long as it stays.
CREATE TABLE revision (
    number INTEGER NOT NULL
) STRICT;
INSERT INTO revision (number) VALUES (random());

-- The map and the network count all events of a period by place and by pair of sides: each reads one index in its order.
CREATE INDEX event_spot ON event (country, geonames_id, place, last, first, quad_class, status, confidence, until)
WHERE is_rejected = 0;
ALTER TABLE dyad ADD COLUMN quad_class TEXT;
ALTER TABLE dyad ADD COLUMN status TEXT;
-- Whether the row counts the event for its two sides: not of one that was rejected, nor twice where both act on both.
ALTER TABLE dyad ADD COLUMN counts INTEGER NOT NULL DEFAULT 0 CHECK (counts IN (0, 1));
UPDATE dyad SET (quad_class, status, counts) = (
    SELECT quad_class, status, is_rejected = 0 AND dyad.one != dyad.other AND NOT EXISTS (
        SELECT 1 FROM dyad AS same
        WHERE same.event = event.id AND same.one = dyad.one AND same.other = dyad.other AND same.direction > dyad.direction
    ) FROM event WHERE event.id = dyad.event
);
-- Another number whenever the event is written: what is told of two sides holds as long as those of their rows do.
ALTER TABLE dyad ADD COLUMN changed INTEGER NOT NULL DEFAULT 0;
CREATE INDEX dyad_changed ON dyad (one, other, changed);
CREATE INDEX dyad_counted ON dyad (one, other, quad_class, last, first, status, event) WHERE counts = 1;

-- Persons, places and publishers have pages: the days of a name's events, the latest at a place, whose word events are
-- told on, and what a publisher's latest documents tell are read from indexes alone.
DROP INDEX side_name;
CREATE INDEX side_name ON side (name, first, last, event, role, code) WHERE name IS NOT NULL;
DROP INDEX event_place;
CREATE INDEX event_place ON event (geonames_id, first, event_id, last, is_rejected, until) WHERE geonames_id IS NOT NULL;
CREATE INDEX report_speaker ON report (json_extract(body, '$.attribution.speaker.name'), published, event)
WHERE json_extract(body, '$.attribution.speaker.name') IS NOT NULL;
DROP INDEX document_publisher;
CREATE INDEX document_publisher ON document (publisher COLLATE NOCASE, is_current, published);
DROP INDEX report_coding;
CREATE INDEX report_coding ON report (coding, event);
