"""Policies are compared with every enterprise, kept with their reasons, and found again in the three lists."""

from __future__ import annotations

from decimal import Decimal

import pytest

from daan_desk.domain.kinds import Linked
from daan_desk.domain.policies import Answer
from daan_desk.domain.questions import Question, Where
from daan_desk.services import entitling, home, ledgers, policies, policy_lists, records
from daan_desk.services.office import Office
from tests import builders

STRONG, NEAR, WEAK, BLANK = "自贡天工机械有限公司", "自贡华岭阀门有限公司", "自贡永盛泵业有限公司", "大安区长兴机械厂"


@pytest.fixture
def policy(office: Office) -> str:
    """A policy of 2,000 万元 revenue, and four enterprises before it."""
    for name, revenue in ((STRONG, 5200), (NEAR, 1900), (WEAK, 300), (BLANK, None)):
        builders.enterprise(office, name, revenue_last_year=revenue, above_scale=revenue == 5200)
    builders.enterprise(office, "自贡旧业有限公司", revenue_last_year=9000, operating_state="注销")
    values = {
        "name": "稳产奖补",
        "benefit": "按比例有上限",
        "rate": 1,
        "base": "上年营业收入",
        "cap": 30,
        "pay_days": 20,
        "window_from": "2026-11-01",
        "window_to": "2026-12-10",
    }
    made = records.add(office, "policies", values).first("policies")
    records.add(office, "conditions", {"policy": made, "fact": "上年营业收入", "operator": "不低于", "value": "2000"})
    return made


def kept(office: Office) -> dict[str, ledgers.Row]:
    rows = ledgers.rows(office, "entitlements", ledgers.ids(office, Question("entitlements")))
    return {row["enterprise"].text: row for row in rows if isinstance(row["enterprise"], Linked)}


def test_that_every_working_enterprise_stands_before_a_policy_with_reasons_and_amount(
    office: Office, policy: str
) -> None:
    found = policies.of_policy(office, policy)
    told = {one.name: one.verdict.answer for one in found}
    assert told == {STRONG: Answer.MET, NEAR: Answer.NEAR, BLANK: Answer.UNKNOWN, WEAK: Answer.UNMET}
    assert [one.name for one in found] == [STRONG, NEAR, BLANK, WEAK]
    assert found[0].expected.amount == 30
    assert "按 30 万元" in found[0].expected.working
    mine, *others = policies.of_enterprise(office, found[1].enterprise)
    assert (mine.title, mine.verdict.answer) == ("稳产奖补", Answer.NEAR)
    assert {one.verdict.answer for one in others} == {Answer.UNKNOWN}


def test_that_verdicts_are_kept_brought_up_and_never_twice(office: Office, policy: str) -> None:
    changes = entitling.record(office, policy, 2026)
    assert changes.name == "比对政策：稳产奖补"
    first = kept(office)
    assert set(first) == {STRONG, NEAR}
    assert (first[STRONG]["verdict"], first[STRONG]["expected"]) == ("符合", Decimal(30))
    assert first[NEAR]["expected"] is None
    assert "还差 100 万元" in str(first[NEAR]["reasons"])
    [near] = ledgers.ids(office, Question("enterprises", where=(Where("name", "is", NEAR),)))
    records.change(office, "enterprises", near, {"revenue_last_year": 2500})
    entitling.record(office, policy, 2026)
    second = kept(office)
    assert len(second) == 2
    assert (second[NEAR]["verdict"], second[NEAR].id) == ("符合", first[NEAR].id)


def test_that_the_three_lists_hold_who_did_not_apply_who_waits_and_what_closes(office: Office, policy: str) -> None:
    entitling.record(office, policy, 2026)
    rows = kept(office)
    with office.reading() as reader:
        assert [one.enterprise for one in policy_lists.not_applied(reader)] == [STRONG]
        assert [one.words for one in policy_lists.closing(reader, office.today())] == ["还有 17 天截止"]
        assert policy_lists.not_paid(reader, office.today()) == ()
    policies.tell(office, [rows[STRONG].id])
    assert kept(office)[STRONG]["stage"] == "已告知"
    records.change(office, "entitlements", rows[STRONG].id, {"applied": "2026-10-09"})
    with office.reading() as reader:
        assert policy_lists.not_applied(reader) == ()
        [late] = policy_lists.not_paid(reader, office.today())
    assert (late.enterprise, late.policy) == (STRONG, "稳产奖补")
    assert late.words.startswith("逾期")
    assert kept(office)[STRONG]["light_colour"] == "逾期"


def test_that_who_does_not_want_is_not_asked_again(office: Office, policy: str) -> None:
    entitling.record(office, policy, 2026)
    records.change(office, "entitlements", kept(office)[STRONG].id, {"wish": "不申报"})
    with office.reading() as reader:
        assert policy_lists.not_applied(reader) == ()


def test_that_the_home_page_names_the_windows_that_close(office: Office, policy: str) -> None:
    entitling.record(office, policy, 2026)
    told = home.answer(home.home(office))["windows"]
    assert told == [{"policy": "稳产奖补", "last": "2026-12-10", "words": "还有 17 天截止", "waiting": 1}]
    assert home.home(office, "李慧敏").windows[0].waiting == 0


def test_that_policies_out_of_force_are_left_out(office: Office, policy: str) -> None:
    [firm] = ledgers.ids(office, Question("enterprises", where=(Where("name", "is", STRONG),)))
    records.change(office, "policies", policy, {"valid_to": "2026-10-31"})
    assert "稳产奖补" not in {one.title for one in policies.of_enterprise(office, firm)}


def test_that_the_policies_that_come_with_a_workspace_have_titles_and_no_invented_amounts(office: Office) -> None:
    rows = ledgers.rows(office, "policies", ledgers.ids(office, Question("policies")))
    assert len(rows) == 3
    for name in ("benefit", "fixed", "rate", "cap", "tiers", "text", "window_to"):
        assert {row[name] for row in rows} == {None}
