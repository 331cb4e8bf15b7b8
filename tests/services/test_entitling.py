"""The entitlements of a year are planned for everybody, shown, and kept in one act; the lists and notices follow."""

from __future__ import annotations

from pathlib import Path
from zipfile import ZipFile

import pytest

from daan_desk.domain.failures import Rejected
from daan_desk.domain.notices import boxed
from daan_desk.domain.policies import Answer
from daan_desk.domain.questions import Question
from daan_desk.exchange.boxed_out import write_boxed
from daan_desk.services import entitlement_steps, entitling, ledgers, policy_lists, policy_notices, records, undo
from daan_desk.services.office import Office
from tests import builders

STRONG, WEAK, BLANK = "自贡天工机械有限公司", "自贡永盛泵业有限公司", "大安区长兴机械厂"


@pytest.fixture
def policies(office: Office) -> tuple[str, str]:
    """A policy of the district and the superior's for the same matter, before three enterprises."""
    for name, revenue in ((STRONG, 5200), (WEAK, 300), (BLANK, None)):
        builders.enterprise(office, name, revenue_last_year=revenue, above_scale=revenue == 5200)
    above = made(office, "省级技改奖", benefit="定额", fixed=20)
    own = made(
        office,
        "区级技改奖",
        benefit="定额",
        fixed=30,
        superior="省级技改奖",
        stacking="含上级",
        pay_days=20,
        phone="0813-5551234",
    )
    return own, above


def made(office: Office, name: str, **values: object) -> str:
    policy = records.add(office, "policies", {"name": name, **values}).first("policies")
    records.add(office, "conditions", {"policy": policy, "fact": "上年营业收入", "operator": "≥", "value": "2000"})
    return policy


def kept(office: Office) -> dict[tuple[str, str], ledgers.Row]:
    rows = ledgers.rows(office, "entitlements", ledgers.ids(office, Question("entitlements")))
    return {(row["enterprise"].text, row["policy"].text): row for row in rows}  # type: ignore[attr-defined]


def test_that_a_year_is_planned_then_kept_in_one_act_that_can_be_undone(
    office: Office, policies: tuple[str, str]
) -> None:
    plan = entitling.plan(office, 2026, policies)
    assert plan.counts["区级技改奖"] == {"符合": 1, "差一点": 0, "缺数据": 1, "不符合": 1}
    assert (plan.fresh, plan.changed, plan.total(Answer.UNKNOWN)) == (2, 0, 2)
    assert kept(office) == {}
    changes = entitling.carry_out(office, plan)
    assert changes.name == "比对 2 项政策"
    assert set(kept(office)) == {(STRONG, "区级技改奖"), (STRONG, "省级技改奖")}
    undo.undo(office, changes.act)
    assert kept(office) == {}


def test_that_all_policies_in_force_are_compared_where_none_is_named(office: Office, policies: tuple[str, str]) -> None:
    plan = entitling.plan(office, 2026)
    assert {"区级技改奖", "省级技改奖"} < set(plan.counts)
    assert len(plan.policies) == 5


def test_that_the_superiors_reward_is_taken_off_with_its_working(office: Office, policies: tuple[str, str]) -> None:
    entitling.carry_out(office, entitling.plan(office, 2026, policies[:1]))
    row = kept(office)[(STRONG, "区级技改奖")]
    assert row["expected"] == 10
    assert "其中含上级奖励 20 万元，本级兑现 10 万元" in str(row["reasons"])


def test_that_a_plan_names_the_verdicts_that_turn(office: Office, policies: tuple[str, str]) -> None:
    entitling.record(office, policies[0], 2026)
    enterprise = ledgers.ids(office, Question("enterprises", text=STRONG))[0]
    records.change(office, "enterprises", enterprise, {"revenue_last_year": 1900})
    plan = entitling.plan(office, 2026, policies[:1])
    assert [(turn.enterprise, turn.before, turn.after) for turn in plan.turns] == [(STRONG, "符合", "差一点")]
    assert (plan.fresh, plan.changed) == (0, 1)
    entitling.carry_out(office, plan)
    assert entitling.plan(office, 2026, policies[:1]).changed == 0


def test_that_missing_data_are_listed_by_fact_with_who_can_give_them(office: Office, policies: tuple[str, str]) -> None:
    [lacking] = policy_lists.missing(office)
    assert (lacking.fact, lacking.ledger, [name for _, name in lacking.enterprises]) == (
        "上年营业收入",
        "企业名录",
        [BLANK],
    )
    assert lacking.giver


