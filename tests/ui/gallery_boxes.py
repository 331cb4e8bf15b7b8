"""Dialogs, doors and papers with made-up contents."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from PySide6.QtWidgets import QWidget

from daan_desk.domain.days import Day
from daan_desk.domain.kinds import Text
from daan_desk.domain.tables import Column, Table
from daan_desk.ui.kit.dialogs import Box, Plan, plan_box, report_box, text_box
from daan_desk.ui.kit.paper import Gap, Grid, Heading, Masthead, Paper, Paragraph
from daan_desk.ui.kit.preview import Preview
from daan_desk.ui.pages.welcome.first_run import FirstRun
from daan_desk.ui.pages.welcome.unlock import Unlock


def table(count: int = 40) -> Table:
    columns = (Column("企业名称", Text(), 28), Column("镇街", Text(), 12), Column("成立日期", Day(), 12))
    rows = tuple((f"大安样例机械厂{n}有限公司", "凤凰街道", date(2020, 5, 1 + n % 28)) for n in range(count))
    return Table("企业名录", columns, rows, ("填报单位：区企业服务办",))


def brief() -> Paper:
    """A short summary with a table, as its page would hand it over."""
    return Paper(
        "企业服务工作简报",
        (
            Masthead("企业服务工作简报", "第 11 期", "大安区企业服务办", "2026年11月23日"),
            Heading("11月走访企业96家次，办结率92.6%", 0),
            Gap(14),
            Paragraph("本月走访企业96家次（81家），收集问题54个，已办结50个（办结率92.6%），正在推进4个，超期0个。"),
            Heading("一、基本情况"),
            Paragraph("工业用水用电和厂区门口道路是企业反映最多的问题。"),
            Grid(table()),
        ),
    )


def boxes(parent: QWidget) -> dict[str, Box]:
    trouble = Box(
        parent, "磁盘空间不足，刚才的修改没有保存。", "请清理磁盘后再保存一次，已录入的内容还在。", "triangle-alert"
    )
    trouble.tile.show_tone("amber")
    trouble.offer("知道了")
    question = Box(parent, "这张表还没有保存，要离开吗？", "离开后刚才录入的内容会丢失。", "circle-help")
    question.offer("离开", "留下")
    return {
        "box-trouble": trouble,
        "box-question": question,
        "box-plan": plan_box(
            parent,
            Plan(
                "删除 12 家企业",
                "以下记录会一并处理，可以随时撤销。",
                (("企业", 12), ("走访记录", 34), ("问题诉求", 5)),
                ("“宏达样例电子有限公司”有 2 个未办结的问题", "“嘉禾样例食品有限公司”有 1 笔融资需求"),
                "删除",
                danger=True,
            ),
        ),
        "box-text": text_box(parent, "给这个筛选起个名字", "逾期的问题")[0],
        "box-fault": report_box(
            parent, "Python 3.11.7 · Qt 6.9.3\nbuiltins.KeyError\n  pages/list.py:41 refresh  self.rows[key]"
        ),
    }


def doors() -> dict[str, QWidget]:
    recent = [Path("/home/lihuimin/文档/大安企服.daan"), Path("/media/usb/大安企服-移动.daan")]
    refused = Unlock(recent)
    for _ in range(4):
        refused.refuse_password("密码不对，请再试一次。")
    return {"door-first": FirstRun(Path("/home/lihuimin/文档")), "door-unlock": Unlock(recent), "door-refused": refused}


def preview() -> Preview:
    return Preview(brief(), Path.home())
