"""What the parts of addresses mean, each with an example. A name means the same wherever it stands, but for a few."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, Final

from dragoman.codebook import load_contexts
from dragoman.tasks.listing import list_modes

About = tuple[str, Any]
"""In a sentence, and an example."""

PARAMETERS: Final[Mapping[str, About]] = {
    "among": ("Which sides are meant.", "states"),
    "around": ("`World`, a part of it, or a country's code or name; without it what lies around the events.", "Europe"),
    "as_of": ("Answer with what had been published by that day.", "2025-10-31"),
    "against_from": ("First day of a period to compare with; with `against_until`.", "2024-01-01"),
    "against_until": ("Last day of a period to compare with; with `against_from`.", "2024-12-31"),
    "context": ("Why: contexts of the codebook; any of those given.", ["diplomatic"]),
    "document_id": ("Its id.", "2023-12-07-athens"),
    "event_id": ("Its id, that of one of its reports, or the beginning of either.", "ev_7b22fc6a39057cd8"),
    "from": ("Leave out what ended before that day.", "2025-01-01"),
    "geonames_id": ("Number of the place in GeoNames.", 323786),
    "limit": ("At most so many.", 50),
    "min_confidence": ("At least as sure, from 0 to 1.", 0.8),
    "mode": ("How: modes of the codebook; any of those given.", ["visit"]),
    "name": ("As the record spells it.", "Hakan Fidan"),
    "office": ("As the record names it.", "minister of foreign affairs"),
    "offset": ("Pass over so many first.", 50),
    "on": ("The day on which they are looked at; without it today.", "2025-10-31"),
    "one": ("One side: a code, or a name in any spelling.", "IRN"),
    "order": ("`oldest` first; without it the latest.", "oldest"),
    "other": ("The other side: a code, or a name in any spelling.", "TUR"),
    "owner": ("Code of the state or body whose office it is.", "TUR"),
    "part": ("Which part of a long text; the object has the whole text all the same.", 1),
    "person": ("Who takes part in person, by name; any of those given.", ["Hakan Fidan"]),
    "place": ("Where: a country's code or name, or the name of a place.", "Ankara"),
    "publisher": ("Who published a report of it, by name.", "Bosporus Wire"),
    "quad_class": ("Class of the type; any of those given.", ["verbal cooperation"]),
    "rejected": ("With events that a review rejected.", True),
    "sector": ("Kind of people on either side.", "GOV"),
    "said_by": ("On whose word in person, by name.", ["Hakan Fidan"]),
    "side": ("On either side: a code, or a name in any spelling.", "IRN"),
    "span": ("How far to look back from the last event where no days are named.", "3 years"),
    "speaker": ("On whose word: a code or name.", "IRN"),
    "status": ("Any of those given.", ["occurred"]),
    "type": ("What: types of the codebook; any of those given.", ["CONSULT"]),
    "until": ("Leave out what began after that day.", "2025-12-31"),
    "who": ("Which of those whom the name may mean, by the id that the answer tells.", "hakan-fidan"),
    "words": ("All of them, in any order; in quotation marks together.", "prime minister"),
}
"""By name."""

ELSEWHERE: Final[Mapping[tuple[str, str], About]] = {
    ("/commitments.json", "status"): ("open, kept, broken or lapsed; any of those given.", ["open"]),
}
"""What a name means at one address, where that is another thing."""

CHOICES: Final[Mapping[str, Callable[[], Sequence[str]]]] = {
    "context": lambda: tuple(load_contexts()),
    "mode": list_modes,
}
"""What can be given under a name, where the codebook says it."""


def find_about(path: str, name: str) -> About | None:
    """What a part of an address means, and an example."""
    return ELSEWHERE.get((path, name)) or PARAMETERS.get(name)
