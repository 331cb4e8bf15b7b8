"""Which editor a field gets: one table from the words of its kind to the editors."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtWidgets import QWidget

from daan_desk.domain.fields import Field
from daan_desk.ui.kit.editors_base import Around, Editor
from daan_desk.ui.kit.editors_choice import ChoiceEditor, TickEditor
from daan_desk.ui.kit.editors_day import DayEditor, MonthEditor
from daan_desk.ui.kit.editors_number import NumberEditor
from daan_desk.ui.kit.editors_words import LineEditor, ParagraphsEditor
from daan_desk.ui.kit.link_editor import LinkEditor, PeopleEditor

EDITORS: Mapping[str, type[Editor]] = {
    "line": LineEditor,
    "paragraphs": ParagraphsEditor,
    "choice": ChoiceEditor,
    "tick": TickEditor,
    "link": LinkEditor,
    "people": PeopleEditor,
    "number": NumberEditor,
    "day": DayEditor,
    "month": MonthEditor,
}


def editor_for(field: Field, around: Around, parent: QWidget | None = None) -> Editor:
    """An empty editor for the field; a kind that names an editor nobody made is a fault."""
    return EDITORS[field.kind.editor](field, around, parent)
