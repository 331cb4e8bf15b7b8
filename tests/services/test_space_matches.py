"""Every try between a need and an asset is a row that is followed up; the states of both follow from it."""

from __future__ import annotations

import pytest

from daan_desk.domain.failures import Rejected
from daan_desk.domain.questions import Question
from daan_desk.services import assets, land, ledgers, records, revivals, undo
from daan_desk.services.office import Office
from tests import builders

Found = tuple[str, list[str]]


@pytest.fixture
def space(office: Office) -> Found:
    """A need and two plants, one of them too low."""
    firm = builders.enterprise(office, cluster="通用装备")
    need = {"enterprise": firm, "kind": "厂房", "area": 2500, "height": 8, "tenure": "出租"}
    plant = {"kind": "厂房", "idle_area": 3200, "tenure": "出租"}
    made = [
        records.add(office, "assets", {**plant, "name": name, **more}).first("assets")
        for name, more in (("东区厂房", {"height": 9, "plan": "装备制造"}), ("西区厂房", {"height": 6, "plan": "食品"}))
    ]
    return records.add(office, "space_needs", need).first("space_needs"), made


def states(office: Office, space: Found) -> tuple[object, ...]:
    need, made = space
    return (
        ledgers.row(office, "space_needs", need)["state"],
        *(ledgers.row(office, "assets", a)["state"] for a in made),
    )


def matches(office: Office) -> dict[str, ledgers.Row]:
    rows = ledgers.rows(office, "space_matches", ledgers.ids(office, Question("space_matches")))
    return {row["asset"].text: row for row in rows}  # type: ignore[attr-defined]


def test_that_offered_assets_are_followed_up_with_their_reasons(office: Office, space: Found) -> None:
    assets.offer(office, *space)
    found = matches(office)
    assert states(office, space) == ("对接中", "对接中", "对接中")
    assert "【不符】层高 6 米，要求 8 米" in str(found["西区厂房"]["fits"])
    assert "【不清楚】规划产业定位“食品”，企业属于“通用装备”" in str(found["西区厂房"]["fits"])
    assert "【符合】规划产业定位“装备制造”" in str(found["东区厂房"]["fits"])
    assert found["东区厂房"]["light"] == "未定下次跟进"
    assets.offer(office, *space)
    assert len(matches(office)) == 2


def test_that_signing_puts_the_enterprise_in_and_what_fails_lets_the_asset_go(office: Office, space: Found) -> None:
    need, (east, west) = space
    assets.offer(office, need, [east, west])
    found = matches(office)
    records.change(office, "space_matches", found["西区厂房"].id, {"state": "未达成", "reason": "层高不够"})
    assert states(office, space) == ("对接中", "对接中", "闲置")
    records.change(office, "space_matches", found["东区厂房"].id, {"state": "已签约"})
    assert states(office, space) == ("已落实", "已盘活", "闲置")
    used = ledgers.row(office, "assets", east)
    assert (used["enterprise"].text, used["revived"], used["revived_area"]) == (  # type: ignore[attr-defined]
        "自贡天工机械有限公司",
        office.today(),
        2500,
    )
    [revival] = revivals.revivals(office)
    assert revival.after == "自贡天工机械有限公司，盘活 2,500 ㎡"
    records.change(office, "space_matches", found["东区厂房"].id, {"state": "洽谈"})
    assert states(office, space) == ("对接中", "对接中", "闲置")
    assert ledgers.row(office, "assets", east)["enterprise"] is None


def test_that_a_removed_match_and_an_undone_one_leave_nothing_behind(office: Office, space: Found) -> None:
    need, (east, _) = space
    changes = assets.offer(office, need, [east])
    undo.undo(office, changes.act)
    assert states(office, space) == ("待对接", "闲置", "闲置")
    assets.offer(office, need, [east])
    records.remove(office, "space_matches", [matches(office)["东区厂房"].id])
    assert states(office, space) == ("待对接", "闲置", "闲置")


def test_that_an_asset_with_another_enterprise_in_it_is_not_offered(office: Office, space: Found) -> None:
    need, (east, _) = space
    records.change(office, "assets", east, {"enterprise": builders.enterprise(office, "自贡永盛泵业有限公司")})
    with pytest.raises(Rejected, match="已有企业入驻"):
        assets.offer(office, need, [east])


def test_that_the_account_the_land_idle_by_law_and_the_work_list_are_told_apart(office: Office) -> None:
    records.add(office, "land_accounts", {"name": "东片区", "planned": 3123, "usable": 1000, "reserved": 500})
    records.add(office, "idle_lands", {"name": "甲地块", "area": 30, "found": "2025-03-01"})
    records.add(office, "idle_lands", {"name": "乙地块", "area": 20, "handled": "2026-03-01"})
    records.add(office, "assets", {"name": "低效地块", "kind": "土地", "land_area": 60})
    records.add(office, "assets", {"name": "空厂房", "kind": "厂房", "idle_area": 900})
    found = land.land(office)
    assert (found.account.planned, found.account.usable, found.account.reserved) == (3123, 1000, 500)
    assert [(part.count, int(part.area)) for part in (found.by_law, found.handled)] == [(1, 30), (1, 20)]
    assert [int(part.area) for part in (found.work_list_land, found.work_list_rooms)] == [60, 900]
