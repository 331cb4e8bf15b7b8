"""Without --json an answer speaks to a person: Chinese names, whole sentences, tables that fit."""

from __future__ import annotations

import gc
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from daan_desk.commands.telling import cut, lines, names_for, table
from daan_desk.exchange.widths import places
from tests.builders import PASSWORD
from tests.journeys.command import Commands

ROOT = Path(__file__).resolve().parents[2]
IDENTIFIER = re.compile(r"\b[a-z]+(?:_[a-z]+)*：|\b[a-z]+_[a-z]+\b")
ENTERPRISE = '{"name": "自贡天工机械有限公司", "credit_code": "91510304MA62A0000X", "town": "大山铺镇"}'
ISSUE = '{"enterprise": "自贡天工机械有限公司", "title": "厂区道路破损", "category": "园区配套", "source": "走访"}'


def test_that_no_identifier_of_the_code_stands_in_what_a_person_reads(commands: Commands, tmp_path: Path) -> None:
    said = [
        commands.told("add", "enterprises", "--values", ENTERPRISE),
        commands.told("add", "issues", "--values", ISSUE.replace("}", ', "grade": "一般"}')),
        commands.told("list", "issues"),
        commands.told("list", "enterprises", "--where", "town=大山铺镇"),
        commands.told("home"),
        commands.told("search", "tgjx"),
        commands.told("check"),
        commands.told("summary", "2026-10", "--to", tmp_path / "s.html"),
        commands.told("export", "enterprises", "--to", tmp_path / "e.xlsx"),
        commands.told("import", tmp_path / "e.xlsx", "--dry-run"),
        commands.told("pack", "--to", tmp_path / "p.daanpack"),
        commands.told("merge", tmp_path / "p.daanpack", "--dry-run"),
    ]
    found = [line for one in said for line in one.splitlines() if IDENTIFIER.search(line.replace(str(tmp_path), ""))]
    assert found == []


def test_that_a_list_is_a_table_under_the_labels_of_its_ledger(commands: Commands) -> None:
    commands.run("add", "enterprises", "--values", ENTERPRISE)
    lines = commands.told("list", "enterprises").splitlines()
    assert lines[:2] == ["台账：企业名录", "共：1"]
    assert lines[3].split()[:2] == ["企业名称", "统一社会信用代码"]
    assert lines[4].split()[:2] == ["自贡天工机械有限公司", "91510304MA62A0000X"]


def test_that_columns_stand_below_each_other_and_what_does_not_fit_is_said() -> None:
    rows = [{"name": "自贡天工有限公司", "state": "正常", "notes": "x"}, {"name": "ABC", "state": "减产", "notes": "y"}]
    head, first, second, left_out = table("rows", rows, names_for({}), 28)
    words = ((head, "状态"), (first, "正常"), (second, "减产"))
    assert {places(line[: line.index(word)]) for line, word in words} == {20}
    assert "另有 1 栏" in left_out


@pytest.mark.parametrize(("width", "shown"), [(12, "四川省自贡市"), (9, "四川省…")])
def test_that_a_long_word_is_cut_where_its_column_ends(width: int, shown: str) -> None:
    assert cut("四川省自贡市", width) == shown
    assert places(shown) <= width


def test_that_a_reader_who_has_seen_enough_makes_no_fault(commands: Commands) -> None:
    for number in range(40):
        commands.run("add", "enterprises", "--values", f'{{"name": "自贡第{number}有限公司"}}')
    command = [sys.executable, "-m", "daan_desk.cli", "list", "enterprises", "--workspace", commands.workspace]
    environ = {**os.environ, "DAAN_DESK_PASSWORD": PASSWORD, "PYTHONPATH": str(ROOT)}
    with subprocess.Popen(command, env=environ, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as one:
        assert one.stdout is not None
        assert one.stderr is not None
        one.stdout.close()
        assert one.stderr.read() == b""
    assert one.returncode == 0


def test_that_a_command_leaves_the_garbage_collector_as_it_was(commands: Commands) -> None:
    before = gc.get_threshold()
    commands.run("home")
    assert gc.get_threshold() == before


def test_that_files_in_a_folder_that_was_named_are_called_by_their_names_alone(tmp_path: Path) -> None:
    answer = {"folder": str(tmp_path), "files": [{"file": str(tmp_path / "月报.docx"), "what": "月报"}]}
    said = list(lines(answer, names_for(answer)))
    assert said[0].endswith(str(tmp_path))
    assert said[-1].split() == ["月报.docx", "月报"]
