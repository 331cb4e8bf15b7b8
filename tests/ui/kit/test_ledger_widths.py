"""Columns in the room that there is."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from daan_desk.ui.kit.ledger_widths import Span, fitting, fixed

NAME, DAY, WORDS = Span(300, 230, 138), Span(120, 96, 96), Span(420, 400, 138)


def test_that_columns_are_comfortable_where_there_is_room() -> None:
    assert fitting((NAME, DAY, WORDS), 900) == [300, 120, 420]


def test_that_blank_room_goes_before_a_word_is_cut() -> None:
    widths = fitting((NAME, DAY, WORDS), 750)
    assert sum(widths) in range(748, 751)
    assert all(width >= span.need for width, span in zip(widths, (NAME, DAY, WORDS), strict=True))


def test_that_long_texts_are_cut_before_the_table_scrolls_and_days_never() -> None:
    widths = fitting((NAME, DAY, WORDS), 560)
    assert sum(widths) in range(557, 561)
    assert widths[1] == 96


def test_that_a_table_that_scrolls_anyway_cuts_nothing() -> None:
    assert fitting((NAME, DAY, WORDS), 300) == [230, 96, 400]


def test_that_a_width_that_somebody_chose_stays() -> None:
    assert fitting((fixed(500), DAY, WORDS), 760)[0] == 500


@given(
    st.lists(st.tuples(*[st.integers(72, 420)] * 3).map(lambda three: Span(*sorted(three, reverse=True))), min_size=1),
    st.integers(0, 4000),
)
def test_that_columns_never_leave_their_bounds(spans: list[Span], room: int) -> None:
    widths = fitting(spans, room)
    assert all(span.least <= width <= span.usual for width, span in zip(widths, spans, strict=True))
    assert sum(widths) <= room or widths == [span.need for span in spans]
