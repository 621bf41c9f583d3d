"""Find offices, people and bodies named by a common noun: "the Turkish defence minister", "Iranian police"."""

from collections.abc import Iterator

from dragoman.actors.draft import Draft, Link, Number
from dragoman.actors.names import SUBJECTS
from dragoman.actors.people import FORMER, gender_of
from dragoman.actors.phrases import phrase_first, read_complements, read_modifiers
from dragoman.actors.scene import Scene, Title
from dragoman.actors.sectors import read_sectors_before
from dragoman.gazetteer.name import Form
from dragoman.gazetteer.nouns import Noun, NounKind, load_nouns
from dragoman.model.actor import MentionKind
from dragoman.model.codes import Sector
from dragoman.model.text import SentenceKind, Span, Token

_PLURAL = frozenset({"NNS", "NNPS"})
_ALWAYS_MANY = frozenset({"police", "people", "troops", "staff", "personnel", "crew", "media"})
_DEFINITE = frozenset({"the", "this", "that", "these", "those", "both"})
_PREMODIFYING = frozenset({"compound", "amod", "nmod"})
_COUNTS = {"both": 2, "two": 2, "three": 3, "four": 4, "pair": 2, "duo": 2, "couple": 2, "trio": 3}
# "Both agreed", "the two met", "all three left": nobody but those just named.
_COUNTS_ALONE = frozenset({"both", "two", "three", "pair", "duo", "trio"})
# "US allies" are other states; "Trump's allies" are people of his own country.
_NEIGHBOURS = frozenset("neighbour neighbor ally rival adversary partner enemy foe".split())
# "Western officials", "world leaders": of no one country.
_FOREIGN = frozenset("western foreign international global world".split())
# "The West condemned": a side of the world, not the west of the country.
_SIDES_OF_THE_WORLD = frozenset({"West", "East", "South", "North"})
_ONES_OWN = frozenset({"his", "her", "my"})
_CAN_BE_ARMED = frozenset({NounKind.PERSON, NounKind.BODY})
_CHARITABLE = frozenset(
    "right rights aid advocacy campaign humanitarian environmental watchdog charity conservation".split()
)
_ASSOCIATIONS = frozenset("group organisation organization agency worker campaigner activist body".split())
_GROUPS = frozenset("group gang faction attacker assailant bandit men".split())
# What a noun becomes by the word before it has a sector of its own: "armed men", "rights groups", "central banks".
_OWN_SECTORS = {
    NounKind.ARMED: (Sector.REB,),
    NounKind.CHARITY: (Sector.NGO,),
    NounKind.BODY: (Sector.GOV,),
}
_HEADS = frozenset({"NOUN", "PROPN", "ADJ", "PRON", "NUM", "DET"})
_INSIDE_QUANTITY = frozenset({"DET", "ADJ", "NUM", "NOUN", "PROPN", "PART", "PRON", "ADV"})
_PEOPLE_ALONE = frozenset("hundred thousand dozen million those other others everyone anyone many".split())
# "Some in China thanked her": people only with a place.
_PART_OF_PEOPLE = frozenset({"some", "most", "few"})
_HARMED = frozenset("kill wound injure hurt arrest detain jail die drown rescue evacuate free execute hang".split())
_ARGUMENTS = frozenset({"nsubj", "nsubjpass", "dobj", "pobj", "ROOT", "dative", "agent"})
_SENT = frozenset({"envoy", "ambassador", "negotiator", "permanent representative"})
_HUMAN = frozenset({NounKind.PERSON, NounKind.ARMED, NounKind.QUANTITY})


def find_generics(scene: Scene) -> Iterator[Draft]:
    """Mentions headed by an office or a common noun, outside of persons' names, left to right."""
    for token in scene.sentence.tokens:
        if scene.person_at[token.i] is not None or scene.name_at[token.i] is not None:
            continue
        title = scene.title_at[token.i]
        draft: Draft | None = None
        if title is not None and title.office.use != "trade" and title.office.office:
            if token.i == title.last and not _premodifies(scene, token):
                draft = _office_draft(scene, title)
        elif token.pos in _HEADS:
            noun = _noun_of(token)
            if noun is None and token.pos == "NUM":
                draft = _number_draft(scene, token)
            if noun is None or _premodifies(scene, token):
                if draft is not None:
                    yield draft
                continue
            if noun.kind is NounKind.QUANTITY:
                draft = _quantity_draft(scene, token, noun)
            elif token.pos in {"NOUN", "PROPN"} or _is_noun_after_all(scene, token):
                draft = _noun_draft(scene, token, noun)
        if draft is not None:
            yield draft


