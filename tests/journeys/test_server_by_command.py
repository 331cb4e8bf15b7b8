"""An office's technician sets a shared workspace up, lets officers in, and they work in it by the same commands."""

from __future__ import annotations

import json
from collections.abc import Iterator

import pytest

from tests.journeys.command import Commands
from tests.servers import ADMINISTRATORS_WORD
from tests.shared import WORD, Shared

DATABASE = "anyilong"
FRESH = "新密码-2026-11"


@pytest.fixture
def desk(
    shared: Shared, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> Iterator[tuple[Commands, Commands, Commands]]:
    """The commands of the administrator, of an officer of the office, and of a leader."""
    monkeypatch.setenv("DAAN_DESK_NEW_PASSWORD", WORD)
    admin, office, leader = (
        Commands(address, capsys, monkeypatch)
        for address in (
            shared.server.url(DATABASE),
            shared.server.url(DATABASE, "officer1"),
            shared.server.url(DATABASE, "leader1"),
        )
    )
    yield admin, office, leader
    shared.drop(DATABASE)


def test_that_an_office_shares_a_workspace_from_its_set_up_to_a_login_shut_out(
    desk: tuple[Commands, Commands, Commands], monkeypatch: pytest.MonkeyPatch
) -> None:
    admin, office, leader = desk
    monkeypatch.setenv("DAAN_DESK_PASSWORD", ADMINISTRATORS_WORD)
    admin.run("server-set-up")
    admin.run("server-set-up", status=1)
    admin.run("server-officer", "officer1", "--officer", "李慧敏", "--role", "专班")
    assert admin.run("server-officer", "leader1", "--officer", "王建国", "--role", "县级领导")["reach"] == "包联"
    upgraded = admin.run("server-upgrade")
    assert upgraded["before"] == upgraded["after"]

    monkeypatch.setenv("DAAN_DESK_PASSWORD", WORD)
    for name in ("自贡大安天工机械", "自贡大安永固建材"):
        office.run("add", "enterprises", "--values", json.dumps({"name": name}))
    told = json.dumps({"enterprise": "自贡大安天工机械", "officer": "王建国", "role": "县级领导"})
    office.run("add", "assignments", "--values", told)
    assert office.run("list", "enterprises")["total"] == 2
    assert [row["name"] for row in leader.run("list", "enterprises")["rows"]] == ["自贡大安天工机械"]
    assert office.run("check")["ok"]
    leader.run("new", status=2)

    monkeypatch.setenv("DAAN_DESK_NEW_PASSWORD", FRESH)
    assert leader.run("password") == {"ok": True, "recovery": "", "older_copies": [], "forgotten": 0}
    leader.run("list", "enterprises", status=1)
    monkeypatch.setenv("DAAN_DESK_PASSWORD", FRESH)
    assert leader.run("list", "enterprises")["total"] == 1

    monkeypatch.setenv("DAAN_DESK_PASSWORD", ADMINISTRATORS_WORD)
    assert {line["login"] for line in admin.run("server-logins")["logins"]} == {"officer1", "leader1"}
    admin.run("server-shut-out", "leader1")
    monkeypatch.setenv("DAAN_DESK_PASSWORD", FRESH)
    leader.run("list", "enterprises", status=3)
