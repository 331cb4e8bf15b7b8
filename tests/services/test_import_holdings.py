"""A roster that ticks qualifications brings them along, once, and takes them back with the act."""

from __future__ import annotations

from daan_desk.domain.questions import Question
from daan_desk.services import imports, ledgers, undo
from daan_desk.services.office import Office
from tests.sheets import layout

FIRMS = ("自贡天工机械有限公司", "自贡华岭阀门有限公司", "自贡永盛泵业有限公司")
ROSTER = layout(
    "企业名称 是否高新技术企业 专精特新",
    (FIRMS[0], "√", "省级"),
    (FIRMS[1], "2023年", "国家级小巨人"),
    (FIRMS[2], "否", "待定"),
)


def held(office: Office) -> set[tuple[str, str, str]]:
    rows = ledgers.rows(office, "qualifications", ledgers.ids(office, Question("qualifications")))
    return {(row["enterprise"].text, str(row["kind"]), str(row["level"] or "")) for row in rows}  # type: ignore[attr-defined]


def test_that_ticks_become_qualifications_with_what_the_cell_tells(office: Office) -> None:
    plan = imports.plan(office, ROSTER)
    assert [(row, text) for row, text in plan.warnings] == [
        (3, "高新技术企业：“2023年”只有年份，认定日期留空"),
        (4, "专精特新：“待定”看不出是否持有，没有登记"),
    ]
    act = imports.carry_out(office, plan).act
    assert held(office) == {
        (FIRMS[0], "高新技术企业", ""),
        (FIRMS[0], "专精特新", "省"),
        (FIRMS[1], "高新技术企业", ""),
        (FIRMS[1], "专精特新“小巨人”", "国家"),
    }
    again = imports.plan(office, ROSTER)
    assert again.extras == ()
    undo.undo(office, act)
    assert held(office) == set()
