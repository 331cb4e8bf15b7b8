"""Programs that are wrong on purpose: the harness is worth something only if it finds every one of them out."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from daan_desk.services.completing import completed
from daan_desk.services.office import Act
from daan_desk.store import engine
from tests.faults.doings import (
    COPY,
    DESK,
    OLDER,
    Again,
    Doing,
    Steps,
    backing_up,
    in_use,
    kept,
    kept_and_aside,
    kept_and_copied,
    restoring_,
    working,
)
from tests.faults.judging import Expected, expected

MANY = 6


def added(act: Act, number: int) -> None:
    """An enterprise inside an act that is under way."""
    act.add("enterprises", completed(act, "enterprises", [{"name": f"自贡{number}号有限公司"}])[0])


def too_early(folder: Path) -> Steps:
    """Acknowledges every act, and keeps all of them at the end."""
    with working(folder) as place, place.office.writing("新增企业") as act:
        for number in range(MANY):
            added(act, number)
            yield


def in_two_acts(folder: Path) -> Steps:
    """Does in two transactions what is one act."""
    with working(folder) as place:
        for half in range(2):
            with place.office.writing("导入企业") as act:
                for number in range(MANY):
                    added(act, half * MANY + number)
        yield


def one_after_the_other(folder: Path) -> Steps:
    """What `too early` should do."""
    with working(folder) as place:
        for number in range(MANY):
            with place.office.writing("新增企业") as act:
                added(act, number)
            yield


def in_one_act(folder: Path) -> Steps:
    """What `in two acts` should do, and what comes twice where nobody asks whether it is there."""
    with working(folder) as place:
        with place.office.writing("导入企业") as act:
            for number in range(2 * MANY):
                added(act, number)
        yield


def copying_carelessly(folder: Path) -> Steps:
    """Writes a copy under its own name at once."""
    with working(folder) as place, place.office.database.engine.connect() as connection:
        connection.exec_driver_sql("COMMIT")
        connection.exec_driver_sql("VACUUM INTO ?", (str(folder / COPY),))
        yield


def restoring_carelessly(folder: Path) -> Steps:
    """Moves the log away, then the workspace, then puts the copy there, as this program once did."""
    aside = folder / "desk-恢复前-x.daan"
    unfinished = folder / f"{DESK}.unfinished"
    shutil.copyfile(folder / OLDER, unfinished)
    for ending in ("-wal", ""):
        (folder / f"{DESK}{ending}").replace(aside.with_name(aside.name + ending))
    unfinished.replace(folder / DESK)
    yield


def doing(right: Callable[[Path], Steps], outcome: Callable[[Path], str], again: Again = Again.NEVER) -> Doing:
    """An act by its right program."""
    return Doing(right.__name__, in_use, right, outcome, again)


# By what is wrong: the act as it should be, the wrong program, and the harness's word for what it does.
WRONG: dict[str, tuple[Doing, Callable[[Path], Steps], str]] = {
    "told too early": (doing(one_after_the_other, kept), too_early, "lost"),
    "one act in two transactions": (doing(in_one_act, kept), in_two_acts, "half"),
    "new keys at a second try": (doing(in_one_act, kept, Again.EVEN_WHERE_IT_HAPPENED), in_one_act, "again"),
    "a copy under its name at once": (doing(backing_up, kept_and_copied), copying_carelessly, "unreadable"),
    "a restore in three renames": (doing(restoring_, kept_and_aside), restoring_carelessly, "unreadable"),
}


def expected_of_wrong(name: str, room: Path) -> Expected:
    """What is right, with the program that is not."""
    right, steps, _ = WRONG[name]
    return replace(expected(right, room), doing=replace(right, steps=steps))


@contextmanager
def synchronous(word: str) -> Iterator[None]:
    """A program that waits for the disk less than ours: NORMAL or OFF instead of FULL."""
    before = engine.PRAGMAS
    engine.PRAGMAS = tuple(p.replace("synchronous = FULL", f"synchronous = {word}") for p in before)
    try:
        yield
    finally:
        engine.PRAGMAS = before
