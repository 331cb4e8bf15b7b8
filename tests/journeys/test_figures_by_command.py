"""A month's figures by command: who is missing, shares and growth, lock and reopening."""

from __future__ import annotations

import json

from tests.journeys.command import Commands


def figure(commands: Commands, enterprise: str, month: str, output: int) -> None:
    values = {"enterprise": enterprise, "month": month, "output": output}
    commands.run("add", "figures", "--values", json.dumps(values, ensure_ascii=False))


def test_that_a_month_is_looked_at_shared_out_locked_and_opened_again(commands: Commands) -> None:
    for name, cluster in (("甲有限公司", "金属新材料"), ("乙有限公司", "其他")):
        values = {"name": name, "above_scale": True, "cluster": cluster}
        commands.run("add", "enterprises", "--values", json.dumps(values, ensure_ascii=False))
    figure(commands, "甲有限公司", "2026-10", 75)
    figure(commands, "甲有限公司", "2025-10", 50)
    assert commands.run("month", "2026-10")["missing"] == ["乙有限公司"]
    figure(commands, "乙有限公司", "2026-10", 25)
    told = commands.run("shares", "2026-10")
    whole = next(row for row in told["rows"] if row["name"] == "合计")
    assert (whole["sum"], whole["count"], whole["growth"]) == (100, 2, 50)
    assert {row["name"]: row["percent"] for row in told["rows"] if row["group"] == "规模"} == {"规上": 100}
    assert commands.run("month", "2026-10", "--lock")["locked"] is True
    values = json.dumps({"enterprise": "甲有限公司", "month": "2026-10", "output": 1}, ensure_ascii=False)
    commands.run("add", "figures", "--values", values, status=1)
    assert commands.run("month", "2026-10", "--reopen", "统计局订正")["locked"] is False
