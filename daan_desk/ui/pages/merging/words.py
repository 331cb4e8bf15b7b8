"""The plan of a merge and its conflicts as an officer reads them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from daan_desk.services import ledgers
from daan_desk.services.merging import Conflict, MergePlan, Twins
from daan_desk.ui.kit.dialogs import Plan
from daan_desk.ui.kit.pills import Pill
from daan_desk.ui.kit.rows import Line

MOST = 12


def told(plan: MergePlan) -> Plan:
    """What merging would do, for the box that asks."""
    at = plan.parcel.origin
    part = f"，只含{at.since}的内容" if at.since else ""
    sentence = f"{at.by}从“{at.workspace}”打的包{part}：{plan.fresh:,} 处改动，另有 {plan.already:,} 处这里已经有了。"
    if plan.empty:
        return Plan("没有新内容", sentence, (), plan.remarks, "知道了")
    counts = [
        *_counts("新增", plan.new),
        *_counts("更新", plan.newer),
        *_counts("删除", plan.removed),
    ]
    return Plan("合并交换包", f"{sentence}合并前会自动备份，合并后可以撤销。", counts, _remarks(plan), "合并")


def _counts(word: str, found: Mapping[str, int]) -> list[tuple[str, int]]:
    return [(f"{word}{ledgers.ledger(name).label}", count) for name, count in found.items()]


def _remarks(plan: MergePlan) -> list[str]:
    told = list(plan.remarks)
    asked = [conflict for conflict in plan.conflicts if not conflict.deletion]
    if plan.deletions:
        told.append(f"有 {len(plan.deletions)} 条记录一方删除、另一方又改过，先保留，合并后请您选择：")
        told += _some([f"　{conflict.text}" for conflict in plan.deletions])
    if asked:
        told.append(f"有 {len(asked)} 处两边改得不一样，先显示较新的一个，合并后请您选择：")
        told += _some([f"　{_sides(conflict)}" for conflict in asked])
    told += _twins(plan.twins)
    if plan.unknown:
        count = sum(plan.unknown.values())
        told.append(f"有 {count} 处是更新版本才有的内容，先原样保存，程序升级后会显示。")
    return told


def _sides(conflict: Conflict) -> str:
    said = "；".join(f"{side.by}写“{side.text or '空'}”" for side in conflict.sides)
    return f"{conflict.text} · {conflict.label}：{said}"


def _some(lines: Sequence[str]) -> list[str]:
    return [*lines[:MOST], *([f"　……共 {len(lines)} 处"] if len(lines) > MOST else [])]


def _twins(pairs: Sequence[Twins]) -> list[str]:
    if not pairs:
        return []
    lines = [f"　{ledgers.ledger(pair.ledger).noun}“{pair.text}”（{pair.why}）" for pair in pairs]
    return [f"有 {len(pairs)} 条两边都登记过，像是同一条：", *_some(lines)]


def heading(conflict: Conflict) -> str:
    """The record, and the field where it is not the record as a whole."""
    return conflict.text if conflict.deletion else f"{conflict.text} · {conflict.label}"


def line_of(conflict: Conflict) -> Line:
    """A conflict as a row of the list."""
    kind = ledgers.ledger(conflict.ledger)
    words = "　".join(f"{'我' if side.mine else side.by}：{side.text or '（空）'}" for side in conflict.sides)
    before = f"　原来：{conflict.before}" if conflict.before else ""
    pill = Pill("删除还是保留", "red") if conflict.deletion else Pill("两种写法", "amber")
    return Line(conflict, heading(conflict), f"{kind.noun}　{words}{before}", pill)
