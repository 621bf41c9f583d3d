"""Find persons by name, with the titles before the name and the apposition after it."""

from collections.abc import Iterator
from datetime import date

from dragoman.actors.cast import Cast
from dragoman.actors.draft import Draft, Gender, Link
from dragoman.actors.names import SUBJECTS
from dragoman.actors.person_names import find_person_names
from dragoman.actors.phrases import POSSESSIVE, is_stop_of_abbreviation, read_complements, read_modifiers
from dragoman.actors.scene import Scene, Title
from dragoman.actors.sectors import read_sectors_before
from dragoman.actors.words import head_of_range
from dragoman.gazetteer.name import Form
from dragoman.gazetteer.nouns import NounKind, load_nouns
from dragoman.gazetteer.persons import Person
from dragoman.model.actor import MentionKind
from dragoman.model.codes import Sector
from dragoman.model.text import Span, Token

FORMER = frozenset({"former", "ex", "then", "late", "outgoing", "ousted", "deposed", "disgraced", "onetime"})
# "Acting President Osei": whoever fills an office for a time; the word belongs to the phrase.
_FOR_A_TIME = frozenset({"acting", "interim", "caretaker", "provisional", "transitional"})
_MALE = frozenset(
    "mr sir king prince duke spokesman congressman lord father pope emperor sultan emir sheikh chairman businessman "
    "imam ayatollah husband son brother baron man boy councilman actor policeman he him his himself".split()
)
_FEMALE = frozenset(
    "mrs ms miss dame queen princess duchess spokeswoman congresswoman lady sister empress baroness chairwoman "
    "businesswoman wife daughter mother widow woman girl actress sheikha she her hers herself first-lady".split()
)
_POSTED = frozenset({"for", "to"})
_PREMODIFIERS = frozenset({"ADJ", "NOUN", "PROPN", "NUM"})
# "Osei, Deputy Minister of Trade and Industry of the Republic of Ghana, spoke …"
_LONGEST_APPOSITION = 16


def find_people(scene: Scene, day: date, cast: Cast) -> Iterator[Draft]:
    """Persons by name, left to right, each with its titles, modifiers and apposition linked.

    Args:
        scene: the sentence.
        day: the day of publication, by which bare surnames are understood.
        cast: who is named in full in the document.

    """
    for first, last, person in find_person_names(scene, day, cast):
        draft = _person_draft(scene, first, last, person)
        for token in range(draft.first, draft.last + 1):
            scene.person_at[token] = draft
        scene.people.append(draft)
        yield draft


def _person_draft(scene: Scene, first: int, last: int, person: Person | None) -> Draft:
    tokens = scene.sentence.tokens
    start, titles, former = _read_titles(scene, first)
    links = read_modifiers(scene, start, titles[0].first if titles else first)
    trailing, after_links = _read_apposition(scene, last)
    used = [*titles, *trailing]
    offices = [t for t in used if t.office.office and t.office.use != "rank"]
    ranks = [t for t in used if t.office.office]
    span = Span(tokens[start].start, tokens[last].end, scene.sentence.span.field)
    head = head_of_range(scene.sentence, start, last)
    draft = Draft(
        sentence=scene.index,
        first=start,
        last=last,
        head=head.i,
        span=span,
        kind=MentionKind.PERSON,
        name=person.name if person else scene.sentence_text(first, last),
        office=(offices or ranks)[0].office.office if ranks and not former else None,
        rank=not offices,
        sectors=_sectors(scene, start, used),
        words=tokens[last].text,
        role="person",
        gender=_gender(scene, start, first),
        subject=head.dep in SUBJECTS,
        definite=True,
        person=True,
        known=person,
        name_first=first,
        typical=next((t.office.typical for t in used if t.office.typical), ""),
        full=last > first,
    )
    draft.links.extend(links or after_links or read_complements(scene, last))
    draft.explain("name", "gazetteer:person" if person else "names:entity", 0.9 if person else 0.7, span)
    for title in used:
        place = Span(tokens[title.first].start, tokens[title.last].end, span.field)
        draft.explain("office", "offices:title" if titles else "offices:apposition", 0.9, place)
        if title.office.sectors:
            draft.explain("sectors", "offices:title", 0.9, place)
    return draft


