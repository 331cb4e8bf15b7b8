"""What a report is: kept as plain values, its stretch of time, its offers, its groups in order."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from daan_desk.domain.failures import Rejected
from daan_desk.domain.fields import Field, Ledger
from daan_desk.domain.kinds import LinkTo, LongText, OneOf
from daan_desk.domain.numbers import Integer, Money, Percent
from daan_desk.domain.pivots import WHOLE, Pivot, Tally, heads, refuse_too_many, tallied, unbroken
from daan_desk.domain.questions import Where
from daan_desk.domain.report_offers import Offer, offers
from daan_desk.domain.report_tables import chart, table
from daan_desk.domain.reports import Axis, Report, checked_name, packed, period_words, stretch, unpacked

DAY = date(2026, 11, 25)
TOWNS = Ledger("镇街", name="towns", fields=(Field("name", "名称", LongText()),))
FIRMS = Ledger(
    "企业",
    name="enterprises",
    fields=(
        Field("town", "镇街", LinkTo("towns")),
        Field("state", "状态", OneOf(("正常", "停产"))),
        Field("private_note", "不公开", OneOf(("甲",)), private=True),
    ),
)
DEMANDS = Ledger(
    "需求",
    name="financing",
    fields=(
        Field("enterprise", "企业", LinkTo("enterprises")),
        Field("amount", "金额", Money()),
        Field("rate", "利率", Percent()),
        Field("number", "期号", Integer()),
    ),
)
FOUND = {ledger.name: ledger for ledger in (TOWNS, FIRMS, DEMANDS)}


def given() -> Report:
    where = (Where("category", "in", ("融资", "其他")), Where("raised", "from", "2026-01-01"))
    return Report("issues", Axis("raised", "month"), Axis("grade"), "sum", "amount", where, "raised", "year", "季度")


def test_that_a_report_comes_back_from_the_settings_as_it_was() -> None:
    assert unpacked("季度", packed(given())) == given()


@pytest.mark.parametrize("broken", [None, [], {}, {"ledger": "issues"}, {**packed(given()), "rows": 3}])
def test_that_what_is_no_report_is_refused_in_words(broken: object) -> None:
    with pytest.raises(Rejected, match="请重新做一个"):
        unpacked("季度", broken)


@pytest.mark.parametrize(
    ("period", "first", "last"),
    [
        ("all", None, None),
        ("last_month", date(2026, 10, 1), date(2026, 10, 31)),
        ("quarter", date(2026, 10, 1), date(2026, 12, 31)),
        ("last_year", date(2025, 1, 1), date(2025, 12, 31)),
        ("months", date(2025, 12, 1), DAY),
        ("2026-03-01/", date(2026, 3, 1), None),
        ("/2026-03-01", None, date(2026, 3, 1)),
    ],
)
def test_that_a_period_is_two_days(period: str, first: date | None, last: date | None) -> None:
    assert stretch(period, DAY) == (first, last)


@pytest.mark.parametrize("period", ["", "昨天", "2026-02-30/", "/", "2026-05-01/2026-04-01"])
def test_that_words_that_are_no_period_are_refused_beside_it(period: str) -> None:
    with pytest.raises(Rejected) as refused:
        stretch(period, DAY)
    assert "period" in refused.value.problems


def test_that_a_period_is_spoken_of_in_chinese() -> None:
    assert (period_words("months"), period_words("2026-01-01/")) == ("近 12 个月", "2026-01-01 至 最近")


def test_that_a_name_is_needed_and_no_novel() -> None:
    assert checked_name("  按 镇街  ") == "按 镇街"
    for name in ("", " ", "字" * 41):
        with pytest.raises(Rejected):
            checked_name(name)


def test_that_a_ledger_offers_its_own_groups_and_those_of_what_it_leads_to_but_nothing_private() -> None:
    found = offers(DEMANDS, FOUND.__getitem__)
    assert [one.label for one in found.axes] == ["企业", "企业·镇街", "企业·状态"]
    assert [one.label for one in found.sums] == ["金额（万元）", "利率（%）"]
    with pytest.raises(Rejected, match="企业·镇街"):
        found.axis("颜色")


def test_that_a_course_has_no_holes() -> None:
    assert unbroken(["2026-02", None, "2025-12"], "month") == ("2025-12", "2026-01", "2026-02", None)
    assert unbroken(["2026-Q1", "2025-Q4"], "quarter") == ("2025-Q4", "2026-Q1")
    assert unbroken(["2024", "2026"], "year") == ("2024", "2025", "2026")
    assert unbroken(["甲", "2026"], "year") == ("甲", "2026")


def test_that_lists_keep_their_order_links_go_by_number_and_persons_by_name() -> None:
    weights = {"甲": 1, "乙": 5, "停产": 9, "正常": 1}

    def order(offer: Offer, *keys: str) -> list[object]:
        return [head.key for head in heads(keys, offer, str, lambda key: weights.get(str(key)))]

    assert order(Offer("state", "", OneOf(("正常", "停产"))), "停产", "正常") == ["正常", "停产"]
    assert order(Offer("town", "", LinkTo("towns")), "甲", "乙") == ["乙", "甲"]
    assert order(Offer("led_by", "", LinkTo("officers")), "甲", "乙") == ["乙", "甲"]  # 乙 before 甲 in the alphabet
    weights["甲"] = 99
    assert order(Offer("led_by", "", LinkTo("officers")), "甲", "乙") == ["乙", "甲"]


def pivot(how: str, value: Money | None) -> Pivot:
    answers = [("1", "甲", "x", Decimal(3)), ("2", "甲", "y", None), ("3", "乙", "x", Decimal(6))]
    whole = Pivot(Report("financing", Axis("town"), Axis("way"), how, "amount"), (), (), tallied(answers))
    sides = (("甲", "乙"), ("x", "y"))
    offer = Offer("way", "", OneOf(("甲", "乙", "x", "y")))
    down, across = (heads(side, offer, str, lambda _: 0) for side in sides)
    return Pivot(whole.report, down, across, whole.cells, ("镇街", "方式", "金额"), number=value)


def test_that_what_is_not_filled_is_unknown_and_not_nought() -> None:
    assert pivot("sum", Money()).row("甲") == (Decimal(3), None, Decimal(3))
    assert pivot("count", None).row("乙") == (1, 0, 1)


def test_that_an_average_of_all_is_no_average_of_averages() -> None:
    found = pivot("average", Money())
    assert found.value(WHOLE, WHOLE) == Decimal("4.5")
    drawn = table(found, "融资需求")
    assert drawn.rows[-1] == ("全部", Decimal("4.5"), None, Decimal("4.5"))
    assert not any(column.total for column in drawn.columns)
    assert "其中 1 条没有填写，未计入" in drawn.notes[0]


def test_that_a_sum_has_a_line_of_totals_and_a_chart_of_its_parts() -> None:
    drawn = table(pivot("sum", Money()), "融资需求")
    assert drawn.sums()[1:] == (Decimal(9), 0, Decimal(9))
    spec = chart(pivot("sum", Money()), "融资需求", timely=False)
    assert (spec.kind, spec.values) == ("stack", ("x", "y"))
    assert chart(pivot("sum", Money()), "融资需求", timely=True).kind == "line"


def test_that_nothing_across_is_not_counted_twice() -> None:
    assert tallied([("1", "甲", WHOLE, 2)])["甲", WHOLE] == Tally(1, 1, Decimal(2))


def test_that_a_table_that_nobody_could_read_is_refused_with_what_to_do() -> None:
    with pytest.raises(Rejected, match="请放到行上"):
        refuse_too_many([], range(41), ("类别", "企业"))
    with pytest.raises(Rejected, match="请先加条件"):
        refuse_too_many(range(5001), [], ("企业", ""))
