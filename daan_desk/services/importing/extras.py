"""What a row brings besides itself: officers in charge of an enterprise, the issue raised on a visit."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from daan_desk.domain.columns import Match
from daan_desk.domain.contacts import ANY_PHONE, people
from daan_desk.domain.fields import Context, Ledger
from daan_desk.domain.imports import Extra, Judged, New, OfRow, Verdict
from daan_desk.domain.kinds import OneOf
from daan_desk.domain.sheets import Layout
from daan_desk.domain.words import EMPTY_WORDS, plain
from daan_desk.services.importing.drafts import brief
from daan_desk.services.importing.linking import Linker
from daan_desk.services.importing.reading import apart, read_cell
from daan_desk.services.settings import with_choices
from daan_desk.store.base import LEDGERS
from daan_desk.store.reader import Reader

Warnings = list[tuple[int, str]]


def in_charge(
    reader: Reader, layout: Layout, matches: Sequence[Match], rows: Sequence[Judged], linker: Linker
) -> list[Extra]:
    """Assignments of the officers that an enterprise roster names; those that stand already are left alone."""
    columns = [match for match in matches if match.role]
    if not columns:
        return []
    lines = reader.columns("assignments", "enterprise", "officer", "role", "until")
    have = {(enterprise, officer, role) for enterprise, officer, role, until in lines if until is None}
    found: dict[tuple[object, object, str], Extra] = {}
    for place, (judged, source) in enumerate(zip(rows, layout.rows, strict=True)):
        if judged.verdict in (Verdict.REFUSED, Verdict.SKIPPED):
            continue
        enterprise: object = judged.id or OfRow(place)
        for match in columns:
            for name, phone in reachable(source.cells[match.column]):
                officer, _ = linker.link("officers", name)
                key = (enterprise, officer, match.role)
                if officer is not None and key not in have and key not in found:
                    named = with_role(officer, match.role, phone)
                    values = {"enterprise": enterprise, "officer": named, "role": match.role}
                    found[key] = Extra("assignments", judged.row, f"{match.role} {name}", values)
    return list(found.values())


def with_role(officer: object, role: str, phone: str) -> object:
    """A new officer gets the role that the column speaks of, and the number beside the name."""
    if not isinstance(officer, New):
        return officer
    number = (("phone", phone),) if phone else ()
    return New(officer.ledger, officer.name, (*officer.more, ("role", role), *number))


def reachable(cell: object) -> tuple[tuple[str, str], ...]:
    """The people in a cell, each with the number beside the name; "" where it is not clear whose it is."""
    words, numbers = apart(cell)
    found, phones = people(plain(words)), str(numbers or "").split("、")
    if len(found) == 1:
        return ((found[0], "、".join(phones)),)
    return tuple(zip(found, phones if len(phones) == len(found) else [""] * len(found), strict=True))


def raised(
    reader: Reader, layout: Layout, matches: Sequence[Match], rows: Sequence[Judged], linker: Linker
) -> tuple[list[Extra], Warnings]:
    """Issues that a visit book tells of, for the visits that are new; what cannot be read there is said."""
    told = [match for match in matches if match.field.startswith("issues.")]
    columns = {match.field.removeprefix("issues."): match.column for match in told}
    found: list[Extra] = []
    warnings: Warnings = []
    if "description" not in columns:
        return found, warnings
    issues = LEDGERS["issues"].ledger
    for place, (judged, source) in enumerate(zip(rows, layout.rows, strict=True)):
        description = plain(source.cells[columns["description"]])
        if judged.verdict is not Verdict.ADDED or description.strip("。 ") in EMPTY_WORDS:
            continue
        values: dict[str, object] = {"description": description, "title": brief(description), "category": "其他"}
        values |= {"enterprise": judged.values.get("enterprise"), "raised": judged.values.get("day")}
        values |= {"source": "走访", "visit": OfRow(place)}
        for name, column in columns.items():
            if name != "description":
                warnings += take(reader, issues, linker, (judged.row, name, source.cells[column]), values)
        found.append(Extra("issues", judged.row, brief(description), values))
    return found, warnings


def take(
    reader: Reader, issues: Ledger, linker: Linker, cell: tuple[int, str, object], values: dict[str, object]
) -> Warnings:
    """Read one cell of the issue into its values; what is to be said about it."""
    row, name, raw = cell
    kind = with_choices(reader, issues[name].kind) if isinstance(issues[name].kind, OneOf) else issues[name].kind
    got = read_cell(kind, Context(), raw)
    value, said = got.value, got.remark or got.problem
    if name == "lead_department" and value is not None:
        value, said = linker.link("departments", str(value))
    if value is not None:
        values[name] = value
    return [(row, f"{issues[name].label}：{said}")] if said else []


def link_warnings(layout: Layout, matches: Sequence[Match], linker: Linker) -> Mapping[int, list[str]]:
    """What is to be said about the officers that role columns name, by row."""
    said: dict[int, list[str]] = {}
    for match in matches:
        for source in layout.rows if match.role else ():
            named = reachable(source.cells[match.column])
            for why in (linker.link("officers", name)[1] for name, _ in named):
                if why:
                    said.setdefault(source.number, []).append(f"{match.role}：{why}")
            if len(named) > 1 and not named[0][1] and ANY_PHONE.search(plain(source.cells[match.column])):
                said.setdefault(source.number, []).append(f"{match.role}：分不清电话是谁的，没有采用")
    return said
