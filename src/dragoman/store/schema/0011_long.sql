-- Events of a period begin in it, or began before and last into it: those that last longer than a day have an index.

CREATE INDEX event_long ON event (last, first, event_id, is_rejected, until) WHERE first < last;
