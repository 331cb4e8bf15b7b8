"""What somebody with a leader's login and plain psql can read and forge: nothing that is not the leader's own."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import pytest

from daan_desk.domain.failures import Rejected, Trouble
from daan_desk.services import records, servers, workspaces
from daan_desk.services.ledgers import Question, Where, totals
from daan_desk.services.office import Office
from daan_desk.services.servers import Newcomer
from daan_desk.store.base import LEDGERS, Base
from daan_desk.store.server import rules
from tests import builders
from tests.shared import WORD, Shared

LEADER = "zhangld"


@dataclass(frozen=True)
class District:
    """Two enterprises, of which the leader looks after one; each has an issue and a visit."""

    shared: Shared
    database: str
    office: Office
    own: str
    other: str

    def psql(self, statements: str) -> tuple[str, str]:
        said = self.shared.server.psql(self.database, statements, LEADER, WORD)
        return said.stdout.strip(), said.stderr

    def ids(self, ledger: str, column: str) -> set[str]:
        return set(
            self.psql(f'SELECT DISTINCT "{column}" FROM daan."{ledger}" WHERE "{column}" IS NOT NULL')[0].split()
        )


@pytest.fixture(scope="module")
def district(shared: Shared) -> Iterator[District]:
    name = shared.database()
    place = shared.opened(name)
    office = place.office
    servers.add_officer(shared.administrator(name), Newcomer("张立德", LEADER, WORD, "县级领导"), builders.at())
    leader = _leader(office)
    own, other = builders.enterprise(office, "自贡大安天工机械"), builders.enterprise(office, "自贡大安永固建材")
    for enterprise in (own, other):
        builders.issue(office, enterprise)
        builders.visit(office, enterprise)
    records.add(office, "assignments", {"enterprise": own, "officer": leader, "role": "县级领导"})
    yield District(shared, name, office, own, other)
    place.close()
    shared.drop(name)


def _leader(office: Office) -> str:
    with office.reading() as reader:
        return str(reader.where("officers", Where("name", "is", "张立德"))[0]["id"])


@pytest.mark.parametrize(
    ("ledger", "column"), [("enterprises", "id"), ("issues", "enterprise"), ("visits", "enterprise")]
)
def test_that_a_leader_sees_his_own_enterprises_and_what_hangs_on_them(
    district: District, ledger: str, column: str
) -> None:
    assert district.ids(ledger, column) == {district.own}


def test_that_the_journal_tells_a_leader_nothing_of_other_enterprises(district: District) -> None:
    told, _ = district.psql("SELECT * FROM daan.journal")
    assert district.own in told
    assert district.other not in told


def test_that_the_window_counts_what_the_login_may_see(district: District) -> None:
    place = district.shared.opened(district.database, LEADER)
    try:
        assert totals(place.office, Question("issues")).count == 1
        assert totals(district.office, Question("issues")).count == 2
    finally:
        place.close()


@pytest.mark.parametrize("ledger", ["enterprises", "visits", "issues", "projects"])
def test_that_what_a_leader_looks_after_is_asked_once_for_a_question_and_not_walked_through_at_every_row(
    district: District, ledger: str
) -> None:
    plan, _ = district.psql(f"EXPLAIN SELECT id FROM daan.{ledger}")
    assert "hashed SubPlan" in plan
    assert "ANY (" not in plan
    assert plan.count("InitPlan") > 1  # what the planner could work out itself it would, at every statement


ATTACKS = {
    "another's row changed": "UPDATE daan.issues SET title = 'x' WHERE enterprise = '{other}' RETURNING 1",
    "an own row changed past the journal": "UPDATE daan.issues SET title = 'x' WHERE enterprise = '{own}'",
    "a row moved to another enterprise": "UPDATE daan.visits SET enterprise = '{other}'",
    "a row deleted": "DELETE FROM daan.issues",
    "an enterprise taken": "UPDATE daan.assignments SET enterprise = '{other}' RETURNING 1",
    "the region changed": "UPDATE daan.issues SET region = '000000'",
    "a row forged": (
        "INSERT INTO daan.issues (id, region, changed_at, changed_by, enterprise) "
        "SELECT 'forged', guard.region(), 1, 'somebody', '{own}'"
    ),
    "an entry forged": (
        'INSERT INTO daan.journal (id, replica, seq, parent, stamp, author, act, "table", "row", schema, fields, '
        "replaced, was) SELECT 'x', replica, 999, '', 1, 'somebody', 'a', 'issues', 'r', 1, '{{}}', '{{}}', '{{}}' "
        "FROM guard.me()"
    ),
    "an entry changed": "UPDATE daan.journal SET author = 'x'",
    "the journal emptied": "TRUNCATE daan.journal",
    "the owner's role taken on": "SET ROLE daan_owner",
    "the office's role taken on": "SET ROLE daan_office",
    "the policies left aside": "SET row_security = off; SELECT id FROM daan.enterprises WHERE id = '{other}'",
    "the logins read": "SELECT * FROM guard.logins",
    "a login changed": "UPDATE guard.logins SET kind = 'office'",
    "the policies switched off": "ALTER TABLE daan.issues DISABLE ROW LEVEL SECURITY",
    "a trigger switched off": "ALTER TABLE daan.issues DISABLE TRIGGER ALL",
    "a function shadowed": "CREATE FUNCTION daan.starts_with(text, text) RETURNS boolean LANGUAGE sql AS 'SELECT true'",
    "a temporary table": "CREATE TEMP TABLE logins (login name)",
    "the statistics read": "SELECT most_common_vals FROM pg_stats WHERE schemaname = 'daan' AND tablename = 'issues'",
    "the files read": "COPY daan.journal TO '/tmp/stolen'",
    "another's numbers asked": "SELECT guard.highest('enterprises', 'name', '')",
    "a fact changed": "INSERT INTO daan.facts VALUES ('region', '000000')",
    "another's draft read": "SELECT value FROM daan.drafts WHERE key LIKE 'lihm/%'",
    "a place in an officer's chain withheld": ("INSERT INTO daan.withheld SELECT 'x', replica, 1 FROM guard.me()"),
}


@pytest.mark.parametrize("attack", ATTACKS)
def test_that_an_attack_by_plain_psql_is_refused_or_finds_nothing(district: District, attack: str) -> None:
    statement = ATTACKS[attack].format(own=district.own, other=district.other)
    told, problem = district.psql(statement)
    assert told == ""
    reads_or_finds_no_row = statement.startswith("SELECT") or statement.endswith("RETURNING 1")
    assert "ERROR" in problem or reads_or_finds_no_row


def test_that_a_leader_writes_in_his_own_name_through_the_desk_and_not_to_others(district: District) -> None:
    place = district.shared.opened(district.database, LEADER)
    try:
        made = builders.visit(place.office, district.own)
        with pytest.raises(Rejected):
            builders.visit(place.office, district.other)
        with place.office.reading() as reader:
            assert [line["id"] for line in reader.where("visits")].count(made) == 1
        author = f"SELECT author FROM daan.journal WHERE \"row\" = '{made}' LIMIT 1"
        assert district.psql(author)[0] == place.office.officer.id
    finally:
        place.close()


def test_that_every_table_has_forced_policies_of_which_one_is_for_officers(district: District) -> None:
    with district.office.database.reading() as connection:
        forced = (
            connection.exec_driver_sql(
                "SELECT relname FROM pg_class WHERE relnamespace = 'daan'::regnamespace AND relkind = 'r' "
                "AND relrowsecurity AND relforcerowsecurity"
            )
            .scalars()
            .all()
        )
        ruled = (
            connection.exec_driver_sql(
                "SELECT DISTINCT tablename FROM pg_policies WHERE schemaname = 'daan' AND policyname <> 'owner'"
            )
            .scalars()
            .all()
        )
        there = connection.exec_driver_sql("SELECT tablename FROM pg_tables WHERE schemaname = 'daan'").scalars().all()
    assert set(there) == set(Base.metadata.tables) == set(forced) == set(ruled)


def test_that_a_ledger_with_an_enterprise_follows_it_without_being_named() -> None:
    for name, model in LEDGERS.items():
        if "enterprise" in model.ledger.by_name and name not in rules.NAMED:
            assert rules.rule(model).seen == rules.BY_ENTERPRISE


def test_that_a_login_that_was_shut_out_opens_nothing_any_more(shared: Shared, district: District) -> None:
    admin = shared.administrator(district.database)
    servers.add_officer(admin, Newcomer("周正", "zhouz", WORD, "企业首席服务官"), builders.at())
    workspaces.unlock(shared.address(district.database, "zhouz"), WORD, builders.at()).close()
    servers.remove_officer(admin, "zhouz", builders.at())
    with pytest.raises((Rejected, Trouble)):
        workspaces.unlock(shared.address(district.database, "zhouz"), WORD, builders.at())