def _noun_of(token: Token) -> Noun | None:
    nouns = load_nouns()
    written = nouns.get(token.text.lower())
    if written is not None and written.kind is NounKind.ARMED:
        # "Gunmen" are an armed band, "a gunman" need not be.
        return written
    # The parser leaves plurals with a capital as they are: "Muslims", "Jews".
    plain = nouns.get(token.text.lower().removesuffix("s")) if token.tag == "NNPS" else None
    return nouns.get(token.lemma.lower()) or written or plain


def _premodifies(scene: Scene, token: Token) -> bool:
    """Whether the noun only describes another actor: "police" in "police officers", not in "police raid"."""
    tokens = scene.sentence.tokens
    if token.i + 1 < len(tokens) and tokens[token.i + 1].text == "-" and tokens[token.i + 1].start == token.end:
        # "this child-killing regime"
        return True
    if token.dep not in _PREMODIFYING or not token.i < token.head <= token.i + 4:
        return False
    head = scene.sentence.tokens[token.head]
    if head.pos not in {"NOUN", "PROPN"} or scene.name_at[head.i] is not None:
        return False
    nouns = load_nouns()
    noun = nouns.get(token.lemma.lower())
    if token.pos == head.pos == "PROPN" and noun is not None and noun.kind is NounKind.PERSON:
        # "Ministry of National Defense": "National" is nobody.
        return True
    return head.lemma.lower() in nouns or scene.title_at[head.i] is not None


def _is_noun_after_all(scene: Scene, token: Token) -> bool:
    """Whether an adjective has no noun to go with: "Sudan's military dissolves …" parsed as an adjective."""
    tokens = scene.sentence.tokens
    after = tokens[token.i + 1] if token.i + 1 < len(tokens) else None
    return token.pos == "ADJ" and (after is None or after.pos not in {"NOUN", "PROPN", "ADJ", "CCONJ", "PUNCT"})


def _office_draft(scene: Scene, title: Title) -> Draft | None:
    tokens = scene.sentence.tokens
    head = tokens[title.last]
    if title.office.use == "rank" and head.pos not in {"NOUN", "PROPN"}:
        return None
    first = phrase_first(scene, title.first)
    draft = _draft(scene, first, title.last, MentionKind.OFFICE)
    former = any(t.text.lower() in FORMER for t in tokens[first : title.first])
    draft.office = None if former else title.office.office
    before = read_sectors_before(tokens[first : head.i], head.lemma.lower())
    draft.sectors = before or title.office.sectors
    draft.words = title.office.words.rpartition(" ")[2] if " of " not in title.office.words else title.office.words
    draft.role = "person"
    draft.person = True
    draft.number = Number.MANY if title.office.plural else Number.ONE
    draft.typical = title.office.typical
    _link(scene, draft, first, title.first, title.last)
    place = Span(tokens[title.first].start, tokens[title.last].end, draft.span.field)
    if draft.office:
        draft.explain("office", "offices:title", 0.9, place)
    if draft.sectors:
        draft.explain("sectors", "offices:title", 0.85, place)
    return draft


def _noun_draft(scene: Scene, token: Token, noun: Noun) -> Draft:
    first = phrase_first(scene, token.i)
    draft = _draft(scene, first, token.i, MentionKind.GENERIC)
    draft.sectors = noun.sectors
    draft.words = noun.lemma
    draft.role = _kind_in_phrase(scene, first, token, noun.kind)
    draft.person = noun.kind in _HUMAN
    if before := read_sectors_before(scene.sentence.tokens[first : token.i], token.lemma.lower()):
        draft.sectors = before
    if (own := _OWN_SECTORS.get(draft.role)) and draft.role != noun.kind:
        draft.sectors = own
    if token.tag in _PLURAL or token.text.lower() in _ALWAYS_MANY:
        draft.number = Number.MANY
    _link(scene, draft, first, token.i, token.i)
    if draft.sectors:
        draft.explain("sectors", "nouns:head", 0.8, Span(token.start, token.end, draft.span.field))
    return draft


