"""Spoilt workbooks without end: `python3 tests/bench fuzz [SECONDS [SEED]]`.

Parts of archives are cut, doubled, exchanged, filled with other numbers; bytes of other files are changed. Every answer
must be a book or a sentence of ours, within `SLOW` seconds; what is not is printed with the seed that makes it again.
"""

from __future__ import annotations

import io
import random
import sys
import time
import zipfile
from collections.abc import Mapping

from daan_desk.domain.failures import Trouble
from daan_desk.exchange import layouts, workbooks
from tests.exchange import files_builder as files

SLOW = 25.0
SEEDS: Mapping[str, bytes] = {
    "xlsx": files.xlsx(),
    "xls": files.compound({"Workbook": files.biff(files.label(0, 0, "企业名称") + files.real(1, 0, 5.0))}),
    "ods": files.ods("<table:table-row><table:table-cell><text:p>x</text:p></table:table-cell></table:table-row>"),
    "csv": "企业名称,电话\n甲公司,013800000001\n".encode("gb18030"),
    "utf-16": "企业名称\t电话\n甲公司\t013800000001\n".encode("utf-16"),
    "html": "<table><tr><td rowspan=2>企业</td><td colspan=3>电话</td></tr></table>".encode(),
}
NUMBERS = (b"999999999", b"-5", b"NaN", b"", b"1e400")
STRANGE = (b"<a>" * 5000, b'<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>', b"\x00" * 1000, b"\xff\xfe<\x00")


def spoilt(data: bytes, dice: random.Random) -> bytes:
    """The file with something wrong in it."""
    if zipfile.is_zipfile(io.BytesIO(data)) and dice.random() < 0.7:
        return part_spoilt(data, dice)
    return bytes_spoilt(data, dice)


def part_spoilt(data: bytes, dice: random.Random) -> bytes:
    """An archive one of whose parts is not what it was."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts: dict[str, str | bytes] = {name: archive.read(name) for name in archive.namelist()}
    name, other = dice.choice(list(parts)), dice.choice(list(parts))
    content = bytes(parts[name])  # type: ignore[arg-type]  (read as bytes above)
    ways = (bytes_spoilt(content, dice), content.replace(b"1", dice.choice(NUMBERS)), content * 2, dice.choice(STRANGE))
    parts[name] = dice.choice((*ways, parts[other]))
    return files.zipped(parts)


def bytes_spoilt(data: bytes, dice: random.Random) -> bytes:
    """Cut off, or with some bytes changed, or with a piece repeated."""
    start, end = sorted((dice.randrange(len(data) + 1), dice.randrange(len(data) + 1)))
    changed = bytearray(data)
    for _ in range(dice.randint(1, 30) if data else 0):
        changed[dice.randrange(len(data))] = dice.choice((0, 255, dice.randrange(256)))
    return dice.choice((data[:end], bytes(changed), data[:end] + data[start:]))


def fault(data: bytes) -> str:
    """What is wrong with the answer to a file, "" where nothing is."""
    began = time.perf_counter()
    try:
        layouts.layouts(workbooks.read_bytes(data, "名单"))
    except Trouble as trouble:
        if not (trouble.sentence and trouble.remedy):
            return "没有说明或办法"
    except Exception as other:  # noqa: BLE001  every other failure is what this looks for
        return repr(other)
    taken = time.perf_counter() - began
    return f"用了 {taken:.0f} 秒" if taken > SLOW else ""


def main(arguments: list[str]) -> int:
    """Try until the time is over; 1 where anything was found."""
    seconds, seed = (*map(int, arguments), *(30, 1)[len(arguments) :])
    end, tried, wrong = time.monotonic() + seconds, 0, 0
    while time.monotonic() < end:
        dice = random.Random(f"{seed}-{tried}")
        form = dice.choice(list(SEEDS))
        why = fault(spoilt(SEEDS[form], dice))
        tried += 1
        if why:
            wrong += 1
            sys.stdout.write(f"✗ {form}，种子 {seed}-{tried - 1}：{why}\n")
    sys.stdout.write(f"试了 {tried} 个损坏的文件，{wrong} 个回答不对\n")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
