"""Money, policies, ladders and land by the command line, as a script does it and as somebody reads it."""

from __future__ import annotations

import json
import re
from pathlib import Path

import openpyxl
import pytest

from tests.journeys.command import Commands

FIRM, BANK, POLICY = "自贡天工机械有限公司", "自贡农商银行大安支行", "技改奖补"
ENGLISH = re.compile(r"(?<![-/\w])[a-z]{2,}(?!\w)")


def add(commands: Commands, ledger: str, **values: object) -> str:
    return str(commands.run("add", ledger, "--values", json.dumps(values))["id"])


@pytest.fixture
def office(commands: Commands) -> Commands:
    """An enterprise with a demand, a bank, a policy with a condition, and an empty room that it needs."""
    add(commands, "enterprises", name=FIRM, revenue_last_year=5200, employees=120)
    add(commands, "banks", name=BANK)
    add(commands, "financing", enterprise=FIRM, amount=300, first_loan="是", raised="2026-09-10")
    add(commands, "policies", name=POLICY, benefit="定额", fixed=30)
    add(commands, "conditions", policy=POLICY, fact="上年营业收入", operator="≥", value="2000")
    add(commands, "assets", name="东区厂房", kind="厂房", idle_area=3200, tenure="出租")
    add(commands, "land_accounts", name="东片区", planned=1200, usable=400, reserved=150)
    return commands


def test_that_a_demand_is_pushed_listed_answered_and_counted(office: Commands, tmp_path: Path) -> None:
    assert office.run("push", "R2026-0001", "--bank", BANK)["pushed"] == 1
    [file] = office.run("bank-lists", "--to", tmp_path / "清单")["files"]
    book = openpyxl.load_workbook(file["file"])
    sheet = book.worksheets[0]
    heads = {cell.value: cell.column for cell in sheet[1]}
    for head, value in (("结论", "同意"), ("授信金额(万元)", 200), ("授信日期", "2026-11-20")):
        sheet.cell(2, heads[head], value)
    book.save(file["file"])
    told = office.run("import", file["file"])
    assert (told["ledger"], told["changed"], told["refused"]) == ("bank_responses", 1, [])
    found = office.run("funnel")
    assert [(one["count"], one["amount"]) for one in found["stages"]] == [(1, 300), (1, 300), (1, 200), (0, 0)]
    assert (found["first_loans"]["credited"], found["first_loans"]["rate"]) == (1, "0.0%（0/1）")


def test_that_a_policy_goes_from_the_comparison_to_the_payment(office: Commands, tmp_path: Path) -> None:
    assert office.run("entitle", "--dry-run")["act"] == ""
    told = office.run("entitle")
    assert (told["verdicts"][POLICY]["符合"], told["added"], told["rows"][0]["expected"]) == (1, 1, 30)
    [waiting] = office.run("policy-lists")["not_applied"]
    notice = office.run("notice", FIRM, "--to", tmp_path / "告知单.docx", "--tell")
    assert notice["entitled"] == [POLICY]
    for step, values in (("申报", {"applied_amount": 30}), ("审核", {"review": "通过"}), ("拨付", {"paid_amount": 30})):
        stage = office.run("entitlement", waiting["id"], step, "--values", json.dumps(values))["stage"]
    assert stage == "已拨付"
    assert office.run("policy-lists")["not_applied"] == []
    office.run("entitlement", waiting["id"], "申报", status=1)
    assert "已经拨付" in office.sentences


def test_that_a_climber_is_taken_up_and_a_need_comes_into_a_room(office: Commands) -> None:
    [climber] = office.run("climbers")["climbers"]
    assert (climber["enterprise"], climber["next"], climber["lacking"]) == (FIRM, "科技型中小企业", [])
    office.run("enrol", FIRM, climber["next"], "--year", 2027)
    need = add(office, "space_needs", enterprise=FIRM, kind="厂房", area=3000)
    [asset] = office.run("match", need)["assets"]
    office.run("offer", need, asset["id"], "--done")
    assert office.run("revivals")["revivals"][0]["after"] == f"{FIRM}，盘活 3,000 ㎡"
    assert office.run("land")["account"]["usable"] == 400


def test_that_every_answer_reads_as_chinese(office: Commands, tmp_path: Path) -> None:
    office.run("push", "R2026-0001", "--bank", BANK)
    need = add(office, "space_needs", enterprise=FIRM, kind="厂房", area=3000)
    for words in (
        ("funnel",),
        ("awaited", "--today", "2027-03-01"),
        ("entitle",),
        ("entitle", "--enterprise", FIRM),
        ("policy-lists",),
        ("climbers",),
        ("expiring",),
        ("match", need),
        ("land",),
        ("revivals",),
        ("bank-lists", "--to", tmp_path),
        ("notice", FIRM, "--to", tmp_path / "告知单.docx"),
    ):
        lines = [line for line in office.told(*words).splitlines() if str(tmp_path)[:8] not in line]
        ours = [line for line in lines if "操作编号" not in line]
        assert ours or words[0] == "bank-lists"
        assert [line for line in ours if ENGLISH.search(line)] == [], words
