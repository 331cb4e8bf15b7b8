"""A damaged workspace read page by page, completed from its backups, written anew, with an account of what is lost."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC
from pathlib import Path

from daan_desk.domain.failures import Damaged, Rejected, Trouble
from daan_desk.placing import put_in_place
from daan_desk.services import care, ledgers, workspaces
from daan_desk.services.ledgers import Question
from daan_desk.services.workspaces import DISTRICT, Clock, Workplace
from daan_desk.store import backup, keys, salvaging, workspace

SAVED = "已抢救"
SPOILT = (
    "密码打不开这个工作区，却打得开它的自动备份。",
    "改过密码的，请用新密码；没有改过，就是文件的开头坏了，可以抢救，也可以从备份恢复。",
)


@dataclass(frozen=True, slots=True)
class Salvage:
    """What was saved into `file` and what was not.

    rows: records by ledger. lost_changes: entries of the journal that no page and no copy has any more; lost_files:
    attachments without their contents; from_copies: entries that only a backup had; problems: what `check` says of the
    new file.
    """

    file: Path
    rows: Mapping[str, int]
    changes: int
    pages: int
    damaged_pages: int
    from_copies: int
    lost_changes: int
    lost_files: tuple[str, ...]
    problems: tuple[str, ...] = ()

    @property
    def whole(self) -> bool:
        """Whether nothing is known to be missing."""
        return not (self.lost_changes or self.lost_files or self.problems)


def beside(path: Path) -> Path:
    """Where the saved file goes when nobody says otherwise: beside the damaged one, under a name that is free."""
    names = (f"{path.stem}-{SAVED}{number or ''}{path.suffix}" for number in (0, *range(2, 1000)))
    return next(file for name in names if not (file := path.with_name(name)).exists())


def unlock(path: Path, secret: str, clock: Clock, *, recovery: bool = False) -> Workplace:
    """Open a workspace; `Damaged` where the password is wrong for it and right for a copy: its beginning is spoilt."""
    try:
        return workspaces.unlock(path, secret, clock, recovery=recovery)
    except Rejected:
        heads = {_head(copy) for copy in _copies(path)} - {_head(path)}
        if not recovery and any(keys.fits(secret, head) for head in heads):
            raise Damaged(*SPOILT) from None
        raise


def salvage(path: Path, to: Path, password: str, clock: Clock) -> Salvage:
    """Save what can be saved of a damaged workspace into a new file; the damaged one is left as it is."""
    if to.exists():
        raise Rejected({"to": f"“{to.name}”已经存在，请换一个文件名。"})
    if not path.is_file():
        raise Trouble(f"找不到工作区文件“{path}”。", "请确认文件还在原处；U盘上的请先插好U盘。")
    copies = tuple(_copies(path))
    with workspaces.counted(path, clock):
        key, head = _key(path, copies, password)
    found = salvaging.Found()
    found.add(path, key, head)
    for copy in copies:
        if _head(copy) == head:
            found.add(copy, key, head, copy=True)
    if not found.entries:
        raise Trouble("这个文件里已经没有能读出来的内容。", "请用最近的备份恢复，或找U盘上另外存的备份。")
    return _written(to, (key, head), found, password, clock)


def _written(to: Path, secret: tuple[bytes, bytes], found: salvaging.Found, password: str, clock: Clock) -> Salvage:
    moment = int(clock().astimezone(UTC).timestamp() * 1_000_000)
    unfinished = to.with_name(to.name + ".salvaging")
    backup.discard(unfinished)
    try:
        workspace.lay_down(unfinished, *secret, found.facts.get("region", DISTRICT), moment)
        opened = workspace.held(unfinished, *secret, lease=False)
        with opened.database.writing() as connection:
            missing = salvaging.rebuild(connection, found, opened.database.region, keys.uuid7(moment))
        opened.close()
        put_in_place(unfinished, to)
    finally:
        backup.discard(unfinished)
    place = workspaces.unlock(to, password, clock)
    try:
        return _account(place, to, found, missing)
    finally:
        place.close()


def _account(place: Workplace, to: Path, found: salvaging.Found, missing: salvaging.Missing) -> Salvage:
    counts = {each.label: ledgers.totals(place.office, Question(each.name)).count for each in ledgers.ledgers()}
    return Salvage(
        to,
        {label: count for label, count in counts.items() if count},
        len(found.entries),
        found.pages,
        found.damaged,
        found.from_copies,
        missing.entries,
        missing.files,
        care.check(place.office).problems,
    )


def _key(path: Path, copies: tuple[Path, ...], password: str) -> tuple[bytes, bytes]:
    """The key by the file's own first bytes, or where these are damaged by those of a copy."""
    refused: Rejected | None = None
    for head in dict.fromkeys(_head(file) for file in (path, *copies)):
        try:
            return keys.unlocked(password, head), head
        except Rejected as wrong:
            refused = wrong
    assert refused is not None
    raise refused


def _head(file: Path) -> bytes:
    with file.open("rb") as handle:
        return handle.read(workspace.HEAD_BYTES).ljust(workspace.HEAD_BYTES, b"\0")


def _copies(path: Path) -> Iterator[Path]:
    """The copies that the program itself made of this workspace, newest first."""
    yield from sorted(care.folder_of(path).glob("*.daan"), reverse=True)
    yield from sorted(path.parent.glob(f"{path.name}.before-v*.backup"), reverse=True)
