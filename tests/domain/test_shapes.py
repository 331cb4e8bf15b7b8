"""A setting that does not fit is refused with the place and the reason."""

from __future__ import annotations

import pytest

from daan_desk.domain.failures import Rejected
from daan_desk.domain.shapes import Line, Measure, OneDay, Part, Rows, Several, Shape, Switch, Whole

TABLE = Rows((Part("name", "名称", Line(4)), Part("days", "天数", Whole(1, 9, "天"))), ("name",), 1)
GOOD = [
    (Line(), "甲"),
    (Line(optional=True), ""),
    (Line(choices=("甲", "乙")), "乙"),
    (Line(optional=True, choices=("甲",)), ""),
    (Whole(0, 9), 0),
    (Measure(5, 80), 28.5),
    (Measure(5, 80), 80),
    (Switch(), False),
    (OneDay(), "2026-10-01"),
    (Several(Line()), []),
    (Several(Line(), 1), ["甲", "乙"]),
    (TABLE, [{"name": "甲", "days": 1}, {"name": "乙", "days": 1}]),
]
BAD = [
    (Line(), "", "不能为空"),
    (Line(), 5, "“5”应当是文字"),
    (Line(), None, "“None”应当是文字"),
    (Line(3), "一二三四", "最多 3 个字，现在有 4 个字"),
    (Line(choices=("甲", "乙")), "丙", "“丙”不是可选的值，只能是：甲、乙"),
    (Whole(0, 9, "天"), 10, "应当在 0 到 9 天之间"),
    (Whole(1, 9), 0, "应当在 1 到 9 之间"),
    (Whole(), True, "“True”应当是整数"),
    (Whole(), 1.0, "“1.0”应当是整数"),
    (Whole(), "7", "“7”应当是整数"),
    (Measure(5, 80, "毫米"), 4.9, "应当在 5 到 80 毫米之间"),
    (Measure(5, 80), float("nan"), "应当在 5 到 80 之间"),
    (Measure(5, 80), False, "“False”应当是数字"),
    (Switch(), 1, "“1”应当是“是”或“否”"),
    (OneDay(), "2026-13-01", "“2026-13-01”看不出是哪一天，应写成 2026-10-01"),
    (OneDay(), 20261001, "“20261001”看不出是哪一天，应写成 2026-10-01"),
    (Several(Line()), "甲乙", "应当是一个列表"),
    (Several(Line(), 2), ["甲"], "至少要有 2 项"),
    (Several(Line()), ["甲", "甲"], "第 2 项：“甲”重复了"),
    (Several(Whole(1, 9)), [1, 0], "第 2 项：应当在 1 到 9 之间"),
    (TABLE, [], "至少要有 1 行"),
    (TABLE, {"name": "甲"}, "应当是一个列表"),
    (TABLE, ["甲"], "第 1 行：应当有且只有这些栏目：名称、天数"),
    (TABLE, [{"name": "甲"}], "第 1 行：应当有且只有这些栏目：名称、天数"),
    (TABLE, [{"name": "甲", "days": 1, "more": 1}], "第 1 行：应当有且只有这些栏目：名称、天数"),
    (TABLE, [{"name": "甲", "days": 1}, {"name": "乙", "days": 0}], "第 2 行“天数”：应当在 1 到 9 天之间"),
    (TABLE, [{"name": "甲", "days": 1}, {"name": "甲", "days": 2}], "第 2 行：与前面的一行重复"),
]


@pytest.mark.parametrize(("shape", "value"), GOOD)
def test_that_a_value_that_fits_passes(shape: Shape, value: object):
    shape.check(value)


@pytest.mark.parametrize(("shape", "value", "sentence"), BAD)
def test_that_a_value_that_does_not_fit_is_told_why(shape: Shape, value: object, sentence: str):
    with pytest.raises(Rejected) as caught:
        shape.check(value)
    assert str(caught.value) == sentence
