"""The image: every file, extra, option and address that the Dockerfile names exists. Docker itself is not needed."""

import json
import re
import shlex
import tomllib
from pathlib import Path

from starlette.testclient import TestClient

from dragoman.desk import DeskSettings, make_app
from tests.cli.commands import list_commands

ROOT = Path(__file__).parents[2]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]


def read_instructions() -> list[tuple[str, str]]:
    """Instructions of the Dockerfile with what follows them, each on one line."""
    written = (ROOT / "Dockerfile").read_text(encoding="utf-8")
    lines = re.sub(r"\\\n\s*", "", re.sub(r"^#.*\n", "", written, flags=re.MULTILINE)).splitlines()
    return [(line.split()[0], line.split(maxsplit=1)[1]) for line in lines if line.strip()]


INSTRUCTIONS = read_instructions()


def find(name: str) -> list[str]:
    return [given for instruction, given in INSTRUCTIONS if instruction == name]


def test_what_is_copied_exists_and_nothing_else_is_sent() -> None:
    copied = {name for given in find("COPY") if "--from" not in given for name in given.split()[:-1]}
    assert all((ROOT / name).exists() for name in copied)
    rules = (ROOT / ".dockerignore").read_text(encoding="utf-8").splitlines()
    assert "*" in rules, "all is left out but what is named"
    assert {rule.removeprefix("!") for rule in rules if rule.startswith("!")} == copied


def test_the_build_has_what_pyproject_needs() -> None:
    copied = {name for given in find("COPY") for name in given.split()[:-1]}
    assert {PROJECT["readme"], *PROJECT["license-files"], "constraints.txt", "src"} <= copied


def test_its_extras_and_its_python_exist() -> None:
    (extras,) = re.findall(r"'\.\[(.+)\]'", " ".join(find("RUN")))
    assert set(extras.split(",")) <= set(PROJECT["optional-dependencies"])
    assert f"Programming Language :: Python :: {find('ARG')[0].partition('=')[2]}" in PROJECT["classifiers"]


def test_it_runs_without_root() -> None:
    assert re.fullmatch(r"[1-9]\d*:[1-9]\d*", find("USER")[-1])
    order = [instruction for instruction, _ in INSTRUCTIONS]
    assert order.index("USER") < order.index("ENTRYPOINT")


def test_its_command_and_options_exist() -> None:
    (program,), (command, *arguments) = (json.loads(find(name)[0]) for name in ("ENTRYPOINT", "CMD"))
    assert program in PROJECT["scripts"]
    known = {option for parameter in list_commands()[command].params for option in parameter.opts}
    assert {argument for argument in arguments if argument.startswith("--")} <= known
    (folder,) = find("VOLUME")
    assert arguments[0].startswith(f"{folder}/") and f"DRAGOMAN_RECORD={arguments[0]}" in find("ENV")[0]


def test_its_variables_are_those_of_options() -> None:
    variables = {v for c in list_commands().values() for p in c.params for v in [getattr(p, "envvar", None)] if v}
    named = {word.partition("=")[0] for word in shlex.split(find("ENV")[0])}
    assert {name for name in named if name.startswith("DRAGOMAN_")} <= variables


def test_the_health_check_asks_for_a_page_that_needs_no_token(tmp_path: Path) -> None:
    ((port, path),) = re.findall(r"http://127\.0\.0\.1:(\d+)(/\w+)", find("HEALTHCHECK")[0])
    assert port == find("EXPOSE")[0]
    settings = DeskSettings(record=tmp_path / "none.db", host="0.0.0.0", token="x" * 16)  # noqa: S104
    assert TestClient(make_app(settings)).get(path).status_code == 503, "there is no record"
