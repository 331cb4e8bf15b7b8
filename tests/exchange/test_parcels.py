"""The parcel's file: whole and proved, or refused with a plain sentence; never too large for the memory."""

from __future__ import annotations

import hashlib
import io
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from daan_desk.domain.failures import Rejected, Trouble
from daan_desk.domain.merging import Entry, sealed
from daan_desk.domain.parcels import Origin, Parcel
from daan_desk.exchange import parcel_lines, parcels, sealing

PASSWORD = "安逸隆2026"
ORIGIN = Origin("replica-a", "王建国", "下乡用", "510304", 3, 1_795_000_000_000_000)


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sealing, "COST", 14)


def chain(length: int) -> tuple[Entry, ...]:
    """A chain of entries of one laptop."""
    made: list[Entry] = []
    for number in range(1, length + 1):
        parent = made[-1].id if made else ""
        fields = {"name": f"自贡{number}机械有限公司", "employees": number, "told": number % 2 == 0, "notes": None}
        made.append(
            sealed(
                Entry(
                    "", "replica-a", number, parent, number, "王", "act", "enterprises", f"r{number}", 1, fields, {}, {}
                )
            )
        )
    return tuple(made)


def parcel(entries: tuple[Entry, ...] = (), files: dict[str, bytes] | None = None) -> Parcel:
    held = {hashlib.sha256(data).hexdigest(): data for data in (files or {}).values()}
    known = {"replica-a": ((len(entries), entries[-1].id),)} if entries else {}
    return Parcel(ORIGIN, known, entries, ("录像.mp4",), files=lambda: iter(held.items()))


def written(folder: Path, what: Parcel | None = None, password: str = PASSWORD) -> Path:
    file = folder / "给企服办.daanx"
    parcels.write(file, what or parcel(chain(40)), password)
    return file


def test_that_a_parcel_comes_out_as_it_went_in(tmp_path: Path) -> None:
    data = bytes(range(256)) * 5000
    sent = parcel(chain(100), {"照片": data, "空的": b""})
    done = parcels.write(tmp_path / "a.daanx", sent, PASSWORD)
    assert (done.changes, done.files, done.left_out) == (100, 2, ("录像.mp4",))
    assert done.size == (tmp_path / "a.daanx").stat().st_size
    got = parcels.read(tmp_path / "a.daanx", PASSWORD)
    assert got == sent
    assert dict(got.files()) == dict(sent.files())
    assert [path.name for path in tmp_path.iterdir()] == ["a.daanx"]


def test_that_branches_of_a_chain_keep_their_parents(tmp_path: Path) -> None:
    trunk = chain(3)
    branch = sealed(replace(trunk[2], fields={"name": "另一支"}))
    sent = parcel((*trunk, branch))
    assert parcels.read(written(tmp_path, sent), PASSWORD).entries == (*trunk, branch)


def test_that_an_empty_parcel_is_a_parcel(tmp_path: Path) -> None:
    assert parcels.read(written(tmp_path, parcel()), PASSWORD).entries == ()


def test_that_no_word_of_the_contents_can_be_read_from_the_file(tmp_path: Path) -> None:
    raw = written(tmp_path).read_bytes()
    assert "机械".encode() not in raw
    assert b"replica" not in raw
    assert raw != written(tmp_path).read_bytes()


def test_that_a_wrong_password_is_told_beside_the_password(tmp_path: Path) -> None:
    with pytest.raises(Rejected) as refused:
        parcels.read(written(tmp_path), "别的")
    assert "密码不对" in refused.value.problems["password"]
    with pytest.raises(Rejected, match="请填写交换包的密码"):
        parcels.write(tmp_path / "b.daanx", parcel(), "")


@pytest.mark.parametrize("size", [0, 5, 20, 36, 37, 39, 60, 400, -1])
def test_that_a_file_cut_anywhere_is_refused(tmp_path: Path, size: int) -> None:
    file = written(tmp_path)
    file.write_bytes(file.read_bytes()[:size])
    with pytest.raises(Trouble, match=r"不完整|不是交换包|改动过"):
        parcels.read(file, PASSWORD)


def test_that_a_file_cut_between_two_chunks_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sealing, "CHUNK", 200)
    file = written(tmp_path)
    file.write_bytes(file.read_bytes()[: sealing.HEAD.size + 3 * (4 + 200 + 16)])
    with pytest.raises(Trouble, match="不完整"):
        parcels.read(file, PASSWORD)


def test_that_every_altered_byte_is_found(tmp_path: Path) -> None:
    file = written(tmp_path, parcel(chain(3)))
    raw = file.read_bytes()
    for at in (*range(len(sealing.MAGIC), sealing.HEAD.size + 5, 3), *range(sealing.HEAD.size + 5, len(raw), 41)):
        altered = bytearray(raw)
        altered[at] ^= 1
        file.write_bytes(altered)
        with pytest.raises((Trouble, Rejected)):
            parcels.read(file, PASSWORD)


