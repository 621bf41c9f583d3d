"""Evidence from documents joined to the tenures of tables; what contradicts is kept and can be listed."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta

from dragoman.gazetteer.office_names import SINGULAR
from dragoman.gazetteer.person_search import PersonSearch
from dragoman.gazetteer.register import Register
from dragoman.gazetteer.seed import person_id_of
from dragoman.gazetteer.tables import read_day, read_table
from dragoman.model.tenure import (
    AROUND,
    OfficeConflict,
    OfficeEvidence,
    PartialDate,
    Person,
    Proof,
    ProofKind,
    Tenure,
)

# By person, office and code.
Told = dict[tuple[str, str, str], list[OfficeEvidence]]

# Documents two years apart at most that name the same holder, and nobody else between them, speak of one tenure.
_APART = timedelta(days=730)
# A handover makes two holders of one day; a day more or less is how sources count.
_HANDOVER = timedelta(days=1)
# Ways of meeting that are sure enough to take two names for one person.
_SURE = frozenset({"same", "spelling", "order", "part"})


def merge_evidence(register: Register, evidence: Iterable[OfficeEvidence]) -> Register:
    """A register that holds what documents say too.

    Args:
        register: of the tables.
        evidence: from documents, in any order; the result does not depend on it.

    Returns:
        A new register. Evidence within a tenure of the same person, office and code becomes a further proof of it;
        an open end is not moved by it. Other evidence makes tenures of its own, from the first to the last document,
        divided where somebody else is named between them in an office that one person holds.

    """
    ordered = sorted(evidence, key=lambda e: (e.on, e.document_id, e.report_id, e.start, e.name))
    persons = dict(register.persons)
    search = PersonSearch(persons.values())
    told: Told = defaultdict(list)
    for item in ordered:
        person = _find_bearer(register, search, item)
        if person is None:
            person = Person(person_id=person_id_of(item.name, persons), name=item.name)
            persons[person.person_id] = person
            search.add(person)
        told[person.person_id, item.office, item.code].append(item)
    tenures = {id(tenure): tenure for tenure in register.tenures}
    added: list[Tenure] = []
    for (person_id, office, code), items in told.items():
        known = [t for t in register.tenures_of(person_id) if (t.office, t.code) == (office, code)]
        rest: list[OfficeEvidence] = []
        for item in items:
            home = next((t for t in known if _may_hold(t, item.on)), None)
            if home is None:
                rest.append(item)
            else:
                tenures[id(home)] = replace(tenures[id(home)], proofs=(*tenures[id(home)].proofs, _prove(item)))
        rivals = _list_rivals(told, person_id, office, code) if office in SINGULAR else []
        added.extend(_new_tenures(person_id, rest, rivals))
    return Register(persons.values(), [*tenures.values(), *added])


def find_conflicts(register: Register) -> list[OfficeConflict]:
    """Persons who are said to hold at the same time an office that one person holds.

    Args:
        register: of tables, or of tables and documents.

    Returns:
        Each pair of holders with the days on which both held it for sure, by office, code and day; handovers and the
        offices of `shared_offices.csv` left out.

    """
    offices: dict[tuple[str, str, str], list[Tenure]] = defaultdict(list)
    for tenure in register.tenures:
        if tenure.office in SINGULAR and tenure.since and not tenure.code.startswith(("NSA:", "MNC:", "NGO:")):
            offices[tenure.office, tenure.code, tenure.body].append(tenure)
    return [
        conflict
        for (office, code, body), tenures in sorted(offices.items())
        for conflict in _find_overlaps(office, code, body, tenures)
    ]


def _find_overlaps(office: str, code: str, body: str, tenures: Iterable[Tenure]) -> Iterator[OfficeConflict]:
    """Pairs of an office's tenures that lie over one another for longer than a handover."""
    dated = [(t.since, _last_sure(t), t) for t in tenures if t.since]
    # One day is never more than a handover.
    longer = [(since, last, t) for since, last, t in dated if last - since.last > _HANDOVER]
    longer.sort(key=lambda d: (d[0].first, d[2].person_id))
    for at, (since, last, one) in enumerate(longer):
        for after, other_last, other in longer[at + 1 :]:
            if after.first > last:
                break
            first, until = max(since.last, after.last), min(last, other_last)
            if (
                other.person_id != one.person_id
                and until - first > _HANDOVER
                and not _is_shared(office, code, first, until)
            ):
                pair = (one.person_id, other.person_id)
                yield OfficeConflict(office=office, code=code, body=body, first=first, last=until, person_ids=pair)


def _find_bearer(register: Register, search: PersonSearch, item: OfficeEvidence) -> Person | None:
    """The known person of a name: one who served the same state or organisation, where several bear it."""
    found = [match.person for match in search.find(item.name) if match.how in _SURE]
    served = [p for p in found if any(t.code == item.code for t in register.tenures_of(p.person_id))]
    new = [p for p in found if p.person_id not in register.persons]
    if len(served) == 1:
        return served[0]
    return found[0] if len(found) == 1 and (found == new or found[0].name == item.name) else None


def _list_rivals(told: Told, person_id: str, office: str, code: str) -> list[date]:
    """The days on which documents name somebody else in an office."""
    return [
        item.on
        for (other, named, owner), items in told.items()
        if (named, owner) == (office, code) and other != person_id
        for item in items
    ]


def _may_hold(tenure: Tenure, day: date) -> bool:
    return (
        tenure.since is not None
        and tenure.since.first - _HANDOVER <= day
        and (tenure.until is None or day <= tenure.until.last + _HANDOVER)
    )


def _prove(item: OfficeEvidence) -> Proof:
    return Proof(
        kind=ProofKind.DOCUMENT,
        source=item.publisher,
        on=item.on,
        document_id=item.document_id,
        report_id=item.report_id,
        field=item.field,
        start=item.start,
        end=item.end,
        words=item.words,
    )


def _new_tenures(person_id: str, items: Sequence[OfficeEvidence], rivals: Sequence[date]) -> list[Tenure]:
    """Tenures from first to last document, divided where a rival is named in between, or nobody for two years."""
    groups: list[list[OfficeEvidence]] = []
    for item in items:
        last = groups[-1][-1].on if groups else None
        if last is None or item.on - last > _APART or any(last < day < item.on for day in rivals):
            groups.append([])
        groups[-1].append(item)
    return [
        Tenure(
            person_id=person_id,
            office=group[0].office,
            code=group[0].code,
            since=PartialDate(group[0].on.isoformat()),
            until=PartialDate(group[-1].on.isoformat()),
            proofs=tuple(_prove(item) for item in group),
        )
        for group in groups
    ]


def _last_sure(tenure: Tenure) -> date:
    """The last day of a tenure that no source leaves in doubt: of an open one the last on which a source knew of it."""
    if tenure.until is not None:
        return tenure.until.first
    known = (day for proof in tenure.proofs for day in (proof.on, proof.kept_until) if day)
    return max(known, default=date.max - AROUND)


def _is_shared(office: str, code: str, first: date, last: date) -> bool:
    for row in read_table("shared_offices.csv"):
        if (row["office"], row["code"]) == (office, code):
            since, until = read_day(row["first"]) or date.min, read_day(row["until"], end=True) or date.max
            if since <= first and last <= until:
                return True
    return False