def _kind_in_phrase(scene: Scene, first: int, token: Token, kind: NounKind) -> NounKind:
    """What the noun names, with the word before it: "rebel forces" are armed, a "rights group" is a charity."""
    nouns = load_nouns()
    tokens = scene.sentence.tokens
    for before in tokens[first : token.i]:
        if scene.name_at[before.i] is not None or scene.person_at[before.i] is not None:
            continue
        if _is_joined_by_hyphen(scene, before):
            # "rebel-held towns", "gang-related arrests", "a far-right group"
            continue
        word = before.lemma.lower()
        if word == "central" and token.lemma.lower() == "bank":
            return NounKind.BODY
        modifier = nouns.get(word)
        if modifier is not None and modifier.kind is NounKind.ARMED and kind in _CAN_BE_ARMED:
            return NounKind.ARMED
        if word in _CHARITABLE and token.lemma.lower() in _ASSOCIATIONS:
            return NounKind.CHARITY
        if word == "armed" and (token.lemma.lower() in _GROUPS or token.text.lower() in _GROUPS):
            # "An armed man" need not be of any band.
            return NounKind.ARMED
    return kind


def _is_joined_by_hyphen(scene: Scene, token: Token) -> bool:
    tokens = scene.sentence.tokens
    after = tokens[token.i + 1] if token.i + 1 < len(tokens) else token
    before = tokens[token.i - 1] if token.i > 0 else token
    return (after.text == "-" and after.start == token.end) or (before.text == "-" and before.end == token.start)


def _quantity_draft(scene: Scene, token: Token, noun: Noun) -> Draft | None:
    """A quantity, "hundreds of protesters", "one of the ministers": what follows "of" says who; alone, people."""
    tokens = scene.sentence.tokens
    nouns = load_nouns()
    if token.i + 2 >= len(tokens) or tokens[token.i + 1].text.lower() != "of":
        return _bare_quantity(scene, token, noun)
    for inner in tokens[token.i + 2 : token.i + 9]:
        name = scene.name_at[inner.i]
        if name is not None and (name.person or _is_people(scene, name)):
            draft = _draft(scene, phrase_first(scene, token.i), name.last, MentionKind.GENERIC)
            draft.links.append((Link.OF, name))
            draft.role, draft.person = NounKind.PERSON, True
            break
        if name is None and inner.text.lower() != "of" and inner.pos not in _INSIDE_QUANTITY:
            return None
        counted = nouns.get(inner.lemma.lower())
        if name is None and counted is not None and counted.kind is not NounKind.QUANTITY:
            if _premodifies(scene, inner):
                continue
            draft = _draft(scene, phrase_first(scene, token.i), inner.i, MentionKind.GENERIC)
            draft.role = _kind_in_phrase(scene, token.i + 2, inner, counted.kind)
            draft.sectors, draft.words = counted.sectors, counted.lemma
            draft.person = counted.kind in _HUMAN
            _link(scene, draft, token.i + 2, inner.i, inner.i)
            break
    else:
        return None
    draft.head = token.i
    draft.number = Number.MANY
    return draft


def _is_people(scene: Scene, name: Draft) -> bool:
    """Whether a state's adjective stands alone for its people: "thousands of Sudanese"."""
    tokens = scene.sentence.tokens
    after = tokens[name.last + 1] if name.last + 1 < len(tokens) else None
    return name.form is Form.ADJECTIVE and (after is None or after.pos not in {"NOUN", "PROPN", "ADJ"})


