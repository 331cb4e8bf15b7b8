"""Pushing to banks, matching assets, climbing ladders, checking and locking a month, lights of projects."""

from __future__ import annotations

from decimal import Decimal

import pytest

from daan_desk.domain.failures import Rejected
from daan_desk.domain.imports import Verdict
from daan_desk.domain.policies import Answer
from daan_desk.domain.questions import Question, Where
from daan_desk.services import assets, cultivation, figures, financing, imports, ledgers, records, settings
from daan_desk.services.office import Office
from tests import builders
from tests.services import services_world as world
from tests.services.services_world import FIRM
from tests.sheets import layout


def row(office: Office, ledger: str, *where: Where) -> ledgers.Row:
    [found] = ledgers.rows(office, ledger, ledgers.ids(office, Question(ledger, where=where)))
    return found


def test_that_demands_are_pushed_once_to_each_bank_and_the_funnel_counts_them(office: Office) -> None:
    made = world.laid(office)
    changes = financing.push(office, made["financing"], made["banks"])
    assert changes.counts == {"bank_responses": 2, "financing": 0} or changes.counts["bank_responses"] == 2
    with pytest.raises(Rejected, match="都已推送"):
        financing.push(office, made["financing"], made["banks"])
    funnel = financing.funnel(office)
    assert [(s.word, s.count, int(s.amount)) for s in funnel.stages] == [
        ("需求", 2, 1100),
        ("推送", 2, 1100),
        ("授信", 1, 500),
        ("放款", 0, 0),
    ]
    only = financing.funnel(office, Question("financing", where=(Where("amount", "is", 300),)))
    assert [stage.count for stage in only.stages] == [1, 1, 0, 0]


def test_that_a_bank_that_is_late_shows_red(office: Office) -> None:
    world.laid(office)
    assert row(office, "bank_responses", Where("credit", "empty"))["light"] == "剩 6 个工作日"
    records.change(
        office, "bank_responses", row(office, "bank_responses", Where("credit", "empty")).id, {"due": "2026-11-20"}
    )
    assert row(office, "bank_responses", Where("credit", "empty"))["light_colour"] == "逾期"


def test_that_a_need_is_matched_and_settled_with_an_asset(office: Office) -> None:
    made = world.laid(office)
    [match] = assets.matches(office, made["space_needs"][0])
    assert match.offer.name == "东区 3 号厂房"
    assert match.of("不符") == ()
    [(need, enterprise, again)] = assets.takers(office, made["assets"][0])
    assert (need, enterprise, again) == (made["space_needs"][0], "自贡华岭阀门有限公司", match)
    assets.settle(office, need, match.offer.id)
    assert row(office, "assets", Where("kind", "is", "厂房"))["state"] == "对接中"
    assets.settle(office, need, match.offer.id, done=True)
    used = row(office, "assets", Where("kind", "is", "厂房"))
    assert (used["state"], used["revived"], used["enterprise"].text) == ("已盘活", office.today(), enterprise)  # type: ignore[attr-defined]
    assert row(office, "space_needs")["state"] == "已落实"
    assert assets.matches(office, need) == ()


def test_that_who_is_nearly_at_the_next_step_is_found(office: Office) -> None:
    firm = builders.enterprise(office, employees=120, revenue_last_year=1950)
    builders.enterprise(office, "自贡大业有限公司", employees=520, revenue_last_year=100)
    found = cultivation.climbers(office)
    assert [(one.enterprise == firm, one.standing.following, one.verdict.answer) for one in found] == [
        (True, "科技型中小企业", Answer.MET),
        (False, "科技型中小企业", Answer.NEAR),
    ]
    unknown = cultivation.climbers(office, (Answer.UNKNOWN,))
    assert {one.standing.following for one in unknown} == {"创新型中小企业"}
    records.add(office, "cultivation", {"enterprise": firm, "target": "科技型中小企业", "target_year": 2027})
    shown = row(office, "cultivation")
    assert (shown["standing"], shown["near"], shown["near_verdict"]) == ("未入库", "各项门槛都已达到", "符合")


