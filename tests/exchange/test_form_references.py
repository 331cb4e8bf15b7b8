"""References when rows are put in: moved, grown, or left alone."""

from __future__ import annotations

import pytest

from daan_desk.exchange.form_references import Inserted, areas, copied, formula

ROWS = Inserted("表 1", 5, 10, 3)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("SUM(D5:D10)", "SUM(D5:D13)"),
        ("SUM(D$5:D$10)", "SUM(D$5:D$13)"),
        ("SUM(D10:D10)", "SUM(D10:D13)"),
        ("SUM(D5:D9)", "SUM(D5:D9)"),
        ("D10", "D10"),
        ("$D$11*2", "$D$14*2"),
        ("SUM(A4:A20)", "SUM(A4:A23)"),
        ("SUM(D:D)+SUM(10:10)+SUM(11:12)", "SUM(D:D)+SUM(10:13)+SUM(14:15)"),
        ('IF(A11="A11","合计",B2)', 'IF(A14="A11","合计",B2)'),
        ("'表 1'!A11+其他!A11", "'表 1'!A14+其他!A11"),
        ("[1]Sheet1!A11+LOG10(11)", "[1]Sheet1!A11+LOG10(11)"),
        ("名单[列]+收入", "名单[列]+收入"),
    ],
)
def test_that_a_formula_outside_the_block_follows(before: str, after: str) -> None:
    assert formula(before, ROWS, sheet="表 1", row=11) == after


def test_that_a_formula_of_a_line_does_not_swallow_the_new_lines() -> None:
    assert formula("SUM(B10:D10)", ROWS, sheet="表 1", row=10) == "SUM(B10:D10)"
    assert formula("D10/D$11", ROWS, sheet="表 1", row=10) == "D10/D$14"


def test_that_other_sheets_follow_only_where_they_name_the_sheet() -> None:
    assert formula("SUM('表 1'!D5:D10)+D11", ROWS, sheet="别的", row=1) == "SUM('表 1'!D5:D13)+D11"


def test_that_names_of_ranges_follow() -> None:
    assert formula("'表 1'!$A$1:$E$12,'表 1'!$1:$2", ROWS, sheet="") == "'表 1'!$A$1:$E$15,'表 1'!$1:$2"


def test_that_rules_on_the_last_line_go_on_below_it() -> None:
    assert areas("C5:C10 D10 E4 F11", ROWS) == "C5:C13 D10:D13 E4 F14"


def test_that_a_formula_is_copied_as_excel_copies_it() -> None:
    assert copied("C10/D$2-$E10", "F10", "F12") == "C12/D$2-$E12"
