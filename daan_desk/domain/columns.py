"""Which field each column of a roster holds: the answer, and how it is found for one ledger.

Words decide (label, alias, the same words cleaned), then what the values look like; likeness only suggests.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from daan_desk.domain.column_values import by_looks, contradicted, names_enterprise
from daan_desk.domain.column_words import candidates
from daan_desk.domain.fields import Field, Ledger
from daan_desk.domain.headings import bare
from daan_desk.domain.rivals import choose
from daan_desk.domain.vocabulary import Candidate, Column, Vocabulary

ORDINALS = frozenset({"序号", "编号", "No.", "NO", "no", "行号", "顺序号", "序 号", "号"})
ORDINAL = "这一列是序号"
WIDEST = 400  # no ledger has so many columns, and every one costs
TOO_WIDE = f"列太多，只认前 {WIDEST} 列"
SURE, DOUBTFUL, NONE = "sure", "doubtful", "none"


class Match(NamedTuple):
    """One column: its place among the headers, its field ("" = none), how certain, and why in words.

    also: a second field in the same cells (联系人及电话). unit: the one its header names. role: the officer's role for
    columns that name who looks after the enterprise. spare: the field that this column fills where the better column is
    empty. suggested: the field that a doubtful column may be.
    """

    column: int
    header: str
    field: str = ""
    certainty: str = NONE
    reason: str = ""
    also: str = ""
    unit: str | None = None
    role: str = ""
    spare: str = ""
    suggested: str = ""


@dataclass(frozen=True, slots=True)
class Remembered:
    """A matching that an officer confirmed: the header words, the ledger, and the field of every column."""

    shape: tuple[str, ...]
    ledger: str
    fields: tuple[str, ...]


def matches(
    columns: Sequence[Column], ledger: Ledger, year: int | None = None, suggesting: bool = True
) -> tuple[Match, ...]:
    """The field of every column for one ledger; every field stands at most once.

    suggesting: whether a column without a field is told what it is like, which takes longest and settles nothing.
    """
    words = Vocabulary.of(ledger)
    found = {column.place: candidates(column, columns, words, suggesting) for column in columns}
    claims: defaultdict[str, list[Candidate]] = defaultdict(list)
    for column in columns:
        usable = (one for one in found[column.place] if one.decides and not contradicted(one, column, ledger))
        best = next(usable, None)
        if best:
            claims[best.field].append(best._replace(sure=not vague(best, column, ledger)))
    settled = named(claims, columns, ledger, year)
    settle_by_looks(settled, columns, ledger)
    taken = fields_of(settled)
    return tuple(settled.get(c.place) or left_over(c, found[c.place], ledger, taken) for c in columns)


def named(
    claims: Mapping[str, Sequence[Candidate]], columns: Sequence[Column], ledger: Ledger, year: int | None
) -> dict[int, Match]:
    """The columns whose words tell what they are, by place: winners and losers."""
    settled: dict[int, Match] = {}
    for field, rivals in claims.items():
        settle(settled, choose(ledger[field] if field in ledger.by_name else None, rivals, columns, year), columns)
    return settled


def settle_by_looks(settled: dict[int, Match], columns: Sequence[Column], ledger: Ledger) -> None:
    """Write down the columns that are left and whose values tell what they are."""
    free = [column for column in columns if column.place not in settled]
    for place, field, reason, sure in by_looks(free, ledger, fields_of(settled)):
        one = Match(place, columns[place].text, certainty=SURE if sure else DOUBTFUL, reason=reason)
        unit = columns[place].heading.unit
        settled[place] = one._replace(field=field, unit=unit) if sure else one._replace(suggested=field)


def fields_of(settled: Mapping[int, Match]) -> set[str]:
    """The fields that are given away."""
    return {name for match in settled.values() for name in (match.field, match.also)}


def vague(candidate: Candidate, column: Column, ledger: Ledger) -> bool:
    """Whether a mere “名称” stands over names that are none of enterprises, so that somebody should look."""
    field = ledger.by_name.get(candidate.field)
    naming = field is not None and names_enterprise(field, ledger) and candidate.generic
    return naming and bool(column.looks.texts) and column.looks.firms < 0.1


def settle(settled: dict[int, Match], chosen: Sequence[tuple[Candidate, str]], columns: Sequence[Column]) -> None:
    """Write down who won a field, and the reason why the others did not ("" = won)."""
    winner = chosen[0][0]
    for candidate, lost in chosen:
        column = columns[candidate.place]
        one = Match(candidate.place, column.text, unit=column.heading.unit)
        if not lost:
            settled[candidate.place] = one._replace(
                field=candidate.field,
                certainty=SURE if candidate.sure else DOUBTFUL,
                reason=candidate.reason if candidate.sure else f"{candidate.reason}，但值不像企业全称，请确认",
                also=candidate.also,
                role=candidate.role,
            )
        else:
            spare = winner.field if candidate.spare else ""
            settled[candidate.place] = one._replace(reason=lost, spare=spare)


def needless_because(column: Column, ledger: Ledger) -> str:
    """Why nobody misses a column: the program works it out, it counts the rows, it names units; "" for others."""
    if any(bare(column.text) == bare(field.label) for field in ledger.fields if not field.kept):
        return "由程序推算，不用导入"
    if column.text in ORDINALS:
        return ORDINAL
    return "这一列是计量单位" if column.looks.units > 0.6 and column.looks.numbers < 0.2 else ""


def left_over(column: Column, found: Sequence[Candidate], ledger: Ledger, taken: set[str]) -> Match:
    """A column without a field: why, and what it may be if somebody confirms it."""
    one = Match(column.place, column.text, unit=column.heading.unit)
    needless = needless_because(column, ledger)
    if needless:
        return one._replace(reason=needless)
    for candidate in found:
        if not candidate.field:
            return one._replace(reason=candidate.reason)
        if candidate.field in taken:
            continue
        why = contradicted(candidate, column, ledger)
        if not why and not candidate.decides:
            return one._replace(certainty=DOUBTFUL, reason=candidate.reason, suggested=candidate.field)
        if why and candidate.decides:
            return one._replace(reason=why)
    return one._replace(reason="没有对应的栏目")


def corrected(
    found: Sequence[Match], mapping: Mapping[str, str], named: Callable[[str], Field | None]
) -> tuple[Match, ...]:
    """The matches as an officer corrected them: header or place → field, "" for none; a field taken is given up."""
    fields = {match.column: mapping.get(match.header, mapping.get(str(match.column))) for match in found}
    meant = {column: named(word) for column, word in fields.items() if word is not None}
    taken = {field.name for field in meant.values() if field}
    answer = []
    for match in found:
        field = meant.get(match.column)
        if match.column in meant:
            name, certainty = (field.name, SURE) if field else ("", NONE)
            answer.append(Match(match.column, match.header, name, certainty, "由人指定", unit=match.unit))
        elif match.field in taken:
            answer.append(Match(match.column, match.header, reason="这一栏已指定给另一列", unit=match.unit))
        else:
            answer.append(match)
    return tuple(answer)


@dataclass(frozen=True, slots=True)
class Matching:
    """Which ledger a file is, and what its columns are; `refused` says in words why it is none of ours."""

    ledger: str
    score: float = 0.0
    reason: str = ""
    columns: tuple[Match, ...] = ()
    refused: str = ""
    questions: tuple[str, ...] = ()
    others: tuple[tuple[str, float], ...] = ()

    def of(self, field: str) -> Match | None:
        """The column of a field."""
        return next((match for match in self.columns if match.field == field), None)

    def corrected(self, columns: tuple[Match, ...]) -> Matching:
        """The same with other columns."""
        return replace(self, columns=columns)