def test_that_chunks_cannot_be_swapped_left_out_or_added(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sealing, "CHUNK", 200)
    file = written(tmp_path)
    raw = file.read_bytes()
    head, body = raw[: sealing.HEAD.size], raw[sealing.HEAD.size :]
    parts = [body[at : at + 220] for at in range(0, len(body), 220)]
    assert len(parts) > 4
    for shuffled in ([parts[1], parts[0], *parts[2:]], parts[1:], [*parts, parts[-1]], [*parts[:2], *parts[3:]]):
        file.write_bytes(head + b"".join(shuffled))
        with pytest.raises(Trouble, match=r"改动过|不完整"):
            parcels.read(file, PASSWORD)


def test_that_another_file_and_a_newer_one_are_told_apart(tmp_path: Path) -> None:
    file = tmp_path / "roster.daanx"
    file.write_bytes(b"PK\x03\x04" + b"\0" * 500)
    with pytest.raises(Trouble, match="不是交换包"):
        parcels.read(file, PASSWORD)
    raw = bytearray(written(tmp_path).read_bytes())
    raw[len(sealing.MAGIC)] = 9
    file.write_bytes(raw)
    with pytest.raises(Trouble, match="更新的版本"):
        parcels.read(file, PASSWORD)
    with pytest.raises(Trouble, match="读不了交换包"):
        parcels.read(tmp_path / "none.daanx", PASSWORD)


def test_that_a_place_that_cannot_be_written_to_says_so_and_leaves_nothing(tmp_path: Path) -> None:
    with pytest.raises(Trouble, match="没有写成"):
        parcels.write(tmp_path / "none" / "a.daanx", parcel(), PASSWORD)
    assert list(tmp_path.iterdir()) == []


def hostile(folder: Path, chunks: Iterable[bytes]) -> Path:
    """A file that somebody who knows the password made up."""
    file = folder / "hostile.daanx"
    file.write_bytes(b"".join(sealing.sealed(chunks, PASSWORD)))
    return file


def squeezed(text: bytes) -> Iterator[bytes]:
    yield zlib.compress(text, 9)


HEAD = b'["parcel","a","b","c","510304",1,1,"",{},[]]\n'


@pytest.mark.parametrize(
    "text",
    [
        b"",
        b"\n",
        b"{}\n",
        b"[]\n",
        b"not json\n",
        b"[" * 100_000 + b"\n",
        b'["parcel"]\n',
        b'["parcel",1,2,3,4,5,6,7,{},[]]\n',
        b'["parcel","a","b","c","510304",1,1,"",{"a":[[1]]},[]]\n',
        HEAD,
        HEAD + b'["end",1,"00"]\n',
        HEAD + b'["entry"]\n',
        HEAD + b'["entry","x","a",1,0,1,"w","act","issues","r",1,{},{},{},9]\n',
        HEAD + b'["file","00","!!!",true]\n',
        HEAD + b'["file",1,2,3]\n',
        HEAD + b'["file","00","AAAA",true]\n',
        HEAD + b'["other"]\n',
        b'\xff\xfe["parcel"]\n',
    ],
)
def test_that_made_up_contents_are_refused_with_a_sentence(tmp_path: Path, text: bytes) -> None:
    with pytest.raises(Trouble, match=r"改动过|不完整"):
        parcels.read(hostile(tmp_path, squeezed(text)), PASSWORD)


def test_that_contents_that_do_not_inflate_are_refused(tmp_path: Path) -> None:
    with pytest.raises(Trouble, match="改动过"):
        parcels.read(hostile(tmp_path, iter([b"no zlib at all"])), PASSWORD)


def test_that_a_bomb_is_stopped_while_it_inflates(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parcel_lines, "LONGEST_LINE", 3 * 2**20)
    largest = 0
    plain = parcel_lines._plain

    def watched(chunks: Iterable[bytes]) -> Iterator[bytes]:
        nonlocal largest
        for text in plain(chunks):
            largest = max(largest, len(text))
            yield text

    monkeypatch.setattr(parcel_lines, "_plain", watched)
    with pytest.raises(Trouble, match="超过了一次能读的上限"):
        parcels.read(hostile(tmp_path, squeezed(b" " * (64 * 2**20))), PASSWORD)
    assert 0 < largest <= parcel_lines.STEP


@pytest.mark.parametrize("limit", ["LARGEST", "MOST_HELD"])
def test_that_more_than_the_memory_bears_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, limit: str
) -> None:
    monkeypatch.setattr(parcel_lines, limit, 4000)
    with pytest.raises(Trouble, match="上限"):
        parcels.read(written(tmp_path, parcel(chain(100))), PASSWORD)


def test_that_a_file_asks_for_no_more_than_a_fair_key(tmp_path: Path) -> None:
    raw = bytearray(written(tmp_path).read_bytes())
    for cost in (0, 13, 18, 40):
        raw[len(sealing.MAGIC) + 1] = cost
        with pytest.raises(Trouble, match="改动过"):
            list(sealing.opened(io.BytesIO(bytes(raw)), PASSWORD))
