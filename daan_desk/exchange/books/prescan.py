"""A look at an .xlsx sheet's bytes before any parser: what the fast reader cannot tell, and if it may be used."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from daan_desk.domain.sheets import Merge, Spot, column
from daan_desk.exchange.books.ooxml_cells import merge_of
from daan_desk.exchange.books.values import LAST_SERIAL
from daan_desk.exchange.books.xml_events import refuse_declarations

# No “<” stands inside an element: where one is never closed, a search ends at the next and not at the end of the file.
PLAIN = re.compile(rb"<row[ >]|<sheetData ?/>|<sheetData></sheetData>")
FOREIGN_FORM = re.compile(rb"<\w+:(?:row|sheetData)[ >]|<c r='|<row r='")
ROW = re.compile(rb'<row [^<>]*?\br="(\d+)"')
LETTERS = re.compile(rb' r="([A-Z]{2,3})\d+"')
FILLED = re.compile(rb'<c r="([A-Z]{1,3})(\d{1,7})"[^<>]*[^/<]>')
ERROR = re.compile(
    rb'<c r="([A-Z]{1,3})(\d{1,7})"[^<>]*?\bt="e"[^<>]*>(?:<f[^<>]*/>|<f[^<>]*>[^<]*</f>)?<v>([^<]*)</v>'
)
UNVALUED = re.compile(
    rb'<c r="([A-Z]{1,3})(\d{1,7})"(?![^<>]*t="str")[^<>]*><f(?:[^<>]*/>|[^<>]*>[^<]*</f>)(?:<v ?/>|<v></v>)?</c>'
)
DOUBTFUL_DAY = re.compile(
    rb'<c r="([A-Z]{1,3})(\d{1,7})"[^<>]*? s="(\d+)"[^<>]*><v>(-[\d.]+|0|60(?:\.\d+)?|[3-9]\d{6}[\d.]*'
    rb"|29584[6-9]\d[\d.]*|295[89]\d{3}[\d.]*|29[6-9]\d{4}[\d.]*|\d{8,}[\d.]*)</v>"
)
HIDDEN_ROW = re.compile(rb'<row (?=[^<>]*hidden="(?:1|true)")[^<>]*?\br="(\d+)"')
HIDDEN_COLUMN = re.compile(rb'<col (?=[^<>]*hidden="(?:1|true)")[^<>]*>')
SPAN = re.compile(rb'\b(min|max)="(\d+)"')
MERGE = re.compile(rb'<mergeCell [^<>]*?ref="([^"]+)"')
ROOMY = 27_500_000
HIDEABLE = 16_384


@dataclass
class Findings:
    """What the bytes of one sheet say; `plain` is False where only the careful reader may go on."""

    plain: bool = True
    merges: list[Merge] = field(default_factory=list)
    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: set[int] = field(default_factory=set)
    errors: list[Spot] = field(default_factory=list)
    unvalued: list[Spot] = field(default_factory=list)
    oddities: list[Spot] = field(default_factory=list)


def prescan(data: bytes, shows: list[str], since_1904: bool) -> Findings:
    """Look through a sheet's XML. shows: for every cell style what its format shows (`ooxml_book.styles`)."""
    refuse_declarations(data)
    found = Findings()
    if FOREIGN_FORM.search(data) or not PLAIN.search(data) or _too_roomy(data):
        found.plain = False
        return found
    _hidden(data, found)
    if b't="e"' in data:
        found.errors = [_spot(place, place[3].decode("utf-8", "replace")) for place in ERROR.finditer(data)]
    if b"<f" in data:
        found.unvalued = [_spot(place) for place in UNVALUED.finditer(data)]
    if "day" in shows:
        found.oddities = _impossible_days(data, shows, since_1904)
    tail = data.rfind(b"</sheetData>")
    merges = (merge_of(place[1].decode("ascii", "replace")) for place in MERGE.finditer(data, max(tail, 0)))
    found.merges = [merge for merge in merges if merge]
    return found


def _too_roomy(data: bytes) -> bool:
    """Whether the fast reader, which keeps every place between the corners, would need too much memory."""
    last = ROW.match(data, max(data.rfind(b"<row "), 0))
    rows = int(last[1]) if last else 1
    letters = set(LETTERS.findall(data))
    columns = max((column(word.decode()) + 1 for word in letters), default=26)
    if rows * columns <= ROOMY:
        return False
    filled = FILLED.findall(data)
    lowest = max((int(row) for _, row in filled), default=1)
    widest = max((column(word.decode()) + 1 for word in {word for word, _ in filled}), default=1)
    return lowest * widest > ROOMY and lowest * widest > 4 * len(filled)


def _hidden(data: bytes, found: Findings) -> None:
    if b"hidden=" not in data:
        return
    found.hidden_rows = {int(place[1]) for place in HIDDEN_ROW.finditer(data)}
    for place in HIDDEN_COLUMN.finditer(data, 0, data.find(b"<sheetData")):
        if len(found.hidden_columns) >= HIDEABLE:
            return
        ends = {name: int(number) for name, number in SPAN.findall(place[0])}
        found.hidden_columns.update(range(ends.get(b"min", 1) - 1, min(ends.get(b"max", 0), HIDEABLE)))


def _spot(place: re.Match[bytes], text: str = "") -> Spot:
    return Spot(int(place[2]), column(place[1].decode()), text)


def _impossible_days(data: bytes, shows: list[str], since_1904: bool) -> list[Spot]:
    spots = []
    for place in DOUBTFUL_DAY.finditer(data):
        style, serial = int(place[3]), float(place[4])
        if style >= len(shows) or shows[style] != "day":
            continue
        lowest = 0 if since_1904 else 1
        if not lowest <= serial < LAST_SERIAL + 1 or (60 <= serial < 61 and not since_1904):
            spots.append(_spot(place, f"日期数值 {place[4].decode()} 超出日历范围"))
    return spots
