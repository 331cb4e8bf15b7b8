"""Reports without a window: put together in Chinese words, kept, listed, written, given up."""

from __future__ import annotations

import json
from pathlib import Path

from openpyxl import load_workbook

from tests.journeys.command import Commands


def test_that_a_report_is_put_together_kept_written_and_given_up(commands: Commands, tmp_path: Path) -> None:
    for name, town in (("甲公司", "大安街道"), ("乙公司", "新民镇")):
        commands.run("add", "企业名录", "--values", json.dumps({"企业名称": name, "镇街": town}))
    for name, amount in (("甲公司", 300), ("甲公司", 200), ("乙公司", 50)):
        values = {"企业": name, "需求金额": amount, "提出日期": "2026-10-08"}
        commands.run("add", "融资需求", "--values", json.dumps(values))
    file = tmp_path / "统计.xlsx"
    told = commands.run(
        *("report", "--ledger", "融资需求", "--rows", "企业·镇街", "--columns", "提出日期:按月"),
        *("--sum", "需求金额（万元）", "--period", "2026-01-01/2026-12-31", "--save", "按镇街", "--to", file),
    )
    assert told["rows"][0] == {"label": "大安街道", "cells": [500], "total": 500}
    assert (told["columns"], told["total"], told["records"]) == (["2026-10"], 550, 3)
    assert load_workbook(file).worksheets[0]["A2"].value == "大安街道"
    assert [one["name"] for one in commands.run("report")["reports"]] == ["按镇街"]
    assert commands.run("report", "按镇街")["total"] == 550
    paper = tmp_path / "统计.pdf"
    commands.run("report", "按镇街", "--to", paper)
    assert paper.read_bytes().startswith(b"%PDF")
    commands.run("report", "按镇街", "--forget")
    assert commands.run("report")["reports"] == []
    commands.run("report", "按镇街", status=1)
    assert "没有名为“按镇街”的统计" in commands.sentences
    commands.run("report", "--ledger", "融资需求", "--rows", "颜色", status=1)
    assert "企业·镇街" in commands.sentences
    commands.run("report", "--ledger", "融资需求", status=2)
