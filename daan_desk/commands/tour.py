"""An officer's month on a fresh sample district, roster to printed summary, with a picture of every page."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

from daan_desk.clock import now
from daan_desk.commands.papers import written_as
from daan_desk.domain.failures import Trouble
from daan_desk.exchange import closing_slip, errors_out, layouts, ledgers_out, workbooks
from daan_desk.exchange.album import write_album
from daan_desk.services import home, imports, issues, ledgers, slips, summary, undo, visits, workspaces
from daan_desk.services.ledgers import Question
from daan_desk.services.office import Office
from daan_desk.services.sample import filling, roster
from daan_desk.services.workspaces import Who, Workplace

PASSWORD = "daan-desk"
ALBUM = "从这里看起.html"
EXPORTED = ("enterprises", "visits", "issues", "qualifications")
Step = tuple[Path, str]


def tour(given: argparse.Namespace) -> dict[str, Any]:
    """Carry the month through; every file is told with what it is."""
    folder: Path = given.to
    _make(folder)
    steps: list[Step] = []
    for step in _month(folder):
        _say(*step)
        steps.append(step)
    start = folder / ALBUM
    write_album("大安企服台：一位干部的一个月", list(dict(steps).items()), start)
    _say(start, "从这一页可以看到全部结果，用浏览器打开")
    return {"files": [{"file": str(file), "what": what} for file, what in (*steps, (start, "全部结果的目录"))]}


def _say(file: Path, what: str) -> None:
    sys.stderr.write(f"{what}：{file.name}\n")


def _make(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for old in folder.glob("示例区.daan*"):
            old.unlink()
    except OSError as error:
        raise Trouble(f"不能在“{folder}”里写入。", "请换一个可以写入的文件夹。") from error


def _month(folder: Path) -> Iterator[Step]:
    place = workspaces.make(folder / "示例区.daan", PASSWORD, Who("李慧敏", "专班"), now)
    filling.fill(place.office, place.office.today())
    yield place.office.database.path, f"示例区工作区（密码 {PASSWORD}）"
    yield from _roster(place.office, folder)
    yield from _visit(place.office, folder)
    yield from _papers(place.office, folder)
    yield from _pictures(place, folder)


def _roster(office: Office, folder: Path) -> Iterator[Step]:
    """A messy roster comes in, and its undoing shows that it can be taken back."""
    file = folder / "规上企业花名册.xlsx"
    errors_out.write_errors(file, roster.roster(office, office.today()).sheet, ())
    yield file, "一张真实样子的花名册：标题行、两行表头、合计行、手写的姓名和单位"
    plan = imports.plan(office, layouts.layouts(workbooks.read(file))[0])
    changes = imports.carry_out(office, plan)
    told = imports.answer(plan, changes)
    words = "，".join(f"{word} {told[key]}" for word, key in (("新增", "added"), ("修改", "changed"), ("相同", "same")))
    back = undo.undo(office, changes.act)
    undo.undo(office, back.act)
    yield file, f"花名册已导入：{words}；撤销一次又重做一次，内容不变"


def _visit(office: Office, folder: Path) -> Iterator[Step]:
    """A visit with two issues: one goes to 已销号, the other is left to the clock."""
    enterprise = ledgers.ids(office, Question("enterprises", sort=("name",)))[0]
    raised = [
        {"title": "厂区门口道路破损，大货车进出困难", "category": "园区配套", "grade": "一般"},
        {"title": "二期用电增容申请未批复", "category": "用能(水电气)", "grade": "咨询"},
    ]
    day = office.today() - timedelta(days=12)
    values = {**visits.begun(office, enterprise), "day": day, "companions": "李慧敏", "summary": "到车间了解生产情况。"}
    changes = visits.log(office, values, raised)
    first, second = changes.ids["issues"]
    for issue, department in ((first, "区交通局"), (second, "区经信局")):
        issues.move(office, issue, "dispatch", {"lead_department": department, "day": day})
    issues.move(office, first, "accept", {"day": day})
    issues.move(office, first, "step", {"what": "已到现场查看，列入本周维修", "day": day})
    issues.move(office, first, "answer", {"outcome": "路面已修复，货车通行正常"})
    issues.move(office, first, "callback", {"callback": "非常满意", "callback_by": "李慧敏"})
    file = folder / "销号单.docx"
    closing_slip.write_slip_word(slips.slip(office, first), file)
    late = [issue for issue in home.home(office).issues if issue.id == second]
    yield file, f"走访提出两个问题：第一个已销号，这是它的销号单；第二个{late[0].light.words if late else '在办'}"


def _papers(office: Office, folder: Path) -> Iterator[Step]:
    """The month's summary in every form, and the ledgers."""
    found = summary.monthly(office, f"{office.today():%Y-%m}")
    for ending, what in ((".docx", "Word"), (".pdf", "PDF"), (".xlsx", "Excel"), (".html", "网页")):
        file = folder / f"月报{ending}"
        written_as(file)(found.brief, file)
        yield file, f"{found.summary.period.words}月报（{what}）"
    for name in EXPORTED:
        table = ledgers.table(office, Question(name))
        file = folder / f"{table.title}.xlsx"
        rows = ledgers_out.write_ledger(table, file)
        yield file, f"{table.title} {rows} 行，可再导入"


def _pictures(place: Workplace, folder: Path) -> Iterator[Step]:
    from daan_desk.pictures import painted

    yield from painted(place, folder)
