from dragoman.model.text import Field, Span
from dragoman.relevance.words import BIAS, PASSAGE, load_weights, rate_passages, read_features
from tests.factories import make_document


def test_features_are_words_and_pairs_in_lower_case_with_one_number() -> None:
    assert read_features("Peru sent 300 men; Chile’s 20") == {
        *("peru", "sent", "#", "men", "chile's"),
        *("peru sent", "sent #", "# men", "men chile's", "chile's #"),
    }


def test_the_weights_are_of_features_that_can_occur() -> None:
    weights = load_weights()
    features = set(weights) - {BIAS}
    assert BIAS in weights
    assert len(features) > 5_000
    assert all(feature in read_features(feature.replace("#", "7")) for feature in features)


def test_sentences_are_joined_to_passages_until_these_are_long_enough() -> None:
    sentence = "Envoys of both sides talked all day in a small hotel. "
    document = make_document(sentence * 9)
    spans = [Span(n * len(sentence), (n + 1) * len(sentence), Field.TEXT) for n in range(9)]
    words = sentence.count(" ") + 1
    passages = -(-9 // -(-PASSAGE // words))
    assert len(list(rate_passages(document, spans))) == passages


def test_political_words_weigh_more_than_others() -> None:
    def rate(text: str) -> float:
        document = make_document(text)
        return max(rate_passages(document, [Span(0, len(text), Field.TEXT)]))

    assert rate("The president threatened sanctions against Iran.") > rate("The singer wore a gown of pale silk.") + 1
