"""The account of a rescue: what was saved into which file, what is missing, and the way into it."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtWidgets import QWidget

from daan_desk.services.salvage import Salvage
from daan_desk.ui.kit.dialogs import Box, Plan, plan_box


def rescued_box(host: QWidget, found: Salvage) -> Box:
    """What was saved, what is missing; its button opens the saved file."""
    sentence = f"还读得出的内容存成了新文件“{found.file.name}”，和原文件放在一起、密码相同；原文件没有动。"
    whole = "什么也没有缺。" if found.whole else "有些内容救不回来，见下面的说明。"
    plan = Plan("抢救完成", sentence + whole, remarks=tuple(_remarks(found)), doing="打开新文件")
    return plan_box(host, plan)


def _remarks(found: Salvage) -> Iterator[str]:
    yield f"共 {found.pages:,} 个数据页，读不出的 {found.damaged_pages:,} 个；读出操作记录 {found.changes:,} 条。"
    if found.from_copies:
        yield f"其中 {found.from_copies:,} 条是从自动备份里补回来的。"
    if found.lost_changes:
        yield f"缺操作记录 {found.lost_changes:,} 条，有的记录可能少了，或还是较早的内容。"
    for name in found.lost_files:
        yield f"附件“{name}”的内容没有了，请重新添加。"
    yield from found.problems
    for name, count in found.rows.items():  # in the list that scrolls: there are more ledgers than a small screen holds
        yield f"救出{name} {count:,} 条"
