"""Settings of the office, saved views and remembered roster matchings: one JSON value by key."""

from __future__ import annotations

from daan_desk.domain.fields import Ledger
from daan_desk.domain.kinds import LongText, Text
from daan_desk.store.base import Mapped, Record, field


class Setting(Record):
    """One setting; a key without a row has the default of `domain.settings`."""

    __tablename__ = "settings"
    ledger = Ledger("设置", noun="设置", icon="settings", title="key", keys=(("key",),), order="key")

    key: Mapped[str | None] = field("项目", Text(80), index=True, required=True)
    value: Mapped[str | None] = field("内容", LongText(1_000_000), width=60)
