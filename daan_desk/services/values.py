"""Values at the door: raw texts become values, links find their records, every problem is told."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from daan_desk.domain.failures import Rejected
from daan_desk.domain.fields import Field, Ledger
from daan_desk.domain.kinds import LinkTo
from daan_desk.domain.plausible import doubts
from daan_desk.services.settings import with_choices
from daan_desk.services.titled import titled
from daan_desk.store.base import LEDGERS
from daan_desk.store.questions import UUID
from daan_desk.store.reader import Reader


@dataclass
class Findings:
    """What reading values found: the values themselves, problems that refuse them, warnings that do not."""

    values: dict[str, object] = field(default_factory=dict)
    problems: dict[str, str] = field(default_factory=dict)
    warnings: dict[str, str] = field(default_factory=dict)

    def refuse(self) -> None:
        """Raise `Rejected` where there are problems."""
        if self.problems:
            raise Rejected(self.problems)


def findings(reader: Reader, ledger: Ledger, raw: Mapping[str, object], *, whole: bool) -> Findings:
    """Read raw values by field name or Chinese label; `whole` also asks for the required fields that are missing."""
    found = Findings()
    for word, value in raw.items():
        try:
            described = ledger.find(word)
            if not described.kept:
                found.warnings[described.name] = f"{described.label}由程序算出，没有录入"
                continue
            found.values[described.name] = _value(reader, described, value, found)
        except Rejected as refused:
            name = word if word not in ledger.by_name else ledger[word].name
            found.problems[name] = next(iter(refused.problems.values()))
    for described in ledger.fields:
        missing = found.values.get(described.name) is None and (whole or described.name in found.values)
        if described.required and missing and described.name not in found.problems:
            found.problems[described.name] = f"{described.label}不能为空"
    return found


def doubted(found: Findings, ledger: Ledger, before: Mapping[str, object] | None, today: date) -> None:
    """Add what is hard to believe of the record's days, where reading them had nothing to remark."""
    said = doubts(ledger, {**(before or {}), **found.values}, today, found.values.keys())
    found.warnings = said | found.warnings


def _value(reader: Reader, described: Field, raw: object, found: Findings) -> object:
    value, remark = with_choices(reader, described.kind).read(raw)
    if remark:
        found.warnings[described.name] = remark
    if value is not None and isinstance(described.kind, LinkTo):
        return linked(reader, described.kind.ledger, str(value))
    return value


def linked(reader: Reader, ledger: str, word: str) -> str:
    """The id of the record that is meant by an id or a name; `Rejected` where there is none, or several."""
    noun = LEDGERS[ledger].ledger.noun
    if UUID.fullmatch(word):
        if reader.line(ledger, word) is None:
            raise Rejected(f"这个{noun}已不存在，可能刚被删除")
        return word
    ids = reader.named(ledger, [word]).get(word, []) or by_other_name(reader, ledger, word)
    if len(ids) > 1:
        raise Rejected(f"有 {len(ids)} 个{noun}叫“{word}”，请从列表里选定一个")
    if not ids:
        raise Rejected(f"没有名为“{word}”的{noun}，请先新增它，或改用已有的名称")
    return ids[0]


def by_other_name(reader: Reader, ledger: str, word: str) -> list[str]:
    """Ids of records whose short name, former name, code, number or former number is that word."""
    ids: list[str] = []
    for name in ("short_name", "credit_code", "code", "number", "former_number", "former_names"):
        if name in LEDGERS[ledger].ledger.by_name:
            rows = reader.columns(ledger, "id", name)
            ids += [identity for identity, text in rows if text and word in str(text).split("、")]
        if ids:
            break
    return ids or (list(titled(reader, ledger).get(word, ())) if " " in LEDGERS[ledger].ledger.title else [])
