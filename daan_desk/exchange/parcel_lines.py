"""The lines of a parcel: one JSON array each, compressed, counted and hashed, never more in memory than one of them."""

from __future__ import annotations

import base64
import hashlib
import json
import zlib
from collections.abc import Iterable, Iterator
from typing import Any

from daan_desk.domain.failures import Trouble
from daan_desk.domain.merging import Entry
from daan_desk.domain.parcels import Origin, Parcel
from daan_desk.exchange.sealing import ALTERED, CUT

LONGEST_LINE = 16 * 2**20
LARGEST = 2 * 2**30  # bytes after inflating
MOST_HELD = 512 * 2**20  # bytes of entries, which are in memory all at once
PIECE = 512 * 1024
STEP = 2**20
TOO_MUCH = ("交换包里的内容超过了一次能读的上限，没有读取。", "请对方选一个起始日期，分几次打包。")

_dumps = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
Line = list[Any]


def lines(parcel: Parcel) -> Iterator[Line]:
    """A parcel as lines: its head, its entries, its files piece by piece."""
    at = parcel.origin
    head = (at.replica, at.by, at.workspace, at.region, at.schema, at.made, at.since)
    known = {replica: [list(tip) for tip in tips] for replica, tips in parcel.known.items()}
    needs = None if parcel.needs is None else {identity: list(place) for identity, place in parcel.needs.items()}
    yield ["parcel", *head, known, list(parcel.left_out), at.officer, needs]
    before = Entry("", "", 0, "", 0, "", "", "", "", 0, {})
    for entry in parcel.entries:
        yield _line(entry, before)
        before = entry
    for digest, data in parcel.files():
        for start in range(0, max(len(data), 1), PIECE):
            piece = base64.b64encode(data[start : start + PIECE]).decode()
            yield ["file", digest, piece, start + PIECE >= len(data)]


def _line(entry: Entry, before: Entry) -> Line:
    follows = entry.parent == before.id and entry.replica == before.replica
    place = [entry.replica, entry.seq, 0 if follows else entry.parent, entry.stamp, entry.author, entry.act]
    said = [entry.table, entry.row, entry.schema, entry.fields, entry.replaced, entry.was]
    return ["entry", entry.id, *place, *said]


def entry_of(line: Line, before: Entry) -> Entry:
    """The entry of a line; `TypeError` or `ValueError` where it is none."""
    _, identity, replica, seq, parent, *rest = line
    return Entry(identity, replica, seq, before.id if parent == 0 else parent, *rest)


def origin_of(line: Line) -> Origin:
    """Who packed it, from the head line."""
    _, replica, by, workspace, region, schema, made, since = line[:8]
    officer = line[10] if len(line) > 10 else ""
    words, numbers = (replica, by, workspace, region, since, officer), (schema, made)
    if not all(isinstance(word, str) for word in words) or not all(type(number) is int for number in numbers):
        raise TypeError
    return Origin(replica, by[:60], workspace[:100], region, schema, made, since[:60], officer[:36])


def deflated(found: Iterable[Line]) -> Iterator[bytes]:
    """Compressed text of the lines with a last one that counts and proves them."""
    squeeze, proof, count = zlib.compressobj(6), hashlib.sha256(), 0
    for line in found:
        text = _dumps(line).encode() + b"\n"
        proof.update(text)
        count += 1
        yield squeeze.compress(text)
    yield squeeze.compress(_dumps(["end", count, proof.hexdigest()]).encode() + b"\n")
    yield squeeze.flush()


def inflated(chunks: Iterable[bytes]) -> Iterator[Line]:
    """The lines that `deflated` wrote, without the last; `Trouble` where they are not whole or too many."""
    proof, count, held, ended = hashlib.sha256(), 0, 0, False
    for text in _split(_plain(chunks)):
        line = _parsed(text)
        if ended or (line[0] == "end" and line[1:] != [count, proof.hexdigest()]):
            raise Trouble(*ALTERED)
        ended = line[0] == "end"
        if ended:
            continue
        proof.update(text + b"\n")
        count += 1
        held += len(text) if line[0] == "entry" else 0
        if held > MOST_HELD:
            raise Trouble(*TOO_MUCH)
        yield line
    if not ended:
        raise Trouble(*CUT)


def _parsed(text: bytes) -> Line:
    try:
        line = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise Trouble(*ALTERED) from error
    if not isinstance(line, list) or not line:
        raise Trouble(*ALTERED)
    return line


def _plain(chunks: Iterable[bytes]) -> Iterator[bytes]:
    inflate, total = zlib.decompressobj(), 0
    for chunk in chunks:
        waiting = chunk
        while waiting:
            try:
                text = inflate.decompress(waiting, STEP)
            except zlib.error as error:
                raise Trouble(*ALTERED) from error
            total += len(text)
            if total > LARGEST:
                raise Trouble(*TOO_MUCH)
            yield text
            waiting = b"" if inflate.eof else inflate.unconsumed_tail
    yield inflate.flush()


def _split(texts: Iterable[bytes]) -> Iterator[bytes]:
    parts: list[bytes] = []
    size = 0
    for text in texts:
        *whole, rest = text.split(b"\n")
        for line in whole:
            yield b"".join([*parts, line])
            parts, size = [], 0
        parts.append(rest)
        size += len(rest)
        if size > LONGEST_LINE:
            raise Trouble(*TOO_MUCH)
    if size:
        raise Trouble(*CUT)
