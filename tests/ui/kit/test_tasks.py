"""Background work answers on the GUI thread, in order, to those who still want to know."""

from __future__ import annotations

import threading
from collections.abc import Callable

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from daan_desk.domain.failures import Cancelled, Trouble
from daan_desk.ui.kit import tasks as tasks_module
from daan_desk.ui.kit.tasks import Job, Progress, Tasks


def failing(failure: BaseException) -> Callable[[], None]:
    def work() -> None:
        raise failure

    return work


def test_that_work_runs_elsewhere_and_answers_here(tasks: Tasks) -> None:
    threads: list[str] = []
    tasks.run(
        lambda: threading.current_thread().name,
        then=lambda name: threads.extend([name, threading.current_thread().name]),
    )
    tasks.settle()
    assert threads[0].startswith("database")
    assert threads[1] == threading.main_thread().name


def test_that_work_is_done_in_the_order_it_was_handed_over(tasks: Tasks) -> None:
    done: list[int] = []
    for number in range(20):
        tasks.run(lambda n=number: n, then=done.append)  # type: ignore[misc]
    tasks.settle()
    assert done == list(range(20))


def test_that_a_failure_goes_to_whoever_asked(tasks: Tasks, qtbot: QtBot) -> None:
    failures: list[BaseException] = []
    with qtbot.assertNotEmitted(tasks.failed):
        tasks.run(failing(Trouble("磁盘满了。")), failed=failures.append)
        tasks.settle()
    assert [str(failure) for failure in failures] == ["磁盘满了。"]


def test_that_a_failure_that_nobody_asked_for_is_told_to_all(tasks: Tasks, qtbot: QtBot) -> None:
    with qtbot.waitSignal(tasks.failed) as told:
        tasks.run(failing(ValueError("x")))
    assert isinstance(told.args[0], ValueError)


def test_that_an_answer_for_a_page_that_is_gone_is_dropped(tasks: Tasks) -> None:
    gate, answers = threading.Event(), []
    owner = QObject()
    tasks.run(lambda: gate.wait(5), then=answers.append, owner=owner)
    owner.deleteLater()
    del owner
    tasks.run(lambda: None, then=lambda _: None)
    gate.set()
    tasks.settle()
    assert answers == []


def test_that_cancelled_work_that_waits_never_begins(tasks: Tasks) -> None:
    gate, begun, failures = threading.Event(), [], []
    tasks.run(lambda: gate.wait(5))
    waiting = tasks.run(lambda: begun.append(1), failed=failures.append)
    waiting.cancel()
    gate.set()
    tasks.settle()
    assert begun == []
    assert isinstance(failures[0], Cancelled)


def test_that_running_work_stops_at_its_next_report(tasks: Tasks) -> None:
    rows: list[int] = []
    job_here: list[Job] = []

    def work(job: Job) -> None:
        job_here.append(job)
        for row in range(1000):
            rows.append(row)
            if row == 5:
                job.cancel()
            job.report(row, 1000)

    answers: list[None] = []
    tasks.run(work, then=answers.append, progress=lambda _: None)
    tasks.settle()
    assert rows[-1] == 5
    assert answers == []


def test_that_progress_comes_at_most_every_tenth_of_a_second_and_always_at_the_end(
    tasks: Tasks, monkeypatch: pytest.MonkeyPatch
) -> None:
    ticks = iter(n * 0.01 for n in range(100, 100_000))
    monkeypatch.setattr(tasks_module, "monotonic", lambda: next(ticks))
    seen: list[Progress] = []

    def work(job: Job) -> str:
        for row in range(1, 101):
            job.report(row, 100)
        return "done"

    job = Job()
    job.tell = seen.append
    work(job)
    assert seen[-1] == Progress(100, 100)
    assert 8 <= len(seen) <= 12


def test_that_progress_reaches_the_page(tasks: Tasks) -> None:
    seen: list[Progress] = []

    def work(job: Job) -> None:
        job.report(7, 7, "行")

    tasks.run(work, progress=seen.append)
    tasks.settle()
    assert seen == [Progress(7, 7, "行")]


def test_that_idle_is_told_when_nothing_is_left(tasks: Tasks, qtbot: QtBot) -> None:
    with qtbot.waitSignal(tasks.idle):
        tasks.run(lambda: 1)
    assert not tasks.busy


def test_that_work_begun_by_an_answer_is_waited_for_too(tasks: Tasks) -> None:
    done: list[str] = []
    tasks.run(lambda: "one", then=lambda _: tasks.run(lambda: "two", then=done.append))
    tasks.settle()
    assert done == ["two"]


def test_that_waiting_gives_up_after_its_time(tasks: Tasks) -> None:
    gate = threading.Event()
    tasks.run(lambda: gate.wait(5))
    with pytest.raises(TimeoutError):
        tasks.settle(0.01)
    gate.set()
    tasks.settle()


def test_that_closing_lets_the_running_piece_end_and_drops_the_rest(qapp: object) -> None:
    closing, done = Tasks(), []
    begun = threading.Event()
    closing.run(lambda: (begun.set(), done.append("first")))
    closing.run(lambda: done.append("second") if not begun.is_set() else None)
    begun.wait(5)
    closing.close()
    assert done == ["first"]
    assert not closing.busy


def test_that_work_handed_over_after_the_end_is_cancelled_and_harms_nothing(qapp: object) -> None:
    tasks = Tasks()
    tasks.close()
    done: list[int] = []
    job = tasks.run(lambda: done.append(1))
    assert job.cancelled
    assert done == []
    assert not tasks.busy
