"""What a row says and its record will not have, in words."""

from __future__ import annotations

from collections.abc import Mapping

from daan_desk.domain.fields import Field, Ledger
from daan_desk.domain.guarding import stands_for
from daan_desk.services.importing.drafts import Draft
from daan_desk.services.importing.wording import Line


def lacking(field: Field, draft: Draft) -> str:
    """Why a required field has nothing: what it names is not there yet, or nothing was written."""
    before, after = f"{field.label}：", "，已留空"
    lost = next((loss for loss in draft.losses if loss.startswith(before) and loss.endswith(after)), "")
    return f"{lost.removeprefix(before).removesuffix(after)}，请先登记" if lost else f"{field.label}不能为空"


def left_out(ledger: Ledger, draft: Draft, refused: Mapping[str, str] | None = None) -> tuple[str, ...]:
    """What a row says and the record will not have: unknown names, values that could not be read."""
    unread = [f"{ledger[n].label}：{why}，已留空" for n, why in draft.problems.items() if n not in (refused or {})]
    told = (loss for loss in draft.losses if loss.partition("：")[0] not in {ledger[n].label for n in refused or ()})
    return (*told, *unread)


def unused(ledger: Ledger, draft: Draft, line: Line) -> tuple[str, ...]:
    """The same of a row that we have: what stands there stays, and a hidden number may be the one that we have."""
    known = [n for n, shown in draft.shown.items() if shown and stands_for(shown, str(line[n] or ""))]
    unread = [
        f"{ledger[n].label}：{why}，{'已留空' if line[n] is None else '保留原来的内容'}"
        for n, why in draft.problems.items()
        if n not in known
    ]
    return (*draft.losses, *unread)
