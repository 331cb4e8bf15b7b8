"""What a form needs besides its fields."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from PySide6.QtCore import SignalInstance

from daan_desk.services.changes import Changes
from daan_desk.ui.kit.form_drafts import Drafts


class Act(Protocol):
    """How acts are carried out (`Desk.act`)."""

    def __call__(
        self,
        work: Callable[..., Changes],
        then: Callable[[Changes], object] | None = None,
        failed: Callable[[BaseException], object] | None = None,
    ) -> object: ...


@dataclass(frozen=True)
class FormDesk:
    """Acts, failures, drafts, the door to another record, and what others did meanwhile (`Desk.heard`)."""

    act: Act
    complain: Callable[[BaseException], object]
    drafts: Drafts | None = None
    open_record: Callable[[str], object] | None = None
    heard: SignalInstance | None = None
