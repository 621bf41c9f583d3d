"""A sentence with its gazetteer, and what its words say of a name that stands among them."""

from dataclasses import dataclass

from dragoman.gazetteer.place_names import is_abbreviation
from dragoman.gazetteer.places import PlaceEntry, PlaceIndex
from dragoman.model.text import Document, Sentence
from dragoman.places.candidate import Candidate, Kind
from dragoman.places.cues import load_cues

_SHORT = 4
"""Letters of an abbreviation; of longer words in capitals more are names: "PARIS"."""
_VERSUS = frozenset({"v", "v.", "vs", "vs."})
_ROYAL = frozenset({"King", "Lady", "Lord", "Prince", "Princess", "Queen", "Sir"})
_LINKS = (["e"], ["i"], ["ye"], ["al"], ["el"], ["ul"])


@dataclass(frozen=True, slots=True)
class Passage:
    """A sentence, with what is needed to read the names in it."""

    document: Document
    sentence: Sentence
    number: int
    places: PlaceIndex

    def words(self, first: int, last: int) -> str:
        """The words of tokens `first` to `last`, both included."""
        tokens = self.sentence.tokens  # asked for every run of words: no span is made for it
        text = self.document.field(self.sentence.span.field)
        return " ".join(text[tokens[first].start : tokens[last].end].split())

    def compose(self, first: int, last: int, kind: Kind, entries: tuple[PlaceEntry, ...] = ()) -> Candidate:
        """The candidate of these tokens."""
        return Candidate(
            span=self.sentence.token_span(first, last),
            sentence=self.number,
            first=first,
            last=last,
            name=self.words(first, last),
            kind=kind,
            entries=entries,
            division=kind is Kind.NAME and self._is_division(first, last),
        )

    def _is_division(self, first: int, last: int) -> bool:
        words = load_cues().division
        after = [t.text for t in self.sentence.tokens[last + 1 : last + 2]]
        before = [t.text for t in self.sentence.tokens[max(0, first - 2) : first]]
        return not words.isdisjoint(after) or (before[1:] == ["of"] and before[0] in words)

    def is_generic(self, first: int, last: int) -> bool:
        """Whether the words name no place by themselves: "Western nations", "the Southern District of New York".

        Divisions of several countries are called so; "Southern District" is one in Israel.
        """
        cues = load_cues()
        tokens = self.sentence.tokens
        if first == last:
            word = tokens[first].text.lower()
            return word in cues.between or word in cues.never
        if not all(t.text.lower() in cues.between for t in tokens[first : last + 1]):
            return False
        after = tokens[last + 1].text.lower() if last + 1 < len(tokens) else ""
        return after == "of" or after in cues.body

    def is_postal(self, first: int) -> bool:
        """Whether a token is the state of an address: "LA" of "Lafayette, LA", which is Los Angeles by itself."""
        tokens = self.sentence.tokens
        return first > 0 and tokens[first - 1].text == "," and tokens[first].text in load_cues().postal

    def is_party(self, first: int, last: int) -> bool:
        """Whether the words are a side of a law case or a royal person: "Roe v. Wade", "Prince Charles".

        "In Prince George" is in British Columbia.
        """
        tokens = self.sentence.tokens
        beside = [t.text.lower() for t in (*tokens[max(0, first - 1) : first], *tokens[last + 1 : last + 2])]
        if not _VERSUS.isdisjoint(beside):
            return True
        royal = last > first and tokens[first].text in _ROYAL
        return royal and (first == 0 or tokens[first - 1].text.lower() not in load_cues().locative)

    def goes_on(self, last: int) -> bool:
        """Whether a name is only the beginning of a longer one: "Dasht" of "Dasht-e-Barchi"."""
        after = [t.text for t in self.sentence.tokens[last + 1 : last + 3]]
        return after[:1] == ["-"] and after[1:] in _LINKS

    def is_short_for_another(self, first: int, last: int, entry: PlaceEntry) -> bool:
        """Whether the words are an abbreviation, and the place is not: "the UN" is not Un in Gujarat, "WHO" not Who.

        Texts in capitals alone, and names that may open a dispatch ("LIMA – The …"), are left as they are.
        """
        name = self.words(first, last)
        if len(name) > _SHORT or not is_abbreviation(name):
            return False
        if is_abbreviation(entry.spelling) or entry.spelling.endswith("."):  # "VA" is Virginia, by "Va."
            return False
        tokens = self.sentence.tokens
        if first == 0 and (last + 1 == len(tokens) or not tokens[last + 1].text[:1].isalnum()):
            return False
        return any(t.text.islower() for t in tokens)
