"""By commands alone: a laptop is packed on the server, works without it, and comes back under its leader's login."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from daan_desk.services import servers
from daan_desk.services.servers import Newcomer
from tests import builders
from tests.journeys.command import Commands
from tests.shared import WORD, Shared

FIRM, NAME = "自贡大安天工机械", "王剑光"


@pytest.fixture
def three(
    shared: Shared, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> Iterator[tuple[Commands, Commands, Commands]]:
    """Office and leader on the server, and the leader's laptop, which is not made yet."""
    name = shared.database()
    servers.add_officer(shared.administrator(name), Newcomer(NAME, "wangjg", WORD, "县级领导"), builders.at())
    places = (shared.server.url(name, "lihm"), shared.server.url(name, "wangjg"), str(tmp_path / "随身.daan"))
    office, leader, laptop = (Commands(place, capsys, monkeypatch) for place in places)
    monkeypatch.setenv("DAAN_DESK_PASSWORD", WORD)
    for firm in (FIRM, "自贡永固建材"):
        office.run("add", "enterprises", "--values", json.dumps({"name": firm}))
    told = json.dumps({"enterprise": FIRM, "officer": NAME, "role": "县级领导"})
    office.run("add", "assignments", "--values", told)
    yield office, leader, laptop
    shared.drop(name)


def test_that_a_laptop_goes_and_comes_by_command(three: tuple[Commands, Commands, Commands], tmp_path: Path) -> None:
    office, leader, laptop = three
    out, back = tmp_path / "去.daanpack", tmp_path / "回.daanpack"
    assert leader.run("pack", "--for", NAME, "--to", out)["changes"] > 0
    laptop.run("new", "--from", out)
    assert [row["name"] for row in laptop.run("list", "enterprises")["rows"]] == [FIRM]
    visit = {"enterprise": FIRM, "day": "2026-11-23", "way": "实地", "led_by": NAME, "summary": "没有网络也记下了"}
    laptop.run("add", "visits", "--values", json.dumps(visit))
    laptop.run("pack", "--to", back)
    plan = leader.run("merge", back, "--dry-run")
    assert (plan["applied"], plan["new"], plan["conflicts"]) == (0, {"visits": 1}, [])
    assert leader.run("merge", back)["applied"] == plan["planned"]
    assert office.run("merge", back)["applied"] == 0
    assert [row["summary"] for row in office.run("list", "visits")["rows"]] == ["没有网络也记下了"]
    assert office.run("check")["ok"]
    done = [row["name"] for row in office.run("history", "--officer", NAME)["rows"]]
    assert "新增走访" in "".join(done) or "登记走访" in "".join(done)
