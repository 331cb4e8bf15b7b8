"""The backups of a workspace: listed with when and why, proved again, and carried to a second place."""

from __future__ import annotations

import hashlib
import shutil
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from daan_desk.domain.copies import BEFORE_UPGRADE, BY_HAND, ENDING, told
from daan_desk.domain.failures import Rejected, Trouble
from daan_desk.placing import put_in_place
from daan_desk.services import care
from daan_desk.services.care import Health
from daan_desk.services.office import Office
from daan_desk.services.restoring import copy_opened
from daan_desk.services.workspaces import Workplace
from daan_desk.store import backup, facts, workspace

SECOND = "second_copies"  # the fact that names the second folder: it belongs to this copy of the workspace alone
HERE, THERE, ELSEWHERE = "工作区旁边", "第二处", "别处"


@dataclass(frozen=True, slots=True)
class Copy:
    """One backup; bytes: its size. ours: the workspace's present password opens it, else an earlier one."""

    file: Path
    made: datetime
    why: str
    bytes: int
    place: str
    ours: bool


def listed(office: Office) -> tuple[Copy, ...]:
    """Every automatic copy that can be reached, the newest first."""
    if office.database.shared:
        return ()
    path = office.database.path
    head = workspace.head_of(path)
    places = [(file, HERE) for file in (*care.copies(office), *path.parent.glob(f"{path.name}.before-v*.backup"))]
    places += [(file, THERE) for file in _second_copies(office)]
    found = [_told(file, place, head) for file, place in places]
    return tuple(sorted((one for one in found if one), key=lambda one: (one.made, one.place == HERE), reverse=True))


def elsewhere(office: Office, file: Path) -> Copy:
    """A backup that lies where nobody looks by himself, on a stick; `Trouble` where it is none."""
    workspace.head_of(file)
    found = _told(file, ELSEWHERE, workspace.head_of(office.database.path))
    if found is None:
        raise Trouble(f"读不了备份“{file.name}”。", "请确认文件还在，U盘已插好。")
    return found if told(file.name) else replace(found, why="—")


def _told(file: Path, place: str, head: bytes) -> Copy | None:
    try:
        about = file.stat()
        with file.open("rb") as handle:
            ours = handle.read(len(head)) == head
    except OSError:
        return None
    made, why = told(file.name) or (datetime.fromtimestamp(about.st_mtime).astimezone(), BEFORE_UPGRADE)
    return Copy(file, made, why, about.st_size, place, ours)


def now(office: Office) -> Path | None:
    """A copy because somebody asks for it, carried to the second place too."""
    made = care.automatic(office, BY_HAND)
    carry(office)
    return made


def verified(place: Workplace, copy: Path, password: str = "") -> Health:
    """Open a backup and check it as the workspace itself is checked: pages, journal, rows, attachments."""
    with copy_opened(place, copy, password) as then:
        return care.check(then)


def second(office: Office) -> Path | None:
    """The second folder, None where there is none."""
    kept = "" if office.database.shared else facts.kept(office.database, SECOND)
    return Path(kept) if kept else None


def set_second(office: Office, folder: Path | None) -> None:
    """Where every day's copy is carried besides, a stick or a drive of the office; None for nowhere."""
    if folder is not None and not folder.is_dir():
        raise Rejected({"second": f"找不到文件夹“{folder}”，请先插好U盘，或另选一个。"})
    if folder is not None and folder.resolve() == care.folder_of(office.database.path).resolve():
        raise Rejected({"second": "这里已经是自动备份的文件夹，请选择另一个磁盘上的文件夹，例如U盘。"})
    facts.keep(office.database, SECOND, str(folder.absolute()) if folder else "")


def carry(office: Office) -> Path | None:
    """Carry the newest copy to the second place and prove it there; None where none is set or it lies there already."""
    way = on_the_way(office)
    return carried(*way) if way else None


def on_the_way(office: Office) -> tuple[Path, Path, Path] | None:
    """The newest copy, where it is to be carried, and the workspace; None where no second place is set."""
    to, newest = second(office), next(iter(care.copies(office)), None)
    return (newest, to, office.database.path) if to and newest else None


def carried(newest: Path, to: Path, path: Path) -> Path | None:
    """The same with all of it known; touches nothing of the database, so that a slow stick keeps nobody waiting."""
    if not to.is_dir():
        raise Trouble(f"第二处备份没有做成：找不到文件夹“{to}”。", "请插好U盘，再在“备份与恢复”里点“立即备份”。")
    target = to / care.folder_of(path).name / newest.name
    unfinished = target.with_name(target.name + ".unfinished")
    try:
        if target.exists() and target.stat().st_size == newest.stat().st_size:
            return None
        target.parent.mkdir(exist_ok=True)
        shutil.copyfile(newest, unfinished)
        if _digest(unfinished) != _digest(newest):
            raise Trouble("第二处备份写成后没有通过核对，没有保留。", "请换一个U盘或文件夹，再点“立即备份”。")
        put_in_place(unfinished, target)
    except OSError as error:
        raise Trouble(f"第二处备份没有写成：{to}。", "请检查U盘的空间和写入权限，再点“立即备份”。") from error
    finally:
        backup.discard(unfinished)
    care.make_room(target.parent)
    return target


def _second_copies(office: Office) -> Iterator[Path]:
    folder = second(office)
    if folder is not None and folder.is_dir():
        yield from (folder / care.folder_of(office.database.path).name).glob(f"*{ENDING}")


def _digest(file: Path) -> str:
    with file.open("rb") as handle:
        return hashlib.file_digest(handle, "sha256").hexdigest()
