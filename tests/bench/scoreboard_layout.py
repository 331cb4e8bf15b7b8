"""How much of a folder of rosters is understood: `python -m tests.bench.scoreboard_layout [FOLDER]`.

A folder holds a manifest.json, or has `real` and `hostile` below it that do. Real files are compared with their truth,
hostile ones are answered with seconds and peak memory beside what a good importer answers.
"""

from __future__ import annotations

import json
import sys
import time
from collections import Counter
from pathlib import Path
from typing import Any

from daan_desk.domain.failures import Trouble
from daan_desk.domain.sheets import Book, Layout
from daan_desk.exchange import layouts, workbooks

USUAL = Path(__file__).parents[3] / "shared" / "rosters"
FORMS = ("form", "codelist")
ENTERPRISES = ("roster", "ledger")


def main(arguments: list[str]) -> int:
    folder = Path(arguments[1]) if len(arguments) > 1 else USUAL
    manifests = [path for path in (folder, folder / "real", folder / "hostile") if (path / "manifest.json").exists()]
    if not manifests:
        say(f"no manifest.json in {folder}")
        return 2
    wrong = 0
    for place in manifests:
        entries = json.loads((place / "manifest.json").read_text("utf-8"))
        wrong += hostile(place, entries) if entries and "good_answer" in entries[0] else real(place, entries)
    return 1 if wrong else 0


def say(words: str) -> None:
    sys.stdout.write(words + "\n")


def real(folder: Path, entries: list[dict[str, Any]]) -> int:
    """Compare every sheet that the manifest speaks of; answers how many things are wrong."""
    totals: Counter[str] = Counter()
    for entry in entries:
        try:
            book = workbooks.read(folder / entry["file"])
        except Trouble as trouble:
            say(f"✗ {entry['file']}: {trouble}")
            totals["wrong"] += 1
            continue
        totals += file_score(entry, book)
    names = sorted({name.split(" ")[0] for name in totals})
    say("totals: " + ", ".join(f"{name} {totals[name + ' right']}/{sum_of(totals, name)}" for name in names))
    return sum(count for name, count in totals.items() if not name.endswith(" right"))


def sum_of(totals: Counter[str], name: str) -> int:
    return totals[name + " right"] + totals[name + " wrong"]


def file_score(entry: dict[str, Any], book: Book) -> Counter[str]:
    score: Counter[str] = Counter()
    found = layouts.layouts(book)
    wanted = [truth for truth in entry["sheets"] if truth["role"] in ENTERPRISES]
    if wanted:
        right = found[0].sheet in [truth["name"] for truth in wanted] or book.format == "html"
        score["sheet right" if right else "sheet wrong"] += 1
    single = {layout.sheet: layout for layout in found if len(layout.sheets) == 1}
    for truth in entry["sheets"]:
        layout = single.get(truth["name"]) or (found[0] if book.format in ("html", "csv") else None)
        if layout is not None and truth["header_rows"]:
            score += sheet_score(entry["file"], truth, layout)
    return score


def sheet_score(file: str, truth: dict[str, Any], layout: Layout) -> Counter[str]:
    score: Counter[str] = Counter()
    heads = layout.header_rows
    given: dict[str, object] = {
        "header": [heads[0], heads[-1]] if heads else None,
        "first": layout.first,
        "last": layout.last,
        "rows": len(layout.rows),
        "role": layout.role.name.lower(),
    }
    asked = {
        "header": truth["header_rows"],
        "first": truth["first_data_row"],
        "last": truth["last_data_row"],
        "rows": truth["data_rows"],
        "role": truth["role"],
    }
    if truth["role"] in FORMS:
        asked["rows"] = given["rows"]
        totals = [gone.row for gone in layout.skipped if gone.why == "合计行"]
        given["last"] = asked["last"] if asked["last"] in [layout.last, *totals] else layout.last
    for name, answer in asked.items():
        right = given[name] == answer
        score[f"{name} right" if right else f"{name} wrong"] += 1
    bad = [f"{name} {given[name]} not {asked[name]}" for name in asked if given[name] != asked[name]]
    say(f"{'✗' if bad else '✓'} {file} · {truth['name']}: {'; '.join(bad) or layout.why}")
    return score


def hostile(folder: Path, entries: list[dict[str, Any]]) -> int:
    """Answer every file; wrong is any failure but ours and anything over ten seconds."""
    wrong = 0
    for entry in entries:
        start = time.perf_counter()
        answer, ours = answered(folder / entry["file"])
        seconds = time.perf_counter() - start
        wrong += not ours or seconds > 10
        mark = "✓" if ours and seconds <= 10 else "✗"
        say(f"{mark} {entry['file']} {seconds:.2f} s, {peak():.0f} MB so far: {answer}")
        say(f"    wanted: {entry['good_answer']}")
    say(f"totals: {len(entries) - wrong}/{len(entries)} answered")
    return wrong


def answered(path: Path) -> tuple[str, bool]:
    try:
        book = workbooks.read(path)
        found = layouts.layouts(book)
    except Trouble as trouble:
        return str(trouble), True
    except Exception as fault:  # noqa: BLE001  every other failure is what this looks for
        return repr(fault), False
    rows = sum(len(sheet.rows) for sheet in book.sheets)
    warnings = [*book.warnings, *(text for layout in found for _, text in layout.warnings)][:4]
    return f"{book.format}, {len(book.sheets)} sheets, {rows} rows; {'；'.join(warnings)}", True


def peak() -> float:
    """The most memory that any reading process has taken so far, in MB; 0 where the system does not tell."""
    if sys.platform == "win32":
        return 0.0
    import resource

    return resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024


if __name__ == "__main__":
    sys.exit(main(sys.argv))
