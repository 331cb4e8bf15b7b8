"""Rows come in the order that was asked for, empty values last, equal ones in the ledger's own order."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal

import pytest

from daan_desk.domain.questions import Question
from daan_desk.services.office import Office
from tests import builders

NAMES = ("自贡天工机械有限公司", "华夏阀门厂", "安宁食品厂", "重庆路酒店", "长江铸造厂", "白云塑料厂")
SORTS = (
    ("employees",),
    ("-employees",),
    ("revenue_last_year", "-employees"),
    ("-revenue_last_year", "founded"),
    ("founded",),
    ("-founded", "above_scale"),
    ("-last_visit",),
    ("above_scale", "-last_visit", "employees"),
)


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Office]:
    """Enterprises with gaps and equal values, some of them visited; the tests only read them."""
    place = builders.workplace(tmp_path_factory.mktemp("order"))
    days = (date(2026, 11, 2), date(2026, 11, 9), None, date(2026, 11, 2), None, date(2026, 10, 1))
    rows = []
    for n in range(24):
        facts = {"employees": (None, 5, 70, 5)[n % 4], "revenue_last_year": (None, Decimal("10.5"), Decimal(9))[n % 3]}
        founded = None if n % 5 == 0 else date(2015, 1, 1) + timedelta(days=n % 3)
        rows.append({"name": f"{NAMES[n % 6]}{n // 6}", "founded": founded, "above_scale": n % 2 == 0, **facts})
    with place.office.writing("准备") as act:
        ids = act.add_many("enterprises", rows)
        visits = [{"enterprise": one, "day": days[n % 6], "way": "实地"} for n, one in enumerate(ids) if days[n % 6]]
        act.add_many("visits", visits)
    yield place.office
    place.close()


def placed(value: object, down: bool) -> tuple[bool, float]:
    """Where a value stands in its column: days, truths and numbers by their size, nothing at the end."""
    if value is None:
        return (True, 0.0)
    size = float(value.toordinal() if isinstance(value, date) else value)  # type: ignore[arg-type]
    return (False, -size if down else size)


@pytest.mark.parametrize("sort", SORTS, ids=[" ".join(sort) for sort in SORTS])
def test_that_rows_stand_in_the_order_of_all_fields_that_were_named(sort: tuple[str, ...], office: Office) -> None:
    with office.reading() as reader:
        ids = reader.ids(Question("enterprises", sort=sort))
        lines = reader.lines("enterprises", ids)
        assert ids[:7] == reader.ids(Question("enterprises", sort=sort), limit=7)
    expected = sorted(ids, key=lambda identity: lines[identity]["search"])
    for name in reversed(sort):
        field, down = name.lstrip("-"), name.startswith("-")
        expected.sort(key=lambda identity: placed(lines[identity][field], down))
    assert list(ids) == expected
    assert len(ids) == 24


def test_that_names_stand_in_the_order_of_their_pinyin_in_both_directions(office: Office) -> None:
    with office.reading() as reader:
        up, down = (reader.ids(Question("enterprises", sort=(sort,))) for sort in ("name", "-name"))
        lines = reader.lines("enterprises", up)
    assert [lines[identity]["name"] for identity in up][::8] == ["安宁食品厂0", "长江铸造厂0", "华夏阀门厂0"]
    assert up == down[::-1]


def test_that_empty_values_come_last_in_both_directions(office: Office) -> None:
    with office.reading() as reader:
        for sort in ("employees", "-employees"):
            ids = reader.ids(Question("enterprises", sort=(sort,)))
            lines = reader.lines("enterprises", ids)
            found = [lines[identity]["employees"] for identity in ids]
            assert found[-6:] == [None] * 6
            assert found[:-6] == sorted(found[:-6], reverse=sort.startswith("-"))


def test_that_equal_rows_stand_in_the_order_of_their_names(office: Office) -> None:
    with office.reading() as reader:
        ids = reader.ids(Question("enterprises", sort=("-employees",)))
        lines = reader.lines("enterprises", ids)
    spoken = [lines[identity]["search"] for identity in ids if lines[identity]["employees"] == 5]
    assert len(spoken) == 12
    assert spoken == sorted(spoken)
