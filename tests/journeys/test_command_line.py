"""The command line keeps its contract: exact answers, exit status, sentences beside them."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from datetime import timedelta
from pathlib import Path

import pytest
from docx import Document
from openpyxl import Workbook, load_workbook
from pypdf import PdfReader

from daan_desk.clock import now
from daan_desk.exchange.workbooks import read
from tests.builders import PASSWORD
from tests.exchange.old_records import FORMS
from tests.journeys.command import Commands

ROOT = Path(__file__).resolve().parents[2]
HEAD = ("序号", "企业名称", "统一社会信用代码", "所属镇街", "营业收入", "从业人员", "联系电话")
ROWS = (
    (1, "自贡天工机械有限公司", "91510304MA62A0000X", "大山铺镇", "1.2亿", 300, 13812345678),
    (2, "自贡　华瑞有限公司", None, "凤凰乡", 3500, "120人", "0813-5201234"),
    (3, None, None, "牛佛镇", 12, 3, None),
    ("合计", None, None, None, 15512, 423, None),
)


def roster(path: Path) -> Path:
    """A titled roster with a unit line, a row without a name and a total."""
    book = Workbook()
    sheet = book.active
    sheet.append(["大安区企业花名册（2026年）"])
    sheet.merge_cells("A1:G1")
    sheet.append(["单位：万元"])
    sheet.append(list(HEAD))
    for row in ROWS:
        sheet.append(list(row))
    book.save(path)
    return path


def test_that_a_new_workspace_tells_its_ledgers_and_is_not_made_twice(commands: Commands) -> None:
    again = commands.run("new", status=1)
    assert "已经存在" in again["problems"]["workspace"]


def test_that_a_roster_comes_in_with_every_row_judged_and_goes_again(commands: Commands, tmp_path: Path) -> None:
    file = roster(tmp_path / "花名册.xlsx")
    dry = commands.run("import", file, "--dry-run", status=1)
    assert (dry["added"], dry["act"]) == (2, "")
    assert commands.run("list", "enterprises")["total"] == 0
    told = commands.run("import", file, status=1)
    assert told["ledger"] == "enterprises"
    assert told["header_rows"] == [3]
    assert told["columns"]["营业收入"] == "revenue_last_year"
    assert told["ignored"] == ["序号"]
    assert (told["data_rows"], told["added"], told["changed"], told["same"]) == (3, 2, 0, 0)
    assert [(one["row"], one["problems"]) for one in told["refused"]] == [(6, ["企业名称不能为空"])]
    assert [(one["row"], one["why"]) for one in told["skipped"]] == [(7, "合计行")]
    rows = commands.run("list", "企业名录", "--where", "镇街=凤凰街道")["rows"]
    assert (rows[0]["name"], rows[0]["revenue_last_year"], rows[0]["employees"]) == ("自贡华瑞有限公司", 3500, 120)
    again = commands.run("import", file, status=1)
    assert (again["added"], again["same"]) == (0, 2)
    undone = commands.run("undo", told["act"])
    assert undone["changed"] == {"enterprises": 2}
    assert commands.run("list", "enterprises")["total"] == 0


def test_that_refused_rows_are_written_back_with_their_reasons(commands: Commands, tmp_path: Path) -> None:
    out = tmp_path / "未导入.xlsx"
    commands.run("import", roster(tmp_path / "花名册.xlsx"), "--errors", out, status=1)
    words = [str(cell.value) for row in load_workbook(out).active.iter_rows() for cell in row if cell.value]
    assert any("企业名称不能为空" in word for word in words)


def test_that_an_issue_lives_from_a_visit_to_its_closing_slip(commands: Commands, tmp_path: Path) -> None:
    one = commands.run("add", "enterprises", "--values", json.dumps({"name": "自贡天工机械有限公司"}))["id"]
    day = (now().date() - timedelta(days=20)).isoformat()
    issues = [{"title": "用电增容", "category": "用能", "grade": "咨询"}, {"title": "招工难", "category": "用工人才"}]
    visit = {"enterprise": one, "day": day, "way": "实地", "companions": "李慧敏", "issues": issues}
    commands.run("add", "visits", "--values", json.dumps(visit))
    numbers = [row["number"] for row in commands.run("list", "issues")["rows"]]
    assert sorted(numbers) == [f"{day[:4]}-0001", f"{day[:4]}-0002"]
    first, second = sorted(numbers)
    for number in (first, second):
        values = json.dumps({"lead_department": "区经信局", "day": day})
        assert commands.run("issue", number, "dispatch", "--values", values)["state"] == "已交办"
    commands.run("issue", first, "accept")
    commands.run("issue", first, "办结", "--values", '{"outcome": "已增容"}')
    closed = commands.run("issue", first, "callback", "--values", '{"callback": "满意"}')
    assert closed["state"] == "已销号"
    refused = commands.run("issue", first, "dispatch", status=1)
    assert "不能交办" in refused["problems"][""]
    home = commands.run("home")
    late = next(issue for issue in home["issues"] if issue["number"] == second)
    assert late["light"] == "逾期"
    assert set(home) == {"visits_owed", "issues", "expiring", "windows"}
    slip = tmp_path / "销号单.docx"
    commands.run("slip", first, "--to", slip)
    assert "用电增容" in "".join(
        cell.text for table in Document(slip).tables for row in table.rows for cell in row.cells
    )


@pytest.mark.parametrize("ending", [".docx", ".pdf", ".html", ".xlsx"])
def test_that_the_summary_is_written_in_every_form(commands: Commands, tmp_path: Path, ending: str) -> None:
    one = commands.run("add", "enterprises", "--values", '{"name": "自贡天工机械有限公司"}')["id"]
    visit = {"enterprise": one, "day": now().date().isoformat(), "way": "实地", "companions": "李慧敏"}
    commands.run("add", "visits", "--values", json.dumps(visit))
    file = tmp_path / f"月报{ending}"
    told = commands.run("summary", f"{now().date():%Y-%m}", "--to", file)
    assert told["figures"]["visits"] == 1
    assert told["figures"]["coverage"]["text"] == "—（0/0）"
    assert "走访企业1家次" in words_of(file).replace(" ", "").replace("\n", "")


def words_of(file: Path) -> str:
    """The text of a paper."""
    if file.suffix == ".docx":
        return "".join(paragraph.text for paragraph in Document(file).paragraphs)
    if file.suffix == ".pdf":
        return "".join(page.extract_text() for page in PdfReader(file).pages)
    if file.suffix == ".xlsx":
        book = load_workbook(file)
        return "".join(str(cell.value or "") for sheet in book for row in sheet.iter_rows() for cell in row)
    text = file.read_text(encoding="utf-8")
    return "".join(part.partition(">")[2] for part in text.split("<"))


def test_that_what_goes_out_comes_in_again_without_a_difference(commands: Commands, tmp_path: Path) -> None:
    commands.run("import", roster(tmp_path / "花名册.xlsx"), status=1)
    out = tmp_path / "企业名录.xlsx"
    assert commands.run("export", "enterprises", "--to", out)["rows"] == 2
    again = commands.run("import", out)
    assert (again["added"], again["changed"], again["same"], again["refused"]) == (0, 0, 2, [])


def test_that_a_superiors_form_is_filled_and_what_is_unknown_is_listed(commands: Commands, tmp_path: Path) -> None:
    commands.run("import", roster(tmp_path / "花名册.xlsx"), status=1)
    book = Workbook()
    sheet = book.active
    sheet.append(["规上企业情况统计表"])
    sheet.merge_cells("A1:D1")
    sheet.append(["序号", "单位名称", "联系电话", "星座"])
    for _ in range(5):
        sheet.append([None] * 4)
    form, out = tmp_path / "空表.xlsx", tmp_path / "已填.xlsx"
    book.save(form)
    told = commands.run("fill", form, "--to", out, "--ledger", "enterprises")
    assert told["rows"] == 2
    assert told["columns"]["单位名称"] == "name"
    assert told["unknown"] == ["星座"]
    filled = load_workbook(out).active
    assert {filled.cell(row, 2).value for row in (3, 4)} == {"自贡天工机械有限公司", "自贡华瑞有限公司"}


def test_that_a_superiors_old_form_is_filled_and_stays_an_old_one(commands: Commands, tmp_path: Path) -> None:
    commands.run("import", roster(tmp_path / "花名册.xlsx"), status=1)
    form, out = FORMS / "grouped.xls", tmp_path / "已填.xls"
    told = commands.run("fill", form, "--to", out, "--ledger", "enterprises")
    assert (told["rows"], told["sheet"]) == (2, "名单")
    sheet = next(sheet for sheet in read(out).sheets if sheet.name == "名单")
    assert {sheet.cell(row, 2) for row in (4, 5)} == {"自贡天工机械有限公司", "自贡华瑞有限公司"}
    assert sheet.cell(6, 0) == "填报单位："
    refused = str(commands.run("fill", form, "--to", tmp_path / "已填.xlsx", "--ledger", "enterprises", status=1))
    assert "存为 .xls 文件" in refused


def visits_form(path: Path) -> Path:
    """A superior's form about a month's visits, with nothing under its header."""
    book = Workbook()
    book.active.append(["2026年10月领导走访企业情况表"])
    book.active.append(["企业名称", "走访时间", "走访方式", "企业反映问题"])
    book.save(path)
    return path


def test_that_a_forms_period_is_kept_to_when_asked_for(commands: Commands, tmp_path: Path) -> None:
    commands.run("import", roster(tmp_path / "花名册.xlsx"), status=1)
    for day in ("2026-10-08", "2026-11-02"):
        values = {"enterprise": "自贡天工机械有限公司", "day": day, "way": "实地", "companions": "李慧敏"}
        commands.run("add", "visits", "--values", json.dumps(values, ensure_ascii=False))
    form, out = visits_form(tmp_path / "表.xlsx"), tmp_path / "已填.xlsx"
    everything = commands.run("fill", form, "--to", out)
    assert (everything["ledger"], everything["rows"], everything["period"]) == ("visits", 2, None)
    assert everything["columns"]["企业反映问题"] == "issues.description"
    of_form = commands.run("fill", form, "--to", out, "--period", "按表")
    assert (of_form["rows"], of_form["period"]) == (1, "2026年10月")
    assert commands.run("fill", form, "--to", out, "--period", "2026年三季度")["rows"] == 0
    assert "看不出是哪段时间" in str(commands.run("fill", form, "--to", out, "--period", "上个星期", status=1))


def test_that_search_finds_by_pinyin_and_a_template_imports_without_a_row(commands: Commands, tmp_path: Path) -> None:
    commands.run("import", roster(tmp_path / "花名册.xlsx"), status=1)
    hits = commands.run("search", "zgtgjx")["hits"]
    assert [(hit["ledger"], hit["text"]) for hit in hits] == [("enterprises", "自贡天工机械有限公司")]
    blank = tmp_path / "模板.xlsx"
    commands.run("template", "enterprises", "--to", blank)
    assert commands.run("import", blank)["data_rows"] == 0


def test_that_a_backup_is_made_checked_and_brought_back(commands: Commands, tmp_path: Path) -> None:
    copy = tmp_path / "copy.daan"
    assert commands.run("backup", "--to", copy)["ok"] is True
    commands.run("add", "enterprises", "--values", '{"name": "后来的公司"}')
    assert commands.run("check") == {
        "ok": True,
        "problems": [],
        "entries": pytest.approx(45, abs=30),
        "rows": pytest.approx(45, abs=30),
    }
    restored = commands.run("restore", copy)
    assert restored["ok"] is True
    assert Path(restored["before"]).exists()
    assert commands.run("list", "enterprises")["total"] == 0


@pytest.mark.parametrize(
    ("words", "status", "sentence"),
    [
        (("list", "nothing"), 1, "没有名为"),
        (("list", "enterprises", "--where", "无等号"), 2, "没有等号"),
        (("list", "enterprises", "--where", "星座=白羊"), 1, "没有名为“星座”的栏目"),
        (("add", "enterprises", "--values", "{"), 2, "不是完整的 JSON"),
        (("add", "enterprises", "--values", "{}"), 1, "企业名称不能为空"),
        (("issue", "2026-9999", "dispatch"), 1, "没有编号为"),
        (("undo", "nothing"), 1, "没有编号为"),
        (("summary", "十一月", "--to", "x.docx"), 2, "月份要写成"),
        (("summary", "2026-11", "--to", "x.txt"), 2, "不能写成"),
        (("export", "enterprises", "--to", "/nowhere/x.xlsx"), 3, ""),
        (("import", "none.xlsx"), 3, "找不到文件"),
        (("frobnicate",), 2, ""),
    ],
)
def test_that_every_refusal_has_its_status_and_its_sentence(
    commands: Commands, words: tuple[str, ...], status: int, sentence: str
) -> None:
    commands.run(*words, status=status)
    assert sentence in commands.sentences


def test_that_a_wrong_password_and_a_missing_one_are_told(commands: Commands, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DAAN_DESK_PASSWORD", "别的")
    assert "密码不对" in commands.run("list", "enterprises", status=1)["problems"]["password"]
    monkeypatch.delenv("DAAN_DESK_PASSWORD")
    commands.run("list", "enterprises", status=2)
    assert "DAAN_DESK_PASSWORD" in commands.sentences


def test_that_a_password_file_serves_as_well(
    commands: Commands, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("DAAN_DESK_PASSWORD")
    secret = tmp_path / "secret.txt"
    secret.write_text(PASSWORD + "\n", encoding="utf-8")
    assert commands.run("list", "enterprises", "--password-file", secret)["total"] == 0


def test_that_help_and_version_import_nothing_heavy() -> None:
    program = (
        "import sys; from daan_desk import cli\n"
        "try: cli.main(['--help'])\n"
        "except SystemExit: pass\n"
        "heavy = {'sqlalchemy', 'openpyxl', 'PySide6', 'numpy', 'pyqtgraph', 'docx'} & set(sys.modules)\n"
        "sys.exit(len(heavy))"
    )
    environ = {**os.environ, "PYTHONPATH": str(ROOT)}
    done = subprocess.run([sys.executable, "-c", program], env=environ, capture_output=True, check=False)
    assert done.returncode == 0
    assert "工作区" in done.stdout.decode("utf-8")


def test_that_a_reason_stands_beside_its_own_cell_though_the_sheet_begins_with_a_blank_column(
    commands: Commands, tmp_path: Path
) -> None:
    book = Workbook()
    sheet = book.active
    sheet.append([None, "序号", "企业名称", "所属镇街", "从业人员"])
    sheet.append([None, 1, "自贡天工机械有限公司", "大山铺镇", 20])
    sheet.append([None, 2, None, "牛佛镇", 30])
    book.save(tmp_path / "花名册.xlsx")
    out = tmp_path / "未导入.xlsx"
    commands.run("import", tmp_path / "花名册.xlsx", "--errors", out, status=1)
    cells = [cell for row in load_workbook(out).active.iter_rows(min_row=3, max_row=3) for cell in row]
    marked = [cell.column_letter for cell in cells if cell.fill.fgColor.rgb not in ("00000000", 0)]
    assert marked[:1] == ["C"]


def test_that_a_fault_of_ours_is_a_sentence_and_a_log_without_contents(
    commands: Commands, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> None:
        raise KeyError("某某公司的秘密")

    monkeypatch.setattr("daan_desk.services.ledgers.find", broken)
    commands.run("search", "某", status=3)
    assert "程序出错了" in commands.sentences
    log = Path(commands.sentences.rpartition("：")[2].strip()).read_text(encoding="utf-8")
    assert "KeyError" in log
    assert "某某公司" not in log
