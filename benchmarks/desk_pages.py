"""The pages that readers of the desk ask for: every kind, drawn with a fixed seed."""

import random
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import date, timedelta
from pathlib import Path
from urllib.parse import quote, urlencode

from dragoman.model.codes import EventType, QuadClass
from dragoman.store import connect

OF_EACH = 60
"""Times that each kind is drawn."""


def list_pages(record: Path, seed: int = 7) -> list[tuple[str, str]]:
    """Kinds and addresses; the same record gives the same list."""
    with closing(connect(record)) as connection:
        drawing = Drawing(connection, random.Random(seed))
        return [page for _ in range(OF_EACH) for page in drawing.draw()]


class Drawing:
    """Draws addresses of what a record holds."""

    def __init__(self, connection: sqlite3.Connection, chance: random.Random) -> None:
        self._chance = chance
        pairs = connection.execute(
            "SELECT one, other, count(*) AS events FROM dyad WHERE one <> other "
            "GROUP BY one, other ORDER BY events DESC"
        ).fetchall()
        self._pairs = [(one, other) for one, other, _ in pairs]
        self._weights = [events for _, _, events in pairs]
        self._ids = self._sample(connection, "event", "event_id")
        self._documents = self._sample(connection, "document", "document_id")
        self._publishers = sorted({p for p in self._sample(connection, "document", "publisher") if p})
        self._quotes = self._sample(connection, "report", "json_extract(body, '$.evidence.text')")
        # Of few events somebody by name is told, or a place.
        self._names = self._sample(connection, "side", "name", 3000)
        self._places = self._sample(connection, "event", "geonames_id", 3000)
        self._texts = [text.split() for text in self._sample(connection, "document", "text", 3000)]
        first, last = connection.execute("SELECT min(published), max(published) FROM document").fetchone()
        self._first, self._days = date.fromisoformat(first), date.fromisoformat(last) - date.fromisoformat(first)

    def _sample(self, connection: sqlite3.Connection, table: str, column: str, count: int = 300) -> list[str]:
        (most,) = connection.execute(f"SELECT max(rowid) FROM {table}").fetchone()
        numbers = [self._chance.randint(1, most) for _ in range(count)]
        asked = f"SELECT {column} FROM {table} WHERE rowid = ?"
        rows = (connection.execute(asked, (number,)).fetchone() for number in numbers)
        return [row[0] for row in rows if row and row[0]]

    def draw(self) -> Iterator[tuple[str, str]]:
        """A page of each kind."""
        one, other = self._pair()
        relation = f"/relation/{_segment(one)}/{_segment(other)}"
        largest = "/relation/{}/{}".format(*map(_segment, self._pairs[0]))
        yield "home", "/"
        yield "relation", relation
        yield "relation, the largest", largest
        yield (
            "relation, a small one",
            "/relation/{}/{}".format(*map(_segment, self._chance.choice(self._pairs[-9999:]))),
        )
        yield "relation, a period", _ask(relation, **self._period(360))
        yield "relation, as of a day", _ask(relation, as_of=self._day())
        against = {f"against_{name}": day for name, day in self._period(360).items()}
        yield "relation, two periods", _ask(relation, **self._period(360), **against)
        yield "relation, of a type", _ask(relation, type=self._chance.choice(list(EventType)).value)
        yield "relation, its charts", f"{relation}/{self._chance.choice(('balance', 'quad_classes', 'types'))}.svg"
        yield "relation, JSON", f"{relation}.json"
        yield "events", _ask("/events", **self._conditions())
        yield "events, all", self._chance.choice(("/events", "/events?order=oldest", "/events?offset=500"))
        yield "events, far down the list", "/events?offset=20000"
        yield "events, as of a day", _ask("/events", side=one, as_of=self._day())
        yield "event", f"/event/{_segment(self._chance.choice(self._ids))}"
        yield "document", f"/document/{_segment(self._chance.choice(self._documents))}"
        yield "commitments", self._chance.choice(("/commitments", "/commitments?status=open"))
        yield "commitments, on a day", _ask("/commitments", on=self._day())
        yield "commitments, of two sides", _ask("/commitments", one=one, other=other)
        yield "map", _ask("/map", span=self._chance.choice(("1 year", "3 years", "all")))
        yield "network", _ask("/network", span=self._chance.choice(("1 year", "3 years", "all")))
        yield "publisher", f"/publisher/{_segment(self._chance.choice(self._publishers))}"
        yield "publishers", "/publishers"
        yield (
            "office",
            f"/office/{self._chance.choice(('president', 'foreign%20minister'))}/{self._chance.choice(('TUR', 'FRA'))}",
        )
        yield "try", "/try"
        if self._names:
            yield "person", f"/person/{_segment(self._chance.choice(self._names))}"
        if self._places:
            yield "place", f"/place/{self._chance.choice(self._places)}"
        if self._texts:
            yield "search, words of texts", _ask("/search", words=" ".join(self._chance.sample(self._text(), 2)))
            yield "search, a common word of texts", _ask("/search", words=self._text()[-1].rstrip("."))
        yield "search, rare words", _ask("/search", words=" ".join(self._chance.choice(self._quotes).split()[-9:-5]))
        yield "search, common words", _ask("/search", words=self._chance.choice(self._quotes).split()[1])

    def _text(self) -> list[str]:
        return self._chance.choice(self._texts)

    def _pair(self) -> tuple[str, str]:
        (pair,) = self._chance.choices(self._pairs, self._weights)
        return pair

    def _day(self) -> str:
        return (self._first + timedelta(days=self._chance.randrange(self._days.days))).isoformat()

    def _period(self, days: int) -> dict[str, str]:
        first = self._day()
        return {"from": first, "until": (date.fromisoformat(first) + timedelta(days=days)).isoformat()}

    def _conditions(self) -> dict[str, str]:
        """One of the questions that the form of the list can ask."""
        one, other = self._pair()
        kind = self._chance.choice(list(EventType)).value
        return self._chance.choice(
            (
                {"type": kind},
                {"type": kind, **self._period(30)},
                {"side": one},
                {"side": one, "type": kind},
                {"side": one, "other": other},
                {"side": one, **self._period(30)},
                {"quad_class": self._chance.choice(list(QuadClass)).value},
                {"status": self._chance.choice(("occurred", "planned", "claimed"))},
                {"context": self._chance.choice(("diplomatic", "military"))},
                {"sector": self._chance.choice(("GOV", "MIL"))},
                {"mode": "visit"},
                {"place": one},
                {"speaker": one},
                {"publisher": self._chance.choice(self._publishers)},
                {"min_confidence": self._chance.choice(("0.7", "0.95"))},
                self._period(30),
            )
        )


def _segment(name: str) -> str:
    return quote(name.replace("/", "~2F"), safe=":~")


def _ask(path: str, **asked: str) -> str:
    return f"{path}?{urlencode(asked)}"
