"""The numbers of pictures and boxes in an old workbook: every sheet has its own, and the book keeps the list."""

from __future__ import annotations

import struct

from daan_desk.exchange.xls_forms.drawings import DRAWING_HEAD, HEAD, SHAPE, atoms, joined, places, put_back
from daan_desk.exchange.xls_forms.records import CONTINUE, DRAWING_GROUP, LONGEST, Record, Records
from daan_desk.exchange.xls_forms.refusals import single

LIST = 0xF006
CLUSTER = 1024  # so many numbers are given out together
LIST_HEAD = 16


def copied(whole: Records, records: Records) -> Records:
    """The records of a copied sheet with new numbers for what is drawn on it."""
    pieces = places(records)
    drawing = joined(records, pieces)
    shapes = [(kind, at) for kind, at, length in atoms(drawing) if kind in (SHAPE, DRAWING_HEAD) and length >= 8]
    if not shapes:
        return records
    used = {number_of(drawing, kind, at) // CLUSTER for kind, at in shapes}
    own, clusters = enter(whole, sorted(used), sum(1 for kind, _ in shapes if kind == SHAPE))
    made = bytearray(drawing)
    for kind, at in shapes:
        number = number_of(drawing, kind, at)
        new = clusters[number // CLUSTER] * CLUSTER + number % CLUSTER
        struct.pack_into("<I", made, at + 4 * (kind == DRAWING_HEAD), new)
        if kind == DRAWING_HEAD:
            struct.pack_into("<H", made, at - HEAD, own << 4)
    return put_back(records, pieces, bytes(made))


def number_of(drawing: bytes, kind: int, at: int) -> int:
    """The number of one shape, or the last that a drawing gave out."""
    return int(struct.unpack_from("<I", drawing, at + 4 * (kind == DRAWING_HEAD))[0])


def enter(whole: Records, used: list[int], count: int) -> tuple[int, dict[int, int]]:
    """Enter another drawing of so many shapes into the list: its number, and a new cluster for each old one."""
    pieces = group_pieces(whole)
    group = bytearray(joined(whole, pieces))
    found = next((at for kind, at, length in atoms(bytes(group)) if kind == LIST and length >= LIST_HEAD), None)
    if found is None:
        raise single("读不懂的图形")
    most, clusters, shapes, drawings = struct.unpack_from("<4I", group, found)
    end = found + LIST_HEAD + (clusters - 1) * 8
    known = [struct.unpack_from("<II", group, at) for at in range(found + LIST_HEAD, end, 8)]
    own = max([drawings, *(drawing for drawing, _ in known)]) + 1
    new = {old: clusters + place for place, old in enumerate(used)}
    more = [(own, known[old - 1][1] if 0 < old <= len(known) else CLUSTER) for old in used]
    most = max(most, (clusters + len(used)) * CLUSTER)
    struct.pack_into("<4I", group, found, most, clusters + len(used), shapes + count, drawings + 1)
    group[end:end] = b"".join(struct.pack("<II", *one) for one in more)
    for head in (0, found - HEAD):
        longer = struct.unpack_from("<I", group, head + 4)[0] + 8 * len(more)
        struct.pack_into("<I", group, head + 4, longer)
    whole[pieces[0] : pieces[-1] + 1] = group_records(bytes(group))
    return own, new


def group_pieces(whole: Records) -> list[int]:
    """Which records hold what all drawings of the book share."""
    found: list[int] = []
    for at, one in enumerate(whole):
        if one.kind == DRAWING_GROUP or (one.kind == CONTINUE and found and found[-1] == at - 1):
            found.append(at)
    return found


def group_records(group: bytes) -> Records:
    """The same as records, as Excel cuts it: two of its own, all others going on."""
    blocks = [group[at : at + LONGEST] for at in range(0, len(group), LONGEST)]
    return [Record(DRAWING_GROUP if at < 2 else CONTINUE, block) for at, block in enumerate(blocks)]
