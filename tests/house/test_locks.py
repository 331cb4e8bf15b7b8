"""The locks pin everything that is asked for, by hash, for every machine, and name no place to fetch from."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from tests.house.tree import ROOT

RUNTIME = ROOT / "requirements.lock"
TOOLS = ROOT / "tests" / "requirements.lock"
PIN = re.compile(r"^([a-z0-9-]+)==(\S+?)(?: ; .+?)? \\\n((?:    --hash=sha256:[0-9a-f]{64}(?: \\)?\n)+)", re.MULTILINE)


def pins(lock: Path) -> dict[str, set[str]]:
    """The versions that a lock pins for a package; several where a newer Python takes a newer one."""
    found: dict[str, set[str]] = {}
    for name, version, _ in PIN.findall(lock.read_text(encoding="utf-8")):
        found.setdefault(name, set()).add(version)
    return found


def asked_for() -> tuple[list[Requirement], list[Requirement]]:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    tools = project["optional-dependencies"]["test"]
    return [Requirement(line) for line in project["dependencies"]], [Requirement(line) for line in tools]


@pytest.mark.parametrize("lock", [RUNTIME, TOOLS], ids=["runtime", "tests"])
def test_that_a_lock_holds_nothing_but_pins_with_their_hashes(lock: Path) -> None:
    text = lock.read_text(encoding="utf-8")
    assert PIN.sub("", text).strip() == ""
    assert len(pins(lock)) > 10


def test_that_everything_the_desk_asks_for_is_locked_in_a_version_that_it_takes() -> None:
    locked = pins(RUNTIME)
    for wanted in asked_for()[0]:
        versions = locked.get(canonicalize_name(wanted.name), set())
        assert versions, f"{wanted.name} is not locked: run installer/relock.py"
        assert all(version in wanted.specifier for version in versions), wanted


def test_that_every_test_tool_is_locked_once_and_in_a_version_that_is_taken() -> None:
    runtime, tools = pins(RUNTIME), pins(TOOLS)
    assert set(runtime).isdisjoint(tools)
    for wanted in asked_for()[1]:
        versions = (runtime | tools).get(canonicalize_name(wanted.name), set())
        assert versions, f"{wanted.name} is not locked: run installer/relock.py"
        assert all(version in wanted.specifier for version in versions), wanted


def test_that_the_window_library_stays_at_the_version_that_old_systems_and_long_sessions_bear() -> None:
    locked = pins(RUNTIME)
    assert locked["pyside6-essentials"] == locked["shiboken6"] == {"6.9.3"}
