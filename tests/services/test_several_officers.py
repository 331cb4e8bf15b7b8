"""Several officers on one server at the same time: nothing is lost, no number is given twice, every chain is whole."""

from __future__ import annotations

import multiprocessing
from collections import Counter
from collections.abc import Iterator

import pytest

from daan_desk.domain.failures import Contended
from daan_desk.services import care, ledgers, servers
from daan_desk.services.ledgers import Question
from daan_desk.services.patience import patiently
from daan_desk.services.servers import Newcomer
from daan_desk.services.workspaces import Workplace
from tests import builders
from tests.busy import ACTS, Shift, work
from tests.shared import WORD, Shared

OFFICERS = {"zhaoyi": "contact_name", "qianer": "short_name", "sunsan": "contact_title", "lisi": "address"}
ROUNDS = 13  # 4 officers × 13 rounds × 4 acts = 208 acts


@pytest.fixture
def office(shared: Shared) -> Iterator[tuple[str, Workplace]]:
    name = shared.database()
    place = shared.opened(name)
    yield name, place
    place.close()
    shared.drop(name)


def test_that_four_officers_at_once_lose_nothing_and_give_no_number_twice(
    shared: Shared, office: tuple[str, Workplace]
) -> None:
    name, place = office
    works = builders.enterprise(place.office, "自贡大安天工机械")
    for login in OFFICERS:
        servers.add_officer(shared.administrator(name), Newcomer(f"干部{login}", login, WORD, "专班"), builders.at())
    shifts = [Shift(shared.server.url(name, login), WORD, works, field, ROUNDS) for login, field in OFFICERS.items()]
    with multiprocessing.get_context("spawn").Pool(len(shifts)) as pool:
        acknowledged = [issue for some in pool.map(work, shifts, chunksize=1) for issue in some]

    kept = ledgers.rows(place.office, "issues", ledgers.ids(place.office, Question("issues")))
    assert len(acknowledged) == len(OFFICERS) * ROUNDS
    assert {row.id for row in kept} == set(acknowledged)
    assert sorted(str(row["number"]) for row in kept) == [f"2026-{n + 1:04d}" for n in range(len(acknowledged))]
    assert {row["state"] for row in kept} == {"已交办"}
    assert len(ledgers.ids(place.office, Question("visits"))) == len(acknowledged)
    row = ledgers.row(place.office, "enterprises", works)
    assert all(row[field] == f"{ROUNDS - 1}" for field in OFFICERS.values())
    assert acts_of(place) == dict.fromkeys(OFFICERS, ROUNDS * ACTS)
    health = care.check(place.office)
    assert health.problems == ()
    assert gaps(place) == []


def acts_of(place: Workplace) -> dict[str, int]:
    """How many acts each login's officer did."""
    with place.office.reading() as reader:
        by = Counter(str(word) for (word,) in reader.columns("acts", "by"))
    return {login: by[f"干部{login}"] for login in OFFICERS}


def gaps(place: Workplace) -> list[str]:
    """Chains that are not 1, 2, 3 … to their end."""
    asked = "SELECT replica, count(*) AS n, max(seq) AS last, count(DISTINCT seq) AS different FROM journal GROUP BY 1"
    with place.office.database.reading() as connection:
        return [line.replica for line in connection.exec_driver_sql(asked) if not line.n == line.last == line.different]


FAILING = """
SET ROLE daan_owner;
CREATE SEQUENCE guard.tries;
CREATE FUNCTION guard.came_between() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER AS $$ BEGIN
    IF nextval('guard.tries') <= {times} THEN
        RAISE serialization_failure USING MESSAGE = 'could not serialize access due to concurrent update';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER came_between BEFORE INSERT ON daan.acts FOR EACH ROW EXECUTE FUNCTION guard.came_between();
"""


@pytest.mark.parametrize("times", [1, 3])
def test_that_an_act_that_met_anothers_is_carried_out_again_and_kept_once(
    shared: Shared, office: tuple[str, Workplace], times: int
) -> None:
    name, place = office
    assert shared.server.psql(name, FAILING.format(times=times), "verwalter", "geheim-2026").stderr == ""
    patiently(builders.enterprise, place.office, "自贡大安天工机械")
    assert len(ledgers.ids(place.office, Question("enterprises"))) == 1
    assert care.check(place.office).problems == ()


def test_that_an_act_that_meets_others_again_and_again_is_given_up_in_words(
    shared: Shared, office: tuple[str, Workplace]
) -> None:
    name, place = office
    assert shared.server.psql(name, FAILING.format(times=4), "verwalter", "geheim-2026").stderr == ""
    with pytest.raises(Contended, match="这一步没有保存"):
        patiently(builders.enterprise, place.office, "自贡大安天工机械")
    assert ledgers.ids(place.office, Question("enterprises")) == ()
