"""Units, proxies and alarms: what they name exists, and those who know them find no fault."""

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from tests.cli.commands import list_commands

ROOT = Path(__file__).parents[2]
DEPLOY = ROOT / "deploy"
UNITS = sorted((DEPLOY / "systemd").iterdir())
OPERATIONS = (ROOT / "docs" / "operations.md").read_text(encoding="utf-8")
SYSTEMD, PROMTOOL = shutil.which("systemd-analyze"), shutil.which("promtool")
PROGRAM = "/opt/dragoman/bin/dragoman"


def find_commands() -> list[tuple[str, str]]:
    """What units run, by the unit's name."""
    return [
        (unit.name, command)
        for unit in UNITS
        for command in re.findall(rf"{PROGRAM} ([^'\n]+)", unit.read_text(encoding="utf-8"))
    ]


@pytest.mark.parametrize(("unit", "line"), find_commands(), ids=lambda given: given.split()[0])
def test_units_run_commands_and_options_that_exist(unit: str, line: str) -> None:
    commands = list_commands()
    name = next(name for name in commands if line.startswith(name))
    known = {option for parameter in commands[name].params for option in parameter.opts}
    assert set(re.findall(r"--[a-z-]+", line)) <= known, unit


def test_every_unit_can_do_little() -> None:
    for unit in UNITS:
        if unit.suffix == ".service":
            written = unit.read_text(encoding="utf-8")
            assert "User=dragoman" in written and "NoNewPrivileges=yes" in written and "ProtectSystem=strict" in written


@pytest.mark.skipif(SYSTEMD is None, reason="there is no systemd-analyze")
def test_systemd_finds_no_fault(tmp_path: Path) -> None:
    for unit in UNITS:
        written = unit.read_text(encoding="utf-8").replace(PROGRAM, sys.executable)
        (tmp_path / unit.name).write_text(written, encoding="utf-8")
    units = sorted(map(str, tmp_path.iterdir()))
    done = subprocess.run([str(SYSTEMD), "verify", *units], capture_output=True, text=True, check=False)
    complaints = [line for line in done.stderr.splitlines() if "dragoman" in line]
    assert not complaints


def test_proxies_and_prometheus_ask_where_the_units_listen() -> None:
    desk, follower = (
        re.findall(rf"{option} (\d+)", "\n".join(line for _, line in find_commands()))[0]
        for option in ("--port", "--metrics-port")
    )
    for name in ("nginx.conf", "Caddyfile"):
        ports = set(re.findall(r"127\.0\.0\.1:(\d+)", (DEPLOY / name).read_text(encoding="utf-8")))
        assert ports == {desk}, name
    prometheus = yaml.safe_load((DEPLOY / "prometheus" / "prometheus.yml").read_text(encoding="utf-8"))
    targets = {
        target for job in prometheus["scrape_configs"] for one in job["static_configs"] for target in one["targets"]
    }
    assert targets == {f"127.0.0.1:{desk}", f"127.0.0.1:{follower}"}


ALARMS = yaml.safe_load((DEPLOY / "prometheus" / "alerts.yml").read_text(encoding="utf-8"))["groups"][0]["rules"]


@pytest.mark.parametrize("alarm", ALARMS, ids=lambda alarm: alarm["alert"])
def test_alarms_ask_for_figures_that_exist_and_are_described(alarm: dict[str, str]) -> None:
    source = "\n".join(path.read_text(encoding="utf-8") for path in (ROOT / "src").rglob("*.py"))
    figures = set(re.findall(r"\bdragoman_\w+", alarm["expr"]))
    assert figures or alarm["expr"].startswith("up{")
    for figure in figures:
        assert f'"{re.sub("_(bucket|count|sum)$", "", figure)}"' in source, figure
    assert f"| `{alarm['alert']}` |" in OPERATIONS


@pytest.mark.skipif(PROMTOOL is None, reason="there is no promtool")
def test_prometheus_finds_no_fault() -> None:
    alarms = str(DEPLOY / "prometheus" / "alerts.yml")
    done = subprocess.run([str(PROMTOOL), "check", "rules", alarms], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def test_the_page_for_administrators_names_files_and_commands_that_exist() -> None:
    for path in re.findall(r"\bdeploy/[\w./-]*\w", OPERATIONS):
        assert (ROOT / path).exists(), path
    commands = list_commands()
    for line in re.findall(r"(?:^|-- |`)dragoman ([a-z][^`\n]*)", OPERATIONS, flags=re.MULTILINE):
        name = next((name for name in commands if line.startswith(name)), None)
        assert name, line
        known = {option for parameter in commands[name].params for option in parameter.opts}
        assert set(re.findall(r"--[a-z-]+", line)) <= known, line