def test_that_a_revised_threshold_counts_from_its_day(office: Office) -> None:
    firm = builders.enterprise(office, revenue_last_year=1500, founded="2015-01-01")
    records.add(office, "cultivation", {"enterprise": firm, "target": "专精特新", "target_year": 2027})
    assert "已于 2026-03-31 停止执行" in str(row(office, "cultivation")["near"])
    rows = settings.setting(office, "cultivation_thresholds")
    assert isinstance(rows, list)
    revised = {**rows[-1], "value": "1600", "basis": "某号文", "since": "2026-04-01", "until": ""}
    settings.change_setting(office, "cultivation_thresholds", [*rows, revised])
    assert row(office, "cultivation")["near_verdict"] == "差一点"


def test_that_projects_carry_their_lights(office: Office) -> None:
    world.laid(office)
    late = row(office, "projects", Where("kind", "is", "基础设施"))
    assert (late["start_light"], late["start_colour"], late["progress_light"]) == (
        "应开工未开工，晚 5 个月",
        "逾期",
        "",
    )
    going = row(office, "projects", Where("kind", "is", "技改"))
    records.change(office, "projects", going.id, {"started": "2026-03-01"})
    going = row(office, "projects", Where("kind", "is", "技改"))
    assert (going["start_light"], going["progress_colour"]) == ("已开工", "逾期")
    assert str(going["progress_light"]).startswith("落后序时进度 70.8")
    records.change(office, "projects", going.id, {"stage": "竣工"})
    assert row(office, "projects", Where("kind", "is", "技改"))["start_light"] == "已竣工"


def test_that_leads_assets_and_policies_show_where_they_stand(office: Office) -> None:
    made = world.laid(office)
    assert row(office, "leads")["light"] == "8 天后联系"
    records.change(office, "assets", made["assets"][0], {"since": "2025-08-01"})
    assert row(office, "assets", Where("kind", "is", "厂房"))["idle_for"] == "1 年 3 个月"
    assert row(office, "policies", Where("window_to", "filled"))["window"] == "还有 17 天截止"


def test_that_odd_figures_are_named_beside_last_month(office: Office) -> None:
    firm = builders.enterprise(office)
    for month, output in (("2026-09", 1000), ("2026-10", 2400)):
        records.add(office, "figures", {"enterprise": firm, "month": month, "output": output})
    [doubt] = figures.checks(office, "2026-10")
    assert (doubt.enterprise, doubt.odd.words) == (FIRM, "工业总产值比上月增长 140%（1,000 → 2,400）")
    assert figures.checks(office, "2026-09") == ()


def test_that_a_locked_month_is_closed_to_everything_until_it_is_opened_with_a_reason(office: Office) -> None:
    firm = builders.enterprise(office)
    other = builders.enterprise(office, "自贡华岭阀门有限公司")
    kept = records.add(office, "figures", {"enterprise": firm, "month": "2026-10", "output": 100}).first("figures")
    loose = records.add(office, "figures", {"enterprise": firm, "month": "2026-09", "output": 90}).first("figures")
    figures.lock(office, "2026年10月")
    assert figures.locked(office) == ("2026-10",)
    for refused in (
        lambda: records.add(office, "figures", {"enterprise": other, "month": "2026-10"}),
        lambda: records.change(office, "figures", kept, {"output": 120}),
        lambda: records.change(office, "figures", loose, {"month": "2026-10"}),
        lambda: records.plan_change(office, "figures", [kept], {"output": 5}),
        lambda: records.remove(office, "figures", [kept]),
        lambda: figures.lock(office, "2026-10"),
    ):
        with pytest.raises(Rejected, match="锁定"):
            refused()
    sheet = layout("企业名称 月份 工业总产值", (FIRM, "2026-10", 200), (FIRM, "2026-09", 95))
    plan = imports.plan(office, sheet)
    assert [judged.verdict for judged in plan.rows] == [Verdict.REFUSED, Verdict.CHANGED]
    with pytest.raises(Rejected, match="理由"):
        figures.reopen(office, "2026-10", " ")
    figures.reopen(office, "2026-10", "企业订正数据")
    records.change(office, "figures", kept, {"output": 120})
    assert figures.locked(office) == ()
    with pytest.raises(Rejected, match="还没有指标"):
        figures.lock(office, "2020-01")


def test_that_year_to_date_sums_become_months_and_gaps_are_left_out() -> None:
    sums = {"2025-12": Decimal(900), "2026-01": Decimal(80), "2026-02": Decimal(170), "2026-04": Decimal(400)}
    assert figures.to_months(sums) == {"2026-01": 80, "2026-02": 90}
