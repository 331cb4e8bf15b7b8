"""What became of an act that was broken off: the folder must be one that an undisturbed run had, and go on from there.

The words of a verdict: `unreadable` (it does not open), `unsound` (`check` finds something), `lost` (something that was
acknowledged is not there), `half` (only a part of an act is there), `a copy` (an automatic copy does not open), `again`
(the second try did not bring it to its end), `left over` (unfinished files stay for ever).
"""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from daan_desk.domain.failures import Rejected, Trouble
from daan_desk.services import care
from tests.faults.doings import DESK, Again, Doing
from tests.faults.prints import Unsound, opened, said


@dataclass(frozen=True)
class Expected:
    """An act with a folder as it is before, and the outcomes after no step, after one, and so on."""

    doing: Doing
    pattern: Path
    room: Path
    outcomes: Sequence[str]

    def folder(self) -> Path:
        """Another folder as it is before."""
        return Path(shutil.copytree(self.pattern, self.empty(), dirs_exist_ok=True))

    def empty(self) -> Path:
        """A folder for what is judged once."""
        return Path(tempfile.mkdtemp(dir=self.room))


Right = Callable[[str], Expected]  # what is right for an act, by its name


def expected(doing: Doing, room: Path) -> Expected:
    """Carry an act out undisturbed to learn what is right; `room` keeps what acts begin with, for the next one."""
    pattern, work = room / doing.prepare.__name__, Path(tempfile.mkdtemp(dir=room))
    if not pattern.exists():
        pattern.mkdir()
        doing.prepare(pattern)
    outcomes = [outcome_of(doing, Path(shutil.copytree(pattern, work / "before")))]
    whole = Path(shutil.copytree(pattern, work / "whole"))
    for step, _ in enumerate(doing.steps(whole)):
        # Files are copied as they are at that moment; the log of a workspace that is open comes along.
        outcomes.append(outcome_of(doing, Path(shutil.copytree(whole, work / f"step {step}"))))
    return Expected(doing, pattern, work, outcomes)


def outcome_of(doing: Doing, folder: Path) -> str:
    """What a folder is like: a sentence that begins with a sign where it cannot be told."""
    try:
        return doing.outcome(folder)
    except (Rejected, Trouble) as refused:
        return f"!unreadable: {refused}"
    except Unsound as found:
        return f"!unsound: {found}"


def verdict(right: Expected, folder: Path, told: int) -> list[str]:
    """What is wrong with a folder in which an act was broken off after it had acknowledged so many steps."""
    found = outcome_of(right.doing, folder)
    if found.startswith("!"):
        return [found[1:].partition(":")[0]]
    if found not in right.outcomes:
        return ["half"]
    reached = max(at for at, one in enumerate(right.outcomes) if one == found)
    wrong = ["lost"] if reached < told else []
    return wrong + list(_copies(folder)) + list(_going_on(right, folder, reached, told))


def _copies(folder: Path) -> Iterator[str]:
    """Every automatic copy that has its name opens, and `check` is content with it."""
    for copy in (folder / f"{Path(DESK).stem}-{care.AUTOMATIC}").glob("*.daan"):
        try:
            said(copy, writing=False)
        except (Rejected, Trouble, Unsound):
            yield "a copy"


def _going_on(right: Expected, folder: Path, reached: int, told: int) -> Iterator[str]:
    """A second try ends as the first should have, and nothing unfinished is left then."""
    again, last = right.doing.again, len(right.outcomes) - 1
    if again is Again.NEVER:
        return
    if reached < last or (again is Again.EVEN_WHERE_IT_HAPPENED and told < last):
        try:
            for _ in right.doing.steps(folder):
                pass
        except (Rejected, Trouble):
            yield "again"
            return
        if outcome_of(right.doing, folder) != right.outcomes[-1]:
            yield "again"
    if any(_unfinished(folder)):
        place = opened(folder / DESK)
        care.automatic(place.office, "每日")  # the next copy sweeps up what one before left
        place.close()
        if any(_unfinished(folder)):
            yield "left over"


def _unfinished(folder: Path) -> Iterator[Path]:
    return (file for file in folder.rglob("*") if "unfinished" in file.name)
