"""Which words are a person's name, and whose of the register it is."""

from collections.abc import Iterator
from datetime import date
from itertools import pairwise

from dragoman.actors.cast import Cast
from dragoman.actors.phrases import POSSESSIVE
from dragoman.actors.scene import Scene
from dragoman.actors.words import Words
from dragoman.gazetteer.nouns import load_nouns
from dragoman.gazetteer.persons import Person, load_persons
from dragoman.model.text import Token

_PARTICLES = frozenset(
    {"bin", "al", "de", "van", "von", "der", "el", "abu", "ibn", "ben", "da", "di", "le", "la", "of", "-"}
)
_NAMES = frozenset({"", "PERSON", "ORG"})
_PLURAL = frozenset({"NNS", "NNPS"})
# Surnames that begin sentences and headlines as other words: "May talks stall", "Hunt for gunman".
_ORDINARY = frozenset(
    "may hunt ban case burns price key park moon rice brown green straw bush gray lord wong long young bell west cook "
    "shah will rush love fox wood khan major banks power powers best short day li he so an oh ma hu to kay".split()
)


def find_person_names(scene: Scene, day: date, cast: Cast) -> Iterator[tuple[int, int, Person | None]]:
    """Names of persons without their titles, left to right.

    Args:
        scene: the sentence.
        day: the day of publication.
        cast: who is named in full in the document.

    Yields:
        First and last token, and the person of the register who is meant, if any.

    """
    tokens, words = scene.sentence.tokens, scene.words
    register = load_persons()
    at = 0
    while at < len(words.all):
        word = words.all[at]
        token = tokens[word.token]
        if not word.capital:
            at += 1
            continue
        found: tuple[int, int, Person | None] | None = None
        for length, persons in register.full.matches(words.keys, at):
            if _is_written_as_name(words, at, length) and not _is_title_and_name(scene, at, length):
                found = (token.i, words.all[at + length - 1].token, cast.choose(persons, day))
                break
        if found is None and scene.name_at[token.i] is None and scene.title_at[token.i] is None:
            found = _entity_name(scene, token, day, cast)
        if found is None:
            at += 1
            continue
        yield found
        after = found[1] + 1
        at = words.first_of[after] if after < len(tokens) else len(words.all)


def _is_written_as_name(words: Words, at: int, length: int) -> bool:
    """Whether all words have capitals, but for particles and what follows a hyphen: "Moon Jae-in"."""
    found = words.all[at : at + length]
    return all(
        w.capital
        or w.key in _PARTICLES
        or (before.capital and w.start - before.end == 1 and w.token - before.token in {0, 2})
        for before, w in pairwise([found[0], *found])
    )


def _is_title_and_name(scene: Scene, at: int, length: int) -> bool:
    """Whether a match begins with a title that may as well be read before the name: "Sheikh Mohammed bin Zayed"."""
    words = scene.words
    title = scene.title_at[words.all[at].token]
    if title is None:
        return False
    rest = words.keys[words.first_of[title.last + 1] : at + length] if title.last + 1 < len(words.first_of) else []
    return len(rest) > 1 and bool(load_persons().full.get(" ".join(rest)))


def _entity_name(scene: Scene, token: Token, day: date, cast: Cast) -> tuple[int, int, Person | None] | None:
    """A name seen by the entity recogniser or by the title before it, or a surname of the register."""
    last = token.i
    titled = token.i > 0 and (title := scene.title_at[token.i - 1]) is not None and title.office.use != "alone"
    if titled and (bearer := _by_title(scene, token, day)):
        return token.i, token.i, bearer
    if token.entity != "PERSON" and not titled:
        person = _by_surname(scene, token, day, cast)
        if person is None and _has_own_first_name(scene, token):
            return token.i - 1, token.i, None
        named = token.pos == "PROPN" and not scene.words.titled and cast.names(_key(scene, token))
        return (token.i, token.i, person) if person or named else None
    if titled and token.entity != "PERSON" and (token.pos != "PROPN" or scene.words.titled):
        return None
    tokens = scene.sentence.tokens
    if token.i == 0 and token.tag in _PLURAL and token.lemma.lower().removesuffix("s") in load_nouns():
        return None  # "Missiles struck the city": a capital because it opens the sentence
    while last + 1 < len(tokens) and _continues_name(scene, token.i, tokens[last], tokens[last + 1]):
        last += 1
    while last > token.i and not tokens[last].text[0].isalpha():
        last -= 1
    key_person = load_persons()
    person = None
    if last == token.i:
        person = _by_surname(scene, token, day, cast)
    else:
        shorts = key_person.short.get(_key(scene, tokens[last]), ())
        person = next((p for p in shorts if p.is_known_on(day) and cast.is_given_of(_key(scene, token), p)), None)
    return token.i, last, person


