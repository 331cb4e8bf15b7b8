"""Records whose name has several parts (日期 主题, 企业 编号), found by all of it or by a part of their own."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

from daan_desk.domain.kinds import LinkTo
from daan_desk.domain.names import normal
from daan_desk.domain.words import plain
from daan_desk.store.base import LEDGERS
from daan_desk.store.reader import Reader


def titled(reader: Reader, ledger: str) -> Mapping[str, list[str]]:
    """Ids by the words that name the records of a ledger: the whole title first, then any part of it."""
    described = LEDGERS[ledger].ledger
    parts = described.title.split()
    rows = reader.columns(ledger, "id", *parts)
    whole: defaultdict[str, list[str]] = defaultdict(list)
    for identity, text in reader.titles(ledger, [row[0] for row in rows]).items():
        whole[plain(text)].append(identity)
    single: defaultdict[str, list[str]] = defaultdict(list)
    for at, name in enumerate(parts, 1):
        texts = _texts(reader, ledger, name, [row[at] for row in rows])
        for row in rows:
            for word in _spellings(texts.get(row[at], "")):
                single[word].append(row[0])
    return {**{word: list(dict.fromkeys(ids)) for word, ids in single.items()}, **whole}


def _texts(reader: Reader, ledger: str, name: str, values: list[object]) -> dict[object, str]:
    kind = LEDGERS[ledger].ledger[name].kind
    if isinstance(kind, LinkTo):
        texts = reader.titles(kind.ledger, [str(value) for value in values if value])
        return {value: texts.get(str(value), "") for value in values}
    return {value: kind.show(value) for value in values}


def _spellings(text: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(word for word in (plain(text), normal(text)) if word))
