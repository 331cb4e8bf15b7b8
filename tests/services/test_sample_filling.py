"""The sample district is the same whenever it is made again, in any size, and its roster is read back."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from daan_desk.domain.failures import Rejected
from daan_desk.domain.names import normal
from daan_desk.domain.questions import Question, Where
from daan_desk.domain.sheets import Book
from daan_desk.domain.towns import PARKS, TOWNS
from daan_desk.exchange.layouts import layouts
from daan_desk.services import imports, ledgers, undo
from daan_desk.services.office import Office
from daan_desk.services.sample import filling
from daan_desk.services.sample.enterprises import Roster
from daan_desk.services.sample.filling import fill
from daan_desk.services.sample.roster import roster
from daan_desk.services.sample.scale import RICHEST, Scale
from tests import builders

TODAY = builders.MONDAY.date()


def rows(office: Office, ledger: str, *where: Where) -> list[dict[str, object]]:
    with office.reading() as reader:
        return [dict(line) for line in reader.where(ledger, *where)]


def everything(office: Office) -> dict[str, list[tuple[str, ...]]]:
    """Every ledger as it is shown, so that keys of towns and departments do not count."""
    found = {}
    for ledger in (*(described.name for described in ledgers.ledgers()), "steps"):
        table = ledgers.table(office, Question(ledger))
        found[ledger] = sorted(
            tuple(c.kind.show(v) for c, v in zip(table.columns, row, strict=True)) for row in table.rows
        )
    return found


def test_that_the_same_seed_and_day_give_the_same_district_and_another_seed_gives_another(tmp_path: Path) -> None:
    made = []
    for name, seed in (("one", 7), ("two", 7), ("three", 8)):
        place = builders.workplace(tmp_path, name=f"{name}.daan")
        fill(place.office, TODAY, 40, seed)
        made.append(everything(place.office))
        place.close()
    assert made[0] == made[1]
    assert made[0]["enterprises"] != made[2]["enterprises"]
    assert made[0]["visits"] != made[2]["visits"]


def test_that_the_counts_answered_are_those_of_the_ledgers(office: Office) -> None:
    counts = fill(office, TODAY, 30)
    counts["officers"] += 1  # who made the workspace
    counts["policies"] += 3  # those that come with every workspace
    assert counts == {ledger: ledgers.totals(office, Question(ledger)).count for ledger in counts}
    assert counts["enterprises"] == 30


@pytest.mark.parametrize("count", [1, 2, 9])
def test_that_a_district_may_be_as_small_as_one_likes(office: Office, count: int) -> None:
    assert fill(office, TODAY, count)["enterprises"] == count


@pytest.mark.parametrize("day", [date(2026, 1, 1), date(2026, 2, 28), date(2028, 2, 29), date(2026, 10, 4)])
def test_that_any_day_will_do_also_holidays_and_years_without_a_calendar(office: Office, day: date) -> None:
    fill(office, day, 24)
    assert all(row["day"] <= day for row in rows(office, "visits"))  # type: ignore[operator]
    assert all(row["raised"] <= day for row in rows(office, "issues"))  # type: ignore[operator]


def test_that_a_large_district_is_written_in_parts_and_says_how_far_it_is(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert filling.PART >= RICHEST
    monkeypatch.setattr(filling, "PART", 30)
    told: list[tuple[int, int]] = []
    fill(office, TODAY, 70, progress=lambda done, of: told.append((done, of)))
    assert told == [(30, 70), (60, 70), (70, 70)]
    assert len({row["name"] for row in rows(office, "enterprises")}) == 70


def test_that_names_and_codes_stay_unique_in_a_large_district() -> None:
    places = {"towns": {town.name: town.name for town in TOWNS}, "parks": {park: park for park in PARKS}}
    ids = iter(str(number) for number in range(10**6))
    sketches, made = Roster(1, TODAY, Scale(12_000), places).made(range(12_000), ids)
    assert len({normal(sketch.name) for sketch in sketches}) == 12_000
    assert len({row["credit_code"] for row in made}) == 12_000
    assert sum(sketch.output or 0 for sketch in sketches) == Scale(12_000).output


def test_that_the_sample_is_refused_where_enterprises_are_already(office: Office) -> None:
    builders.enterprise(office)
    with pytest.raises(Rejected, match="只能放进空的工作区"):
        fill(office, TODAY, 5)
    assert ledgers.totals(office, Question("enterprises")).count == 1


def test_that_a_district_without_enterprises_is_refused(office: Office) -> None:
    with pytest.raises(Rejected, match="1 到"):
        fill(office, TODAY, 0)


def test_that_the_district_comes_in_two_acts_of_which_the_last_can_be_undone(office: Office) -> None:
    fill(office, TODAY, 12)
    lines = [line for line in undo.acts(office) if line.name.startswith("填入示例区")]
    assert len(lines) == 2
    undo.undo(office, lines[0].id)
    assert ledgers.totals(office, Question("enterprises")).count == 0
    assert ledgers.totals(office, Question("visits")).count == 0


def test_that_the_messy_roster_is_read_as_what_it_is(district: Office) -> None:
    made = roster(district, TODAY, known=30, fresh=9)
    assert (len(made.changed), len(made.same), len(made.fresh)) == (10, 20, 9)
    known = {str(e["name"]) for e in rows(district, "enterprises")}
    assert set(made.changed + made.same) <= known
    assert known.isdisjoint(made.fresh)
    found = layouts(Book("花名册.xlsx", "xlsx", (made.sheet,)))[0]
    plan = imports.answer(imports.plan(district, found))
    assert plan["ledger"] == "enterprises"
    assert plan["header_rows"] == [3, 4]
    assert (plan["data_rows"], plan["added"], plan["changed"], plan["same"]) == (39, 9, 10, 20)
    assert plan["refused"] == []
