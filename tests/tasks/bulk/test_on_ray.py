"""Bulk runs on a real Ray of this machine: the same bytes as without it, also when a worker is killed."""

import os
import shutil
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from dragoman.config import CoderConfig, EngineName
from dragoman.errors import EngineError, ModelError
from dragoman.tasks import code_documents, make_coder
from dragoman.tasks.engines import Engine, LocalEngine, open_engine
from tests.tasks.bulk.coders import make_mortal_coder
from tests.tasks.bulk.runs import code, make_order, read_tree, write_inputs
from tests.tasks.fakes import make_no_coder
from tests.tasks.test_code import sourced

REPOSITORY = Path(__file__).parents[3]
# Ray minds its own settings.
pytestmark = [pytest.mark.ray, pytest.mark.filterwarnings("ignore::DeprecationWarning:ray.*")]


@pytest.fixture(scope="module")
def two_workers() -> Iterator[Engine]:
    """A Ray that lives as long as these tests."""
    pytest.importorskip("ray", reason="Ray is not installed, as where it has no wheel: pip install 'dragoman[ray]'")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PYTHONPATH", str(REPOSITORY), prepend=os.pathsep)  # where the coders of these tests are
        patch.setenv("RAY_AUTH_MODE", "disabled")  # else Ray writes a token to the home folder
        patch.setenv("RAY_worker_niceness", "0")  # else its processes yield to whatever else a busy machine does
        with open_engine(EngineName.RAY, workers=2) as engine:
            yield engine


def test_killed_workers_cost_nothing_and_fatal_documents_themselves(tmp_path: Path, two_workers: Engine) -> None:
    inputs = write_inputs(tmp_path, lines=60)
    (inputs / "d.txt").write_text(f"date 2025-01-03 They met. KILL self {tmp_path / 'child'}")
    (inputs / "e.txt").write_text(f"date 2025-01-03 They met. KILL parent {tmp_path / 'worker'}")
    (inputs / "f.txt").write_text("date 2025-01-03 They met. DIE")
    order = make_order(tmp_path, maker=make_mortal_coder, part_size=20)
    tally = code(order, two_workers)
    assert (tmp_path / "child").exists() and (tmp_path / "worker").exists()
    assert (tally.documents, tally.rejected) == (61, 4)
    # With one worker the fatal document would take this process with it.
    assert code(replace(order, folder=tmp_path / "local"), LocalEngine(2)) == tally
    assert read_tree(tmp_path / "out") == read_tree(tmp_path / "local")


def test_the_coder_itself_gives_the_same(tmp_path: Path, two_workers: Engine) -> None:
    (tmp_path / "in").mkdir()
    for path in sorted((REPOSITORY / "examples" / "dispatches").iterdir())[:4]:
        shutil.copy(path, tmp_path / "in")
    order = make_order(tmp_path, maker=make_coder)
    assert code(order, two_workers).events > 10
    code(replace(order, folder=tmp_path / "local"))
    assert read_tree(tmp_path / "out") == read_tree(tmp_path / "local")


def test_a_missing_model_ends_the_run(two_workers: Engine) -> None:
    with pytest.raises(ModelError, match=r"the model is missing\. Install it again"):
        list(code_documents(sourced("They met."), CoderConfig(), engine=two_workers, maker=make_no_coder))


def test_what_nobody_foresaw_is_told_with_a_remedy(two_workers: Engine) -> None:
    with pytest.raises(EngineError, match=r"(?s)Ray broke down.*a bulk run goes on by the same command"):
        list(two_workers.map(fail, [1], crashed=str))


def fail(chunk: Sequence[int]) -> list[str]:
    raise ZeroDivisionError


def test_ray_writes_nothing_of_its_own(two_workers: Engine, capfd: pytest.CaptureFixture[str]) -> None:
    assert list(two_workers.map(list, range(40), crashed=int)) == list(range(40))
    assert capfd.readouterr() == ("", "")
