"""The date of an event, on sentences parsed by hand; published on Friday 9 June 2023."""

from datetime import date

from dragoman.model.codes import EventType, Granularity, Status
from dragoman.model.coding import Coding
from dragoman.model.text import Dateline, Field, Span
from dragoman.model.timex import EventDate
from dragoman.timex import TimexStep
from tests.timex.parsed import coding, frame

FRIDAY = date(2023, 6, 9)


def dates(built: Coding) -> tuple[EventDate | None, ...]:
    return TimexStep()(built).event_dates


MET = "The ministers met in Ankara on Wednesday."
MET_TABLE = """
The DET DT det 1
ministers NOUN NNS nsubj 2
met VERB VBD ROOT 2
in ADP IN prep 2
Ankara PROPN NNP pobj 3
on ADP IN prep 2
Wednesday PROPN NNP pobj 5
. PUNCT . punct 2
"""


def test_expression_of_the_same_clause_dates_the_event() -> None:
    (when,) = dates(coding(MET, [MET_TABLE], [frame(MET, "met")], published=FRIDAY))
    assert when is not None
    assert (when.first, when.last, when.granularity) == (date(2023, 6, 7), date(2023, 6, 7), Granularity.DAY)
    assert when.evidence.rule == "timex:clause"
    assert when.timex is not None
    assert MET[when.timex.start : when.timex.end] == "Wednesday"
    assert not when.approximate


def test_without_time_words_the_day_of_publication_is_taken_and_said_so() -> None:
    text = "The ministers met."
    table = "The DET DT det 1\nministers NOUN NNS nsubj 2\nmet VERB VBD ROOT 2\n. PUNCT . punct 2"
    (when,) = dates(coding(text, [table], [frame(text, "met")], published=FRIDAY))
    assert when is not None
    assert (when.first, when.evidence.rule, when.timex) == (FRIDAY, "timex:published", None)


ADDED = "He invited the guest."
ADDED_TABLE = "He PRON PRP nsubj 1\ninvited VERB VBD ROOT 1\nthe DET DT det 3\nguest NOUN NN dobj 1\n. PUNCT . punct 1"


def test_the_day_of_a_meeting_holds_for_what_the_same_side_did_next() -> None:
    text = f"{MET} {ADDED}"
    frames = [frame(text, "met"), frame(text, "invited", index=1, event_type=EventType.AGREE)]
    when = dates(coding(text, [MET_TABLE, ADDED_TABLE], frames, published=FRIDAY))[1]
    assert when is not None
    assert (when.first, when.evidence.rule) == (date(2023, 6, 7), "timex:discourse")


def test_the_day_of_a_meeting_does_not_hold_for_others() -> None:
    text = f"{MET} France protested."
    table = "France PROPN NNP nsubj 1\nprotested VERB VBD ROOT 1\n. PUNCT . punct 1"
    frames = [frame(text, "met"), frame(text, "protested", index=1, country="FRA", event_type=EventType.PROTEST)]
    when = dates(coding(text, [MET_TABLE, table], frames, published=FRIDAY))[1]
    assert when is not None
    assert when.first == FRIDAY


def test_headline_takes_the_day_its_lead_states() -> None:
    title = "Ministers meet"
    head = "Ministers NOUN NNS nsubj 1\nmeet VERB VBP ROOT 1"
    frames = [frame(title, "meet", field=Field.TITLE), frame(MET, "met", index=1)]
    when = dates(coding(MET, [MET_TABLE], frames, published=FRIDAY, title=title, head=head))[0]
    assert when is not None
    assert (when.first, when.evidence.rule) == (date(2023, 6, 7), "timex:lead")


def test_mentions_of_one_happening_share_its_date() -> None:
    text = f"{MET} The meeting was long."
    table = "The DET DT det 1\nmeeting NOUN NN nsubj 2\nwas AUX VBD ROOT 2\nlong ADJ JJ acomp 2\n. PUNCT . punct 2"
    frames = [frame(text, "met"), frame(text, "meeting", index=1, same_as=0)]
    when = dates(coding(text, [MET_TABLE, table], frames, published=FRIDAY))[1]
    assert when is not None
    assert (when.first, when.evidence.rule) == (date(2023, 6, 7), "timex:same-event")


