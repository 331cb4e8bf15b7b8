"""Files on a server: somebody with a leader's login and plain psql reads neither bytes nor names of another's files."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from daan_desk.domain.failures import Rejected, Trouble
from daan_desk.services import attachments, ledgers, records, servers
from daan_desk.services.ledgers import Question, Where
from daan_desk.services.servers import Newcomer
from daan_desk.services.workspaces import Workplace
from tests import builders
from tests.shared import WORD, Shared

LEADER = "zhangld"
OWN, OTHER = "自己企业的车间照片".encode(), "别人企业的贷款合同".encode()
DIGEST = hashlib.sha256(OTHER).hexdigest()


@dataclass(frozen=True)
class Files:
    """A file at each of two visits; the leader looks after the enterprise of the first."""

    shared: Shared
    database: str
    office: Workplace
    leader: Workplace
    own: str
    other: str
    folder: Path

    def psql(self, statements: str) -> tuple[str, str]:
        said = self.shared.server.psql(self.database, statements, LEADER, WORD)
        return said.stdout.strip(), said.stderr


@pytest.fixture(scope="module")
def files(shared: Shared, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Files]:
    name, folder = shared.database(), tmp_path_factory.mktemp("files")
    place = shared.opened(name)
    servers.add_officer(shared.administrator(name), Newcomer("张立德", LEADER, WORD, "县级领导"), builders.at())
    with place.office.reading() as reader:
        leader = reader.where("officers", Where("name", "is", "张立德"))[0]["id"]
    visits = []
    for firm, words in (("自贡大安天工机械", OWN), ("自贡永固建材", OTHER)):
        enterprise = builders.enterprise(place.office, firm)
        visits.append(builders.visit(place.office, enterprise))
        file = folder / f"{firm}.txt"
        file.write_bytes(words)
        attachments.attach(place.office, "visits", visits[-1], [file])
        if words is OWN:
            records.add(place.office, "assignments", {"enterprise": enterprise, "officer": leader, "role": "县级领导"})
    his = shared.opened(name, LEADER)
    yield Files(shared, name, place, his, visits[0], visits[1], folder)
    his.close()
    place.close()
    shared.drop(name)


def test_that_a_leader_lists_and_reads_the_files_of_his_own_enterprises(files: Files) -> None:
    assert files.psql("SELECT owner FROM daan.attachments")[0] == files.own
    assert files.psql("SELECT convert_from(data, 'UTF8') FROM daan.blobs")[0] == OWN.decode()
    assert [row.id for row in attachments.of(files.leader.office, files.other)] == []
    assert len(ledgers.ids(files.leader.office, Question("attachments"))) == 1
    assert len(ledgers.ids(files.office.office, Question("attachments"))) == 2


ATTACKS = {
    "the bytes by their digest": f"SELECT data FROM daan.blobs WHERE digest = '{DIGEST}'",
    "how many bytes there are": f"SELECT length(data) FROM daan.blobs WHERE digest = '{DIGEST}'",
    "whether they are there": f"SELECT 1 FROM daan.blobs WHERE digest = '{DIGEST}'",
    "the name": "SELECT name FROM daan.attachments WHERE owner = '{other}'",
    "the name in the journal": "SELECT fields FROM daan.journal WHERE fields LIKE '%{digest}%'",
    "the bytes in a view of one's own": "CREATE VIEW daan.v AS SELECT data FROM daan.blobs",
    "the bytes by a function that leaks": (
        "CREATE FUNCTION pg_temp.leak(bytea) RETURNS boolean LANGUAGE plpgsql COST 0.0000001 AS "
        "$$ BEGIN RAISE NOTICE '%', convert_from($1, 'UTF8'); RETURN true; END $$; "
        "SELECT 1 FROM daan.blobs WHERE pg_temp.leak(data) AND digest = '{digest}'"
    ),
    "the bytes as a file": "COPY daan.blobs TO '/tmp/stolen'",
    "the file made one's own": "UPDATE daan.attachments SET owner = '{own}' WHERE owner = '{other}' RETURNING 1",
    "the bytes changed": f"UPDATE daan.blobs SET data = 'x' WHERE digest = '{DIGEST}'",
    "the bytes deleted": "DELETE FROM daan.blobs",
    "bytes under a name that is not their hash": f"INSERT INTO daan.blobs VALUES ('{DIGEST}', 'x')",
}


@pytest.mark.parametrize("attack", ATTACKS)
def test_that_another_leaders_file_is_neither_read_nor_touched(files: Files, attack: str) -> None:
    statement = ATTACKS[attack].replace("{other}", files.other).replace("{own}", files.own).replace("{digest}", DIGEST)
    told, problem = files.psql(statement)
    assert told == ""
    assert OTHER.decode() not in problem
    finds_no_row = statement.startswith("SELECT") or statement.endswith("RETURNING 1")
    assert "ERROR" in problem or finds_no_row
    with files.office.office.reading() as reader:
        kept = reader.where("attachments", Where("owner", "is", files.other))
    assert [line["digest"] for line in kept] == [DIGEST]


def test_that_the_desk_hangs_no_file_on_another_leaders_visit(files: Files) -> None:
    file = files.folder / "eingeschoben.txt"
    file.write_bytes(b"x")
    with pytest.raises((Rejected, Trouble)):
        attachments.attach(files.leader.office, "visits", files.other, [file])
    assert len(attachments.of(files.office.office, files.other)) == 1
