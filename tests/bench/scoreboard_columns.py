"""Which ledger and which columns were found in real rosters: `python -m tests.bench.scoreboard_columns [folder]`.

The folder holds tables and a manifest.json that says what their columns mean; nothing here knows a file by name.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from daan_desk.domain.columns import Match, Matching
from daan_desk.domain.failures import Trouble
from daan_desk.domain.ledger_choice import match
from daan_desk.domain.sheets import Book, Layout
from daan_desk.exchange import layouts, workbooks
from daan_desk.services.ledgers import ledger, ledgers

HERE = Path(__file__).resolve().parents[3] / "shared" / "rosters" / "real"
# What the manifest's words mean in our ledgers; a word that is not here has no field of ours.
MEANINGS: Mapping[str, frozenset[str]] = {
    "name": frozenset({"name", "enterprise"}),
    "short_name": frozenset({"short_name", "name"}),
    "uscc": frozenset({"credit_code"}),
    "legal_rep": frozenset({"legal_representative"}),
    "contact": frozenset({"contact_name"}),
    "phone": frozenset({"contact_phone"}),
    "mobile": frozenset({"contact_phone"}),
    "contact_phone": frozenset({"contact_phone"}),
    "town": frozenset({"town"}),
    "address": frozenset({"address"}),
    "industry": frozenset({"industry_code"}),
    "industry_code": frozenset({"industry_code"}),
    "scope": frozenset({"products"}),
    "scale": frozenset({"size_class"}),
    "above_scale": frozenset({"above_scale"}),
    "employees": frozenset({"employees"}),
    "revenue": frozenset({"revenue_last_year"}),
    "reg_capital": frozenset({"registered_capital"}),
    "founded": frozenset({"founded"}),
    "former_name": frozenset({"former_names"}),
    "status": frozenset({"operating_state", "state"}),
    "category": frozenset({"category"}),
    "date": frozenset({"day", "due", "raised"}),
    "remark": frozenset({"notes"}),
}
NO_LEDGER = frozenset({"form", "people", "codelist", "other", "empty"})


class Score(NamedTuple):
    """How one sheet did."""

    right: int
    wrong: tuple[str, ...]
    ledger: str


def meaning(word: str) -> frozenset[str]:
    """Our fields for a word of the manifest, its unit and remarks in brackets aside."""
    return MEANINGS.get(re.sub(r"[（(].*", "", word).strip(), frozenset())


def fields(one: Match) -> set[str]:
    """The fields of ours that a column was taken for; officers in charge and issues raised stand beside the ledger."""
    return {name for name in (one.field, one.also) if name and "." not in name}


def judged(found: Matching, layout: Layout, sheet: Mapping[str, Any]) -> Score:
    """Compare what was found with what the manifest says."""
    if not found.ledger:
        expected = not any(meaning(word) for word in sheet["columns"].values()) or sheet["role"] in NO_LEDGER
        return Score(0, () if expected else ("拒绝了一份名册",), "—")
    if sheet["role"] in NO_LEDGER:
        return Score(0, (f"{sheet['role']} 被当作 {found.ledger}",), found.ledger)
    by_letter = {layout.headers[one.column].letter: one for one in found.columns}
    known = set(ledger(found.ledger).by_name)
    taken = {name for one in found.columns for name in fields(one)}
    right, wrong = 0, []
    for letter, word in sheet["columns"].items():
        one = by_letter.get(letter)
        ours, meant = fields(one) if one else set(), meaning(word) & known
        if one and "." in one.field:
            right += 1
        elif ours and not ours & meant and not word.startswith("other"):
            wrong.append(f"{letter} 是 {word}，当作 {'、'.join(ours)}")
        elif not ours and meant and not meant & taken:
            wrong.append(f"{letter} 是 {word}，没有认出")
        else:
            right += 1
    return Score(right, tuple(wrong), found.ledger)


def lines(folder: Path) -> Iterator[str]:
    """The board, a line for every sheet that the manifest describes, and the sum."""
    right, columns = 0, 0
    for entry in json.loads((folder / "manifest.json").read_text(encoding="utf-8")):
        try:
            book = workbooks.read(folder / entry["file"])
        except Trouble as trouble:
            yield f"{entry['file'][:40]:42} {trouble}"
            continue
        for sheet in entry["sheets"]:
            if not sheet["columns"] and sheet["role"] == "empty":
                continue
            score = board(book, sheet)
            right, columns = right + score.right, columns + score.right + len(score.wrong)
            told = "；".join(score.wrong)
            yield f"{entry['file'][:34]:36} {score.ledger:14} {score.right:3} 对 {len(score.wrong):3} 错  {told}"
    yield f"{'合计':36} {right} / {columns}"


def board(book: Book, sheet: Mapping[str, Any]) -> Score:
    """The score of one sheet, found by its name or as the only one."""
    grid = next((one for one in book.sheets if one.name == sheet["name"]), book.sheets[0])
    layout = layouts.layout(grid)
    return judged(match(layout, ledgers()), layout, sheet)


def main() -> None:
    """Print the board of the folder that is named, or of the shared one."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else HERE
    if not (folder / "manifest.json").is_file():
        sys.stderr.write(f"{folder} 里没有 manifest.json\n")
        raise SystemExit(2)
    for line in lines(folder):
        sys.stdout.write(f"{line}\n")


if __name__ == "__main__":
    main()