POSSESSIVE = "Iran condemned Monday's attack."
POSSESSIVE_TABLE = """
Iran PROPN NNP nsubj 1
condemned VERB VBD ROOT 1
Monday PROPN NNP poss 4
's PART POS case 2
attack NOUN NN dobj 1
. PUNCT . punct 1
"""


def test_a_nouns_own_date_is_nobody_elses() -> None:
    frames = [frame(POSSESSIVE, "condemned"), frame(POSSESSIVE, "attack")]
    condemned, attack = dates(coding(POSSESSIVE, [POSSESSIVE_TABLE], frames, published=FRIDAY))
    assert condemned is not None
    assert attack is not None
    assert condemned.first == FRIDAY
    assert attack.first == date(2023, 6, 5)


CALLED = "After the vote, Iran called the man who won on May 12."
CALLED_TABLE = """
After ADP IN prep 5
the DET DT det 2
vote NOUN NN pobj 0
, PUNCT , punct 5
Iran PROPN NNP nsubj 5
called VERB VBD ROOT 5
the DET DT det 7
man NOUN NN dobj 5
who PRON WP nsubj 9
won VERB VBD relcl 7
on ADP IN prep 9
May PROPN NNP pobj 10
12 NUM CD nummod 11
. PUNCT . punct 5
"""


def test_what_followed_a_dated_happening_is_on_or_shortly_after_its_day() -> None:
    frames = [frame(CALLED, "called"), frame(CALLED, "won")]
    called, won = dates(coding(CALLED, [CALLED_TABLE], frames, published=FRIDAY))
    assert called is not None
    assert won is not None
    assert (called.first, called.last, called.approximate) == (date(2023, 5, 13), FRIDAY, True)
    assert (won.first, won.approximate) == (date(2023, 5, 12), False)


def test_past_perfect_without_a_day_has_no_date() -> None:
    text = "Iran had visited Ankara."
    table = (
        "Iran PROPN NNP nsubj 2\nhad AUX VBD aux 2\nvisited VERB VBN ROOT 2\nAnkara PROPN NNP dobj 2\n. PUNCT . punct 2"
    )
    assert dates(coding(text, [table], [frame(text, "visited")], published=FRIDAY)) == (None,)


def test_a_month_is_an_approximate_date() -> None:
    text = "They met in March."
    table = "They PRON PRP nsubj 1\nmet VERB VBD ROOT 1\nin ADP IN prep 1\nMarch PROPN NNP pobj 2\n. PUNCT . punct 1"
    (when,) = dates(coding(text, [table], [frame(text, "met")], published=FRIDAY))
    assert when is not None
    assert (when.first, when.last, when.approximate) == (date(2023, 3, 1), date(2023, 3, 31), True)


SURRENDERED = "He surrendered on Tuesday, two days after Iran charged him."
SURRENDERED_TABLE = """
He PRON PRP nsubj 1
surrendered VERB VBD ROOT 1
on ADP IN prep 1
Tuesday PROPN NNP pobj 2
, PUNCT , punct 1
two NUM CD nummod 6
days NOUN NNS npadvmod 9
after SCONJ IN mark 9
Iran PROPN NNP nsubj 9
charged VERB VBD advcl 1
him PRON PRP dobj 9
. PUNCT . punct 1
"""


def test_a_distance_is_counted_from_the_clause_above() -> None:
    frames = [frame(SURRENDERED, "surrendered"), frame(SURRENDERED, "charged")]
    surrendered, charged = dates(coding(SURRENDERED, [SURRENDERED_TABLE], frames, published=FRIDAY))
    assert surrendered is not None
    assert charged is not None
    assert surrendered.first == date(2023, 6, 6)
    assert (charged.first, charged.evidence.rule) == (date(2023, 6, 4), "timex:distance")


HEARING = "Iran watched the January 6 hearings."
HEARING_TABLE = """
Iran PROPN NNP nsubj 1
watched VERB VBD ROOT 1
the DET DT det 5
January PROPN NNP compound 5
6 NUM CD nummod 3
hearings NOUN NNS dobj 1
. PUNCT . punct 1
"""


