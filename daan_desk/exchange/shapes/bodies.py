"""The rows below the header, one by one: records, and rows that are none with the reason in words."""

from __future__ import annotations

from dataclasses import dataclass, field

from daan_desk.domain.sheets import Cell, Skipped
from daan_desk.exchange.shapes.blocks import BETWEEN, Block
from daan_desk.exchange.shapes.preambles import why_near_header
from daan_desk.exchange.shapes.subheads import counts_in_digits, is_among, section_with_sums
from daan_desk.exchange.shapes.views import View, is_number
from daan_desk.exchange.shapes.words import NOTE, ORGANISATION, PLACE, SECTION, bare, is_total

NEAR_HEADER = 4
MOST_BLANKS_TOLD = 200
SAMPLE = 2000
SECTION_OF = "分节："
SERIAL = ("序号", "编号", "No", "No.", "NO", "NO.", "行号", "顺序号", "序")
Filled = list[tuple[int, Cell]]


@dataclass
class Body:
    """What became of the rows below the header. sections: for a record's row the section that it stands under."""

    numbers: list[int] = field(default_factory=list)
    skipped: list[Skipped] = field(default_factory=list)
    sections: dict[int, str] = field(default_factory=dict)


class Judge:
    """Knows the header and the usual width of a record, and says of every row what it is."""

    def __init__(self, view: View, header: Block, words: dict[int, str], start: int) -> None:
        self.view, self.header, self.start = view, header, start
        self.words = {column: bare(text.rpartition(BETWEEN)[2]) for column, text in words.items()}
        printed = [view.filled(row) for row in header]
        self.repeats = [{column: bare(str(cell)) for column, cell in row} for row in printed]
        self.printed = {bare(cell) for row in printed for _, cell in row if isinstance(cell, str)}
        self.beginnings = {"", *(text[:1] for text in self.printed)}
        self.serial = next((column for column, text in self.words.items() if text in SERIAL), -1)
        self.name = next((column for column, text in self.words.items() if _names(text)), -1)
        self.grouped = {
            (row, merge.left) for merge in view.tall for row in range(merge.top, min(merge.bottom, view.last) + 1)
        }
        self.in_digits = self.serial >= 0 and counts_in_digits(
            [view.cell(row, self.serial) for row in range(start, min(view.last, start + SAMPLE) + 1)]
        )
        self.usual = self._usual()
        self.places = self._columns_of_places()

    def _usual(self) -> int:
        """How many cells a record fills: of all rows the wider ones, for sections may be as many as records."""
        rows = range(self.start, min(self.view.last, self.start + SAMPLE) + 1)
        widths = sorted(n for row in rows if (n := len(self.own(row))))
        return widths[len(widths) * 7 // 10] if widths else 0

    def _columns_of_places(self) -> set[int]:
        """Columns in which the records themselves name towns and the like: there such a word is no section."""
        found: dict[int, list[bool]] = {}
        for row in range(self.start, min(self.view.last, self.start + SAMPLE) + 1):
            own = self.own(row)
            for column, cell in own[:3] if len(own) > 2 else ():
                if isinstance(cell, str):
                    found.setdefault(column, []).append(bool(PLACE.fullmatch(bare(cell))))
        return {column for column, like in found.items() if sum(like) > 0.6 * len(like) and sum(like) > 2}

    def own(self, row: int) -> Filled:
        """The filled cells of a row that no vertical group lends it."""
        filled = self.view.filled(row)
        return [place for place in filled if (row, place[0]) not in self.grouped] if self.grouped else filled

    def body(self, end: int) -> Body:
        """Judge every row below the header; end: the first row after which no record comes any more."""
        found, section = Body(), ""
        for row in range(self.start, self.view.last + 1):
            filled = self.view.filled(row)
            if not filled:
                continue
            why = self._why_none(row, filled) if row < end else self._why_after(filled)
            if why is None:
                found.numbers.append(row)
                if section:
                    found.sections[row] = section
            else:
                section = _section_after(why, section)
                found.skipped.append(Skipped(row, why))
        return self._with_blanks(found)

    def _with_blanks(self, found: Body) -> Body:
        if found.numbers:
            known = {*found.numbers, *(skipped.row for skipped in found.skipped)}
            blank = (row for row in range(self.start, found.numbers[-1]) if row not in known)
            told = [Skipped(row, "空行") for row, _ in zip(blank, range(MOST_BLANKS_TOLD), strict=False)]
            found.skipped = sorted([*found.skipped, *told])
        return found

    def _why_none(self, row: int, filled: Filled) -> str | None:
        own = self.own(row)
        if not own:
            return "空行" if not self._is_group_start(row, filled) else None
        sums = self._why_sums(own)
        if sums:
            return sums
        if self._repeats_header(own):
            return "重复的表头"
        if row - self.start < NEAR_HEADER:
            why = why_near_header(self.view, row, own, self.words)
            if why:
                return why
        if len(own) == 1 and own[0][0] == self.serial and len(self.words) > 1 and _counts(own[0][1]):
            return "只有序号，没有内容"
        return self._why_thin(row, own) if self.usual > 2 and len(own) <= 2 else None

    def _why_sums(self, own: Filled) -> str:
        """A total, or a section that gives its sums at once."""
        first = [cell for _, cell in own[:4] if isinstance(cell, str)]
        if any(is_total(cell) for cell in first) or (first and is_among(own)):
            # the total of a small table at the right of the list makes no total of a record
            return "" if self._names_firm(own) else "合计行"
        heads = section_with_sums(own, self.serial, self.in_digits) if first and self.header else ""
        return f"{SECTION_OF}{heads}" if heads else ""

    def _names_firm(self, own: Filled) -> bool:
        name = next((cell for column, cell in own if column == self.name), None)
        return isinstance(name, str) and len(own) > 1 and bool(ORGANISATION.search(bare(name))) and not is_total(name)

    def _is_group_start(self, row: int, filled: Filled) -> bool:
        """A record may consist of nothing but cells that it shares with the rows below."""
        return self.name >= 0 and any(column == self.name for column, _ in filled)

    def _repeats_header(self, own: Filled) -> bool:
        if not any(isinstance(cell, str) and self._is_printed(cell) for _, cell in own[:3]):
            return False
        texts = [(column, bare(str(cell))) for column, cell in own]
        most = max(sum(text == row.get(column) for column, text in texts) for row in self.repeats)
        return most >= min(2, len(self.words)) and most >= 0.6 * len(own)

    def _is_printed(self, cell: str) -> bool:
        """Whether the header has these words; the first sign tells of nearly every cell that it has not."""
        return bare(cell.lstrip()[:1]) in self.beginnings and bare(cell) in self.printed

    def _why_thin(self, row: int, own: Filled) -> str | None:
        """A row with one or two cells among wide records: a section, a remark, or a record of which little is known."""
        column, cell = own[0]
        text = bare(str(cell))
        if is_number(cell) or not isinstance(cell, str):
            return None
        if NOTE.match(text):
            return "说明或落款"
        merge = self.view.merge(row, column)
        if len(own) == 1 and self.header and (merge and merge.right - merge.left >= 2):
            return f"{SECTION_OF}{cell.strip()}"
        headed = bool(SECTION.match(text))
        if not headed and (ORGANISATION.search(text) or column in self.places):
            return None
        if headed or (len(own) == 1 and column != self.name and PLACE.fullmatch(text)):
            return f"{SECTION_OF}{cell.strip()}"
        if len(own) == 1 and (column == self.serial or (column == self.name and PLACE.fullmatch(text))):
            return f"{SECTION_OF}{cell.strip()}"
        return "说明文字" if len(own) == 1 and len(text) > 40 else None

    def _why_after(self, filled: Filled) -> str:
        texts = [bare(str(cell)) for _, cell in filled]
        return "合计行" if any(map(is_total, texts[:3])) else "表尾的说明或落款"


def _counts(cell: Cell) -> bool:
    return is_number(cell) or (isinstance(cell, str) and bare(cell).strip("().、").isdigit())


def _names(text: str) -> bool:
    return any(word in text for word in ("名称", "企业", "公司", "单位")) and not any(
        word in text for word in ("产品", "负责", "是否", "责任", "牵头", "电话", "规模", "性质")
    )


def _section_after(why: str, section: str) -> str:
    begins = why.startswith(SECTION_OF)
    return why.removeprefix(SECTION_OF) if begins else "" if why == "合计行" else section
