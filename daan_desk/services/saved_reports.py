"""Reports that are kept by name: among the settings, one row each, so that those of two laptops merge one by one."""

from __future__ import annotations

import json
from collections.abc import Mapping

from daan_desk.domain.failures import Rejected, refuse_unless
from daan_desk.domain.reports import Report, checked_name, packed, unpacked
from daan_desk.services import reports, settings
from daan_desk.services.changes import Changes
from daan_desk.services.office import Office
from daan_desk.store.keys import named

KEPT = "report/"  # before the name


def saved(office: Office) -> Mapping[str, Report | None]:
    """The reports that are kept, by name; None where one cannot be read."""
    with office.reading() as reader:
        kept = dict(reader.columns("settings", "key", "value"))
    found: dict[str, Report | None] = {}
    for key in sorted(key for key in kept if key.startswith(KEPT)):
        name = key.removeprefix(KEPT)
        try:
            found[name] = unpacked(name, json.loads(kept[key]))
        except Rejected:
            found[name] = None
    return found


def named_report(office: Office, name: str) -> Report:
    """The report of that name; `Rejected` where there is none."""
    found = saved(office).get(name)
    if found is None:
        raise Rejected(f"没有名为“{name}”的统计")
    return found


def save(office: Office, report: Report) -> Changes:
    """Keep a report under its name; one of the same name is replaced."""
    name = checked_name(report.name)
    reports.meaning(report)
    reports.question(report, office.today())
    with office.writing(f"保存统计“{name}”") as act:
        settings.keep(act, KEPT + name, packed(report))
    return act.changes


def forget(office: Office, name: str) -> Changes:
    """Give a report up."""
    with office.writing(f"删除统计“{name}”") as act:
        refuse_unless(act.line("settings", named("settings", KEPT + name)), f"没有名为“{name}”的统计")
        act.remove("settings", [named("settings", KEPT + name)])
    return act.changes
