import pytest

from dragoman.sentences.datelines import find_dateline

DATELINES = [
    ("LIMA – The minister left.", "LIMA – ", "LIMA", None, None),
    ("LIMA- The minister left.", "LIMA- ", "LIMA", None, None),
    ("SAN SALVADOR -- Police said", "SAN SALVADOR -- ", "SAN SALVADOR", None, None),
    ("LIMA—Police said", "LIMA—", "LIMA", None, None),
    ("NAIROBI: The court", "NAIROBI: ", "NAIROBI", None, None),
    ("LIMA (Reuters) - Police", "LIMA (Reuters) - ", "LIMA", "Reuters", None),
    ("Lima, Peru (CNN) — Police", "Lima, Peru (CNN) — ", "Lima, Peru", "CNN", None),
    ("ODESA, Ukraine (AP) —Police", "ODESA, Ukraine (AP) —", "ODESA, Ukraine", "AP", None),
    ("HANOI, March 3 (Xinhua) -- Police", "HANOI, March 3 (Xinhua) -- ", "HANOI", "Xinhua", "March 3"),
    ("QOM, Jun. 9 (MNA) – Police", "QOM, Jun. 9 (MNA) – ", "QOM", "MNA", "Jun. 9"),
    ("LIMA/QUITO, 3 Nov (Reuters) - Police", "LIMA/QUITO, 3 Nov (Reuters) - ", "LIMA/QUITO", "Reuters", "3 Nov"),
    ("Shiraz, IRNA – The foreign", "Shiraz, IRNA – ", "Shiraz", "IRNA", None),
    ("BUSAN, South Korea — Police", "BUSAN, South Korea — ", "BUSAN, South Korea", None, None),
]


@pytest.mark.parametrize(("text", "whole", "place", "outlet", "day"), DATELINES)
def test_dateline_is_set_apart_with_its_parts(
    text: str, whole: str, place: str, outlet: str | None, day: str | None
) -> None:
    found = find_dateline(text, 0, len(text))
    assert found is not None
    assert text[: found.span.end] == whole
    assert text[found.place.start : found.place.end] == place
    assert (text[found.outlet.start : found.outlet.end] if found.outlet else None) == outlet
    assert (text[found.date.start : found.date.end] if found.date else None) == day


@pytest.mark.parametrize(
    "text",
    [
        "LIMA-based traders left.",
        "NATO – the alliance – met.",
        "BREAKING: Police said",
        "Peru – which borders Chile – left.",
        "U.S. officials – and others – left.",
        "The minister (Reuters reported) - left.",
        "LIMA –",
        "",
    ],
)
def test_what_only_looks_like_a_dateline_stays_in_the_sentence(text: str) -> None:
    assert find_dateline(text, 0, len(text)) is None