def _bare_quantity(scene: Scene, token: Token, noun: Noun) -> Draft | None:
    """People without a name or noun, "dozens were hurt", "those fleeing"."""
    word = token.text.lower()
    if word in _COUNTS_ALONE and token.dep in _ARGUMENTS:
        first = phrase_first(scene, token.i)
        if word == "both" or _says_all(scene, first, token.i):
            start = token.i if word == "both" else min(first, token.i - 1)
            draft = _draft(scene, start, token.i, MentionKind.GENERIC)
            draft.role, draft.words, draft.count = NounKind.SIDE, word, _COUNTS[word]
            draft.number, draft.definite = Number.MANY, True
            return draft
    if token.pos == "NUM":
        return _number_draft(scene, token)
    if token.dep not in _ARGUMENTS:
        return None
    if noun.lemma not in _PEOPLE_ALONE and not (word in _PART_OF_PEOPLE and read_complements(scene, token.i)):
        return None
    draft = _draft(scene, token.i, token.i, MentionKind.GENERIC)
    draft.role, draft.words = NounKind.QUANTITY, noun.lemma
    draft.person, draft.number, draft.definite = True, Number.MANY, False
    draft.links.extend(read_complements(scene, token.i))
    return draft


def _number_draft(scene: Scene, token: Token) -> Draft | None:
    """People as a mere number: "Two killed in blast", "at least 26 were arrested"."""
    tokens = scene.sentence.tokens
    verb = tokens[token.head]
    if token.dep == "ROOT" and token.i + 1 < len(tokens):
        # "At least 12 killed in blast"
        verb = tokens[token.i + 1]
    if token.dep not in {"nsubj", "nsubjpass", "dobj", "ROOT"} or verb.lemma.lower() not in _HARMED:
        return None
    draft = _draft(scene, token.i, token.i, MentionKind.GENERIC)
    draft.role, draft.words, draft.number = NounKind.QUANTITY, "people", Number.MANY
    draft.person, draft.definite = True, False
    return draft


def _says_all(scene: Scene, first: int, at: int) -> bool:
    """Whether a number has an article or "all" before it: "the two", "all three"."""
    return any(
        t.text.lower() in {"the", "all", "these", "those"} for t in scene.sentence.tokens[max(0, first - 1) : at]
    )


def _draft(scene: Scene, first: int, last: int, kind: MentionKind) -> Draft:
    tokens = scene.sentence.tokens
    head = tokens[last]
    return Draft(
        sentence=scene.index,
        first=first,
        last=last,
        head=last,
        span=Span(tokens[first].start, head.end, scene.sentence.span.field),
        kind=kind,
        gender=gender_of(head.text.lower()),
        definite=tokens[first].text.lower() in _DEFINITE
        or (scene.sentence.kind is SentenceKind.HEADLINE and head.tag in {"NN", "NNP"} and tokens[first].pos != "DET"),
        subject=head.dep in SUBJECTS,
        count=next((n for t in tokens[first:last] if (n := _COUNTS.get(t.text.lower()))), 0),
        neighbour=head.lemma.lower() in _NEIGHBOURS and tokens[first].text.lower() not in _ONES_OWN,
        foreign=any(t.text.lower() in _FOREIGN for t in tokens[first:last]) or head.text in _SIDES_OF_THE_WORLD,
    )


def _link(scene: Scene, draft: Draft, first: int, before: int, last: int) -> None:
    links = read_modifiers(scene, first, before)
    if draft.role == NounKind.STATE and links:
        # "The former Soviet republic of Azerbaijan", "the Gulf state of Qatar"
        links = [(k, d) for k, d in read_complements(scene, last) if k is Link.OF] or links
    if not links:
        links = read_complements(scene, last)
        wholes = [d for link, d in links if link is Link.OF]
        if wholes:
            # "head of the IAEA" as a whole; a place ("police in Lyon") stays outside the mention.
            end = max(wholes, key=lambda d: d.last)
            draft.last = end.last
            draft.span = Span(draft.span.start, end.span.end, draft.span.field)
    if draft.office in _SENT:
        # "The envoy for Syria" is not Syria's.
        links = [(k, d) for k, d in links if d.first < draft.head or k is not Link.OF or _follows_of(scene, d)]
    draft.links.extend(links)


def _follows_of(scene: Scene, draft: Draft) -> bool:
    before = scene.sentence.tokens[max(0, draft.first - 3) : draft.first]
    return any(t.text.lower() in {"of", "from"} for t in before)
