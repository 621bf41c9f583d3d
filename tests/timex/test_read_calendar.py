"""Dates, months, years and what is picked out of them by number; published on Friday 9 June 2023."""

import pytest

from tests.timex.tagging import tagged, values


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("It began on Monday, Oct. 26: a cold day.", "Monday, Oct. 26", "2022-10-26"),
        ("It began on 4 February.", "4 February", "2023-02-04"),
        ("It began on 4 Feb. after dark.", "4 Feb.", "2023-02-04"),
        ("on the twenty-third of May", "the twenty-third of May", "2023-05-23"),
        ("on March the third", "March the third", "2023-03-03"),
        ("on 22.03.2013", "22.03.2013", "2013-03-22"),
        ("on the evening on February 24", "the evening on February 24", "2023-02-24TEV"),
        ("on the eve of the 9 May parade", "the eve of the 9 May", "2023-05-08"),
        ("in the third century BC", "the third century BC", "BC02"),
        ("in 44 BC", "44 BC", "BC0044"),
        ("In AD 70 it fell.", "AD 70", "0070"),
        ("in FY24", "FY24", "2024"),
        ("in the fiscal year 2023-24", "the fiscal year 2023-24", "2023"),
        ("in the late 60s", "the late 60s", "196"),
        ("during the month of June 2021", "the month of June 2021", "2021-06"),
        ("They will meet at week's end.", "week's end", "2023-W23"),
        ("after his weekend arrest", "weekend", "2023-W22-WE"),
        ("They would honour the Oct. 12 pact.", "Oct. 12", "2023-10-12"),
        ("They would honour the Dec. 30 pact.", "Dec. 30", "2022-12-30"),
        ("the 13th-century church", "13th-century", "12"),
        ("in the winter of 2022-23", "the winter of 2022-23", "2022-WI"),
        ("by summer, he said", "summer", "2023-SU"),
        ("Delays may last into summer.", "summer", "2023-SU"),
        ("the seas will rise by 2100", "2100", "2100"),
        ("after a 2015 police raid", "2015", "2015"),
        ("the 2025 women's cup", "2025", "2025"),
        ("twice 2020's figure", "2020", "2020"),
        ("in the 1980's", "the 1980's", "198"),
        ("It was signed on Feb. 29.", "Feb. 29", "2020-02-29"),
        ("in the new year", "the new year", "2023"),
        ("the best start to the year since the war", "the year", "2023"),
        ("in mid-to-late 2012", "mid-to-late 2012", "2012"),
        ("in the week of March 6", "the week of March 6", "2023-W10"),
        ("the week beginning 1 May 2022", "the week beginning 1 May 2022", "2022-W17"),
        ("than in the same period of 2012", "the same period of 2012", "2012"),
        ("They will some day leave.", "some day", "FUTURE_REF"),
    ],
)
def test_calendar_expression_gets_its_value(text: str, words: str, value: str) -> None:
    assert tagged(text) == [(words, value)]


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("the first Monday of May", "the first Monday of May", "2023-05-01"),
        ("the last Friday of the month", "the last Friday of the month", "2023-06-30"),
        ("the third Thursday in November 2021", "the third Thursday in November 2021", "2021-11-18"),
        ("the last day of 2022", "the last day of 2022", "2022-12-31"),
        ("the second week of June 2021", "the second week of June 2021", "2021-W23"),
        ("the first weekend of July 2022", "the first weekend of July 2022", "2022-W26-WE"),
        ("the second month of 2022", "the second month of 2022", "2022-02"),
        ("the last month of the year", "the last month of the year", "2023-12"),
        ("It met on the 22nd.", "the 22nd", "2023-05-22"),
        ("It will meet on the 22nd.", "the 22nd", "2023-06-22"),
        ("It met on the 5th of last month.", "the 5th of last month", "2023-05-05"),
        ("It met a week ago Tuesday.", "a week ago Tuesday", "2023-05-30"),
        ("It will meet a week from Tuesday.", "a week from Tuesday", "2023-06-20"),
    ],
)
def test_day_picked_out_by_number(text: str, words: str, value: str) -> None:
    assert tagged(text) == [(words, value)]


