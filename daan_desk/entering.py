"""What happens behind the door: workspaces made, opened, brought back and saved, off the window's thread."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from daan_desk.domain.failures import Trouble
from daan_desk.exchange import parcels
from daan_desk.services import care, laptops, remembering, restoring, salvage, workspaces
from daan_desk.services.sample.filling import fill
from daan_desk.services.workspaces import Who, Workplace
from daan_desk.ui.pages.welcome.first_run import NewWorkspace
from daan_desk.ui.pages.welcome.from_parcel import Fresh
from daan_desk.ui.pages.welcome.join import Joining
from daan_desk.ui.pages.welcome.openings import Opening, Rescuing, Restoring


@dataclass(frozen=True, slots=True)
class Entered:
    """A workspace that was opened, what could not be done on the way without keeping anybody out, and what was."""

    place: Workplace
    regret: Trouble | None = None
    note: str = ""


def made(wanted: NewWorkspace, clock: Callable[[], datetime]) -> Workplace:
    """The new workspace that the first run asked for, whole with the sample district if it is wanted, or none."""
    _make_room(wanted.file)
    place = workspaces.make(wanted.file, wanted.password, Who(wanted.name, wanted.role), clock)
    try:
        if wanted.sample:
            fill(place.office, place.office.today())
    except BaseException:
        place.close()
        wanted.file.unlink()  # or the next try would find the name taken
        raise
    return place


def made_of_parcel(wanted: Fresh, clock: Callable[[], datetime]) -> Workplace:
    """An officer's new workspace with what the office packed for him or her, whole, or none."""
    parcel = parcels.read(wanted.parcel, wanted.secret)
    _make_room(wanted.file)
    return laptops.made(wanted.file, wanted.password, parcel, clock)


def _make_room(file: Path) -> None:
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise Trouble(f"不能建立文件夹“{file.parent}”。", "请选择可以写入的位置，例如“文档”。") from error


def entered(wanted: Opening, clock: Callable[[], datetime]) -> Entered:
    """The workspace that was asked for; its first opening of a day makes a copy, and goes on where that fails."""
    place = _unlocked(wanted, clock)
    try:
        care.daily(place.office)
    except Trouble as trouble:
        return Entered(place, Trouble(f"今天的自动备份没有做成：{trouble.sentence}", trouble.remedy))
    except BaseException:
        place.close()
        raise
    return Entered(place)


def _unlocked(wanted: Opening, clock: Callable[[], datetime]) -> Workplace:
    if wanted.kept:
        return remembering.unlock(wanted.file, wanted.recovery, clock)
    by_sheet = bool(wanted.recovery)
    return salvage.unlock(wanted.file, wanted.recovery or wanted.password, clock, recovery=by_sheet)


def rescued(wanted: Rescuing, clock: Callable[[], datetime]) -> salvage.Salvage:
    """What can still be read of a damaged workspace, in a new file beside it."""
    return salvage.salvage(wanted.file, salvage.beside(wanted.file), wanted.password, clock)


def restored(wanted: Restoring, clock: Callable[[], datetime]) -> Entered:
    """The backup in the place of the workspace, open; what stood there is kept beside it under another name."""
    aside = restoring.restore(wanted.copy, wanted.file, wanted.password, clock)
    kept = f"，原来的文件留作“{aside.name}”" if aside else ""
    place = workspaces.unlock(wanted.file, wanted.password, clock)
    return Entered(place, note=f"已从备份“{wanted.copy.name}”恢复{kept}")


def joined(wanted: Joining, clock: Callable[[], datetime]) -> Entered:
    """The workspace on a server, as the officer who logs in; its copies are its administrators' business."""
    return Entered(workspaces.unlock(wanted.address, wanted.password, clock))
