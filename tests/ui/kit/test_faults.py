"""Whatever goes wrong is caught, logged without contents, and shown as what it is."""

from __future__ import annotations

import logging
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from daan_desk.domain.failures import Cancelled, Rejected, Trouble
from daan_desk.ui.kit.complaints import Complaints
from daan_desk.ui.kit.faults import Faults, fault_of, open_log
from daan_desk.ui.kit.toast import Toast

SECRET = "宏达样例电子有限公司 13800000000"


@pytest.fixture
def installed(faults: Faults) -> Iterator[Faults]:
    faults.install()
    yield faults
    faults.uninstall()


@pytest.fixture
def complaints(qtbot: QtBot, faults: Faults) -> Complaints:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(900, 600)
    return Complaints(window, faults, Toast(window))


def raised(failure: BaseException) -> BaseException:
    try:
        raise failure
    except type(failure) as caught:
        return caught


def test_that_a_report_tells_places_and_kinds_but_no_contents() -> None:
    fault = fault_of(raised(KeyError(SECRET)))
    assert "builtins.KeyError" in fault.report
    assert "kit/test_faults.py" in fault.place
    assert "raised" in fault.place
    assert SECRET not in fault.report
    assert str(Path.home()) not in fault.report


def test_that_a_report_follows_the_chain_of_causes() -> None:
    def chained() -> None:
        try:
            {}[SECRET]
        except KeyError as cause:
            raise ValueError(SECRET) from cause

    with pytest.raises(ValueError, match="宏达") as caught:
        chained()
    report = fault_of(caught.value).report
    assert report.index("builtins.ValueError") < report.index("builtins.KeyError")
    assert SECRET not in report


def test_that_a_fault_in_a_slot_is_caught_and_the_program_goes_on(
    qtbot: QtBot, installed: Faults, monkeypatch: pytest.MonkeyPatch
) -> None:
    button, pressed = QPushButton(), []
    qtbot.addWidget(button)

    def slot() -> None:
        pressed.append(1)
        raise ZeroDivisionError(SECRET)

    button.clicked.connect(slot)
    with qtbot.captureExceptions(), qtbot.waitSignal(installed.happened) as told:
        installed.install()  # over the hook that the test tool has put in
        button.click()
        button.click()
    assert told.args[0].kind == "ZeroDivisionError"
    assert pressed == [1, 1]


def test_that_a_fault_in_another_thread_is_caught(qtbot: QtBot, installed: Faults) -> None:
    def work() -> None:
        raise OverflowError(SECRET)

    with qtbot.waitSignal(installed.happened) as told:
        thread = threading.Thread(target=work)
        thread.start()
        thread.join()
    assert told.args[0].kind == "OverflowError"


def test_that_the_hooks_are_given_back(faults: Faults) -> None:
    before = (sys.excepthook, threading.excepthook)
    faults.install()
    faults.uninstall()
    assert (sys.excepthook, threading.excepthook) == before


@pytest.mark.parametrize("failure", [Rejected("名称不能为空。"), Trouble("磁盘满了。"), Cancelled()])
def test_that_expected_failures_are_no_faults(qtbot: QtBot, faults: Faults, failure: Exception) -> None:
    with qtbot.assertNotEmitted(faults.happened), qtbot.waitSignal(faults.refused):
        faults.take(failure)


def test_that_the_log_holds_the_fault_and_nothing_of_the_record(qtbot: QtBot, tmp_path: Path) -> None:
    log = open_log(tmp_path / "logs")
    try:
        faults = Faults(log)
        with qtbot.waitSignal(faults.happened):
            faults.take(raised(KeyError(SECRET)))
        written = (tmp_path / "logs" / "daan-desk.log").read_text(encoding="utf-8")
    finally:
        for handler in list(log.handlers):
            log.removeHandler(handler)
            handler.close()
    assert "builtins.KeyError" in written
    assert SECRET not in written


def test_that_what_can_be_mended_is_a_sentence_at_the_foot(qtbot: QtBot, complaints: Complaints) -> None:
    complaints.show_failure(Rejected({"name": "企业名称不能为空。"}))
    assert complaints.box is None
    assert complaints._toast.words.text() == "企业名称不能为空。"


def test_that_trouble_is_a_box_with_its_remedy(qtbot: QtBot, complaints: Complaints) -> None:
    complaints.show_failure(Trouble("磁盘空间不足。", "请清理磁盘后再试。"))
    assert complaints.box is not None
    assert complaints.box.heading.text() == "磁盘空间不足。"
    assert complaints.box.sentence.text() == "请清理磁盘后再试。"
    complaints.box.accept()
    assert complaints.box is None


def test_that_stopping_work_is_no_complaint(qtbot: QtBot, complaints: Complaints) -> None:
    complaints.show_failure(Cancelled())
    assert complaints.box is None
    assert complaints._toast.isHidden()


def test_that_a_fault_shows_a_report_that_can_be_copied_once_for_each_place(
    qtbot: QtBot, complaints: Complaints
) -> None:
    fault = fault_of(raised(KeyError(SECRET)))
    complaints.show_fault(fault)
    box = complaints.box
    assert box is not None
    copying = next(one for one in box.findChildren(QPushButton) if one.text() == "复制报告")
    copying.click()
    assert QGuiApplication.clipboard().text() == fault.report
    box.accept()
    complaints.show_fault(fault)
    assert complaints.box is None


def test_that_unexpected_failures_of_work_become_faults(qtbot: QtBot, faults: Faults, complaints: Complaints) -> None:
    with qtbot.waitSignal(faults.happened):
        complaints.show_failure(raised(KeyError(SECRET)))
    assert complaints.box is not None
    complaints.box.accept()


def test_that_qts_own_messages_go_into_the_log(installed: Faults, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.WARNING):
        QTimer.singleShot(-1, lambda: None)
    assert any("Qt:" in record.getMessage() for record in caplog.records)
