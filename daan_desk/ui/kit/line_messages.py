"""Sentences below the editors of one line: what is wrong, cell by cell."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtWidgets import QLabel

from daan_desk.ui.kit.editors_base import Editor


def say(messages: Mapping[str, QLabel], editors: Mapping[str, Editor], problems: Mapping[str, str]) -> None:
    """Put the sentences below their editors; what has none is fine."""
    for name, message in messages.items():
        words = problems.get(name, "")
        message.setText(words)
        message.setVisible(bool(words))
        editors[name].show_state("wrong" if words else "")


def first_problem(messages: Mapping[str, QLabel]) -> str:
    """The editor that has the first problem, "" for none."""
    return next((name for name, message in messages.items() if message.text()), "")
