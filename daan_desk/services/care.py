"""Taking care of the workspace: verified backups, bringing one back, checking everything."""

from __future__ import annotations

import glob
import shutil
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from daan_desk.domain.copies import DAILY, ENDING, name_of, superfluous
from daan_desk.domain.failures import Rejected, Trouble
from daan_desk.services.office import Office
from daan_desk.store import backup, checking, facts, withheld, workspace
from daan_desk.store.lease import Lease
from daan_desk.store.replacing import duplicate, finish, swept, take_over

AUTOMATIC = "自动备份"


@dataclass(frozen=True, slots=True)
class Health:
    """What `check` found: nothing in `problems` means that all is well.

    elsewhere: places where the journal goes on from entries that this copy does not have (a parcel for one officer, or
    a salvaged file).
    """

    problems: tuple[str, ...]
    entries: int
    rows: int
    elsewhere: int = 0


def check(office: Office) -> Health:
    """Verify pages, journal chain, rows against the journal, and attachments."""
    office.database.fold()  # pages of the file may be torn after a power cut while the log still has them whole
    with office.database.reading() as connection:
        damaged = checking.pages(connection)
        entries, broken = checking.chain(connection)
        rows, differing = checking.rows(connection)
        lost = checking.attachments(connection)
        elsewhere = len(withheld.places(connection))
    return Health((*damaged, *broken, *differing, *lost, *_against_copy(office)), entries, rows, elsewhere)


def _against_copy(office: Office) -> tuple[str, ...]:
    """What the newest copy of the present password still says and the workspace does not any more."""
    head = None if office.database.shared else workspace.head_of(office.database.path)
    for copy in copies(office):
        try:
            if workspace.head_of(copy) != head:
                continue
            gone = backup.lost_since(office.database, copy)
        except Trouble:  # a spoilt copy says nothing against the workspace; that it is spoilt is found by proving it
            continue
        return (f"操作日志比最近的自动备份少了 {gone} 条，被人删过或换过",) if gone else ()
    return ()


def back_up(office: Office, to: Path, password: str = "") -> Path:
    """A copy at `to`, verified by opening it when the password is at hand; `Trouble` where it could not be made."""
    if office.database.shared:
        raise Trouble("服务器上的工作区不能备份成一个文件。", "请服务器管理员用 pg_dump 备份。")
    if to.exists():
        raise Rejected({"to": f"“{to.name}”已经存在，请换一个文件名。"})
    made = backup.copy(office.database, to)
    if password:
        workspace.unlock(made, password, lease=False).close()
    return made


def automatic(office: Office, reason: str) -> Path | None:
    """A copy beside the workspace before something large, named by moment and reason; old ones make room.

    None on a server, whose administrators see to copies; what was done there is taken back by `undo`.
    """
    if office.database.shared:
        return None
    folder = folder_of(office.database.path)
    try:
        folder.mkdir(exist_ok=True)
    except OSError as error:
        raise Trouble(f"不能建立备份文件夹“{folder.name}”。", "请检查磁盘空间和文件夹的写入权限。") from error
    swept(folder, "*.unfinished*")  # of a program that was killed while it made one
    made = backup.copy(office.database, folder / name_of(office.now(), reason))
    make_room(folder)
    return made


def make_room(folder: Path) -> None:
    """Let go of the copies that need not stay; one that cannot be deleted harms nobody."""
    for name in superfluous(file.name for file in folder.glob(f"*{ENDING}")):
        with suppress(OSError):
            (folder / name).unlink()


def folder_of(path: Path) -> Path:
    """Where the automatic copies of a workspace lie."""
    return path.parent / f"{path.stem}-{AUTOMATIC}"


def copies(office: Office) -> tuple[Path, ...]:
    """The automatic copies, newest first."""
    if office.database.shared:
        return ()
    return tuple(sorted(folder_of(office.database.path).glob(f"*{ENDING}"), reverse=True))


def daily(office: Office) -> Path | None:
    """The first opening of a day makes a copy; None where today has one."""
    newest = copies(office)
    if newest and newest[0].name.startswith(f"{office.now():%Y%m%d}"):
        return None
    return automatic(office, DAILY)


def restore(copy: Path, to: Path, password: str) -> Path | None:
    """Put a backup in the place of a workspace; what stood there is kept aside, not deleted. Answers where.

    The restored copy goes on under a new name, else its journal and that of the lost one would be two of one chain.
    """
    workspace.head_of(copy)
    lease = Lease(to)
    unfinished = to.with_name(to.name + ".unfinished")
    try:
        finish(to)
        shutil.copyfile(copy, unfinished)
        _renamed(unfinished, password)
        return replaced(unfinished, to)
    except OSError as error:
        raise Trouble("恢复没有完成，原来的工作区没有变。", "请检查磁盘空间和文件夹的写入权限，再试一次。") from error
    finally:
        clear(unfinished)
        lease.release()


def clear(unfinished: Path) -> None:
    """Remove a passing copy with its logs, lock and the copy that an upgrade made of it."""
    swept(unfinished.parent, glob.escape(unfinished.name) + "*")


def _renamed(file: Path, password: str) -> None:
    opened = workspace.unlock(file, password)
    try:
        with opened.database.writing() as connection:
            facts.renamed(connection)
    finally:
        opened.close()


def replaced(unfinished: Path, to: Path) -> Path | None:
    """Copy what stands at `to` aside and put a whole file in its place; answers where to."""
    aside = _aside(to) if to.exists() else None
    if aside is not None:
        duplicate(to, aside)
    take_over(unfinished, to)
    return aside


def _aside(to: Path) -> Path:
    stamp = datetime.fromtimestamp(to.stat().st_mtime).astimezone()
    names = (f"{to.stem}-恢复前-{stamp:%Y%m%d-%H%M%S}{number or ''}{to.suffix}" for number in (0, *range(2, 1000)))
    return next(file for name in names if not (file := to.with_name(name)).exists())