def test_that_an_entitlement_goes_its_way_step_by_step(office: Office, policies: tuple[str, str]) -> None:
    entitling.record(office, policies[0], 2026)
    identity = kept(office)[(STRONG, "区级技改奖")].id
    with pytest.raises(Rejected, match="还没有申报"):
        entitlement_steps.advance(office, [identity], "审核", {"审核": "通过"})
    with pytest.raises(Rejected, match="这一步不填这一项"):
        entitlement_steps.advance(office, [identity], "apply", {"paid_amount": 3})
    for step, values, stage in (
        ("tell", {}, "已告知"),
        ("apply", {"applied": "2026-11-02", "applied_amount": "10"}, "已申报"),
        ("review", {"reviewed": "2026-11-05", "review": "通过"}, "已审核"),
        ("publish", {"published": "2026-11-10"}, "已公示"),
        ("pay", {"paid_amount": 10}, "已拨付"),
    ):
        entitlement_steps.advance(office, [identity], step, values)
        assert kept(office)[(STRONG, "区级技改奖")]["stage"] == stage
    assert policy_lists.overdue(office) == ()


def test_that_many_take_a_step_together_or_none_does(office: Office, policies: tuple[str, str]) -> None:
    entitling.carry_out(office, entitling.plan(office, 2026, policies))
    ids = [row.id for row in kept(office).values()]
    entitlement_steps.advance(office, ids[:1], "apply", {})
    with pytest.raises(Rejected, match=f"{STRONG}：还没有申报"):
        entitlement_steps.advance(office, ids, "review", {"review": "通过"})
    assert all(row["review"] != "通过" for row in kept(office).values())


def test_that_who_waits_longer_than_promised_is_overdue(office: Office, policies: tuple[str, str]) -> None:
    entitling.record(office, policies[0], 2026)
    identity = kept(office)[(STRONG, "区级技改奖")].id
    entitlement_steps.advance(office, [identity], "apply", {"applied": "2026-09-01", "applied_amount": 30})
    [late] = policy_lists.lists(office).not_paid
    assert (late.id, late.amount, policy_lists.overdue(office)) == (identity, 30, (identity,))
    assert late.words.startswith("逾期")


def test_that_the_notice_says_why_and_how_much_and_notes_that_it_was_handed_over(
    office: Office, policies: tuple[str, str], tmp_path: Path
) -> None:
    found = policy_notices.notice(office, STRONG)
    assert [item.title for item in found.entitled] == ["区级技改奖", "省级技改奖"]
    assert found.entitled[0].reasons == ("上年营业收入 5,200 万元，要求 上年营业收入 ≥ 2000 万元",)
    assert found.sum_words == "30 万元（2 项）"
    file = tmp_path / "告知单.docx"
    write_boxed(boxed(found), file)
    words = ZipFile(file).read("word/document.xml").decode()
    assert "含上级奖励 20 万元" in words and "0813-5551234" in words
    policy_notices.hand_over(office, STRONG)
    assert {row["told"] for row in kept(office).values()} == {office.today()}
    assert policy_notices.notice(office, STRONG).entitled[0].stage == "已告知"
    missing = policy_notices.notice(office, BLANK)
    assert missing.entitled == ()
    assert "可由" in missing.unknown[0].reasons[0]


def test_that_a_paper_of_another_ending_is_refused(office: Office, policies: tuple[str, str], tmp_path: Path) -> None:
    with pytest.raises(Rejected, match=r"不能写成“\.txt”"):
        write_boxed(boxed(policy_notices.notice(office, WEAK)), tmp_path / "告知单.txt")


def test_that_a_qualification_of_which_nobody_entered_a_list_is_unknown_and_not_a_no(office: Office) -> None:
    firm = builders.enterprise(office)
    policy = records.add(office, "policies", {"name": "瞪羚奖"}).first("policies")
    records.add(office, "conditions", {"policy": policy, "fact": "资质", "operator": "有资质", "value": "瞪羚企业"})
    assert entitling.plan(office, 2026, [policy]).counts["瞪羚奖"]["缺数据"] == 1
    other = builders.enterprise(office, STRONG + "二厂")
    records.add(office, "qualifications", {"enterprise": other, "kind": "瞪羚企业", "awarded": "2026-01-01"})
    counts = entitling.plan(office, 2026, [policy]).counts["瞪羚奖"]
    assert (counts["符合"], counts["不符合"], counts["缺数据"]) == (1, 1, 0), firm
