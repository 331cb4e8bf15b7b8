"""What a list of many enterprises asks is answered out of an index alone, rows are read for one page only."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Connection, event

from daan_desk.domain.questions import Question, Where
from daan_desk.store import questions, workspace
from daan_desk.store.standing import standing
from tests.builders import PASSWORD

COVERING = "USING COVERING INDEX enterprises_found"


def steps(connection: Connection, question: Question) -> str:
    """How the database goes about the question."""
    asked: list[tuple[str, Any]] = []

    def note(_connection: Any, _cursor: Any, statement: str, parameters: Any, *_more: Any) -> None:
        asked.append((statement, parameters))

    event.listen(connection, "before_cursor_execute", note)
    questions.ids(connection, question)
    event.remove(connection, "before_cursor_execute", note)
    statement, parameters = asked[-1]
    return "\n".join(str(line[3]) for line in connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", parameters))


@pytest.fixture
def connection(tmp_path: Path) -> Iterator[Connection]:
    """An empty workspace that is asked on a day of 2026."""
    opened = workspace.make(tmp_path / "desk.daan", PASSWORD, "510304", 1)
    with standing(date(2026, 11, 23)), opened.database.reading() as connection:
        yield connection
    opened.close()


@pytest.mark.parametrize(
    ("question", "parts"),
    [
        (Question("enterprises"), ()),
        (Question("enterprises", text="华夏"), ()),
        (Question("enterprises", sort=("-last_visit",)), ("USING COVERING INDEX visits_latest",)),
        (Question("enterprises", where=(Where("leader", "has", "张"),)), ("USING COVERING INDEX assignments_serving",)),
        (Question("enterprises", where=(Where("open_issues", "from", 1),)), ("USING COVERING INDEX issues_open",)),
    ],
    ids=["in order", "searched", "by last visit", "by leader", "by open issues"],
)
def test_that_a_list_of_enterprises_is_found_without_reading_their_rows(
    question: Question, parts: tuple[str, ...], connection: Connection
) -> None:
    plan = steps(connection, question)
    assert COVERING in plan
    assert all(part in plan for part in parts)


def test_that_the_order_by_name_needs_no_sorting(connection: Connection) -> None:
    assert "TEMP B-TREE" not in steps(connection, Question("enterprises"))
