"""A post changes hands: everything current goes over from a day on, undone in one act, the past untouched."""

from __future__ import annotations

from datetime import date

import pytest

from daan_desk.domain.failures import Rejected
from daan_desk.services import duties, handover_sheets, handovers, issues, ledgers, records, settings, summary, undo
from daan_desk.services.handovers import Wish
from daan_desk.services.ledgers import Question, Where
from daan_desk.services.office import Office
from tests import builders

LEAVER, SUCCESSOR = "王建国", "陈志远"
DAY = date(2026, 11, 20)


class Post:
    """A leader with two enterprises, an open and a closed issue, a project and a lead; a successor without anything."""

    def __init__(self, office: Office) -> None:
        self.leaver, self.successor = builders.officer(office, LEAVER), builders.officer(office, SUCCESSOR)
        self.firms = [builders.enterprise(office, f"自贡{word}机械有限公司") for word in "甲乙"]
        self.links = [
            records.add(
                office,
                "assignments",
                {"enterprise": firm, "officer": self.leaver, "role": "县级领导", "since": "2026-01-01"},
            ).first("assignments")
            for firm in self.firms
        ]
        self.issue = builders.issue(office, self.firms[0], handler=f"{LEAVER}、李某", raised="2026-10-08")
        project = {"name": "数控车间技改", "leader": self.leaver, "stage": "在建", "started": "2026-03-01"}
        self.project = records.add(office, "projects", project).first("projects")
        built = {"name": "老车间", "leader": self.leaver, "finished": "2025-05-01"}
        self.built = records.add(office, "projects", built).first("projects")
        self.lead = records.add(office, "leads", {"company": "苏州明辉精密", "contact": LEAVER}).first("leads")
        builders.visit(office, self.firms[0], day="2026-10-14", led_by=self.leaver, next_step="协调用电报装")


def hand_over(office: Office, **wish: object) -> handovers.Handover:
    return handovers.plan(office, Wish(LEAVER, SUCCESSOR, DAY, "大委〔2026〕9号", **wish))  # type: ignore[arg-type]


def links_of(office: Office, name: str) -> list[tuple[date | None, date | None]]:
    found = ledgers.ids(office, Question("assignments", where=(Where("officer", "is", name),)))
    rows = ledgers.rows(office, "assignments", found)
    spans = [(row["since"], row["until"]) for row in rows]
    return sorted(spans, key=lambda span: (span[0], span[1] or date.max))  # type: ignore[type-var, arg-type, return-value]


def test_that_everything_current_goes_over_in_one_act_and_comes_back_in_one(office: Office) -> None:
    post = Post(office)
    planned = hand_over(office)
    assert [(i.ledger, i.moves) for i in planned.items] == [
        *(("assignments", True), ("assignments", True), ("issues", True)),
        *(("projects", True), ("leads", True), ("visits", False)),
    ]
    assert links_of(office, SUCCESSOR) == []  # a plan writes nothing
    done = handovers.carry_out(office, planned)
    assert links_of(office, LEAVER) == [(date(2026, 1, 1), date(2026, 11, 19))] * 2
    assert links_of(office, SUCCESSOR) == [(DAY, None)] * 2
    assert ledgers.row(office, "issues", post.issue)["handler"] == f"{SUCCESSOR}、李某"
    assert [step["move"] for step in issues.life(office, post.issue)] == ["移交"]
    assert ledgers.ids(office, Question("projects", where=(Where("leader", "is", SUCCESSOR),))) == (post.project,)
    assert ledgers.ids(office, Question("projects", where=(Where("leader", "is", LEAVER),))) == (post.built,)
    assert ledgers.row(office, "leads", post.lead)["contact"] == SUCCESSOR
    undo.undo(office, done.act)
    assert links_of(office, LEAVER) == [(date(2026, 1, 1), None)] * 2
    assert links_of(office, SUCCESSOR) == []
    assert ledgers.row(office, "issues", post.issue)["handler"] == f"{LEAVER}、李某"


def test_that_reports_of_the_past_say_the_same_after_a_handover(office: Office) -> None:
    post = Post(office)
    builders.visit(office, post.firms[1], day="2026-09-10", led_by=post.leaver)
    before = [summary.monthly(office, month).summary for month in ("2026-09", "2026-10")]
    board = duties.board(office, date(2026, 10, 31))
    handovers.carry_out(office, hand_over(office))
    after = [summary.monthly(office, month).summary for month in ("2026-09", "2026-10")]
    for then, now in zip(before, after, strict=True):
        assert {line.key: line.month.text for line in now.lines} == {line.key: line.month.text for line in then.lines}
        assert now.breakdowns == then.breakdowns
    assert duties.board(office, date(2026, 10, 31)) == board


def test_that_in_the_month_itself_an_issue_counts_once_and_with_the_successor(office: Office) -> None:
    post = Post(office)
    builders.issue(office, post.firms[1], raised="2026-11-03")
    handovers.carry_out(office, hand_over(office))
    leaders = next(b for b in summary.monthly(office, "2026-11").summary.breakdowns if b.key == "leader")
    assert [(cut.id, cut.figures[2].text) for cut in leaders.cuts if cut.figures[2].value] == [(post.successor, "1")]


