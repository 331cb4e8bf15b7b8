"""Import every module in a process of its own and write down, a line each, what was built or opened by doing so."""

from __future__ import annotations

import importlib
import io
import pkgutil
import sqlite3
import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from types import FrameType, ModuleType

FOREBODING = (
    "sqlite3.connect",
    "subprocess.Popen",
    "socket.connect",
    "socket.bind",
    "os.mkdir",
    "os.remove",
    "os.rename",
)
LOADING = ("importlib._bootstrap", "shibokensupport/")  # Qt for Python reads the source of whatever imports it


class Watch:
    """Hears what Python does while modules are imported, and keeps what our own lines did."""

    def __init__(self, home: Path) -> None:
        self.home = str(home)
        self.heard: list[str] = []

    def __call__(self, event: str, arguments: tuple[object, ...]) -> None:
        if event in FOREBODING or event == "open":
            line = self._our_line(sys._getframe(1))
            if line:
                self.heard.append(f"{line}: {event} {arguments[0]}")

    def _our_line(self, frame: FrameType | None) -> str:
        """The line of ours that did it; none where the import system itself was reading a module."""
        while frame is not None and not any(sign in frame.f_code.co_filename for sign in LOADING):
            if frame.f_code.co_filename.startswith(self.home):
                return f"{frame.f_code.co_filename}:{frame.f_lineno}"
            frame = frame.f_back
        return ""


def modules(package: str) -> Iterator[ModuleType]:
    """Every module of the package, imported."""
    top = importlib.import_module(package)
    yield top
    for info in pkgutil.walk_packages(top.__path__, package + "."):
        yield importlib.import_module(info.name)


def built_types() -> tuple[type, ...]:
    """What must not exist after an import alone."""
    kinds: list[type] = [io.IOBase, sqlite3.Connection, threading.Thread]
    for library, names in (("sqlalchemy", ("Engine", "Connection")), ("PySide6.QtCore", ("QObject",))):
        loaded = sys.modules.get(library)
        kinds += [getattr(loaded, name) for name in names] if loaded else []
    return tuple(kinds)


def main(package: str) -> None:
    top = importlib.import_module(package)
    watch = Watch(Path(str(top.__file__)).parent)
    sys.addaudithook(watch)
    loaded = list(modules(package))
    kinds = built_types()
    everything = [(m.__name__, name, value) for m in loaded for name, value in vars(m).items()]
    held = [
        f"{where}.{name}: a {type(value).__name__}" for where, name, value in everything if isinstance(value, kinds)
    ]
    core = sys.modules.get("PySide6.QtCore")
    held += ["a QCoreApplication"] if core and core.QCoreApplication.instance() else []
    held += [f"the thread {thread.name}" for thread in threading.enumerate()[1:]]
    sys.stdout.write("\n".join([f"imported {len(loaded)}", *watch.heard, *held]) + "\n")


if __name__ == "__main__":
    main(sys.argv[1])
