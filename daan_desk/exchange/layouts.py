"""The layout of a sheet: where its header is, which rows are records, and a reason for every decision."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from daan_desk.domain.sheets import Book, DataRow, Header, Layout, Role, Row, Sheet
from daan_desk.exchange.shapes import (
    cards,
    copies,
    ends,
    filling,
    forms,
    groups,
    junk,
    lines,
    months,
    remarks,
    reshaping,
    search,
    sections,
    tables,
    titles,
    twofold,
)
from daan_desk.exchange.shapes.blocks import Block, headers, words_over
from daan_desk.exchange.shapes.bodies import Body, Judge
from daan_desk.exchange.shapes.roles import role
from daan_desk.exchange.shapes.views import View

RANK = (Role.ROSTER, Role.LEDGER, Role.PEOPLE, Role.OTHER, Role.FORM, Role.EMPTY)
NO_ROWS = "没有数据行"
FEW = 3  # a page of instructions is a table of one or two columns


def layouts(book: Book) -> tuple[Layout, ...]:
    """Every sheet's layout, the one that an import most likely wants first; sheets of one shape also taken together.

    Hidden sheets come last: they are no offer, only mentioned.
    """
    hidden = {sheet.name for sheet in book.sheets if sheet.hidden}
    parts = [part for sheet in book.sheets for part in tables.apart(sheet)]
    single = [replace(roster(one), hidden=True) if one.hidden else roster(one) for one in parts]
    together, seen = groups.together([found for found in single if found.sheet not in hidden])
    unseen = [found for found in single if found.sheet in hidden]
    return tuple(sorted([*together, *seen, *unseen], key=lambda found: _order(found, hidden)))


def _order(found: Layout, hidden: set[str]) -> tuple[object, ...]:
    likely = RANK.index(found.role) if found.rows else RANK.index(Role.FORM) - 0.5
    likely = RANK.index(Role.EMPTY) if found.role is Role.EMPTY else likely
    likely += 1.5 if found.role is Role.OTHER and len(found.headers) < FEW else 0
    group_first = 0 if len(found.sheets) > 1 else 1
    spare = copies.is_spare(found.sheet) and group_first
    return (found.sheet in hidden, 0 if likely <= 1 else likely, group_first, spare, -len(found.rows), likely)


def roster(sheet: Sheet, header_rows: Sequence[int] | None = None) -> Layout:
    """The sheet's layout for an import: a record for each month where every month has a column."""
    return months.unfolded(layout(sheet, header_rows))


def layout(sheet: Sheet, header_rows: Sequence[int] | None = None) -> Layout:
    """What is understood in one sheet. header_rows: the header as an officer showed it; () says that there is none."""
    view = View(sheet)
    if not view.top:
        return Layout(sheet.name, Role.EMPTY, "工作表是空的", (sheet.name,), warnings=remarks.of(sheet, ()))
    if header_rows is not None:
        return _read(view, tuple(header_rows), "表头按指定的行")
    if forms.is_form(view):
        return _form(view, cards.cards(view))
    found = search.find(view.narrow())
    if found is None:
        return _read(view, (), "没有找到像表头的行，从第一行数据开始读取")
    said = "、".join(map(str, found.rows))
    return _read(view, found.rows, f"第 {said} 行的用语像表头，下面各列的内容与之相配")


def _form(view: View, filled: cards.Cards | None) -> Layout:
    name, above = view.sheet.name, titles.titles(view, view.last + 1)
    if filled is None:
        why = "栏目和内容成对排列，是填写一家企业的表，没有逐行的数据"
        empty = Layout(name, Role.FORM, why, title=above.title, year=above.year, decisions=(NO_ROWS,))
        return replace(empty, sheets=(name,), warnings=remarks.of(view.sheet, ()), sure=False)
    return Layout(
        name,
        *role(filled.headers, filled.rows, False),
        sheets=(name,),
        **above.told,
        headers=filled.headers,
        rows=filled.rows,
        skipped=filled.skipped,
        warnings=remarks.of(view.sheet, (), filled.left),
        sure=False,
        decisions=(f"栏目和内容成对排列，逐块读取，共 {len(filled.rows)} 户",),
    )


