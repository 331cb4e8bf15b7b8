"""Every sheet into which a whole period is typed, by the name of its ledger, and what is typed there by name."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date

from daan_desk.domain.days import Day
from daan_desk.domain.entry_sheets import EntryRow, EntrySheet, Values, plain
from daan_desk.domain.failures import Rejected, refuse_unless
from daan_desk.services import figure_sheets, project_sheets, weekly_sheets
from daan_desk.services.office import Office
from daan_desk.store.base import LEDGERS


@dataclass(frozen=True, slots=True)
class PeriodSheet:
    """How the sheet of a period is read (with `every` the lines that are usually left out), and what looks odd."""

    load: Callable[[Office, str, bool], EntrySheet]
    doubted: Callable[[EntrySheet, EntryRow, Values], dict[str, str]]


def _week(office: Office, day: str, _every: bool) -> EntrySheet:
    found = Day().read(day).value
    refuse_unless(isinstance(found, date), "周记要写那一周里的一天，如 2026-11-20", "period")
    assert isinstance(found, date)
    return weekly_sheets.sheet(office, found)


SHEETS: Mapping[str, PeriodSheet] = {
    "figures": PeriodSheet(figure_sheets.sheet, figure_sheets.doubted),
    "project_months": PeriodSheet(project_sheets.sheet, project_sheets.doubted),
    "weekly_notes": PeriodSheet(_week, weekly_sheets.doubted),
}


def named(name: str) -> PeriodSheet:
    """The sheet of a ledger, by its name or its label."""
    found = next((one for key, one in SHEETS.items() if name in (key, LEDGERS[key].ledger.label)), None)
    labels = "、".join(f"{LEDGERS[key].ledger.label}（{key}）" for key in SHEETS)
    refuse_unless(found, f"没有名为“{name}”的填报表，可以填的有：{labels}", "sheet")
    assert found is not None
    return found


def by_names(sheet: EntrySheet, typed: Mapping[str, object]) -> dict[str, Mapping[str, object]]:
    """What is typed (line → column → value, by names) as keys and fields; `Rejected` names what the sheet lacks."""
    rows = {plain(row.title): row.key for row in sheet.rows}
    columns = {word: field.name for field in sheet.fields for word in (field.name, plain(field.label))}
    found: dict[str, Mapping[str, object]] = {}
    problems: dict[str, str] = {}
    for title, cells in typed.items():
        key = rows.get(plain(title))
        if key is None or not isinstance(cells, Mapping):
            problems[title] = f"{sheet.words}的表里没有“{title}”" if key is None else f"“{title}”要写成栏目到值"
            continue
        unknown = [name for name in cells if plain(name) not in columns]
        problems |= {f"{title}/{name}": f"表里没有“{name}”这一栏" for name in unknown}
        found[key] = {columns[plain(name)]: value for name, value in cells.items() if name not in unknown}
    if problems:
        raise Rejected(problems)
    return found
