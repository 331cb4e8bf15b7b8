"""Commands on the files of a record: put in, listed, taken out, printed two to a page."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from daan_desk.commands.places import opened
from daan_desk.domain.failures import Rejected, Trouble
from daan_desk.domain.photos import PhotoSheet
from daan_desk.services import attachments, ledgers, photos
from daan_desk.services.office import Office

Answer = dict[str, Any]


def attach(given: argparse.Namespace) -> Answer:
    """Files and folders, in one act."""
    from daan_desk.exchange.photos import all_brought

    described = ledgers.ledger(given.ledger)
    files = all_brought(given.files)
    with opened(given) as office:
        record = ledgers.identified(office, described.name, given.record)
        changes = attachments.attach(office, described.name, record, files)
    return {"files": [file.name for file in files], "act": changes.act, "warnings": list(changes.remarks)}


def listed(given: argparse.Namespace) -> Answer:
    """What a record has."""
    described = ledgers.ledger(given.ledger)
    with opened(given, writing=False) as office:
        rows = attachments.of(office, ledgers.identified(office, described.name, given.record))
    names = ("name", "media", "size", "taken", "day", "notes")
    return {"files": [{"id": row.id, **{name: row[name] for name in names}} for row in rows]}


def take_out(given: argparse.Namespace) -> Answer:
    """Copies into a folder."""
    described = ledgers.ledger(given.ledger)
    try:
        given.to.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise Trouble(f"建不了文件夹“{given.to}”。", "请换一个可以写入的位置。") from error
    with opened(given, writing=False) as office:
        record = ledgers.identified(office, described.name, given.record)
        files = attachments.save_all(office, [record], given.to)
    return {"files": [str(file) for file in files]}


def photo_sheet(given: argparse.Namespace) -> Answer:
    """The photos of a record with their captions."""
    from daan_desk.exchange import photo_sheet as papers

    writers = {".docx": papers.write_photos_word, ".html": papers.write_photos_html, ".pdf": _pdf}
    if given.to.suffix.lower() not in writers:
        raise Rejected(f"用法：照片页可以写成 {'、'.join(writers)}，不能写成“{given.to.suffix}”。")
    described = ledgers.ledger(given.ledger)
    with opened(given, writing=False) as office:
        found = _sheet(office, described.name, given.record)
    writers[given.to.suffix.lower()](found, given.to)
    return {"file": str(given.to), "photos": len(found.plates), "left": list(found.left)}


def _sheet(office: Office, ledger: str, word: str) -> PhotoSheet:
    return photos.sheet(office, ledger, ledgers.identified(office, ledger, word))


def _pdf(sheet: PhotoSheet, path: Path) -> None:
    from daan_desk.app import write_photos_pdf  # painted by Qt without a screen, as the summary is

    write_photos_pdf(sheet, path)
