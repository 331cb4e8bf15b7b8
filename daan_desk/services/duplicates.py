"""Whether a record like this is there already: told on entry, never decided silently."""

from __future__ import annotations

from collections.abc import Mapping

from daan_desk.domain.fields import Ledger
from daan_desk.domain.names import normal
from daan_desk.domain.questions import Where
from daan_desk.store.reader import Reader


def twins(reader: Reader, ledger: Ledger, values: Mapping[str, object], identity: str | None) -> dict[str, str]:
    """Warnings by field where a living record has the same key values, or nearly the same name."""
    warnings: dict[str, str] = {}
    for key in ledger.keys:
        if any(values.get(name) is None for name in key):
            continue
        found = reader.where(ledger.name, *(Where(name, "is", values[name]) for name in key), limit=3)
        others = [line["id"] for line in found if line["id"] != identity]
        if others:
            texts = reader.titles(ledger.name, others)
            labels = "、".join(ledger[name].label for name in key)
            warnings[key[0]] = f"已有{labels}相同的{ledger.noun}：{'、'.join(texts.values())}"
    if ledger.name == "enterprises" and "name" not in warnings and values.get("name"):
        warnings |= _namesakes(reader, str(values["name"]), identity)
    return warnings


def _namesakes(reader: Reader, name: str, identity: str | None) -> dict[str, str]:
    meant = normal(name)
    others = [
        text for i, text in reader.columns("enterprises", "id", "name") if i != identity and normal(text) == meant
    ]
    return {"name": f"可能与已有企业重复：{'、'.join(others[:3])}"} if others else {}
