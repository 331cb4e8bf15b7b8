"""The rows under a form's header, as an officer sees them: lines to fill, sums, notes."""

from __future__ import annotations

import re
from collections.abc import Sequence, Set
from dataclasses import dataclass
from itertools import takewhile

from daan_desk.domain.headings import bare
from daan_desk.domain.sheets import Sheet
from daan_desk.domain.words import plain
from daan_desk.exchange.form_book import FormPage

TOTALS = re.compile(r"^[\s\u3000]*(?:合|总|小|共|累)[\s\u3000]*计")
NOTES = re.compile(
    r"^[\s\u3000]*(?:注|备注|说明|填[表报制][^:：]{0,8}|制表[^:：]{0,4}|审[核签][^:：]{0,4}|报送[^:：]{0,6}|联系[^:：]{0,4}"
    r"|[单部][位门][^:：]{0,8}|分管[^:：]{0,4}|主要[^:：]{0,6}|负责人[^:：]{0,4}|签[字名章]|盖章|日期)[\s\u3000]*[:：]"
    r"|^[\s\u3000]*(?:注\d|说明\d|备注\d)"
)
WIDE = 0.6
MOST_BARE = 200


@dataclass(frozen=True, slots=True)
class Lines:
    """The rows under a form's header, as an officer sees them."""

    sheet: Sheet
    form: FormPage
    known: Sequence[int]
    headed: set[int]
    serial: int | None = None
    aside: Set[int] = frozenset()

    def first(self, head: int) -> int:
        """The first row that can be a line: below column numbers, instructions, examples and sums that stand on top."""
        row = head + 1
        while row in self.aside or self.is_total(row):
            row += 1
        return row

    def block(self, start: int, last: int) -> list[int]:
        """The lines from a row on; blank ones before a sum or a note are lines without any style, too."""
        block = list(takewhile(self.belongs, range(start, last + 1)))
        after = start + len(block)
        bare_rows = list(takewhile(lambda row: not self.words(row), range(after, min(last, after + MOST_BARE) + 1)))
        closing = after + len(bare_rows)
        closed = closing <= last and (self.is_total(closing) or (self.is_note(closing) and len(bare_rows) > 1))
        return [*block, *bare_rows] if closed and not any(map(self.styled, block)) else block

    def words(self, row: int) -> list[tuple[int, str]]:
        """The words and numbers of a row that nobody calculates, with their columns."""
        cells = self.sheet.rows[row - 1] if row <= len(self.sheet.rows) else ()
        return [
            (at, plain(value))
            for at, value in enumerate(cells)
            if value is not None and self.form.formula(row, at) is None and plain(value)
        ]

    def is_total(self, row: int) -> bool:
        """Whether the row sums up."""
        return any(TOTALS.match(text) for _, text in self.words(row)[:3])

    def is_note(self, row: int) -> bool:
        """Whether the row is words below the table: a note, a signature, one text across the columns."""
        words = self.words(row)
        if not words:
            return False
        at, text = words[0]
        area = self.form.merges.get((row, at))
        wide = area is not None and len(words) == 1 and (area.right - area.left + 1) > WIDE * len(self.headed)
        return wide or bool(NOTES.match(text))

    def belongs(self, row: int) -> bool:
        """Whether the row is a line of the table: styled like one, and no sum and no note."""
        if self.is_total(row) or self.is_note(row) or row in self.aside:
            return False
        return self.styled(row) or self.is_numbered(row) or any(at in self.known for at, _ in self.words(row))

    def styled(self, row: int) -> bool:
        """Whether most cells of a row look like those of a table."""
        styled = sum(1 for at in self.headed if self.form.is_drawn(row, at) and self.form.style(row, at))
        return styled * 2 >= len(self.headed)

    def is_numbered(self, row: int) -> bool:
        """Whether nothing but its number stands in a row: the form counts its lines before anybody fills them."""
        words = self.words(row)
        return len(words) == 1 and words[0][0] == self.serial and bare(words[0][1]).isdigit()

    def is_top(self, row: int) -> bool:
        """Whether a line begins here: not below the first row of a merge of our columns, and not hidden."""
        merged = (self.form.merges.get((row, at)) for at in self.known)
        return not self.form.is_hidden(row) and all(area is None or area.top == row for area in merged)

    def is_blank(self, row: int) -> bool:
        """Whether nothing stands in our columns yet."""
        return not any(at in self.known for at, _ in self.words(row))
