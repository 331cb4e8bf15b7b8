"""Issues, figures and qualifications of the sample district live as real ones do."""

from __future__ import annotations

from collections import Counter
from decimal import Decimal

from daan_desk.domain.issues import State, can_move, move_named
from daan_desk.domain.lights import Colour
from daan_desk.domain.qualifications import expiry, kind_named
from daan_desk.domain.questions import Question, Where
from daan_desk.services import ledgers
from daan_desk.services.office import Office
from daan_desk.services.sample.figures import months
from daan_desk.services.sample.texts import issue_texts, phrases, trades
from daan_desk.services.settings import setting
from tests import builders

TODAY = builders.MONDAY.date()


def rows(office: Office, ledger: str, *where: Where) -> list[dict[str, object]]:
    with office.reading() as reader:
        return [dict(line) for line in reader.where(ledger, *where)]


def test_that_every_life_is_one_that_the_table_of_moves_allows(district: Office) -> None:
    issues = {str(i["id"]): i for i in rows(district, "issues")}
    assert len(issues) == 600
    steps: dict[str, list[dict[str, object]]] = {key: [] for key in issues}
    for step in sorted(rows(district, "steps"), key=lambda s: (s["day"], s["id"])):
        steps[str(step["issue"])].append(step)
    for key, issue in issues.items():
        state, last = State.REGISTERED.value, issue["raised"]
        for step in steps[key]:
            assert step["from_state"] == state
            assert can_move(state, move_named(str(step["move"])))
            assert last <= step["day"] <= TODAY  # type: ignore[operator]
            state, last = str(step["to_state"]), step["day"]
        assert issue["state"] == state
        assert (issue["closed"] is not None) == (state == State.CLOSED)
        assert (issue["due"] is None) == (state in (State.REGISTERED, State.RETURNED))


def test_that_issues_stand_at_every_point_of_their_life(district: Office) -> None:
    issues = rows(district, "issues")
    assert {i["state"] for i in issues} == {state.value for state in State}
    assert sum(1 for i in issues if i["redone"]) >= 10
    assert sum(1 for i in issues if i["extended"]) >= 10
    assert {i["callback"] for i in issues} >= {"非常满意", "满意", "基本满意"}
    answered = [i for i in issues if i["answered"] and i["due"]]
    late = sum(i["answered"] > i["due"] for i in answered)
    assert 0.03 < late / len(answered) < 0.25
    shown = ledgers.rows(district, "issues", ledgers.ids(district, Question("issues")))
    colours = Counter(row["light_colour"] for row in shown)
    assert all(colours[colour.value] for colour in Colour)
    words = {row["light"] for row in shown}
    assert {"今天到期", "剩 1 个工作日"} <= words


def test_that_issues_are_numbered_by_year_in_the_order_in_which_they_were_raised(district: Office) -> None:
    issues = sorted(rows(district, "issues"), key=lambda i: str(i["number"]))
    for year in {str(i["number"])[:4] for i in issues}:
        mine = [i for i in issues if str(i["number"]).startswith(year)]
        assert [str(i["number"]) for i in mine] == [f"{year}-{at:04d}" for at in range(1, len(mine) + 1)]
        assert [i["raised"] for i in mine] == sorted(i["raised"] for i in mine)  # type: ignore[type-var]


def test_that_issues_raised_on_visits_agree_with_their_visit(district: Office) -> None:
    visits = {v["id"]: v for v in rows(district, "visits")}
    linked = [i for i in rows(district, "issues") if i["visit"]]
    assert len(linked) > 250
    assert all(visits[i["visit"]]["day"] == i["raised"] for i in linked)
    assert all(visits[i["visit"]]["enterprise"] == i["enterprise"] for i in linked)


def test_that_figures_run_through_24_months_and_dip_at_the_spring_festival(district: Office) -> None:
    figures = rows(district, "figures")
    assert len(figures) == 69 * 24
    by_month: Counter[str] = Counter()
    for figure in figures:
        by_month[str(figure["month"])] += figure["output"]  # type: ignore[assignment]
    assert sorted(by_month) == [f"{month:%Y-%m}" for month in months(TODAY)]
    assert by_month["2026-02"] < Decimal("0.85") * min(by_month["2026-01"], by_month["2026-03"])


def test_that_qualifications_end_by_the_rule_of_their_kind_around_today(district: Office) -> None:
    held = rows(district, "qualifications")
    assert all(q["expires"] == expiry(kind_named(str(q["kind"])), q["awarded"]) for q in held)  # type: ignore[arg-type]
    shown = ledgers.rows(district, "qualifications", [str(q["id"]) for q in held])
    assert {row["state"] for row in shown} == {"有效", "即将到期", "已过期"}


def test_that_texts_are_many_and_cover_every_category_that_the_office_has(district: Office) -> None:
    assert len({text.title for text in issue_texts()}) >= 60
    categories = {row["name"] for row in setting(district, "issue_categories")}  # type: ignore[attr-defined]
    assert {text.category for text in issue_texts()} == categories
    assert len(set(phrases()["summary"])) >= 40
    departments = {d["short_name"] for d in rows(district, "departments")}
    assert {short for text in issue_texts() for short in text.departments} <= departments
    assert {trade.cluster for trade in trades()} == set(setting(district, "clusters"))  # type: ignore[call-overload]