def _read(view: View, rows: Block, reason: str) -> Layout:
    words, above = words_over(view, rows), titles.titles(view, rows[0] if rows else lines.first_record(view))
    start = rows[-1] + 1 if rows else (above.rows[-1] + 1 if above.rows else view.top[0])
    judge = Judge(view, rows, words, start)
    body = junk.without(judge, judge.body(ends.end(judge)))
    heads = headers(view, rows, _columns(view, words, body.numbers))
    records, filled, told = _records(view, judge, body, heads)
    heads, records, more = twofold.folded(view, heads, records, judge.name)
    places = sections.places(view, body.numbers, body.sections, above.rows)
    heads, records, said = reshaping.reshaped(heads, records, places)
    return Layout(
        view.sheet.name,
        *role(heads, records, any(gone.why == "栏号行" for gone in body.skipped)),
        sheets=(view.sheet.name,),
        title_rows=above.rows,
        **above.told,
        header_rows=(*rows, *body.numbers[:1]) if more else rows,
        headers=heads,
        rows=records,
        skipped=tuple(body.skipped),
        warnings=remarks.of(view.sheet, tuple(row.number for row in records), said),
        filled=filled,
        sure=bool(rows) and not junk.doubted(body),
        decisions=tuple([reason, *told, *more] + ([] if records else [NO_ROWS])),
    )


def _columns(view: View, words: dict[int, str], numbers: list[int]) -> list[int]:
    """The columns that have a header or any value in a record."""
    used = set(words)
    for number in numbers:
        line = view.rows[number - 1]
        if len(used) < len(line):
            used.update(column for column, _ in view.filled(number))
    return sorted(used)


def _records(
    view: View, judge: Judge, body: Body, heads: tuple[Header, ...]
) -> tuple[tuple[DataRow, ...], frozenset[tuple[int, int]], list[str]]:
    columns = [header.column for header in heads]
    fills, told = _fills(view, judge, body, heads)
    records, straight = [], columns == list(range(len(columns)))
    for number in body.numbers:
        line = view.rows[number - 1]
        cells = line if straight and len(line) == len(columns) else _padded(line, columns)
        own = fills.get(number)
        if own:
            cells = tuple([own.get(column, cell) for column, cell in zip(columns, cells, strict=True)])
        records.append(DataRow(number, cells, "", body.sections.get(number, "")))
    return tuple(records), frozenset((row, column) for row, lent in fills.items() for column in lent), told


def _fills(view: View, judge: Judge, body: Body, heads: tuple[Header, ...]) -> tuple[filling.Fills, list[str]]:
    """What stands once and is meant for several records, by row and column, and what was decided in words."""
    fills = filling.merged(view, body.numbers)
    told = ["合并单元格的值已填到它覆盖的每一行"] if fills else []
    more, grouped = filling.first_rows(view, body.numbers, heads, judge.name)
    told += [f"“{header.text}”只写在每组第一行，已向下填充" for header in grouped]
    following = filling.continued(view, body.numbers, judge.name, judge.serial) if not judge.grouped else {}
    told += [f"{len(following)} 行没有写名称，接在上一家企业之后"] if following else []
    _lend(fills, following)
    _lend(fills, more)
    same = filling.dittos(view, body.numbers, fills)
    told += ["“同上”“〃”按上一行同一栏的内容读取"] if same else []
    _lend(fills, same)
    return fills, told


def _lend(fills: filling.Fills, more: filling.Fills) -> None:
    for row, lent in more.items():
        fills.setdefault(row, {}).update(lent)


def _padded(line: Row, columns: list[int]) -> Row:
    """The cells of a row in the order of the columns."""
    width = len(line)
    return tuple([line[column] if column < width else None for column in columns])
