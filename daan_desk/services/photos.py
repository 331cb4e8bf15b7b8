"""The photos of a record as a sheet: in the order in which they were taken, each with the words below it."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from daan_desk.domain.failures import Rejected
from daan_desk.domain.photos import PhotoSheet, Plate, can_be_shown, is_picture
from daan_desk.domain.questions import Row
from daan_desk.services import attachments
from daan_desk.services.office import Office

TITLES: Mapping[str, str] = {"visits": "走访照片", "meetings": "活动照片"}


def sheet(office: Office, ledger: str, record: str, chosen: Collection[str] = ()) -> PhotoSheet:
    """The photos of a record (ids in `chosen`, or all of them); `Rejected` where there is none."""
    with office.reading() as reader:
        line = reader.titles(ledger, [record]).get(record, "")
    rows = [row for row in attachments.of(office, record) if is_picture(str(row["name"]))]
    rows = [row for row in rows if not chosen or row.id in chosen]
    fit = [row for row in rows if can_be_shown(str(row["name"]))]
    if not fit:
        raise Rejected("这条记录还没有可以打印的照片，请先添加照片。")
    plates = tuple(Plate(attachments.contents(office, row.id)[1], caption(row, at)) for at, row in enumerate(fit, 1))
    left = tuple(str(row["name"]) for row in rows if row not in fit)
    return PhotoSheet(TITLES.get(ledger, "照片"), line, plates, left)


def caption(row: Row, number: int) -> str:
    """图 1　what the officer wrote　when it was taken."""
    words = str(row["notes"] or "")
    moment = str(row["taken"] or "")
    return "　".join(part for part in (f"图 {number}", words, moment) if part)
