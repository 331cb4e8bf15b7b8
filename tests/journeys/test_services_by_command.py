"""Every service's ledger by the command line: added by Chinese words, listed, exported, and the same file again."""

from __future__ import annotations

import json
from pathlib import Path

from tests.journeys.command import Commands
from tests.services import services_world as world


def test_that_every_ledger_is_added_listed_exported_and_imported_without_a_difference(
    commands: Commands, tmp_path: Path
) -> None:
    for name in (world.FIRM, world.OTHER):
        commands.run("add", "企业名录", "--values", json.dumps({"企业名称": name}))
    commands.run("add", "officers", "--values", json.dumps({"name": "王建国", "role": "县级领导"}))
    for ledger, rows in world.ROWS.items():
        for row in rows:
            commands.run("add", ledger, "--values", json.dumps(row))
        file = tmp_path / f"{ledger}.xlsx"
        assert commands.run("export", ledger, "--to", file)["rows"] == commands.run("list", ledger)["total"]
        told = commands.run("import", file)
        assert (told["ledger"], told["added"], told["changed"], told["refused"]) == (ledger, 0, 0, [])
        assert told["same"] >= len(rows)
