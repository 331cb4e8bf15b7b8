"""Ways in which offices dress a roster up; the truth about it stays what it was."""

from __future__ import annotations

from collections.abc import Callable, Sequence

Rows = list[tuple[str, list[str]]]


def dressed(block: str, *dresses: Callable[[Rows], Rows]) -> str:
    """The written roster with these dresses put on one after the other."""
    head, *lines = [line for line in block.splitlines() if line.strip()]
    rows: Rows = [(line[0], line[2:].split("|")) for line in lines if line[0] in "~#+-"]
    told = [line for line in lines if line[0] not in "~#+-"]
    for dress in dresses:
        rows = dress(rows)
        if dress is shifted:
            told = [f"{line[:2]}|{line[2:]}" if line[0] in "=?" else line for line in told]
    return "\n".join([head, *told, *(f"{mark} {'|'.join(cells)}" for mark, cells in rows)])


def place(rows: Rows, mark: str) -> int:
    """Where the first row of a mark is; the end where there is none."""
    return next((at for at, (found, _) in enumerate(rows) if found == mark), len(rows))


def width(rows: Rows) -> int:
    return max(len(cells) for _, cells in rows)


def heads(rows: Rows, said: Callable[[int, str], str]) -> Rows:
    """The header cells that say something said in another way."""
    return [
        (mark, [said(at, cell) if cell not in ("", "^", "<") else cell for at, cell in enumerate(cells)])
        if mark == "#"
        else (mark, cells)
        for mark, cells in rows
    ]


def titled(rows: Rows) -> Rows:
    """A title over the whole width and a line with who reports and when."""
    wide = ["<"] * (width(rows) - 1)
    below = ["填报单位：大安区某办", *[""] * max(width(rows) - 2, 0), "填报时间：2025年7月1日"]
    return [("~", ["附件1"]), ("~", ["大安区企业服务工作统计", *wide]), ("~", below), *rows]


def spaced(rows: Rows) -> Rows:
    """Blanks between the signs of short headers, a line break in long ones, a no-break space before all."""
    return heads(rows, lambda _, cell: "\u00a0" + (" ".join(cell) if len(cell) <= 4 else cell[:3] + "\\n" + cell[3:]))


def starred(rows: Rows) -> Rows:
    """Stars and （必填） at the headers, though not at the years of a header's second row."""
    marks = ("*{}", "{}（必填）", "{}")
    return heads(rows, lambda at, cell: cell if cell.strip()[0].isdigit() else marks[at % 3].format(cell))


def counted(rows: Rows) -> Rows:
    """Ordinals before the headers."""
    return heads(rows, lambda at, cell: cell if cell.strip()[0].isdigit() else f"{at + 1}.{cell}")


def column_numbers(rows: Rows) -> Rows:
    """A row that numbers the columns under the header."""
    at = place(rows, "#")
    end = next((n for n in range(at, len(rows)) if rows[n][0] != "#"), len(rows))
    if at == len(rows) or width(rows) < 4:
        return rows
    return [*rows[:end], ("-", ["甲", "乙", *(str(n) for n in range(1, width(rows) - 1))]), *rows[end:]]


def told(rows: Rows) -> Rows:
    """A row of instructions under the header."""
    at = place(rows, "#")
    end = next((n for n in range(at, len(rows)) if rows[n][0] != "#"), len(rows))
    if at == len(rows):
        return rows
    words = ["必填", "请填写全称", "必填，不得为空", "填写数字", "下拉选择"]
    return [*rows[:end], ("-", [words[n % 5] for n in range(width(rows))]), *rows[end:]]


def gapped(rows: Rows) -> Rows:
    """A blank row before the last record."""
    if any("^" in cells for mark, cells in rows if mark == "+"):
        return rows
    at = max((n for n, (mark, _) in enumerate(rows) if mark == "+"), default=len(rows))
    return [*rows[:at], ("~" if at == len(rows) else "-", [""]), *rows[at:]]


def shifted(rows: Rows) -> Rows:
    """An empty first column."""
    return [(mark, ["", *cells]) for mark, cells in rows]


def signed(rows: Rows) -> Rows:
    """A note and signatures at the end."""
    wide = ["<"] * (width(rows) - 1)
    note = ["注：1.本表由各镇街报送；2.数据截至6月30日。", *wide]
    return [*rows, ("-", [""]), ("-", note), ("-", ["填表人：某某", "", "审核人：某某", "联系电话：0813-0000000"])]


def totalled(rows: Rows) -> Rows:
    """A total at the end."""
    filler = [""] * max(width(rows) - 3, 0)
    return [*rows, ("-", ["合计", *filler, "3", "12"])]


def repeated(rows: Rows) -> Rows:
    """The header again before the last record, as pages print it."""
    if any("^" in cells for mark, cells in rows if mark == "+"):
        return rows
    at = max((n for n, (mark, _) in enumerate(rows) if mark == "+"), default=len(rows))
    return [*rows[:at], *(("-", cells) for mark, cells in rows if mark == "#"), *rows[at:]]


def scrap(rows: Rows) -> Rows:
    """One forgotten cell far below."""
    return [*rows, *[("-", [""])] * 30, ("-", ["", "", "test"])]


DRESSES: Sequence[Callable[[Rows], Rows]] = (
    titled,
    spaced,
    starred,
    counted,
    column_numbers,
    told,
    gapped,
    shifted,
    signed,
    totalled,
    repeated,
    scrap,
)
