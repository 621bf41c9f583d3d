import pytest

from dragoman.errors import ConfigurationError
from dragoman.extras import need, needing


def test_a_library_that_is_there_is_given() -> None:
    assert need("json", "desk", "pages are made").dumps([]) == "[]"


def test_a_missing_one_is_named_with_its_extra() -> None:
    with pytest.raises(
        ConfigurationError, match=r"feeds are read with libraries that are missing \(no_such_library\)"
    ) as raised:
        need("no_such_library", "feeds", "feeds are read")
    assert "pip install 'dragoman[feeds]'" in raised.value.remedy


def test_other_errors_of_a_block_stay_what_they_are() -> None:
    with pytest.raises(ZeroDivisionError), needing("desk", "pages are made"):
        _ = 1 / 0
