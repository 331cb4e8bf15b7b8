"""Officers in charge as rosters name them: several in a cell, with posts and numbers."""

from __future__ import annotations

from daan_desk.domain.questions import Question
from daan_desk.services import imports, ledgers
from daan_desk.services.office import Office
from tests.sheets import layout

FIRM = "自贡天工机械有限公司"


def officers(office: Office) -> dict[str, tuple[object, object]]:
    found = ledgers.rows(office, "officers", ledgers.ids(office, Question("officers")))
    return {str(row.values["name"]): (row.values["post"], row.values["phone"]) for row in found}


def test_that_posts_and_numbers_beside_names_belong_to_the_officers_and_make_no_officers(office: Office) -> None:
    cells = (FIRM, "王某某\n（区委书记）", "赵六 13812345678\n钱七 13912345678", "孙八\n0813-5551234")
    sheet = layout("企业名称 包联领导 首席服务官 驻企干部", cells)
    imports.carry_out(office, imports.plan(office, sheet))
    found = officers(office)
    assert found["王某某"] == ("区委书记", None)
    assert found["赵六"][1] == "13812345678"
    assert found["钱七"][1] == "13912345678"
    assert found["孙八"][1] == "0813-5551234"
    assert not any(name == "" or name[0].isdigit() for name in found)


def test_that_a_number_of_which_nobody_knows_whose_it_is_is_told(office: Office) -> None:
    plan = imports.plan(office, layout("企业名称 首席服务官", (FIRM, "赵六、钱七 13812345678")))
    assert any("分不清电话是谁的" in text for judged in plan.rows for text in judged.warnings)
