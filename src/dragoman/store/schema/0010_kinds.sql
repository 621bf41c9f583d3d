-- The figures of a relation count all events of two sides by month and kind: one index has all that they need, in its order.

ALTER TABLE dyad ADD COLUMN event_type TEXT;
ALTER TABLE dyad ADD COLUMN mode TEXT;
ALTER TABLE dyad ADD COLUMN cameo TEXT;
ALTER TABLE dyad ADD COLUMN until TEXT;
-- Who acts on whom as `direction` has it, but 0 also where both act on both, in a row for each.
ALTER TABLE dyad ADD COLUMN way INTEGER;
UPDATE dyad SET (event_type, mode, cameo, until, way) = (
    SELECT event_type, mode, cameo, until, CASE WHEN EXISTS (
        SELECT 1 FROM dyad AS same
        WHERE same.event = event.id AND same.one = dyad.one AND same.other = dyad.other AND same.direction <> dyad.direction
    ) THEN 0 ELSE dyad.direction END FROM event WHERE event.id = dyad.event
);
CREATE INDEX dyad_kinds ON dyad (
    one, other,
    CASE WHEN substr(first, 1, 7) = substr(last, 1, 7) THEN substr(first, 1, 7) END,  -- the month, where it is one
    quad_class, event_type, mode, cameo, status, way, first, last, until
) WHERE counts = 1;
