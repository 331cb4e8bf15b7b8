"""From a summary's figures to the paper: the order of its sections, its tables, its notes."""

from __future__ import annotations

from daan_desk.domain.breakdowns import Breakdown
from daan_desk.domain.briefs import (
    OWN_TITLES,
    Block,
    Brief,
    Exhibit,
    Masthead,
    Section,
    own_section,
    paragraph,
)
from daan_desk.domain.fields import Kind
from daan_desk.domain.kinds import Text
from daan_desk.domain.numbers import Integer
from daan_desk.domain.rates import Rate
from daan_desk.domain.service_lines import service_table
from daan_desk.domain.summaries import Line, Summary
from daan_desk.domain.tables import Column, Table
from daan_desk.domain.tallies import Figure

WORD, COUNT = Text(), Integer()
NOTHING = "本月没有走访和问题记录。"


def composed(summary: Summary, masthead: Masthead, title: str, own: tuple[str, ...]) -> Brief:
    """The whole paper; own: the officer's paragraphs 典型案例, 存在问题, 下一步, "" where nothing was written."""
    told: tuple[Block, ...] = summary.sentences or (paragraph(NOTHING),)
    sections = [Section("总体情况", told), Section("主要指标", (_lines(summary),))]
    if summary.services:
        table, anchors = service_table(summary.services, summary.period.words)
        sections.append(Section("专项服务", (Exhibit(table, anchors),)))
    cuts = [table for table in summary.breakdowns if table.cuts]
    if cuts:
        sections.append(Section("分类情况"))
        sections += [Section(f"按{table.name}", (_cut(table),), level=2) for table in cuts]
    sections += [own_section(name, text) for name, text in zip(OWN_TITLES, own, strict=True)]
    return Brief(masthead, title, tuple(sections), summary.notes)


def _lines(summary: Summary) -> Exhibit:
    heads = ("指标", summary.period.words, "比上月", "比上年同月", "今年累计", "上年同期累计")
    columns = tuple(Column(head, WORD, 22 if at == 0 else 18) for at, head in enumerate(heads))
    rows = tuple(_line(line) for line in summary.lines)
    anchors = tuple(
        ("", f"month.{line.key}", "", "", f"to_date.{line.key}", f"to_date_before.{line.key}") for line in summary.lines
    )
    return Exhibit(Table(f"{summary.period.words}主要指标", columns, rows), anchors)


def _line(line: Line) -> tuple[object, ...]:
    figure = line.month
    unit = f"（{figure.unit}）" if figure.unit else ""
    return (
        f"{figure.name}{unit}",
        figure.text,
        line.on_previous or "—",
        line.on_year_before or "—",
        line.to_date.text,
        line.to_date_before.text,
    )


def _cut(table: Breakdown) -> Exhibit:
    columns = (Column(table.name, WORD, 24), *(_column(figure) for figure in table.cuts[0].figures))
    rows = tuple((cut.label, *(_value(figure) for figure in cut.figures)) for cut in table.cuts)
    anchors = tuple(("", *(f"month.{table.key}.{cut.id}.{f.key}" for f in cut.figures)) for cut in table.cuts)
    return Exhibit(Table(f"按{table.name}", columns, rows), anchors, captioned=False)


def _column(figure: Figure) -> Column:
    rate = isinstance(figure.value, Rate) or figure.key.endswith("rate")
    kind: Kind = WORD if rate else COUNT
    return Column(figure.name, kind, 18 if rate else 12, total=not rate and figure.key != "visited")


def _value(figure: Figure) -> object:
    return figure.text if isinstance(figure.value, Rate) or figure.key.endswith("rate") else figure.value
