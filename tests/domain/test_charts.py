"""Charts proposed from a table, and the figures that they draw."""

from decimal import Decimal

import pytest

from daan_desk.domain.charts import NOT_FILLED, REST, ChartSpec, figures, proposed
from daan_desk.domain.failures import Rejected
from daan_desk.domain.kinds import Linked, LinkTo, OneOf, Text, YesNo
from daan_desk.domain.numbers import Integer, Money
from daan_desk.domain.tables import Column, Table

COLUMNS = (
    Column("企业名称", Text()),
    Column("镇街", LinkTo("towns")),
    Column("规模", OneOf(("大型", "小型"))),
    Column("需求金额", Money(), total=True),
    Column("是否规上", YesNo()),
)
EAST, WEST = Linked("1", "东镇"), Linked("2", "西镇")
ROWS = (
    ("甲公司", EAST, "大型", Decimal("100.5"), True),
    ("乙公司", EAST, "小型", None, False),
    ("丙公司", WEST, "小型", Decimal("20"), False),
    ("丁公司", EAST, "小型", Decimal("1"), True),
    ("戊公司", None, "小型", Decimal("2"), True),
)
TABLE = Table("融资需求", COLUMNS, ROWS)


def test_that_rows_are_counted_by_category_largest_first() -> None:
    drawn = figures(TABLE, ChartSpec("bar", "", "镇街"))
    assert drawn.words == ("东镇", "西镇", NOT_FILLED)
    assert drawn.series == (("数量", (Decimal(3), Decimal(1), Decimal(1))),)


def test_that_amounts_are_summed_exactly_and_blanks_add_nothing() -> None:
    drawn = figures(TABLE, ChartSpec("bar", "", "镇街", ("需求金额",)))
    assert drawn.series == (("需求金额", (Decimal("101.5"), Decimal("20"), Decimal("2"))),)


def test_that_a_finished_table_keeps_its_order_and_a_line_follows_its_words() -> None:
    table = Table("按月", (Column("月份", Text()), Column("走访", Integer())), (("2026-03", 1), ("2026-01", 9)))
    assert figures(table, ChartSpec("bar", "", "月份", ("走访",))).words == ("2026-03", "2026-01")
    assert figures(table, ChartSpec("line", "", "月份", ("走访",))).words == ("2026-01", "2026-03")


def test_that_many_words_end_in_one_rest_and_nothing_is_lost() -> None:
    table = Table("多", COLUMNS[:2], tuple((str(n), Linked(str(n % 40), f"镇{n % 40}")) for n in range(200)))
    drawn = figures(table, ChartSpec("bar", "", "镇街"))
    assert drawn.words[-1] == REST
    assert len(drawn.words) == 15
    assert sum(drawn.series[0][1]) == 200


def test_that_charts_are_proposed_for_choices_links_and_amounts() -> None:
    assert [(spec.kind, spec.category, spec.values) for spec in proposed(TABLE)] == [
        ("bar", "镇街", ()),
        ("bar", "规模", ()),
        ("pie", "是否规上", ()),
        ("bar", "镇街", ("需求金额",)),
    ]
    assert proposed(TABLE)[-1].title == "按镇街统计需求金额（万元）"


def test_that_nothing_is_proposed_where_every_row_has_a_word_of_its_own() -> None:
    table = Table("名", COLUMNS[:2], (("甲", EAST), ("乙", WEST)))
    assert proposed(table) == ()
    assert proposed(Table("空", COLUMNS, ())) == ()


def test_that_a_chart_of_a_column_that_is_not_there_is_refused() -> None:
    with pytest.raises(Rejected, match="没有名为“税收”的栏目"):
        figures(TABLE, ChartSpec("bar", "", "税收"))