def test_that_a_visit_of_the_predecessor_in_the_period_need_not_be_made_twice(office: Office) -> None:
    post = Post(office)
    builders.visit(office, post.firms[0], day="2026-11-05", led_by=post.leaver)
    builders.visit(office, post.firms[1], day="2026-11-20", led_by=post.leaver)  # when the post was another's already
    handovers.carry_out(office, hand_over(office))
    (bearer,) = duties.board(office).bearers
    assert (bearer.name, [duty.still for duty in bearer.duties]) == (SUCCESSOR, [True, False])


def test_that_an_enterprise_can_be_kept_with_its_issues(office: Office) -> None:
    post = Post(office)
    planned = hand_over(office, kept=(post.links[0],))
    assert [item.ledger for item in planned.moving] == ["assignments", "projects", "leads"]
    handovers.carry_out(office, planned)
    assert links_of(office, LEAVER) == [(date(2026, 1, 1), date(2026, 11, 19)), (date(2026, 1, 1), None)]
    assert ledgers.row(office, "issues", post.issue)["handler"] == f"{LEAVER}、李某"


def test_that_what_the_successor_has_already_is_not_made_twice(office: Office) -> None:
    post = Post(office)
    settings.change_setting(office, "several_officers", ["县级领导"])
    mine = {"enterprise": post.firms[0], "officer": post.successor, "role": "县级领导", "since": "2026-06-01"}
    records.add(office, "assignments", mine)
    handovers.carry_out(office, hand_over(office))
    assert links_of(office, SUCCESSOR) == [(date(2026, 6, 1), None), (DAY, None)]


def test_that_an_assignment_that_begins_later_goes_over_as_a_whole(office: Office) -> None:
    post = Post(office)
    records.change(office, "assignments", post.links[0], {"since": "2026-12-01", "until": "2027-11-30"})
    handovers.carry_out(office, hand_over(office))
    assert (date(2026, 12, 1), date(2027, 11, 30)) in links_of(office, SUCCESSOR)


def test_that_a_plan_that_is_no_longer_true_is_not_carried_out(office: Office) -> None:
    post = Post(office)
    planned = hand_over(office)
    records.remove(office, "assignments", [post.links[0]])
    with pytest.raises(Rejected, match="刚被改动过"):
        handovers.carry_out(office, planned)
    assert links_of(office, SUCCESSOR) == []


def test_that_who_leaves_is_marked_and_oddities_are_said_first(office: Office) -> None:
    post = Post(office)
    records.change(office, "officers", post.successor, {"role": "驻企干部", "active": False})
    planned = handovers.plan(office, Wish(LEAVER, SUCCESSOR, date(2026, 12, 1), leaves=True))
    assert [warning[:12] for warning in planned.warnings] == [
        "陈志远在干部名册里是“不",
        "陈志远的身份是“驻企干部",
        "包联自 2026-12-",
    ]
    handovers.carry_out(office, planned)
    assert ledgers.row(office, "officers", post.leaver)["active"] is False


@pytest.mark.parametrize(
    ("leaver", "successor", "sentence"),
    [
        ("无名氏", SUCCESSOR, "干部名册里没有“无名氏”"),
        (LEAVER, LEAVER, "不能是同一个人"),
        (LEAVER, "", "请选择干部"),
        (SUCCESSOR, LEAVER, "没有可以移交的事项"),
    ],
)
def test_that_a_handover_that_makes_no_sense_is_refused(
    office: Office, leaver: str, successor: str, sentence: str
) -> None:
    Post(office)
    with pytest.raises(Rejected, match=sentence):
        handovers.carry_out(office, handovers.plan(office, Wish(leaver, successor)))


def test_that_of_two_who_bear_a_name_the_one_in_service_is_meant(office: Office) -> None:
    Post(office)
    builders.officer(office, LEAVER, active=False)
    assert hand_over(office).leaver.active
    builders.officer(office, LEAVER)
    with pytest.raises(Rejected, match="有 2 位“王建国”"):
        hand_over(office)


def test_that_a_handover_is_no_progress_of_a_long_issue(office: Office) -> None:
    post = Post(office)
    for move, values in (
        ("dispatch", {"lead_department": "区经济和信息化局", "day": "2026-10-11"}),
        ("accept", {"day": "2026-10-12"}),
        ("long_term", {"day": "2026-10-13", "reason": "要等规划"}),
    ):
        issues.move(office, post.issue, move, values)
    before = ledgers.row(office, "issues", post.issue)["light"]
    handovers.carry_out(office, hand_over(office))
    assert ledgers.row(office, "issues", post.issue)["light"] == before


def test_that_the_sheet_lists_everything_with_its_number(office: Office) -> None:
    Post(office)
    found = handover_sheets.sheet(hand_over(office))
    assert found.title == "王建国移交陈志远工作清单"
    assert [(table.title, len(table.rows)) for table in found.tables] == [
        ("包联企业和项目", 2),
        ("未办结问题", 1),
        ("在建项目", 1),
        ("招商线索", 1),
        ("走访遗留事项", 1),
    ]
    assert "大委〔2026〕9号" in found.opening
