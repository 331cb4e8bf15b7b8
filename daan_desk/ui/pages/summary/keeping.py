"""Saving the officer's words of a month: only what was changed, and a question where somebody else changed the same."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QWidget

from daan_desk.services import drafts, ledgers, summary
from daan_desk.services.changes import Changes
from daan_desk.services.stale import Stale
from daan_desk.ui.kit.clash_box import BEFORE, MINE, ClashBox
from daan_desk.ui.kit.desk import Desk
from daan_desk.ui.pages.summary.own import OwnWords

Words = Mapping[str, str]


class Keeping(QObject):
    """Carries the saving out; until it is done the words count as not saved."""

    def __init__(self, desk: Desk, own: OwnWords, host: QWidget) -> None:
        super().__init__(host)
        self._desk, self._own, self._host = desk, own, host
        self.box: ClashBox | None = None  # the one that is open, for tests

    def keep(self, key: str) -> None:
        """Save what differs from what the month's words were when they were shown."""
        words = self._own.altered()
        self._save(key, words, {name: self._own.saved[name] for name in words})

    def _save(self, key: str, words: Words, saw: Words) -> None:
        work = partial(_written, self._desk, key, words, saw)
        done = partial(self._own.show_saved, words)
        self._desk.act(work, lambda _: done(), partial(self._met, key, words, saw))

    def _met(self, key: str, words: Words, saw: Words, failure: BaseException) -> None:
        if not isinstance(failure, Stale):
            self._desk.complain(failure)
            return
        self.box = ClashBox(self._host, failure, ledgers.ledger("briefs"), self._desk.office.today())
        self.box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.box.accepted.connect(partial(self._decided, key, (words, saw), failure))
        self.box.open()

    def _decided(self, key: str, before: tuple[Words, Words], failure: Stale) -> None:
        assert self.box is not None
        chosen, (words, saw) = self.box.chosen(), before
        theirs = {clash.field: _text(clash.theirs) for clash in failure.clashes}
        told = {MINE: words, BEFORE: saw}
        new = {name: told.get(chosen[name], theirs)[name] if name in chosen else word for name, word in words.items()}
        self._own.show_words(new)
        self._save(key, new, {**saw, **theirs})


def _text(value: object) -> str:
    return "" if value is None else str(value)


def _written(desk: Desk, key: str, words: Words, saw: Words) -> Changes:
    changes = summary.write(desk.office, key, _values(words), _values(saw))
    drafts.clear(desk.office, f"brief:{key}")
    return changes


def _values(words: Words) -> dict[str, object]:
    """Texts as the ledger keeps them: the number of the issue as one, an empty field as nothing."""
    values: dict[str, object] = {name: word or None for name, word in words.items()}
    if "issue_number" in values:
        number = words["issue_number"]
        values["issue_number"] = int(number) if number.isdigit() else None
    return values
