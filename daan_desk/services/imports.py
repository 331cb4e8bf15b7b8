"""Roster import: what a sheet would do is worked out and shown as a plan, then carried out in one act."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from daan_desk.domain.columns import ORDINALS, Matching, corrected
from daan_desk.domain.failures import Rejected
from daan_desk.domain.fields import Field, Ledger
from daan_desk.domain.imports import CREATE, LEAVE, Extra, ImportPlan, Judged, Verdict
from daan_desk.domain.ledger_choice import match, match_as
from daan_desk.domain.ledger_needs import fields_of, refuse_incomplete, titled_month
from daan_desk.domain.sheets import Layout
from daan_desk.domain.title_words import told_by_title
from daan_desk.services.changes import Changes
from daan_desk.services.importing import extras
from daan_desk.services.importing.answering import answer
from daan_desk.services.importing.carrying import Carrying, Progress, Stop
from daan_desk.services.importing.doubting import contested, doubted
from daan_desk.services.importing.drafts import Drafting
from daan_desk.services.importing.holdings import held_qualifications
from daan_desk.services.importing.judging import Judge
from daan_desk.services.importing.linking import Linker
from daan_desk.services.importing.reading import values_of
from daan_desk.services.importing.remembering import remember, remembered
from daan_desk.services.ledgers import ledger as ledger_of
from daan_desk.services.ledgers import ledgers
from daan_desk.services.office import Office
from daan_desk.store.reader import Reader

__all__ = ["answer", "carry_out", "chosen", "matching", "picked", "plan", "planned", "remember", "remembered"]

# Named in a file and not yet known, these are made in the same act; towns and parks only when somebody says so.
CREATED = frozenset({"officers", "departments", "enterprises", "banks"})


def matching(office: Office, layout: Layout, ledger: str | None = None) -> Matching:
    """Which ledger a sheet is and what its columns are; what an officer confirmed before comes first."""
    if ledger:
        return match_as(layout, ledger_of(ledger))
    return match(layout, ledgers(), remembered(office))


def chosen(office: Office, offered: Sequence[Layout], sheet: str | None = None, ledger: str | None = None) -> Layout:
    """The layout to import of those in a workbook: the first that is a ledger of ours; `Rejected` where none is."""
    return picked(office, offered, sheet, ledger)[0]


def picked(
    office: Office, offered: Sequence[Layout], sheet: str | None = None, ledger: str | None = None
) -> tuple[Layout, Matching]:
    """The layout that is `chosen`, and how it was matched, which `planned` takes."""
    some = [one for one in offered if (sheet in (one.sheet, *one.sheets) if sheet else not one.hidden)]
    if not some:
        raise Rejected(f"没有名为“{sheet}”的工作表" if sheet else "文件里没有看得见的工作表，请先取消隐藏")
    why = []
    for layout in some:
        found = matching(office, layout, ledger)
        refused = found.refused or _incomplete(found, layout)
        if not refused:
            return layout, found
        why.append(refused)
    unseen = "；隐藏的工作表没有导入" if not sheet and any(one.hidden and one.rows for one in offered) else ""
    raise Rejected(why[0] + unseen)


def _incomplete(found: Matching, layout: Layout) -> str:
    try:
        refuse_incomplete(ledger_of(found.ledger), found.columns, layout)
    except Rejected as refused:
        return str(refused)
    return ""


def plan(
    office: Office,
    layout: Layout,
    *,
    ledger: str | None = None,
    mapping: Mapping[str, str] | None = None,
    rules: Mapping[str, str] | None = None,
) -> ImportPlan:
    """What an import would do; `Rejected` says why a sheet cannot be imported at all.

    mapping: header → field ("" = ignore it), as an officer corrected it. rules: field → overwrite, fill or never, and
    ledger → create or leave: whether names in the file that nobody knows are made in the same act or left empty.
    """
    found = matching(office, layout, ledger)
    if mapping and not found.refused:
        described = ledger_of(found.ledger)
        found = found.corrected(corrected(found.columns, mapping, lambda word: _field(described, word)))
    return planned(office, layout, found, rules)


def planned(office: Office, layout: Layout, found: Matching, rules: Mapping[str, str] | None = None) -> ImportPlan:
    """What an import would do whose columns are matched already."""
    if found.refused:
        raise Rejected(found.refused)
    described = ledger_of(found.ledger)
    refuse_incomplete(described, found.columns, layout)
    with office.reading() as reader:
        linker = Linker(reader, _created(rules or {}) - {described.name})
        plan, today = _judged(reader, layout, found, (described, linker, rules or {})), office.today()
        told = contested(reader, described, plan.rows, plan.extras, today)
    return replace(plan, rows=doubted(plan.rows, described, today), warnings=(*plan.warnings, *told))


def _judged(
    reader: Reader, layout: Layout, found: Matching, means: tuple[Ledger, Linker, Mapping[str, str]]
) -> ImportPlan:
    described, linker, rules = means
    drafting = _drafting(reader, layout, found, described, linker)
    rows = (judge := Judge(reader, described, rules, _numbered(found))).judged(drafting.drafts(layout))
    brought, warnings = _brought(reader, layout, found, (rows, linker))
    rows = _with_warnings(rows, extras.link_warnings(layout, found.columns, linker))
    return ImportPlan(
        ledger=described.name,
        sheet=layout.sheet,
        header_rows=layout.header_rows,
        columns=found.columns,
        rows=tuple(rows),
        skipped=layout.skipped,
        extras=brought,
        proposed={name: tuple(words) for name, words in linker.proposed.items()},
        create=linker.create,
        questions=(*found.questions, *drafting.assumptions, *linker.proposals),
        warnings=(*layout.warnings, *warnings),
        absent=_absent(reader, described, judge),
        shape=layout.shape,
        places=tuple(header.column for header in layout.headers),
    )


def _brought(
    reader: Reader, layout: Layout, found: Matching, rows_and_linker: tuple[Sequence[Judged], Linker]
) -> tuple[tuple[Extra, ...], list[tuple[int, str]]]:
    """What the rows bring besides themselves, and what is to be said of it."""
    rows, linker = rows_and_linker
    charges = extras.in_charge(reader, layout, found.columns, rows, linker)
    issues, warnings = extras.raised(reader, layout, found.columns, rows, linker)
    held, odd = held_qualifications(reader, layout, found.columns, rows)
    return (*charges, *issues, *held), [*warnings, *odd]


def _drafting(reader: Reader, layout: Layout, found: Matching, described: Ledger, linker: Linker) -> Drafting:
    there = fields_of(found.columns)
    said = {"month": titled_month(described, found.columns, layout), **told_by_title(described, there, layout.title)}
    return Drafting(described, linker, values_of(reader, layout, described, found.columns), said)


def _numbered(found: Matching) -> frozenset[int]:
    """The columns that only count the rows."""
    return frozenset(one.column for one in found.columns if not one.field and one.header in ORDINALS)


def _created(rules: Mapping[str, str]) -> frozenset[str]:
    wanted = {name for name, rule in rules.items() if rule == CREATE}
    return (CREATED | wanted) - {name for name, rule in rules.items() if rule == LEAVE}


def _field(ledger: Ledger, word: str) -> Field | None:
    return ledger.find(word) if word else None


def _with_warnings(rows: Sequence[Judged], more: Mapping[int, Sequence[str]]) -> list[Judged]:
    return [replace(one, warnings=(*one.warnings, *more[one.row])) if one.row in more else one for one in rows]


def _absent(reader: Reader, ledger: Ledger, judge: Judge) -> tuple[tuple[str, str], ...]:
    gone = [identity for identity in judge.existing.rows if identity not in judge.used]
    if ledger.title != "name":
        return ()
    return tuple((identity, str(judge.existing.rows[identity].get("name") or "")) for identity in gone)


def carry_out(
    office: Office, plan: ImportPlan, *, progress: Progress | None = None, cancelled: Stop | None = None
) -> Changes:
    """Do what was planned in one act; `Cancelled` leaves nothing behind. progress: rows written, rows in all."""
    count = plan.counts[Verdict.ADDED] + plan.counts[Verdict.CHANGED]
    with office.writing(f"导入{ledger_of(plan.ledger).label} {count} 条") as act:
        Carrying(act, plan, progress, cancelled).carry()
    return act.changes
