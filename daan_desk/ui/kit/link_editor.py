"""Editors that find records while somebody types: a link to one record, and a line of several persons."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from daan_desk.domain.fields import Field
from daan_desk.domain.kinds import Linked, LinkTo, People
from daan_desk.domain.questions import Hit
from daan_desk.ui.kit.editors_base import Around, Editor
from daan_desk.ui.kit.editors_suggest import Offer, Suggestions

PAUSE = 120  # ms after the last key before the ledger is asked
BETWEEN = "、，,；;"
NEW = object()  # stands in an offer for “make this record”


class FindingEditor(Editor):
    """A line that asks the ledgers for what is typed, a moment after the last key, and only for the newest text."""

    def __init__(self, field: Field, around: Around, parent: QWidget | None = None) -> None:
        super().__init__(field, around, parent)
        self.line = QLineEdit(self)
        self.line.textEdited.connect(self._typed)
        self.line.returnPressed.connect(self.committed)
        self.hold(self.line)
        self.list = Suggestions(self.line)
        self.list.taken.connect(self.take)
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._pause.timeout.connect(self.ask)

    def unfinished(self) -> bool:
        return self._pause.isActive() or self.list.is_open()

    def wanted(self) -> str:
        """The words to look for."""
        return self.line.text().strip()

    def ledgers(self) -> tuple[str, ...]:
        raise NotImplementedError

    def take(self, offer: Offer) -> None:
        raise NotImplementedError

    def offers(self, hits: tuple[Hit, ...]) -> list[Offer]:
        return [Offer(hit.text, hit.detail, Linked(hit.id, hit.text)) for hit in hits]

    def ask(self) -> None:
        text, ledgers = self.wanted(), self.ledgers()
        if not ledgers:
            return
        source = self.around.source
        find = partial(source.find, text, ledgers) if text else partial(source.some, ledgers[0])
        self.around.tasks.run(find, partial(self._found, text), owner=self)

    def _found(self, text: str, hits: tuple[Hit, ...]) -> None:
        if text == self.wanted() and self.line.hasFocus():
            self.list.offer(self.offers(hits), mark_first=bool(text) and (bool(hits) or not spelled(text)))

    def _typed(self) -> None:
        self._pause.start()
        self.changed.emit()


def spelled(text: str) -> bool:
    """Whether somebody tried initials or pinyin: where nothing is found, that is a slip and no new name."""
    return text.isascii() and text.isalpha() and text.islower()


class LinkEditor(FindingEditor):
    """A record of another ledger, found by Chinese, pinyin or initials; what is not there can be made on the way."""

    def __init__(self, field: Field, around: Around, parent: QWidget | None = None) -> None:
        super().__init__(field, around, parent)
        self._linked: Linked | None = None
        self.line.setPlaceholderText(field.hint or self.tr("输入汉字、拼音或首字母"))
        self.opener(self.line, "search", self.tr("列出可选记录（↓）"))

    def open_popup(self) -> None:
        self.ask()

    def ledgers(self) -> tuple[str, ...]:
        return (self.field.kind.ledger,) if isinstance(self.field.kind, LinkTo) else ()

    def raw(self) -> object:
        return self._linked or self.line.text().strip() or None

    def fill(self, value: object) -> None:
        self._linked = value if isinstance(value, Linked) else None
        self.line.setText(value.text if isinstance(value, Linked) else str(value or ""))
        self.line.setCursorPosition(0)

    def offers(self, hits: tuple[Hit, ...]) -> list[Offer]:
        found, text = super().offers(hits), self.wanted()
        if self.around.create and text and all(hit.text != text for hit in hits):
            found.append(Offer(self.tr("新建“{text}”…").format(text=text), "", NEW))
        return found

    def take(self, offer: Offer) -> None:
        if offer.payload is NEW and self.around.create:
            self.around.create(self.ledgers()[0], self.wanted(), self.take_linked)
        elif isinstance(offer.payload, Linked):
            self.take_linked(offer.payload)

    def take_linked(self, linked: Linked) -> None:
        """The record that was chosen or has just been made."""
        self.fill(linked)
        self.changed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_F4):
            self.ask()
        else:
            super().keyPressEvent(event)

    def _typed(self) -> None:
        self._linked = None
        super()._typed()

    def _found(self, text: str, hits: tuple[Hit, ...]) -> None:
        # Who types fast is in the next field before the answer comes; the only record that fits is what was meant.
        if text == self.wanted() and not self.line.hasFocus() and self._linked is None and text and len(hits) == 1:
            self.take_linked(Linked(hits[0].id, hits[0].text))
        else:
            super()._found(text, hits)


class PeopleEditor(FindingEditor):
    """Several names with “、” between them; the one being typed is completed."""

    def __init__(self, field: Field, around: Around, parent: QWidget | None = None) -> None:
        super().__init__(field, around, parent)
        self.line.setPlaceholderText(field.hint or self.tr("多人用“、”隔开"))

    def ledgers(self) -> tuple[str, ...]:
        return (self.field.kind.ledger,) if isinstance(self.field.kind, People) else ()

    def raw(self) -> object:
        return self.line.text().strip() or None

    def fill(self, value: object) -> None:
        self.line.setText(str(value or ""))

    def wanted(self) -> str:
        start, end = self._fragment()
        return self.line.text()[start:end].strip()

    def ask(self) -> None:
        if self.wanted():
            super().ask()
        else:
            self.list.close()

    def take(self, offer: Offer) -> None:
        start, end = self._fragment()
        text = self.line.text()
        self.line.setText(f"{text[:start]}{offer.text}{text[end:]}")
        self.line.setCursorPosition(start + len(offer.text))
        self.changed.emit()

    def _fragment(self) -> tuple[int, int]:
        text, at = self.line.text(), self.line.cursorPosition()
        start = max((text.rfind(sign, 0, at) for sign in BETWEEN), default=-1) + 1
        ends = [place for sign in BETWEEN if (place := text.find(sign, at)) >= 0]
        return start, min(ends, default=len(text))
