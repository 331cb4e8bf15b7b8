"""What a roster's columns of qualifications bring: a qualification for every enterprise that holds one."""

from __future__ import annotations

from collections.abc import Sequence

from daan_desk.domain.columns import Match
from daan_desk.domain.failures import Rejected
from daan_desk.domain.holdings import Held, held
from daan_desk.domain.imports import Extra, Judged, OfRow, Verdict
from daan_desk.domain.sheets import Layout
from daan_desk.store.reader import Reader

PREFIX = "qualifications."
Warnings = list[tuple[int, str]]


def held_qualifications(
    reader: Reader, layout: Layout, matches: Sequence[Match], rows: Sequence[Judged]
) -> tuple[list[Extra], Warnings]:
    """Qualifications that are not known yet, and what is to be said of the cells."""
    columns = {match.column: match.field.removeprefix(PREFIX) for match in matches if match.field.startswith(PREFIX)}
    found: list[Extra] = []
    warnings: Warnings = []
    if not columns:
        return found, warnings
    have = set(reader.columns("qualifications", "enterprise", "kind"))
    for place, (judged, source) in enumerate(zip(rows, layout.rows, strict=True)):
        if judged.verdict in (Verdict.REFUSED, Verdict.SKIPPED):
            continue
        for column, kind in columns.items():
            told, said = _told(source.cells[column])
            warnings += [(judged.row, f"{kind}：{said}")] if said else []
            meant = told.kind or kind if told else ""
            if told and (judged.id, meant) not in have:
                values = {"enterprise": judged.id or OfRow(place), "kind": meant, **_values(told)}
                found.append(Extra("qualifications", judged.row, meant, values))
    return found, warnings


def _told(cell: object) -> tuple[Held | None, str]:
    try:
        told = held(cell)
    except Rejected as refused:
        return None, str(refused)
    return told, told.remark if told else ""


def _values(told: Held) -> dict[str, object]:
    values = {"level": told.level, "awarded": told.awarded, "number": told.number}
    return {name: value for name, value in values.items() if value}
