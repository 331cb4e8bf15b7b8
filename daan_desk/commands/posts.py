"""The command on posts: an officer hands over to another."""

from __future__ import annotations

import argparse
from datetime import date
from pathlib import Path
from typing import Any

from daan_desk.commands.places import opened
from daan_desk.domain.failures import Rejected
from daan_desk.services import handover_sheets, handovers
from daan_desk.services.handovers import Handover, Wish

Answer = dict[str, Any]


def hand_over(given: argparse.Namespace) -> Answer:
    """Plan a handover, write its sheet where that is asked for, and unless --dry-run carry it out."""
    write = _writer(given.sheet) if given.sheet else None
    kept = tuple(given.keep)
    with opened(given, writing=not given.dry_run) as office:
        wish = Wish(given.leaver, given.successor, _day(given.day), given.basis, (), given.leaves)
        planned = handovers.plan(office, wish)
        if kept:
            ids = _kept(planned, kept)
            planned = handovers.plan(office, Wish(wish.leaver, wish.successor, wish.day, wish.basis, ids, wish.leaves))
        changes = None if given.dry_run else handovers.carry_out(office, planned)
    if write:
        write(handover_sheets.sheet(planned), given.sheet)
    return told(planned) | {"act": changes.act if changes else "", "file": str(given.sheet) if given.sheet else ""}


def told(planned: Handover) -> Answer:
    """A handover for a script."""
    return {
        "leaver": planned.leaver.name,
        "successor": planned.successor.name,
        "day": planned.day.isoformat(),
        "items": [
            {"ledger": i.ledger, "id": i.id, "text": i.text, "detail": i.detail, "how": i.how, "moves": i.moves}
            for i in planned.items
        ],
        "warnings": list(planned.warnings),
    }


def _kept(planned: Handover, words: tuple[str, ...]) -> tuple[str, ...]:
    found = {word: [i.id for i in planned.of("assignments") if word in (i.id, i.text)] for word in words}
    unknown = [word for word, ids in found.items() if not ids]
    if unknown:
        raise Rejected({"keep": f"{planned.leaver.name}没有包联“{'、'.join(unknown)}”。"})
    return tuple(identity for ids in found.values() for identity in ids)


def _day(word: str | None) -> date | None:
    try:
        return date.fromisoformat(word) if word else None
    except ValueError:
        raise Rejected(f"用法：日期要写成 2026-11-23 的样子，“{word}”不是。") from None


def _writer(path: Path) -> Any:
    from daan_desk.exchange import handover_paper
    from daan_desk.exchange.targets import refuse_folder

    writers = {".docx": handover_paper.write_handover_word, ".xlsx": handover_paper.write_handover_book}
    if path.suffix.lower() not in writers:
        raise Rejected(f"用法：移交清单可以写成 {'、'.join(writers)}，不能写成“{path.suffix}”。")
    refuse_folder(path)  # before the act: what was handed over must not lack its sheet
    return writers[path.suffix.lower()]
