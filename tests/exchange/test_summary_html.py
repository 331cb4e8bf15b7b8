"""The summary as a page."""

from __future__ import annotations

import re
from pathlib import Path

from lxml import html

from daan_desk.domain.typefaces import OFFICIAL
from daan_desk.exchange.html_page import family_list
from daan_desk.exchange.summary_html import summary_html, write_summary_html
from tests.exchange.papers import brief


def test_that_the_page_says_everything_that_the_summary_says() -> None:
    words = html.fromstring(summary_html(brief())).text_content()
    for expected in ("企业服务工作简报", "（第5期）", "2026年5月3日", "二、办理情况", "（二）名录", "1.盘活",
                     "走访企业1,042家次<&>。", "合计", "（本期没有）", "（待补充）", "注：不满一年"):  # fmt: skip
        assert expected in words


def test_that_every_figure_names_its_anchor_and_is_a_link_only_when_asked() -> None:
    plain, linked = summary_html(brief()), summary_html(brief(), linked=True)
    assert set(re.findall(r'data-figure="([^"]+)"', plain)) == brief().anchors
    assert "<a " not in plain
    assert set(re.findall(r'href="figure:([^"]+)"', linked)) == brief().anchors


def test_that_the_page_stands_alone_and_prints_on_a4() -> None:
    page = summary_html(brief())
    assert not re.search(r"<script|<img|<link|https?://|@import|url\(", page)
    assert "@page { size: A4 portrait; margin: 37mm 26mm 35mm 28mm; }" in page
    assert family_list(OFFICIAL.body) in page
    assert '<html lang="zh-CN">' in page


def test_that_the_file_is_utf8(tmp_path: Path) -> None:
    write_summary_html(brief(), tmp_path / "简报.html")
    text = (tmp_path / "简报.html").read_bytes().decode()
    assert '<meta charset="utf-8">' in text
    assert text == summary_html(brief())
