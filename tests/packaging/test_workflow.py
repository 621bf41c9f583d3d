"""The workflow of GitHub: valid, of the Python versions that dragoman is for, and of scripts that exist."""

import os
import re
import subprocess
import sys
import tomllib
import zlib
from pathlib import Path
from typing import Any

import yaml

ROOT = Path(__file__).parents[2]
WORKFLOW = ROOT / ".github" / "workflows" / "ci.yml"
BLOCK = 2**16
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
JOBS: dict[str, Any] = yaml.safe_load(WORKFLOW.read_text(encoding="utf-8"))["jobs"]


def test_it_is_a_workflow() -> None:
    command = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", "vendor.github-workflows", str(WORKFLOW)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def test_it_tests_every_python_that_dragoman_is_for() -> None:
    prefix = "Programming Language :: Python :: "
    versions = [named.removeprefix(prefix) for named in PROJECT["classifiers"] if named.startswith(prefix)]
    assert JOBS["check"]["strategy"]["matrix"]["python"] == versions
    for version in versions:
        assert re.search(rf"(?m)^  \"{prefix}{version}\",$", (ROOT / "pyproject.toml").read_text())


def test_the_scripts_that_it_runs_exist() -> None:
    lines = [step["run"] for job in JOBS.values() for step in job["steps"] if "run" in step]
    scripts = {word for line in lines for word in line.split() if word.startswith(".ci/")}
    assert scripts == {".ci/run", ".ci/wheel"}
    assert all(os.access(ROOT / script, os.X_OK) for script in scripts)


def test_a_release_waits_for_all_checks_and_alone_may_write() -> None:
    assert set(JOBS["release"]["needs"]) == set(JOBS) - {"release"}
    assert {name for name, job in JOBS.items() if "permissions" in job} == {"release"}
    assert all("timeout-minutes" in job for job in JOBS.values())


def test_a_wheel_stays_small() -> None:
    (most,) = re.findall(r"^MOST_BYTES=(\d+)$", (ROOT / ".ci" / "wheel").read_text(), flags=re.MULTILINE)
    files = [path for path in (ROOT / "src").rglob("*") if path.is_file() and "__pycache__" not in path.parts]
    assert sum(map(estimate_compressed, files)) < int(most) == 60_000_000


def estimate_compressed(path: Path) -> float:
    """Bytes of a file in a wheel, from every sixteenth block of a large one; `.ci/wheel` builds it and counts."""
    content = path.read_bytes()
    blocks = [content[start : start + BLOCK] for start in range(0, len(content), BLOCK)]
    sample = b"".join(blocks[:: 16 if len(blocks) > 64 else 1])
    return len(zlib.compress(sample)) * len(content) / max(len(sample), 1)
