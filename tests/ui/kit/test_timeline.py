"""What happened, below each other."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from daan_desk.ui.kit.theme import Theme
from daan_desk.ui.kit.timeline import Moment, Rail, Timeline

MOMENTS = (
    Moment("s1", "问题转办至区供电公司", "11-20 15:10 · 李慧敏", link="查看"),
    Moment("s2", "登记问题：二期项目用电增容", "11-18 10:30 · 陈志远", "企业反映批复时间太长。", "amber"),
)


def timeline(qtbot: QtBot) -> Timeline:
    made = Timeline()
    qtbot.addWidget(made)
    made.resize(260, 400)
    made.show_moments(MOMENTS)
    made.show()
    return made


def test_that_every_moment_has_title_time_and_words(qtbot: QtBot, theme: Theme) -> None:
    words = [label.text() for label in timeline(qtbot).findChildren(QLabel)]
    assert words[:2] == ["问题转办至区供电公司", "11-20 15:10 · 李慧敏"]
    assert words[2:] == ["登记问题：二期项目用电增容", "11-18 10:30 · 陈志远", "企业反映批复时间太长。"]


def test_that_a_link_tells_the_key_of_its_moment(qtbot: QtBot, theme: Theme) -> None:
    made = timeline(qtbot)
    link = made.findChild(QPushButton)
    with qtbot.waitSignal(made.followed) as followed:
        qtbot.keyClick(link, Qt.Key.Key_Space)
    assert followed.args == ["s1"]


def test_that_new_moments_replace_the_old(qtbot: QtBot, theme: Theme) -> None:
    made = timeline(qtbot)
    made.show_moments(MOMENTS[:1])
    QApplication.processEvents()
    shown = [label.text() for label in made.findChildren(QLabel) if label.isVisibleTo(made)]
    assert shown == ["问题转办至区供电公司", "11-20 15:10 · 李慧敏"]


def test_that_long_words_wrap_instead_of_being_cut(qtbot: QtBot, theme: Theme) -> None:
    made = timeline(qtbot)
    made.show_moments([Moment(1, "登记问题：" + "用电增容" * 20, "11-18", "企业反映" * 30)])
    qtbot.waitExposed(made)
    cut = [one.text() for one in made.findChildren(QLabel) if one.heightForWidth(one.width()) > one.height()]
    assert cut == []


def test_that_the_rail_ends_at_the_last_moment(qtbot: QtBot, theme: Theme) -> None:
    rails = timeline(qtbot).findChildren(Rail)
    assert [rail._last for rail in rails] == [False, True]