def test_no_fifth_friday_where_the_month_has_four() -> None:
    assert values("the fifth Friday of May 2023") == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("From January to March 2013 it grew.", ["2013-01", "2013-03"]),
        ("It shrank from December to February 2013.", ["2012-12", "2013-02"]),
        ("It ran between 28 May and 2 June 2021.", ["2021-05-28", "2021-06-02"]),
        ("He served 1998-2003.", ["1998", "2003"]),
        ("They march in May and in June.", ["2023-05", "2023-06"]),
        ("Sales fell in the three months to March.", ["P3M", "2023-03"]),
        ("It closed on 18 and 20 August 2022.", ["2022-08-18", "2022-08-20"]),
        ("It closed on the 2nd and 3rd of April.", ["2023-04-02", "2023-04-03"]),
        ("It ran from 28 January-3 February 2022.", ["2022-01-28", "2022-02-03"]),
        ("It ran from Jan. 29-Feb. 2.", ["2023-01-29", "2023-02-02"]),
        ("The races are on 19/20 August 2022.", ["2022-08-19", "2022-08-20"]),
        ("It ran 28/02/2022-03/04/2022.", ["2022-02-28", "2022-04-03"]),
        ("He fled in May 1998 and was shot that August.", ["1998-05", "1998-08"]),
    ],
)
def test_ranges_share_what_is_stated_once(text: str, expected: list[str]) -> None:
    assert values(text) == expected


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("He said it would open in May.", "2023-05"),
        ("He said it would open in September.", "2023-09"),
        ("The case is heard in August.", "2023-08"),
        ("The trial will begin in May.", "2024-05"),
        ("It leaves in the coming year, starting in July.", "2023-07"),
        ("They wait until after the November polls.", "2023-11"),
        ("The pact ends in October. They hope for talks before October's summit.", "2023-10"),
        ("Doubts about the February vote would grow.", "2023-02"),
        ("Parties argued about the November election.", "2022-11"),
        ("Parties arm ahead of the November election.", "2023-11"),
        ("It broke in October.", "2022-10"),
        ("They named a squad for July's games.", "2023-07"),
        ("They approved a visit by the minister in August.", "2023-08"),
        ("In July, the court freed him.", "2022-07"),
        ("Crime has fallen since July.", "2022-07"),
        ("They hail the July uprising.", "2022-07"),
        ("They prepare for the July vote.", "2023-07"),
        ("She was elected in July.", "2022-07"),
        ("Sales in July rose.", "2022-07"),
        ("Heat will not match the April record.", "2023-04"),
        ("It would have closed in May.", "2023-05"),
        ("The tournament to be held in November", "2023-11"),
        ("Bosses in August said so.", "2022-08"),
    ],
)
def test_month_without_a_year_lies_where_the_verb_looks(text: str, value: str) -> None:
    assert values(text)[-1] == value


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("in the last quarter of 2022", "the last quarter of 2022", "2022-Q4"),
        ("in Q3 2022", "Q3 2022", "2022-Q3"),
        ("in 3Q 2022", "3Q 2022", "2022-Q3"),
        ("It rises this quarter.", "this quarter", "2023-Q2"),
        ("It fell last quarter.", "last quarter", "2023-Q1"),
    ],
)
def test_quarter(text: str, words: str, value: str) -> None:
    assert tagged(text) == [(words, value)]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("They fasted during Ramadan.", "2023-03-22"),
        ("They fasted on Yom Kippur last year.", "2022-10-05"),
        ("They will meet at Hanukkah.", "2023-12-08"),
        ("They met on Chinese New Year.", "2023-01-22"),
        ("They met on Holy Thursday.", "2023-04-06"),
        ("They met on Pentecost Monday.", "2023-05-29"),
        ("Shops prepare for Eid.", "2023-06-28"),
        ("before Christmas", "2022-12-25"),
        ("They met on the eve of Tuesday's vote.", "2023-06-05"),
        ("They marched on Ukraine's Independence Day.", "2022-08-24"),
        (
            "The envoys of India left. They marched on their friend Ukraine's Independence Day, in Peru.",
            "2022-08-24",
        ),
        ("The Independence Day of Mexico was marked.", "2022-09-16"),
        ("They prepare for Independence Day.", "2023-07-04"),
        ("Shots rang out on New Year Day.", "2023-01-01"),
        ("The Pentecost sermon could cost him his post.", "2023-05-28"),
        ("For the first time since Boxing Day clubs can open.", "2022-12-26"),
    ],
)
def test_feast(text: str, value: str) -> None:
    assert values(text) == [value]
