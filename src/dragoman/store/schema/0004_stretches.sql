-- Sides and dyads know when their events ended too, so that a state's month is found in the index alone.

ALTER TABLE side ADD COLUMN last TEXT;
ALTER TABLE dyad ADD COLUMN last TEXT;
UPDATE side SET last = (SELECT event.last FROM event WHERE event.id = side.event);
UPDATE dyad SET last = (SELECT event.last FROM event WHERE event.id = dyad.event);
DROP INDEX side_code;
CREATE INDEX side_code ON side (code, first, last, event);
DROP INDEX dyad_sides;
CREATE INDEX dyad_sides ON dyad (one, other, first, last, event, direction);
