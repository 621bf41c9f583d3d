"""Names in addresses."""

from urllib.parse import unquote, urljoin, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.pages.links import from_segment, relation_path, to_segment, with_query


@given(st.text(min_size=1).filter(lambda name: name.isprintable() or "\n" in name))
def test_any_name_comes_back_whole_through_browsers_and_servers(name: str) -> None:
    name = name.encode("utf-8", "replace").decode()
    address = urljoin("http://desk/a/b", f"/document/{to_segment(name)}.json")
    path = unquote(urlsplit(address).path)
    assert path.count("/") == 2 and path.endswith(".json")
    assert from_segment(path.removeprefix("/document/").removesuffix(".json")) == name


def test_codes_stay_readable() -> None:
    assert relation_path("IGO:UN", "NSA:HEZBOLLAH/LBN") == "/relation/IGO:UN/NSA:HEZBOLLAH~2FLBN"


@pytest.mark.parametrize(
    ("asked", "address"),
    [
        ({}, "/events"),
        ({"side": "", "from": None, "rejected": False, "offset": 0}, "/events?offset=0"),
        ({"type": ["AGREE", "AID"], "words": "a b&c"}, "/events?type=AGREE&type=AID&words=a+b%26c"),
    ],
)
def test_questions_stand_in_the_address(asked: dict[str, object], address: str) -> None:
    assert with_query("/events", asked) == address
