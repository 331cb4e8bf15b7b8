"""Sheets of an old .xls workbook (BIFF5 and BIFF8), a WPS .et among them, in a compound file."""

from __future__ import annotations

from dataclasses import replace

from daan_desk.domain.sheets import Sheet
from daan_desk.exchange.books import fast
from daan_desk.exchange.books.biff import Survey, survey
from daan_desk.exchange.books.ole import Compound
from daan_desk.exchange.books.ooxml_book import LINKS, MACROS
from daan_desk.exchange.books.refusals import foreign, refusal

OTHER_STREAMS = (
    ("WordDocument", " Word 文档"),
    ("PowerPoint Document", " PowerPoint 演示文稿"),
    ("__properties_version1.0", "邮件"),
    ("VisioDocument", " Visio 图"),
)


def sheets(data: bytes) -> tuple[tuple[Sheet, ...], tuple[str, ...]]:
    """The sheets, and what an officer should know; `Trouble` for encrypted files and for other documents."""
    compound = Compound(data)
    names = compound.names()
    if "EncryptedPackage" in names or "EncryptionInfo" in names:
        raise refusal("encrypted")
    stream = compound.stream("Workbook") or compound.stream("Book") or compound.stream("BOOK")
    if not stream:
        raise next((foreign(what) for name, what in OTHER_STREAMS if name in names), refusal("damaged"))
    known = survey(stream)
    if known.encrypted:
        raise refusal("encrypted")
    read, warnings = fast.sheets(data)
    told = tuple(_warnings(known, "_VBA_PROJECT_CUR" in names or "_VBA_PROJECT" in names))
    return _marked(read, known), warnings + told


def _warnings(known: Survey, macros: bool) -> list[str]:
    told = [MACROS] if macros or known.macro_sheets else []
    return told + ([LINKS] if known.linked else [])


def _marked(read: tuple[Sheet, ...], known: Survey) -> tuple[Sheet, ...]:
    worksheets = [marks for marks in known.sheets if marks.worksheet]
    if len(worksheets) != len(read):
        return read
    return tuple(
        replace(
            sheet,
            errors=tuple(marks.errors),
            hidden_rows=frozenset(marks.hidden_rows),
            hidden_columns=frozenset(marks.hidden_columns),
        )
        for sheet, marks in zip(read, worksheets, strict=True)
    )
