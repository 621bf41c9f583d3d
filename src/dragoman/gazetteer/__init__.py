"""Names and what they stand for: states, bodies, offices, persons, places."""
