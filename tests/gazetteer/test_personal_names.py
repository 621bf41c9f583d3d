from dragoman.gazetteer.personal_names import load_given_names, load_surnames


def test_given_names_and_surnames_come_from_the_tables_of_persons() -> None:
    assert {"angela", "vladimir"} <= load_given_names()
    assert {"obama", "merkel"} <= load_surnames()


def test_surnames_are_no_given_names() -> None:
    assert load_given_names().isdisjoint({"obama", "merkel"})
