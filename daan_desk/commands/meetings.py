"""Commands on meetings: one in full and its papers, who is asked, who came, what is typed in the room."""

from __future__ import annotations

import argparse
import json
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

from daan_desk.commands.papers import written_as
from daan_desk.commands.places import conditions, opened, values
from daan_desk.commands.records import plain
from daan_desk.domain.failures import Rejected, Trouble
from daan_desk.domain.kinds import Linked
from daan_desk.domain.meetings import LABELS
from daan_desk.services import invitations, ledgers, meeting_papers, meeting_sheets, rooms
from daan_desk.services.invitations import Wish
from daan_desk.services.ledgers import Row
from daan_desk.services.meeting_sheets import MeetingSheet
from daan_desk.services.office import Office
from daan_desk.services.rooms import Room

Answer = dict[str, Any]
GUEST = ("part", "enterprise", "department", "bank", "person", "post", "phone", "came")
ISSUE = ("number", "enterprise", "title", "category", "lead_department", "state", "light")
DEMAND = ("number", "enterprise", "amount", "state", "notes")


def meeting(given: argparse.Namespace) -> Answer:
    """Everything about a meeting, and with --to one of its papers."""
    if bool(given.paper) != bool(given.to):
        raise Rejected("用法：--paper 和 --to 要一起写，例如 --paper 签到表 --to 签到表.docx。")
    write = written_as(given.to, "活动材料") if given.to else None
    with opened(given, writing=False) as office:
        found = meeting_sheets.sheet(office, _held(office, given))
        brief = meeting_papers.paper(office, given.paper, found.row.id) if given.paper else None
    if write and brief:
        write(brief, given.to)
    return {**_told(found), **({"file": str(given.to)} if given.to else {})}


def _told(found: MeetingSheet) -> Answer:
    row, left = found.row, found.left
    names = ("kind", "number", "theme", "day", "hours", "place", "host")
    return {
        "id": row.id,
        **{name: plain(row[name]) for name in names},
        "agenda": list(found.agenda),
        "participants": _rows(found.guests, GUEST),
        "raised": _rows(found.issues, ISSUE),
        "financing": _rows(found.demands, DEMAND),
        "left_from": f"{left.meeting['day']} {left.meeting['theme']}" if left.meeting else None,
        "left_issues": _rows(left.issues, ISSUE),
        "left_financing": _rows(left.demands, DEMAND),
        "attachments": len(found.files),
    }


def _rows(rows: Sequence[Row], names: Sequence[str]) -> list[Answer]:
    return [{"id": row.id, **{name: plain(row[name]) for name in names}} for row in rows]


def invite(given: argparse.Namespace) -> Answer:
    """Enterprises that answer the conditions, and whoever was named."""
    wish = Wish("", conditions(given), given.open_issues, given.not_met)
    filtered = bool(given.where or given.open_issues or given.not_met is not None or given.limit is not None)
    with opened(given, writing=not given.dry_run) as office:
        held = _held(office, given)
        found = invitations.candidates(office, held, wish) if filtered else ()
        chosen = [one for one in found if not one.asked][: given.limit]
        guests = {name: _named(office, name, getattr(given, name)) for name in invitations.PARTS}
        guests["enterprises"] += [one.id for one in chosen]
        changes = None if given.dry_run else invitations.invite(office, held, guests)
    told = [{"id": c.id, "name": c.name, "met": plain(c.met), "open_issues": c.open_issues} for c in chosen]
    return {
        "found": told,
        "already": sum(one.asked for one in found),
        "invited": changes.counts.get("participants", 0) if changes else 0,
        "warnings": list(changes.remarks) if changes else [],
        "act": changes.act if changes else "",
    }


def _named(office: Office, ledger: str, words: Sequence[str]) -> list[str]:
    return [ledgers.identified(office, ledger, word) for word in words]


def attend(given: argparse.Namespace) -> Answer:
    """--values: name of the enterprise, department, bank or person → true, false, or the name of who came."""
    raw = values(given)
    with opened(given) as office:
        held = _held(office, given)
        with office.reading() as reader:
            came = {invitations.participant(reader, held, word): said for word, said in raw.items()}
        changes = invitations.attend(office, held, came)
    return {"changed": changes.counts.get("participants", 0), "act": changes.act}


def room(given: argparse.Namespace) -> Answer:
    """Without --lines what stands in the room; with them a draft, a check, or the act that makes records of them."""
    lines = _lines(given.lines) if given.lines else None
    with opened(given, writing=bool(lines or given.finish) and not given.dry_run) as office:
        found = rooms.room(office, _held(office, given))
        if lines is None and not given.finish:
            return _standing(found)
        return _worked(given, office, found, lines)


def _worked(given: argparse.Namespace, office: Office, found: Room, own: list[Answer] | None) -> Answer:
    held, lines = found.meeting.id, list(found.lines) if own is None else own
    found_wrong = {} if given.keep else _sentences(rooms.check(office, held, lines))
    if given.dry_run:
        return {"problems": list(found_wrong.values())}
    if given.keep:
        rooms.keep(office, held, lines)
        return _standing(rooms.room(office, held))
    if found_wrong:
        raise Rejected(found_wrong)
    changes = rooms.finish(office, held, lines, found.back if own is None else ())
    told: Mapping[str, Callable[[], list[Answer]]] = {
        "raised": lambda: _rows(ledgers.rows(office, "issues", changes.ids.get("issues", ())), ISSUE),
        "financing": lambda: _rows(ledgers.rows(office, "financing", changes.ids.get("financing", ())), DEMAND),
    }
    return {**{name: tell() for name, tell in told.items()}, "act": changes.act, "warnings": list(changes.remarks)}


def _sentences(problems: Mapping[str, str]) -> dict[str, str]:
    """“2.category” → 第 3 行 类别：请选类别."""
    return {
        key: f"第 {int(at) + 1} 行 {LABELS[name]}：{words}"
        for key, words in problems.items()
        for at, name in [key.split(".")]
    }


def _standing(found: Room) -> Answer:
    lines = [
        {name: cell.text if isinstance(cell, Linked) else cell for name, cell in line.items()} for line in found.lines
    ]
    return {"meeting": found.meeting.id, "lines": lines, "made": found.made, "back": len(found.back)}  # fmt: skip


def _lines(word: str) -> list[Answer]:
    text = word
    if not word.lstrip().startswith("["):
        try:
            text = Path(word).read_text(encoding="utf-8-sig")
        except (OSError, UnicodeDecodeError) as error:
            raise Trouble(f"读不了文件“{word}”。", "请检查文件名和它的权限。") from error
    try:
        found = json.loads(text)
    except json.JSONDecodeError as error:
        raise Rejected(f"用法：--lines 不是完整的 JSON（第 {error.colno} 个字符处）。") from None
    if not isinstance(found, list) or not all(isinstance(line, dict) for line in found):
        raise Rejected('用法：--lines 要写成 JSON 列表，例如 [{"enterprise": "某某公司", "title": "用电增容"}]。')
    return found


def _held(office: Office, given: argparse.Namespace) -> str:
    return ledgers.identified(office, "meetings", given.meeting)
