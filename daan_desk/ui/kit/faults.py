"""What nobody expected: caught wherever it happens, logged and reported without the contents of any record."""

from __future__ import annotations

import logging
import platform
import sys
import threading
import traceback
from dataclasses import dataclass
from logging.handlers import RotatingFileHandler
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QObject, Qt, QtMsgType, Signal, qInstallMessageHandler, qVersion

from daan_desk.domain.failures import Cancelled, Rejected, Trouble

LOG_BYTES = 1_000_000
LOG_FILES = 5
EXPECTED = (Rejected, Trouble, Cancelled)
LEVELS = {
    QtMsgType.QtDebugMsg: logging.DEBUG,
    QtMsgType.QtInfoMsg: logging.INFO,
    QtMsgType.QtWarningMsg: logging.WARNING,
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}


@dataclass(frozen=True, slots=True)
class Fault:
    """One fault: the kind of exception, the place in our code, and the whole report for those who mend it."""

    kind: str
    place: str
    report: str


def open_log(folder: Path) -> logging.Logger:
    """The program's log: one megabyte a file, five files, made in `folder`."""
    folder.mkdir(parents=True, exist_ok=True)
    handler = RotatingFileHandler(folder / "daan-desk.log", maxBytes=LOG_BYTES, backupCount=LOG_FILES, encoding="utf-8")
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(threadName)s %(message)s"))
    log = logging.getLogger("daan_desk")
    log.addHandler(handler)
    log.setLevel(logging.INFO)
    return log


def fault_of(failure: BaseException) -> Fault:
    """The report of a failure: kinds and places only, because the words of an exception may quote a record."""
    frames = traceback.extract_tb(failure.__traceback__)
    place = _place(frames[-1]) if frames else ""
    surroundings = f"Python {platform.python_version()} · Qt {qVersion()} · {platform.system()} {platform.release()}"
    return Fault(type(failure).__name__, place, "\n".join([surroundings, *_chain(failure)]))


def _chain(failure: BaseException | None) -> list[str]:
    lines: list[str] = []
    while failure is not None:
        lines.append(f"{type(failure).__module__}.{type(failure).__qualname__}")
        lines += [f"  {_place(frame)}  {frame.line}" for frame in traceback.extract_tb(failure.__traceback__)]
        failure = failure.__cause__ or (None if failure.__suppress_context__ else failure.__context__)
    return lines


def _place(frame: traceback.FrameSummary) -> str:
    # a folder may carry the name of a person: only the last two parts of the path are told
    return f"{'/'.join(Path(frame.filename).parts[-2:])}:{frame.lineno} {frame.name}"


class Faults(QObject):
    """Stands behind GUI thread, workers and Qt slots: `happened` carries a `Fault`, `refused` what was expected."""

    happened = Signal(object)
    refused = Signal(object)
    _caught = Signal(object)

    def __init__(self, log: logging.Logger, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._log = log
        self._before = (sys.excepthook, threading.excepthook)
        self._caught.connect(self._sort, Qt.ConnectionType.QueuedConnection)

    def install(self) -> None:
        """From now on nothing that goes wrong ends the program; Qt's own messages go into the log."""
        self._before = (sys.excepthook, threading.excepthook)
        sys.excepthook = self._from_python
        threading.excepthook = self._from_thread
        qInstallMessageHandler(self._from_qt)

    def uninstall(self) -> None:
        sys.excepthook, threading.excepthook = self._before
        qInstallMessageHandler(None)

    def take(self, failure: BaseException) -> None:
        """Accept a failure from any thread."""
        self._caught.emit(failure)

    def _from_python(self, kind: type[BaseException], failure: BaseException, _: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            self._before[0](kind, failure, _)
        else:
            self.take(failure)

    def _from_thread(self, args: threading.ExceptHookArgs) -> None:
        if args.exc_value is not None:
            self.take(args.exc_value)

    def _from_qt(self, kind: QtMsgType, _: object, text: str) -> None:
        self._log.log(LEVELS.get(kind, logging.WARNING), "Qt: %s", text)

    def _sort(self, failure: BaseException) -> None:
        if isinstance(failure, EXPECTED):
            self.refused.emit(failure)
            return
        fault = fault_of(failure)
        self._log.error("fault\n%s", fault.report)
        self.happened.emit(fault)
