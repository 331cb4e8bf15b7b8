"""Bringing a backup back while the workspace is open: all of it, or one record with what belongs to it."""

from __future__ import annotations

import shutil
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from daan_desk.domain.failures import Rejected, Trouble, refuse_unless
from daan_desk.domain.fields import Field, Ledger
from daan_desk.domain.kinds import LinkTo
from daan_desk.domain.questions import Question, Where
from daan_desk.services import care, workspaces
from daan_desk.services.changes import Changes
from daan_desk.services.office import Act, Identity, Office
from daan_desk.services.records import PARTS
from daan_desk.services.workspaces import Clock, Workplace
from daan_desk.store import blobs, facts, keys, workspace
from daan_desk.store.base import LEDGERS
from daan_desk.store.reader import Line, Reader
from daan_desk.store.workspace import Opened

MOST = 200


@dataclass(frozen=True, slots=True)
class Older:
    """A record as a backup has it: what differs from today as (label, then, now); gone = it is not here any more."""

    ledger: str
    id: str
    text: str
    differences: tuple[tuple[str, str, str], ...]
    gone: bool = False


def restore(copy: Path, to: Path, password: str, clock: Clock) -> Path | None:
    """Put a backup in the place of a workspace that is not open; a wrong password counts as one for the workspace."""
    with workspaces.counted(to, clock):
        return care.restore(copy, to, password)


def restore_here(place: Workplace, copy: Path, password: str = "") -> Path | None:
    """Put a backup in the place of the open workspace and go on with it; answers where the old file was put aside.

    The password is asked only where the copy has another one than the workspace (`Rejected` beside password).
    """
    path = place.office.database.path
    key, head = _secret(place, copy, password)
    unfinished = path.with_name(path.name + ".unfinished")
    care.clear(unfinished)
    try:
        shutil.copyfile(copy, unfinished)
        opened = workspace.held(unfinished, key, head, lease=True)
        _given_a_new_name(opened)
        place.opened.database.close()
        try:
            aside = care.replaced(unfinished, path)
        finally:
            now = workspace.head_of(path)
            before = keys.recovered(place.recovery, now) if now != head else key
            workspace.reopened(place.opened, before, now)
    except OSError as error:
        raise Trouble("恢复没有完成，原来的工作区没有变。", "请检查磁盘空间和文件夹的写入权限，再试一次。") from error
    finally:
        care.clear(unfinished)
    return aside


def _given_a_new_name(opened: Opened) -> None:
    try:
        with opened.database.writing() as connection:
            facts.renamed(connection)
    finally:
        opened.close()


def _secret(place: Workplace, copy: Path, password: str) -> tuple[bytes, bytes]:
    head = workspace.head_of(copy)
    if head == workspace.head_of(place.office.database.path):
        return keys.recovered(place.recovery, head), head
    if not password:
        raise Rejected({"password": "这份备份用的是另一个密码，请输入备份当时的密码。"})
    return keys.unlocked(password, head), head


@contextmanager
def copy_opened(place: Workplace, copy: Path, password: str = "") -> Iterator[Office]:
    """An office on a backup, for reading; it is opened as a copy of its own, so that an old one can be brought up."""
    key, head = _secret(place, copy, password)
    path = place.office.database.path
    apart = path.with_name(path.name + ".reading")
    care.clear(apart)
    try:
        shutil.copyfile(copy, apart)
        opened = workspace.held(apart, key, head, lease=True)
        try:
            yield Office(opened.database, Identity(), place.office.now)
        finally:
            opened.close()
    except OSError as error:
        raise Trouble(f"读不了备份“{copy.name}”。", "请确认文件还在，U盘已插好，磁盘有空间。") from error
    finally:
        care.clear(apart)


def older(place: Workplace, copy: Path, ledger: str, text: str = "", password: str = "") -> tuple[Older, ...]:
    """The records of a ledger that a backup has and that are otherwise today, or gone; `text` searches them."""
    with copy_opened(place, copy, password) as then, then.reading() as before, place.office.reading() as now:
        ids = before.ids(Question(ledger, text=text))
        theirs, ours = before.lines(ledger, ids), now.lines(ledger, ids)
        described = LEDGERS[ledger].ledger
        differing = [i for i in ids if _differs(described, theirs[i], ours.get(i))][:MOST]
        return tuple(_compared((before, now), described, theirs[i], ours.get(i)) for i in differing)


def _differs(ledger: Ledger, then: Line, now: Line | None) -> bool:
    return now is None or any(then[field.name] != now[field.name] for field in ledger.kept)


def _compared(readers: tuple[Reader, Reader], ledger: Ledger, then: Line, now: Line | None) -> Older:
    differing = [f for f in ledger.kept if now is None or then[f.name] != now[f.name]]
    told = tuple(
        (f.label, _words(readers[0], f, then[f.name]), _words(readers[1], f, now[f.name]) if now else "")
        for f in differing
    )
    title = readers[0].titles(ledger.name, [then["id"]]).get(then["id"], "")
    return Older(ledger.name, then["id"], title, tuple(one for one in told if one[1] or one[2]), now is None)


def _words(reader: Reader, field: Field, value: object) -> str:
    if isinstance(field.kind, LinkTo) and value:
        return reader.titles(field.kind.ledger, [str(value)]).get(str(value), "")
    return field.kind.show(value)


def restore_record(place: Workplace, copy: Path, ledger: str, record: str, password: str = "") -> Changes:
    """Make one record, its parts and its files say again what a backup has; what was added to it since stays."""
    office = place.office
    with copy_opened(place, copy, password) as then, then.reading() as before:
        line = before.line(ledger, record)
        refuse_unless(line is not None, "备份里没有这条记录。")
        assert line is not None
        with office.writing(f"从备份恢复{LEDGERS[ledger].ledger.noun}") as act:
            _bring(act, ledger, [line])
            for part, link in PARTS.get(ledger, ()):
                _bring(act, part, before.where(part, Where(link, "is", record)))
            _bring_files(act, before, record)
            act.concerns(ledger, record)
    refuse_unless(act.changes.act, "这条记录和备份里的一样，不用恢复。")
    return act.changes


def _bring(act: Act, ledger: str, lines: Sequence[Line]) -> None:
    names = [field.name for field in LEDGERS[ledger].ledger.kept]
    wanted: dict[str, Mapping[str, object]] = {line["id"]: {name: line[name] for name in names} for line in lines}
    kept = act.kept_at_all(ledger, list(wanted))
    act.change_many(ledger, {i: {**values, "deleted_at": None} for i, values in wanted.items() if i in kept})
    act.add_many(ledger, [{"id": i, **values} for i, values in wanted.items() if i not in kept])


def _bring_files(act: Act, before: Reader, record: str) -> None:
    files = before.where("attachments", Where("owner", "is", record))
    _bring(act, "attachments", files)
    for line in files:
        data = blobs.kept(before.connection, str(line["digest"]))
        if data is not None:
            blobs.keep(act.connection, data)
