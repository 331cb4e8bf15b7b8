"""The power goes: what a disk has after it, worked out from the steps that were watched.

What was synced is there. Of everything later each write may be there, not there, or there in some sectors only, in any
order. New names and deletions of a folder are there up to some one of them: systems keep a journal of those (ext4, XFS,
NTFS, APFS). A kill is the same without any loss, because the system goes on.
"""

from __future__ import annotations

import random
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from tests.faults.disks import IGNORED, Step

SECTOR = 512
UNHARMED = 0.15  # of all cuts: everything had reached the disk after all
CHANCES = (0.0, 0.5, 0.9)  # that a write which was not synced is there


@dataclass
class Stored:
    """A file's bytes as they are safe, and what was written since."""

    safe: bytes = b""
    waiting: list[Step] = field(default_factory=list)

    def settle(self) -> None:
        """A sync: everything is safe."""
        self.safe = applied(self.safe, self.waiting)
        self.waiting = []


Names = Mapping[str, Stored]


@dataclass
class Folder:
    """The names of a folder: as they are safe, and after every change since; the last is what the system believes."""

    versions: list[Names]

    @property
    def names(self) -> Names:
        return self.versions[-1]

    def change(self, names: Names) -> None:
        """One more change that is not safe yet."""
        self.versions.append(names)

    def settle(self) -> None:
        """A sync of the folder."""
        del self.versions[:-1]


class Platter:
    """A folder with what is in it, as the system believes it to be, and what of it is safe."""

    def __init__(self, room: Path) -> None:
        self.room = room
        self.told = 0
        self.folders: dict[Path, Folder] = {}
        for path in (room, *(path for path in room.rglob("*") if path.is_dir())):
            files = (file for file in path.iterdir() if file.is_file() and not file.name.endswith(IGNORED))
            self.folders[path] = Folder([{file.name: Stored(file.read_bytes()) for file in files}])

    def take(self, step: Step) -> None:
        """One more step has happened."""
        path = Path(step.path)
        if step.kind == "told":
            self.told += 1
        elif step.kind == "folder":
            self._folder(path).settle()
        elif step.kind in ("write", "cut"):
            self._folder(path.parent).names[path.name].waiting.append(step)
        elif step.kind == "sync":
            self._folder(path.parent).names[path.name].settle()
        else:
            self._name(step, path)

    def _folder(self, path: Path) -> Folder:
        return self.folders.setdefault(path, Folder([{}]))

    def _name(self, step: Step, path: Path) -> None:
        folder = self._folder(path.parent)
        names = dict(folder.names)
        if step.kind == "create":
            names[path.name] = Stored()
        elif step.kind == "gone":
            del names[path.name]
        else:
            assert Path(step.to).parent == path.parent
            names[Path(step.to).name] = names.pop(path.name)
        folder.change(names)

    def after_kill(self, to: Path) -> None:
        """Write the folder as a killed program leaves it."""
        for path, folder in self.folders.items():
            for name, stored in folder.names.items():
                self._put(to, path / name, applied(stored.safe, stored.waiting))

    def after_cut(self, to: Path, rng: random.Random) -> None:
        """Write the folder as a power cut may leave it."""
        if rng.random() < UNHARMED:
            self.after_kill(to)
            return
        chance = rng.choice(CHANCES)
        for path, folder in self.folders.items():
            for name, stored in rng.choice(folder.versions).items():
                self._put(to, path / name, applied(stored.safe, _survivors(stored.waiting, chance, rng)))

    def _put(self, to: Path, file: Path, data: bytes) -> None:
        place = to / file.relative_to(self.room)
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(data)


def _survivors(steps: Sequence[Step], chance: float, rng: random.Random) -> Iterable[Step]:
    for step in steps:
        if rng.random() < chance:
            yield step
        elif step.kind == "write" and rng.random() < chance:
            yield from _torn(step, rng)


def _torn(step: Step, rng: random.Random) -> Iterable[Step]:
    """Some sectors of a write."""
    for start in range(0, len(step.data), SECTOR):
        if rng.random() < 0.5:
            yield Step("write", step.path, step.at + start, step.data[start : start + SECTOR])


def applied(data: bytes, steps: Iterable[Step]) -> bytes:
    """Bytes after these writes and cuts."""
    held = bytearray(data)
    for step in steps:
        if step.kind == "cut":
            del held[step.at :]
        else:
            held.extend(bytes(max(0, step.at - len(held))))
            held[step.at : step.at + len(step.data)] = step.data
    return bytes(held)
