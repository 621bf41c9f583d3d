"""All that the doctor looks at, in order."""

from collections.abc import Iterator
from functools import partial
from pathlib import Path

from dragoman.tasks.coders import make_coder
from dragoman.tasks.doctor.coding import try_coding
from dragoman.tasks.doctor.disk import check_room
from dragoman.tasks.doctor.finding import Finding, Look, look
from dragoman.tasks.doctor.models import check_gazetteer, check_models, check_pipeline
from dragoman.tasks.doctor.record import check_record
from dragoman.tasks.doctor.versions import check_extras, check_libraries, check_python, check_sqlite
from dragoman.tasks.outcomes import CoderMaker


def examine(record: Path | None = None, *, maker: CoderMaker = make_coder) -> Iterator[Finding]:
    """Look whether dragoman can work here; each finding comes as soon as it is known.

    Args:
        record: to look at too; nothing is written to it.
        maker: makes the coder that is tried.

    """
    looks: list[tuple[str, Look]] = [
        ("Python", check_python),
        ("libraries", check_libraries),
        ("SQLite", check_sqlite),
        ("extras", check_extras),
        ("spaCy pipeline", check_pipeline),
        ("models", check_models),
        ("gazetteer", check_gazetteer),
        ("disk", partial(check_room, record)),
    ]
    if record is not None:
        looks.append(("record", partial(check_record, record)))
    looks.append(("coding", partial(try_coding, maker)))
    for about, found in looks:
        yield from look(about, found)
