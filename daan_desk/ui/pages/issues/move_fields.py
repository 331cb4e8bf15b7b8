"""What the small form of a move asks: the fields that its table names, in the words of the move."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from daan_desk.domain.fields import Field
from daan_desk.domain.issues import LABELS, Move
from daan_desk.services import ledgers
from daan_desk.services.issues import EXTRA

HINTS = {"day": "默认今天", "due": "留空按办理时限表推算"}
WORDS: Mapping[tuple[str, str], str] = {
    ("return", "reason"): "退回理由",
    ("long_term", "reason"): "转长期推进的理由",
    ("reopen", "reason"): "重新打开的理由",
    ("extend", "reason"): "延期理由",
    ("explain", "outcome"): "向企业解释的内容",
}


def fields_of(move: Move, terms: str = "") -> list[Field]:
    """The fields of a move's form: what it needs, what it takes, and the day on which it happened."""
    names = [*move.needs, *move.takes, "day"]
    return [_field(move, name, terms) for name in names]


def _field(move: Move, name: str, terms: str) -> Field:
    plain = EXTRA.get(name) or ledgers.ledger("issues")[name]
    label = WORDS.get((move.name, name)) or (LABELS["due"] if (move.name, name) == ("extend", "due") else plain.label)
    hint = terms if name == "grade" else HINTS.get(name, "")
    if name == "due" and name in move.needs:
        hint = ""
    return replace(plain, label=label, required=name in move.needs, group="", hint=hint, derived=False)
