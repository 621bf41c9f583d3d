import pytest

from tests.actors.reading import codes_of, read

BARRED = [
    ("Kenya's premier called the Ugandan general a liar and threatened to punish him.", "him", {"UGA"}),
    ("Chile's president praised the Peruvian judge and invited her.", "her", {"PER"}),
    ("Any deal would depend on the Malian general, the Ghanaian minister said. He will fly home.", "He", {"GHA"}),
    ("Niger's generals took power. France left the country.", "the country", {"NER"}),
    ("Ethiopia warned Kenya. Uganda urged the country to wait.", "the country", {"ETH", "KEN"}),
    ("Peru's rebels shot at soldiers. The army bombed them.", "them", {"NSA:OTHER/PER"}),
]


@pytest.mark.parametrize(("text", "words", "codes"), BARRED)
def test_an_object_is_not_the_subject_of_its_verb(text: str, words: str, codes: set[str]) -> None:
    found = codes_of(read(text), words)

    assert found
    assert found <= codes


FREE = [
    ("Kenya's premier said he would resign.", "he", {"KEN"}),
    ("Kenya's premier praised himself.", "himself", {"KEN"}),
    ("Kenya recalled its envoy.", "its", {"KEN"}),
    ("Kenya's premier said the law would not stop him.", "him", {"KEN"}),
    ("The Kenyan judge thanked the man who freed her.", "her", {"KEN"}),
    ("A Danish minister has been charged, he said. Chad watched.", "he", {"DNK"}),
]


@pytest.mark.parametrize(("text", "words", "codes"), FREE)
def test_other_pronouns_may_be_the_subject(text: str, words: str, codes: set[str]) -> None:
    assert codes_of(read(text), words) == codes


LATER = [
    ("After he landed in Rabat, Ghanaian Foreign Minister Kofi Mensah spoke of peace.", "he", {"GHA"}),
    ("Despite its debts, Peru bought two ships.", "its", {"PER"}),
    ("Before they left, Chilean lawmakers sang.", "they", {"CHL"}),
    ("Chad's president was angry. When she called, Mali's minister apologised.", "she", {"MLI"}),
]


@pytest.mark.parametrize(("text", "words", "codes"), LATER)
def test_an_opening_clause_speaks_of_the_subject_to_come(text: str, words: str, codes: set[str]) -> None:
    coding = read(text)

    assert codes_of(coding, words) == codes
    mention = next(m for m in coding.mentions if coding.document.quote(m.span) == words)
    assert any(e.rule == "reference:later-subject" for e in mention.evidence)


@pytest.mark.parametrize(
    "text",
    [
        "Ghana's minister spoke. After he left, Togo closed the border.",
        "Ghana's minister said he had left Togo.",
        "Ghana's minister was tired. He slept while Togo voted.",
    ],
)
def test_a_subject_of_another_kind_or_an_earlier_clause_is_not_waited_for(text: str) -> None:
    coding = read(text)
    mention = next(m for m in coding.mentions if coding.document.quote(m.span).lower() == "he")

    assert {a.code for a in mention.actors} == {"GHA"}
    assert not any(e.rule == "reference:later-subject" for e in mention.evidence)


JOINED = [
    ("Peru and Chile signed. They will share the water.", "They", {"PER", "CHL"}),
    ("Peru, Chile and Bolivia signed. Their ministers will meet.", "Their", {"PER", "CHL", "BOL"}),
    ("Ghana's premier and Togo's king spoke. They agreed.", "They", {"GHA", "TGO"}),
    ("Peruvian farmers marched. They sang.", "They", {"PER"}),
    ("The French left Mali. They were glad.", "They", {"FRA"}),
    ("Peru signed in Chile. It was pleased.", "It", {"PER"}),
]


@pytest.mark.parametrize(("text", "words", "codes"), JOINED)
def test_they_are_all_who_were_named_together(text: str, words: str, codes: set[str]) -> None:
    assert codes_of(read(text), words) == codes
