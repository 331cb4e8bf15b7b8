"""What a subject's page may say about its ledger's page; every part has a sensible silence."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from daan_desk.ui.kit.form_dialog import FormDialog
from daan_desk.ui.kit.form_drafts import Drafts
from daan_desk.ui.kit.ledger_actions import LedgerAction
from daan_desk.ui.kit.ledger_asking import Tab
from daan_desk.ui.kit.ledger_source import Source
from daan_desk.ui.kit.ledger_views import Views

Tones = Mapping[str, Mapping[str, str]]


@dataclass(frozen=True)
class LedgerSetup:
    """How a ledger's page differs from the plain one.

    tabs: over the table, the first one usually Tab("全部"). tones: fields shown as pills, with the tone of each word
    (a word without one has that of `pills.tone_of`). actions: beyond open, new, bulk change, delete and copy.
    open_record: what opening a row does in place of the form. form: the dialog of new and changed records.
    fresh: values a new record begins with. fixed: no row is made, changed or deleted here. source, views, drafts: other
    places to ask and to keep, for tests.
    """

    tabs: Sequence[Tab] = ()
    tones: Tones = field(default_factory=dict)
    actions: Sequence[LedgerAction] = ()
    open_record: Callable[[str], object] | None = None
    form: type[FormDialog] = FormDialog
    fresh: Mapping[str, object] = field(default_factory=dict)
    fixed: bool = False
    source: Source | None = None
    views: Views | None = None
    drafts: Drafts | None = None
