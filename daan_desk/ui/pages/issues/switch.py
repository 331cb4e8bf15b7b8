"""The two views of the issues."""

from __future__ import annotations

VIEWS = (("ledger", "台账", "table-2"), ("board", "看板", "columns-3"))
