"""Find persons by name, with the titles before the name and the apposition after it."""

from collections.abc import Iterator
from datetime import date

from dragoman.actors.cast import Cast
from dragoman.actors.draft import Draft, Gender, Link
from dragoman.actors.names import SUBJECTS
from dragoman.actors.phrases import POSSESSIVE, read_complements, read_modifiers
from dragoman.actors.scene import Scene, Title
from dragoman.actors.words import head_of_range
from dragoman.gazetteer.name import Form
from dragoman.gazetteer.nouns import NounKind, load_nouns
from dragoman.gazetteer.persons import Person, load_persons
from dragoman.model.actor import MentionKind
from dragoman.model.text import Span, Token

FORMER = frozenset({"former", "ex", "then", "late", "outgoing", "ousted", "deposed", "disgraced", "onetime"})
_MALE = frozenset(
    "mr sir king prince duke spokesman congressman lord father pope emperor sultan emir sheikh chairman businessman "
    "imam ayatollah husband son brother baron man boy councilman actor policeman he him his himself".split()
)
_FEMALE = frozenset(
    "mrs ms miss dame queen princess duchess spokeswoman congresswoman lady sister empress baroness chairwoman "
    "businesswoman wife daughter mother widow woman girl actress sheikha she her hers herself first-lady".split()
)
_PREMODIFIERS = frozenset({"ADJ", "NOUN", "PROPN", "NUM"})
_PARTICLES = frozenset({"bin", "al", "de", "van", "von", "der", "el", "abu", "ibn", "ben", "da", "di", "le", "la", "-"})
# Surnames that begin sentences and headlines as other words: "May talks stall", "Hunt for gunman".
_ORDINARY = frozenset(
    "may hunt ban case burns price key park moon rice brown green straw bush gray lord wong long young bell west cook "
    "shah will rush love fox wood khan major banks power powers best short day li he so an oh ma hu to kay".split()
)
# "Bagheri, Chief of Staff for the Armed Forces of the Islamic Republic of Iran, spoke …"
_LONGEST_APPOSITION = 16


def find_people(scene: Scene, day: date, cast: Cast) -> Iterator[Draft]:
    """Persons by name, left to right, each with its titles, modifiers and apposition linked.

    Args:
        scene: the sentence.
        day: the day of publication, by which bare surnames are understood.
        cast: who is named in full in the document.

    """
    for first, last, person in _name_spans(scene, day, cast):
        draft = _person_draft(scene, first, last, person)
        for token in range(draft.first, draft.last + 1):
            scene.person_at[token] = draft
        scene.people.append(draft)
        yield draft


def _name_spans(scene: Scene, day: date, cast: Cast) -> Iterator[tuple[int, int, Person | None]]:
    tokens, words = scene.sentence.tokens, scene.words
    register = load_persons()
    at = 0
    while at < len(words.all):
        word = words.all[at]
        token = tokens[word.token]
        if not word.capital or scene.title_at[token.i] is not None:
            at += 1
            continue
        found: tuple[int, int, Person | None] | None = None
        for length, persons in register.full.matches(words.keys, at):
            if all(w.capital or w.key in _PARTICLES for w in words.all[at : at + length]):
                found = (token.i, words.all[at + length - 1].token, persons[0])
                break
        if found is None and scene.name_at[token.i] is None:
            found = _entity_name(scene, token, day, cast)
        if found is None:
            at += 1
            continue
        yield found
        after = found[1] + 1
        at = words.first_of[after] if after < len(tokens) else len(words.all)


def _entity_name(scene: Scene, token: Token, day: date, cast: Cast) -> tuple[int, int, Person | None] | None:
    """A name seen by the entity recogniser or by the title before it, or a surname of the register."""
    last = token.i
    titled = token.i > 0 and (title := scene.title_at[token.i - 1]) is not None and title.office.use != "alone"
    if token.entity != "PERSON" and not titled:
        person = _by_surname(scene, token, day, cast)
        named = token.pos == "PROPN" and not scene.words.titled and cast.names(_key(scene, token))
        return (token.i, token.i, person) if person or named else None
    if titled and token.entity != "PERSON" and (token.pos != "PROPN" or scene.words.titled):
        return None
    tokens = scene.sentence.tokens
    while last + 1 < len(tokens) and _continues_name(scene, tokens[last], tokens[last + 1]):
        last += 1
    while last > token.i and not tokens[last].text[0].isalpha():
        last -= 1
    key_person = load_persons()
    person = None
    if last == token.i:
        person = _by_surname(scene, token, day, cast)
    else:
        shorts = key_person.short.get(_key(scene, tokens[last]), ())
        person = next((p for p in shorts if p.is_known_on(day) and _same_given(scene, token, p)), None)
    return token.i, last, person


def _key(scene: Scene, token: Token) -> str:
    at = scene.words.first_of[token.i]
    return scene.words.keys[at] if at < len(scene.words.keys) else ""


def _same_given(scene: Scene, token: Token, person: Person) -> bool:
    """Whether a first name in the text fits the register's: "Recep Erdogan" and "Recep Tayyip Erdogan"."""
    key = _key(scene, token)
    return any(key and part.lower().startswith(key[:3]) for part in person.name.split()[:-1])


def _continues_name(scene: Scene, token: Token, following: Token) -> bool:
    if scene.title_at[following.i] is not None or scene.name_at[following.i] is not None:
        return following.entity == "PERSON" and not following.entity_start and scene.title_at[following.i] is None
    if following.entity == "PERSON" and not following.entity_start:
        return following.text not in POSSESSIVE and following.text not in {",", "(", ")"}
    if following.text == "-" or token.text == "-":
        return following.pos == "PROPN" and following.text[0].isupper()
    return following.pos == "PROPN" and following.text[0].isupper() and following.entity in {"", "PERSON"}


def _by_surname(scene: Scene, token: Token, day: date, cast: Cast) -> Person | None:
    key = _key(scene, token)
    if not token.text[0].isupper():
        return None
    if key in _ORDINARY and (token.pos != "PROPN" or scene.words.titled or scene.words.shouted):
        return None
    known = [p for p in load_persons().short.get(key, ()) if p.is_known_on(day) and cast.fits(key, p)]
    if not known:
        return None
    return max(known, key=lambda p: p.prominence_on(day))


def _person_draft(scene: Scene, first: int, last: int, person: Person | None) -> Draft:
    tokens = scene.sentence.tokens
    start, titles, former = _read_titles(scene, first)
    links = read_modifiers(scene, start, first)
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
        sectors=tuple(dict.fromkeys(s for t in used for s in t.office.sectors)),
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
        elif name is not None:
            at = name.first
            # "Turkish minister Güler", but "in Turkey Güler said" has no title between.
            start = at if titles or tokens[at].pos == "ADJ" else start
            if not titles:
                break
        elif token.text.lower() in FORMER:
            former = True
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
    """The phrase set off by a comma after a name: ", Chief of Staff for the Armed Forces of …", ", a UN aid worker"."""
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