def _key(scene: Scene, token: Token) -> str:
    at = scene.words.first_of[token.i]
    return scene.words.keys[at] if at < len(scene.words.keys) else ""


def _continues_name(scene: Scene, first: int, token: Token, following: Token) -> bool:
    if scene.title_at[following.i] is not None or scene.name_at[following.i] is not None:
        return following.entity == "PERSON" and not following.entity_start and scene.title_at[following.i] is None
    if following.entity == "PERSON" and not following.entity_start:
        return following.text not in POSSESSIVE and following.text not in {",", "(", ")"}
    if following.text == "-":
        # "Moon Jae-in", but "Putin-led"
        return _key(scene, scene.sentence.tokens[first]) in load_persons().families and first < token.i
    if token.text == "-":
        return following.text[0].isalpha()
    return following.pos == "PROPN" and following.text[0].isupper() and following.entity in {"", "PERSON"}


def _by_title(scene: Scene, token: Token, day: date) -> Person | None:
    """Who bore the title before a bare name near the day: "Defense Secretary Cohen", "Crown Prince Mohammed"."""
    tokens = scene.sentence.tokens
    after = tokens[token.i + 1] if token.i + 1 < len(tokens) else None
    title = scene.title_at[token.i - 1]
    if title is None or title.office.office is None or not token.text[0].isupper():
        return None
    if after is not None and after.pos == "PROPN" and after.text[0].isupper():
        return None
    before = title.first - 1
    if before >= 0 and tokens[before].text in POSSESSIVE:
        before -= 1
    owner = scene.name_at[before] if before >= 0 else None
    owners = {a.code for a in owner.actors} if owner else {title.office.typical} - {""}
    return load_persons().bearer(title.office.office, _key(scene, token), day, owners)


def _is_inside_other_name(scene: Scene, token: Token) -> bool:
    """Whether capitals around a surname make it another's: "Petro Hrytsenko" is not Petro, "Jan Novak" not Novak.

    Headlines in capitals tell nothing, and "the Trump Administration" is still his.
    """
    return any(_is_another_word_of_name(scene, token, at) for at in (token.i - 1, token.i + 1))


def _is_another_word_of_name(scene: Scene, token: Token, at: int) -> bool:
    tokens = scene.sentence.tokens
    if not 0 <= at < len(tokens) or scene.words.titled or scene.words.shouted:
        return False
    near = tokens[at]
    free = scene.title_at[at] is None and scene.name_at[at] is None and near.lemma.lower() not in load_nouns()
    apart = near.start - token.end if at > token.i else token.start - near.end
    return free and apart == 1 and near.pos == "PROPN" and near.text.istitle() and near.entity in _NAMES


def _has_own_first_name(scene: Scene, token: Token) -> bool:
    """Whether a surname of the register follows another first name that the entity recogniser missed: "Jan Novak"."""
    before = token.i - 1
    return (
        before >= 0
        and token.pos == "PROPN"
        and _key(scene, token) in load_persons().short
        and scene.person_at[before] is None
        and _is_another_word_of_name(scene, token, before)
    )


def _by_surname(scene: Scene, token: Token, day: date, cast: Cast) -> Person | None:
    key = _key(scene, token)
    if not token.text[0].isupper():
        return None
    if key in _ORDINARY and (token.pos != "PROPN" or scene.words.titled or scene.words.shouted):
        return None
    if _is_inside_other_name(scene, token):
        return None
    known = [p for p in load_persons().short.get(key, ()) if p.is_known_on(day) and cast.fits(key, p)]
    if not known:
        return None
    return max(known, key=lambda p: p.prominence_on(day))
