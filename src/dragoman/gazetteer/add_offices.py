"""Imported offices joined to a register: the same tenure gains a proof, a contradicting one stands beside it."""

from collections.abc import Iterable
from datetime import date

from dragoman.gazetteer.office_import import ImportedOffice
from dragoman.gazetteer.person_search import PersonSearch
from dragoman.gazetteer.register import Register
from dragoman.gazetteer.seed import person_id_of
from dragoman.model.tenure import PartialDate, Person, Proof, ProofKind, Tenure


def add_offices(register: Register, offices: Iterable[ImportedOffice], *, kept_until: date) -> Register:
    """A register that holds imported offices too.

    Args:
        register: what is known.
        offices: as read.
        kept_until: the day of the import: an open end is sure up to it and a guess after it.

    Returns:
        A new register. A name that meets a known person who served the same state joins that person; a tenure of the
        same person and office that begins in the same month or year gets the import as a further proof, and the more
        precise of the dates; all else is added beside what is there, so that contradictions show.

    """
    persons = dict(register.persons)
    search = PersonSearch(persons.values())
    tenures = {person_id: list(register.tenures_of(person_id)) for person_id in persons}
    for item in offices:
        person = _find_known(register, search, item)
        if person is None:
            person = Person(person_id=person_id_of(item.name, persons), name=item.name, aliases=item.aliases)
        else:
            names = dict.fromkeys((*person.aliases, item.name, *item.aliases))
            person = Person(
                person_id=person.person_id, name=person.name, aliases=tuple(n for n in names if n != person.name)
            )
        persons[person.person_id] = person
        search.add(person)
        proof = Proof(
            kind=ProofKind.IMPORT, source=item.source, since=item.since, until=item.until, kept_until=kept_until
        )
        known = tenures.setdefault(person.person_id, [])
        at = next((n for n, tenure in enumerate(known) if _is_same(tenure, item)), None)
        if at is None:
            known.append(_tenure(person.person_id, item, (proof,)))
        elif proof not in known[at].proofs:
            known[at] = _join(known[at], item, proof)
    return Register(persons.values(), [tenure for known in tenures.values() for tenure in known])


def _find_known(register: Register, search: PersonSearch, item: ImportedOffice) -> Person | None:
    for name in (item.name, *item.aliases):
        found = [m.person for m in search.find(name) if m.how in {"same", "spelling", "order"}]
        served = [p for p in found if any(t.code == item.code for t in register.tenures_of(p.person_id))]
        fresh = [p for p in found if p.person_id not in register.persons and p.name == item.name]
        if len(served or fresh) == 1:
            return (served or fresh)[0]
    return None


def _is_same(tenure: Tenure, item: ImportedOffice) -> bool:
    if (tenure.office, tenure.code) != (item.office, item.code) or tenure.since is None or item.since is None:
        return False
    return tenure.since.first <= item.since.last and item.since.first <= tenure.since.last


def _tenure(person_id: str, item: ImportedOffice, proofs: tuple[Proof, ...]) -> Tenure:
    return Tenure(
        person_id=person_id,
        office=item.office,
        code=item.code,
        body=item.body,
        since=item.since,
        until=item.until,
        proofs=proofs,
    )


def _join(tenure: Tenure, item: ImportedOffice, proof: Proof) -> Tenure:
    return Tenure(
        person_id=tenure.person_id,
        office=tenure.office,
        code=tenure.code,
        body=tenure.body or item.body,
        since=_more_precise(tenure.since, item.since),
        until=_more_precise(tenure.until, item.until),
        proofs=(*tenure.proofs, proof),
    )


def _more_precise(one: PartialDate | None, other: PartialDate | None) -> PartialDate | None:
    if one is None or other is None:
        return one or other
    return other if len(other.text) > len(one.text) else one
