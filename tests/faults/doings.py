"""The acts that are broken off: for each a folder as it is before, and the act, which tells every step that is done.

An act is a generator: what it has yielded is acknowledged, as an officer would have read it. `outcome` says in a text
what a folder is like; at any moment it must be one that an undisturbed run had after one of its steps.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from enum import Enum
from pathlib import Path

from daan_desk.exchange import layouts, parcels, workbooks
from daan_desk.services import care, guarding, imports, issues, merging, records, restoring, undo, visits, workspaces
from daan_desk.services.office import Office
from daan_desk.services.workspaces import Workplace
from tests import builders, laptops, older
from tests.builders import PASSWORD
from tests.faults.prints import NEW_PASSWORD, opened, said

DESK, COPY, OLDER = "desk.daan", "copy.daan", "older.daan"
PARCEL, BROUGHT = "给企服办.daanx", "下乡带回.daanx"
SAVED = 6
Steps = Iterator[None]


class Again(Enum):
    """When an officer who was told nothing does it once more, and it must come to the same end."""

    NEVER = 0
    WHERE_NOTHING_HAPPENED = 1
    EVEN_WHERE_IT_HAPPENED = 2


@dataclass(frozen=True)
class Doing:
    """An act under test, and what a second try must do after it was broken off."""

    name: str
    prepare: Callable[[Path], None]
    steps: Callable[[Path], Steps]
    outcome: Callable[[Path], str]
    again: Again = Again.WHERE_NOTHING_HAPPENED


@contextmanager
def working(folder: Path, *, writing: bool = True) -> Iterator[Workplace]:
    """The workspace, open for its officer."""
    place = workspaces.unlock(folder / DESK, PASSWORD, builders.at(), writing=writing)
    try:
        yield place
    finally:
        place.close()


def in_use(folder: Path) -> None:
    """A workspace as a killed program leaves it, its newest acts in the write-ahead log alone.

    Beside it a backup that is older than these, and a parcel that somebody brings back from the countryside.
    """
    apart = folder / "apart"
    apart.mkdir()
    place = builders.workplace(apart, name=DESK)
    filled(place.office, 6, "盐都")
    care.back_up(place.office, folder / OLDER)
    place.close()
    with working(apart) as place:
        filled(place.office, 3, "后来")
        for file in (DESK, f"{DESK}-wal"):
            shutil.copyfile(apart / file, folder / file)
    place = laptops.laptop(apart, "王建国")
    filled(place.office, 30, "下乡")
    parcels.write(folder / BROUGHT, merging.pack(place.office), PASSWORD)
    place.close()
    shutil.rmtree(apart)


def filled(office: Office, many: int, word: str) -> None:
    """Enterprises, each with an issue."""
    for number in range(many):
        one = builders.enterprise(office, f"自贡{word}{number}号有限公司", notes="长" * 200)
        builders.issue(office, one)


def of_an_older_program(folder: Path) -> None:
    """A workspace of the first version."""
    older.old_file(folder, 1, issues=300, name=DESK)


def saving(folder: Path) -> Steps:
    """One small act after the other: an enterprise, a visit with an issue, the issue's dispatch."""
    with working(folder) as place:
        for number in range(SAVED // 3):
            made = records.add(place.office, "enterprises", {"name": f"自贡{number}号有限公司"})
            yield
            enterprise = made.first("enterprises")
            values = {"enterprise": enterprise, "day": place.office.today(), "way": "实地", "companions": "李慧敏"}
            logged = visits.log(place.office, values, [{"title": "用电增容", "category": "用能"}])
            yield
            issues.move(place.office, logged.first("issues"), "dispatch", {"lead_department": "区经信局"})
            yield


def importing(folder: Path) -> Steps:
    """A roster of which a part is known already, after a copy, as the window does it."""
    lines = (f"自贡盐都{number}号有限公司\t{number + 20}\t王建国\t1380000{number:04d}" for number in range(300))
    text = "企业名称\t从业人数\t联系人\t联系电话\n" + "\n".join(lines)
    with working(folder) as place:
        care.automatic(place.office, "导入前")
        imports.carry_out(place.office, imports.plan(place.office, layouts.layouts(workbooks.read_pasted(text))[0]))
        yield


def merging_(folder: Path) -> Steps:
    """A parcel: planned, copied, merged."""
    with working(folder) as place:
        plan = merging.plan(place.office, parcels.read(folder / BROUGHT, PASSWORD))
        merging.carry_out(place.office, plan)
        yield


def undoing(folder: Path) -> Steps:
    """The last act is taken back."""
    with working(folder) as place:
        undo.undo(place.office, undo.acts(place.office, 1)[0].id)
        yield


def packing(folder: Path) -> Steps:
    """A parcel is written."""
    with working(folder, writing=False) as place:
        parcels.write(folder / PARCEL, merging.pack(place.office), PASSWORD)
        yield


def backing_up(folder: Path) -> Steps:
    """A copy is made and proved."""
    with working(folder) as place:
        care.back_up(place.office, folder / COPY, PASSWORD)
        yield


def migrating(folder: Path) -> Steps:
    """A newer program opens it."""
    with working(folder):
        yield


def restoring_(folder: Path) -> Steps:
    """A backup takes the place of the workspace, which nobody has open."""
    care.restore(folder / OLDER, folder / DESK, PASSWORD)
    yield


def restoring_here(folder: Path) -> Steps:
    """A backup takes the place of the workspace that is open in the window."""
    with working(folder) as place:
        restoring.restore_here(place, folder / OLDER)
        yield


def changing_password(folder: Path) -> Steps:
    """The workspace is written anew under another password."""
    with working(folder) as place:
        guarding.change_password(place, PASSWORD, NEW_PASSWORD)
        yield


def kept(folder: Path) -> str:
    """What is kept in the workspace."""
    return said(folder / DESK)


def kept_and_copied(folder: Path) -> str:
    """And in the copy, which under its own name is whole."""
    copy = folder / COPY
    return f"{kept(folder)}\n== {said(copy, writing=False) if copy.exists() else 'none'}"


def kept_and_packed(folder: Path) -> str:
    """And how many entries the parcel has."""
    file = folder / PARCEL
    return f"{kept(folder)}\n== {len(parcels.read(file, PASSWORD).entries) if file.exists() else 'none'}"


def kept_and_aside(folder: Path) -> str:
    """And what has been put aside that the workspace does not say."""
    here = kept(folder)
    asides = {said(file, writing=False) for file in sorted(folder.glob(f"{Path(DESK).stem}-恢复前-*.daan"))}
    return "\n== ".join([here, *sorted(asides - {here})])


def kept_under(folder: Path) -> str:
    """And under which of the two passwords."""
    here = kept(folder)
    place = opened(folder / DESK, writing=False)
    try:
        return f"{here}\n== {guarding.right(place.office, PASSWORD)}"
    finally:
        place.close()


DOINGS = {
    doing.name: doing
    for doing in (
        Doing("save", in_use, saving, kept, Again.NEVER),
        Doing("import", in_use, importing, kept, Again.EVEN_WHERE_IT_HAPPENED),
        Doing("merge", in_use, merging_, kept, Again.EVEN_WHERE_IT_HAPPENED),
        Doing("undo", in_use, undoing, kept, Again.NEVER),
        Doing("pack", in_use, packing, kept_and_packed),
        Doing("backup", in_use, backing_up, kept_and_copied),
        Doing("migration", of_an_older_program, migrating, kept),
        Doing("restore", in_use, restoring_, kept_and_aside),
        Doing("restore in the window", in_use, restoring_here, kept_and_aside),
        Doing("password", in_use, changing_password, kept_under),
    )
}
