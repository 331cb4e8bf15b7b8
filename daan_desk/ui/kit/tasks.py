"""One door for background work: a single thread for everything that touches the database, answers on the GUI thread."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from functools import partial
from threading import Event
from time import monotonic
from typing import TypeVar, overload

from PySide6.QtCore import QEventLoop, QObject, Qt, QTimer, Signal
from shiboken6 import isValid

from daan_desk.domain.failures import Cancelled
from daan_desk.ui.kit.collecting import Collecting

T = TypeVar("T")
BREATH = 0.1  # seconds between two reports of progress


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a piece of work is; `total` 0 where nobody knows."""

    done: int
    total: int = 0
    words: str = ""


class Job:
    """A piece of work that was handed over: the page may cancel it, the work reports through it."""

    def __init__(self) -> None:
        self._stop = Event()
        self._last = 0.0
        self.tell: Callable[[Progress], None] = lambda _: None

    @property
    def cancelled(self) -> bool:
        return self._stop.is_set()

    def cancel(self) -> None:
        """Ask the work to stop; work that waits in the line never starts."""
        self._stop.set()

    def report(self, done: int, total: int = 0, words: str = "") -> None:
        """Say how far the work is (cheap, call it per row); raises `Cancelled` when the officer has stopped it."""
        if self._stop.is_set():
            raise Cancelled
        now = monotonic()
        if now - self._last >= BREATH or (total and done >= total):
            self._last = now
            self.tell(Progress(done, total, words))


@dataclass(frozen=True)
class _Order:
    """What is to happen with the answer of a job."""

    job: Job
    then: Callable[..., object] | None
    failed: Callable[[BaseException], object] | None
    owner: QObject | None
    progress: Callable[[Progress], object] | None

    @property
    def wanted(self) -> bool:
        return self.owner is None or isValid(self.owner)


class Tasks(QObject):
    """Runs work in its turn; `failed` carries the failures that no page asked for, `idle` says that nothing is left."""

    idle = Signal()
    failed = Signal(object)
    _ended = Signal(object, object)
    _reported = Signal(object, object)

    def __init__(self, name: str = "database", parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._threads = ThreadPoolExecutor(max_workers=1, thread_name_prefix=name)
        self._collecting = Collecting(self)
        self._open: set[Job] = set()
        self._closed = False
        self._ended.connect(self._deliver, Qt.ConnectionType.QueuedConnection)
        self._reported.connect(self._progressed, Qt.ConnectionType.QueuedConnection)

    @property
    def busy(self) -> bool:
        return bool(self._open)

    @overload
    def run(
        self,
        work: Callable[[], T],
        then: Callable[[T], object] | None = None,
        failed: Callable[[BaseException], object] | None = None,
        owner: QObject | None = None,
        progress: None = None,
    ) -> Job: ...

    @overload
    def run(
        self,
        work: Callable[[Job], T],
        then: Callable[[T], object] | None = None,
        failed: Callable[[BaseException], object] | None = None,
        owner: QObject | None = None,
        progress: Callable[[Progress], object] = ...,
    ) -> Job: ...

    def run(
        self,
        work: Callable[..., T],
        then: Callable[[T], object] | None = None,
        failed: Callable[[BaseException], object] | None = None,
        owner: QObject | None = None,
        progress: Callable[[Progress], object] | None = None,
    ) -> Job:
        """Hand work over; `then` gets its answer on the GUI thread unless `owner` is gone by then.

        With `progress` the work is called with its `Job`, to report through; without it, with nothing. After `close`
        nothing is carried out any more.
        """
        order = _Order(Job(), then, failed, owner, progress)
        if self._closed:
            order.job.cancel()  # a timer of a window that is going away: there is nobody left to answer
            return order.job
        order.job.tell = partial(self._reported.emit, order)
        if owner is not None:
            owner.destroyed.connect(order.job.cancel)
        self._open.add(order.job)
        future = self._threads.submit(_carry_out, order.job, partial(work, order.job) if progress else work)
        future.add_done_callback(partial(self._ended.emit, order))
        return order.job

    def settle(self, timeout: float = 10.0) -> None:
        """Let the event loop run until nothing is left to do; `TimeoutError` after that many seconds."""
        end = monotonic() + timeout
        while self._open:
            if monotonic() > end:
                raise TimeoutError(f"{len(self._open)} jobs are still open")
            loop = QEventLoop()
            self.idle.connect(loop.quit)
            QTimer.singleShot(50, loop.quit)
            loop.exec()
            self.idle.disconnect(loop.quit)

    def close(self) -> None:
        """Cancel what waits, let the running piece end, and stop the thread."""
        self._closed = True
        for job in self._open:
            job.cancel()
        self._threads.shutdown(wait=True, cancel_futures=True)
        self._collecting.end()
        self._open.clear()

    def _deliver(self, order: _Order, future: Future[object]) -> None:
        self._open.discard(order.job)
        try:
            if order.wanted:
                self._hand_over(order, future)
        finally:
            if not self._open:
                self.idle.emit()

    def _hand_over(self, order: _Order, future: Future[object]) -> None:
        failure = Cancelled() if future.cancelled() else future.exception()
        if failure is None and not order.job.cancelled and order.then:
            order.then(future.result())
        elif failure is not None and order.failed:
            order.failed(failure)
        elif failure is not None and not isinstance(failure, Cancelled):
            self.failed.emit(failure)

    def _progressed(self, order: _Order, progress: Progress) -> None:
        if order.progress and order.wanted and not order.job.cancelled:
            order.progress(progress)


def _carry_out(job: Job, work: Callable[[], T]) -> T:
    if job.cancelled:
        raise Cancelled
    return work()
