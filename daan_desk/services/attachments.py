"""Files that belong to a record: put in, listed, taken out again."""

from __future__ import annotations

import mimetypes
from collections.abc import Mapping, Sequence
from pathlib import Path

from daan_desk.domain.exif import without_location
from daan_desk.domain.failures import Rejected, Trouble
from daan_desk.domain.photos import MOMENT, Brought
from daan_desk.domain.questions import Row, Where
from daan_desk.services.changes import Changes
from daan_desk.services.ledgers import told
from daan_desk.services.office import Act, Office
from daan_desk.store import blobs

LARGEST = 50 * 1024 * 1024
LONGEST_NAME = 200
Incoming = Path | Brought  # a file where it lies, or as exchange/photos.py made it ready


def attach(office: Office, ledger: str, owner: str, files: Sequence[Incoming]) -> Changes:
    """Put files to a record, in one act; `Trouble` names the file that cannot be read."""
    contents = taken_in(files)
    with office.writing(f"添加 {len(files)} 个附件") as act:
        act.get(ledger, owner)
        for file in contents:
            attached(act, ledger, owner, file)
        act.touch(ledger, owner)
        act.remarks += [file.remark for file in contents if file.remark]
    return act.changes


def taken_in(files: Sequence[Incoming]) -> list[Brought]:
    """The files with their bytes, read before an act begins."""
    return [file if isinstance(file, Brought) else Brought(file.name, bytes_of(file)) for file in files]


def attached(act: Act, ledger: str, owner: str, file: Brought) -> str:
    """Put a file to a record inside a larger act; answers the attachment's id. The place of a photo stays outside."""
    name, data = shortened(file.name), without_location(file.data)
    if len(data) > LARGEST:
        raise Rejected(f"“{name}”有 {len(data) // 2**20} MB，附件最大 {LARGEST // 2**20} MB，请先压缩。")
    media = mimetypes.guess_type(name)[0] or "application/octet-stream"
    row = {"name": name, "owner_ledger": ledger, "owner": owner, "media": media, "size": len(data)}
    row |= {"taken": f"{file.taken:{MOMENT}}" if file.taken else None, "day": act.office.today()}
    return act.add("attachments", row | {"digest": blobs.keep(act.connection, data)})


def shortened(name: str) -> str:
    """A file's name as it is kept: an endless one loses its middle, not its ending."""
    path = Path(name)
    return name if len(name) <= LONGEST_NAME else f"{path.stem[: LONGEST_NAME - 20]}…{path.suffix[-12:]}"


def of(office: Office, owner: str) -> tuple[Row, ...]:
    """The attachments of a record: by the moment a photo was taken, else by the day it was put in."""
    return of_many(office, [owner])[owner]


def of_many(office: Office, owners: Sequence[str]) -> Mapping[str, tuple[Row, ...]]:
    """The attachments of several records, by record."""
    with office.reading() as reader:
        lines = reader.where("attachments", Where("owner", "in", tuple(owners)), sort=("day",))
        rows = sorted(told(office, reader, "attachments", lines), key=lambda row: str(row["taken"] or row["day"] or ""))
    return {owner: tuple(row for row in rows if row["owner"] == owner) for owner in owners}


def contents(office: Office, attachment: str) -> tuple[str, bytes]:
    """Name and bytes of an attachment."""
    with office.reading() as reader:
        line = reader.line("attachments", attachment)
        data = blobs.kept(reader.connection, line["digest"]) if line else None
    if line is None or data is None:
        raise Trouble("这个附件的内容不在这份工作区里。", "请在添加它的电脑上打开，或重新合并带附件的交换包。")
    return line["name"], without_location(data)  # what came in before the door was watched leaves without it too


def save_all(office: Office, owners: Sequence[str], folder: Path) -> list[Path]:
    """Write every attachment of these records into a folder; answers the files."""
    rows = [row for found in of_many(office, owners).values() for row in found]
    return [save_to(office, row.id, folder) for row in rows]


def save_to(office: Office, attachment: str, folder: Path) -> Path:
    """Write an attachment as a file into a folder, under a free name; answers the path."""
    name, data = contents(office, attachment)
    path = folder / Path(name).name
    number = 1
    while path.exists():
        number += 1
        path = folder / f"{Path(name).stem}（{number}）{Path(name).suffix}"
    try:
        path.write_bytes(data)
    except OSError as error:
        raise Trouble(f"附件没有写成：{path}。", "请检查磁盘空间和文件夹的写入权限。") from error
    return path


def bytes_of(file: Path) -> bytes:
    """The contents of a file that shall be attached; `Rejected` where it is too large, `Trouble` where it is gone."""
    try:
        if file.stat().st_size > LARGEST:
            raise Rejected(f"“{file.name}”超过 {LARGEST // 2**20} MB，请先压缩。")
        return file.read_bytes()
    except OSError as error:
        raise Trouble(f"读不了文件“{file}”。", "请确认文件还在，并且没有被别的程序打开。") from error
