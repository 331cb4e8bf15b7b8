"""The services of the sample district: proportionate, dated until today, and without any invented amount of policy."""

from __future__ import annotations

from collections import Counter
from datetime import date

from daan_desk.domain.lights import Colour
from daan_desk.domain.questions import Question, Where
from daan_desk.services import assets, financing, ledgers, policy_lists
from daan_desk.services.office import Office
from tests import builders

TODAY = builders.MONDAY.date()
PAST = {
    "meetings": ("day",),
    "financing": ("raised",),
    "bank_responses": ("pushed", "credit_day", "loan_day"),
    "entitlements": ("told", "applied", "published"),
    "projects": ("started", "finished"),
    "assets": ("since", "revived"),
    "space_needs": ("raised",),
    "weekly_notes": ("week",),
}


def shown(office: Office, ledger: str, *where: Where) -> tuple[ledgers.Row, ...]:
    return ledgers.rows(office, ledger, ledgers.ids(office, Question(ledger, where=where)))


def test_that_nothing_of_the_past_lies_ahead(district: Office) -> None:
    for ledger, names in PAST.items():
        rows = shown(district, ledger)
        assert rows, ledger
        days = [row[name] for row in rows for name in names if row[name] is not None]
        assert all(isinstance(day, date) and day <= TODAY for day in days), ledger


def test_that_meetings_are_numbered_and_hold_people_and_issues(district: Office) -> None:
    rows = shown(district, "meetings")
    assert {row["kind"] for row in rows} == {"“安逸隆”下午茶", "银政企恳谈会", "座谈会", "现场办公会"}
    for kind in {row["kind"] for row in rows}:
        mine = sorted((row["day"], row["number"]) for row in rows if row["kind"] == kind and row["day"].year == 2026)  # type: ignore[attr-defined]
        assert [number for _, number in mine] == list(range(1, len(mine) + 1))
    assert all(row["people"] >= 8 for row in rows)  # type: ignore[operator]
    assert sum(row["issues"] for row in rows) > 20  # type: ignore[misc]


def test_that_financing_narrows_from_stage_to_stage(district: Office) -> None:
    funnel = financing.funnel(district)
    counts = [stage.count for stage in funnel.stages]
    assert counts == sorted(counts, reverse=True)
    assert counts[-1] > 10
    assert len(funnel.reasons) >= 4
    lights = Counter(row["light_colour"] for row in shown(district, "bank_responses"))
    assert lights[Colour.RED.value] and lights[Colour.GREY.value]


def test_that_policies_are_examples_without_amounts_and_their_lists_are_filled(district: Office) -> None:
    rows = shown(district, "policies")
    assert len(rows) == 5
    assert all(row["benefit"] is None and row["fixed"] is None and row["cap"] is None for row in rows)
    assert {str(row["name"])[-4:] for row in rows if row["conditions"]} == {"（演示）"}
    verdicts = Counter(row["verdict"] for row in shown(district, "entitlements"))
    assert verdicts["符合"] > 5
    assert verdicts["差一点"] > 0
    with district.reading() as reader:
        assert policy_lists.not_applied(reader)
        assert len(policy_lists.closing(reader, TODAY)) == 1


def test_that_projects_stand_in_every_light(district: Office) -> None:
    rows = shown(district, "projects")
    assert len(rows) == 36
    assert {"正常", "临期", "逾期"} <= {row["progress_colour"] for row in rows}
    assert {row["start_colour"] for row in rows} >= {"正常", "逾期", "已办"}
    assert all(row["done_year"] is None or row["done_year"] > 0 for row in rows)  # type: ignore[operator]


def test_that_every_need_has_an_asset_to_look_at(district: Office) -> None:
    plants = shown(district, "space_needs", Where("kind", "is", "厂房"))
    found = [assets.matches(district, row.id) for row in plants]
    assert all(found)
    assert any(match[0].of("不符") == () for match in found)
    assert any(match.of("不符") for matches in found for match in matches)