def test_a_day_known_by_name_does_not_date_what_looks_into_it() -> None:
    (when,) = dates(coding(HEARING, [HEARING_TABLE], [frame(HEARING, "hearings")], published=FRIDAY))
    assert when is not None
    assert when.first == FRIDAY


def test_what_happened_this_month_did_so_by_the_day_of_publication() -> None:
    text = "They met this month."
    table = "They PRON PRP nsubj 1\nmet VERB VBD ROOT 1\nthis DET DT det 3\nmonth NOUN NN npadvmod 1\n. PUNCT . punct 1"
    (when,) = dates(coding(text, [table], [frame(text, "met")], published=FRIDAY))
    assert when is not None
    assert (when.first, when.last) == (date(2023, 6, 1), FRIDAY)


def test_the_datelines_day_stands_in_for_the_day_of_publication() -> None:
    text = "ANKARA, June 8 (AFP) -- The ministers met."
    table = "The DET DT det 1\nministers NOUN NNS nsubj 2\nmet VERB VBD ROOT 2\n. PUNCT . punct 2"
    built = coding(text, [table], [frame(text, "met")], published=FRIDAY)
    line = Dateline(span=Span(0, 24), place=Span(0, 6), outlet=Span(16, 19), date=Span(8, 14))
    (when,) = dates(built.with_layers(dateline=line))
    assert when is not None
    assert (when.first, when.evidence.rule) == (date(2023, 6, 8), "timex:dateline")


BRIEFED = "Mr. Osei spoke on Thursday. Peru protested."
SPOKE_TABLE = """
Mr. PROPN NNP compound 1
Osei PROPN NNP nsubj 2
spoke VERB VBD ROOT 2
on ADP IN prep 2
Thursday PROPN NNP pobj 3
. PUNCT . punct 2
"""
PROTESTED_TABLE = "Peru PROPN NNP nsubj 1\nprotested VERB VBD ROOT 1\n. PUNCT . punct 1"
ACCUSED_TABLE = "Osei PROPN NNP nsubj 1\naccused VERB VBD ROOT 1\nIran PROPN NNP dobj 1\n. PUNCT . punct 1"


def test_what_somebody_says_is_of_the_day_he_spoke() -> None:
    text = f"{BRIEFED} Osei accused Iran."
    frames = [frame(text, "accused", index=2, event_type=EventType.ACCUSE)]
    (when,) = dates(coding(text, [SPOKE_TABLE, PROTESTED_TABLE, ACCUSED_TABLE], frames, published=FRIDAY))
    assert when is not None
    assert (when.first, when.evidence.rule) == (date(2023, 6, 8), "timex:discourse")


SUNDAY = "Osei said Sunday Peru agreed."
SUNDAY_TABLE = """
Osei PROPN NNP nsubj 1
said VERB VBD ROOT 1
Sunday PROPN NNP compound 3
Peru PROPN NNP nsubj 4
agreed VERB VBD ccomp 1
. PUNCT . punct 1
"""


def test_a_day_behind_a_verb_of_saying_is_no_part_of_the_next_name() -> None:
    (when,) = dates(coding(SUNDAY, [SUNDAY_TABLE], [frame(SUNDAY, "said")], published=FRIDAY))
    assert when is not None
    assert (when.first, when.evidence.rule) == (date(2023, 6, 4), "timex:clause")


def test_a_date_is_explained_by_the_signs_that_spoke_for_it() -> None:
    (when,) = dates(coding(MET, [MET_TABLE], [frame(MET, "met")], published=FRIDAY))
    assert when is not None
    assert "no other date stands in the sentence" in when.evidence.reason
    assert 0.5 < when.evidence.score <= 1


def test_what_may_happen_has_no_date_unless_one_is_named() -> None:
    text = "The ministers met."
    table = "The DET DT det 1\nministers NOUN NNS nsubj 2\nmet VERB VBD ROOT 2\n. PUNCT . punct 2"
    thought = frame(text, "met", status=Status.HYPOTHETICAL)
    assert dates(coding(text, [table], [thought], published=FRIDAY)) == (None,)