def _read_titles(scene: Scene, first: int) -> tuple[int, list[Title], bool]:
    """Walk left from a name over titles, ranks, states and adjectives.

    Returns:
        First token of the whole phrase, the titles in reading order, and whether the office is a former one.

    """
    tokens = scene.sentence.tokens
    titles: list[Title] = []
    nouns = load_nouns()
    former = False
    start = at = first
    while at > 0:
        token = tokens[at - 1]
        title = scene.title_at[at - 1]
        name = scene.name_at[at - 1]
        if title is not None and title.office.use != "alone":
            titles.insert(0, title)
            start = at = title.first
        elif name is not None and not titles and (posted := _title_with_post(scene, name)) is not None:
            titles.insert(0, posted)
            start = at = posted.first
        elif name is not None:
            at = name.first
            # "Ghanaian minister Osei", but "in Ghana Osei said" has no title between.
            start = at if titles or tokens[at].pos == "ADJ" else start
            if not titles:
                break
        elif is_stop_of_abbreviation(scene, at - 1):
            at -= 1
        elif token.text.lower() in FORMER:
            former = True
            start = at = at - 1
        elif titles and token.text.lower() in _FOR_A_TIME:
            start = at = at - 1
        elif titles and (token.pos in _PREMODIFIERS or token.text in POSSESSIVE or token.text == "-"):
            at -= 1
            start = at if token.pos == "ADJ" else start
        elif not titles and (noun := nouns.get(token.lemma.lower())) and noun.kind is NounKind.PERSON:
            at -= 1
            start = at
        elif titles and token.tag == "PRP$":
            start = at = at - 1
            break
        else:
            break
    return start, titles, former


def _sectors(scene: Scene, start: int, titles: list[Title]) -> tuple[Sector, ...]:
    """The sectors of the titles, or those of whom a plain one serves: "police spokesman Osei" is of the police."""
    for title in titles:
        head = scene.sentence.tokens[title.last]
        told = read_sectors_before(scene.sentence.tokens[min(start, title.first) : head.i], head.lemma.lower())
        if told:
            return told
    return tuple(dict.fromkeys(s for t in titles for s in t.office.sectors))


def _title_with_post(scene: Scene, name: Draft) -> Title | None:
    """The title before the place of a post: "UN coordinator for Peru Ann Lee", "ambassador to Chad Ali Noor"."""
    at = name.first - 1
    if at < 1 or scene.sentence.tokens[at].text.lower() not in _POSTED:
        return None
    title = scene.title_at[at - 1]
    return title if title is not None and title.office.use == "title" else None


def _gender(scene: Scene, first: int, last: int) -> Gender | None:
    for token in scene.sentence.tokens[first:last]:
        word = token.text.lower().rstrip(".")
        if word in _MALE:
            return Gender.MALE
        if word in _FEMALE:
            return Gender.FEMALE
    return None


def gender_of(word: str) -> Gender | None:
    """Gender shown by a lower-case noun, title or pronoun; None for most."""
    if word in _MALE:
        return Gender.MALE
    return Gender.FEMALE if word in _FEMALE else None


def _read_apposition(scene: Scene, last: int) -> tuple[list[Title], list[tuple[Link, Draft]]]:
    """The phrase set off by a comma after a name: ", Minister of Trade of the Republic of …", ", a UN aid worker"."""
    tokens = scene.sentence.tokens
    if last + 2 >= len(tokens) or tokens[last + 1].text not in {",", "(", "–", "—"}:
        return [], []
    begin = last + 2
    for at in range(begin, min(begin + _LONGEST_APPOSITION, len(tokens))):
        token, title = tokens[at], scene.title_at[at]
        if title is not None and title.office.use != "rank":
            links = _appositive_links(scene, begin, title.first, title.last)
            if title.office.office == "analyst":
                # "Jane Doe, an Iran analyst at X": the country is the subject of study.
                links = [(k, d) for k, d in links if d.form is not Form.NAME]
            return [title], links
        if _ends_apposition(token):
            break
        following = tokens[at + 1] if at + 1 < len(tokens) else None
        if token.pos == "NOUN" and (following is None or following.pos not in {"NOUN", "PROPN", "PART", "PUNCT"}):
            return [], _appositive_links(scene, begin, at, at)
    return [], []


def _ends_apposition(token: Token) -> bool:
    return token.text in {",", ")", ";"} or token.pos not in {"DET", "ADJ", "NOUN", "PROPN", "NUM", "PART", "PUNCT"}


def _appositive_links(scene: Scene, begin: int, first: int, last: int) -> list[tuple[Link, Draft]]:
    links = read_modifiers(scene, begin, first) or read_complements(scene, last)
    return [(Link.APPOSITION, draft) for _, draft in links]
