"""One page that shows what lies in a folder: every picture small, every other file as a link."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from pathlib import Path
from urllib.parse import quote

from daan_desk.exchange.targets import beside

PICTURES = frozenset({".png", ".jpg", ".jpeg"})
SHEET = """
body { margin: 0 auto; max-width: 1180px; padding: 32px 24px; background: #f4f6f9; color: #1b2430;
  font: 14px/1.6 "Microsoft YaHei", "PingFang SC", "Noto Sans CJK SC", sans-serif; }
h1 { font-size: 22px; } h2 { font-size: 16px; margin: 28px 0 12px; }
a { color: #1b5aa8; text-decoration: none; } a:hover, a:focus { text-decoration: underline; }
li { margin: 4px 0; }
.pictures { display: grid; grid-template-columns: repeat(auto-fill, minmax(340px, 1fr)); gap: 16px; }
figure { margin: 0; padding: 8px; background: #fff; border: 1px solid #e1e5eb; border-radius: 8px; }
img { width: 100%; display: block; } figcaption { padding: 6px 2px 0; }
@media print { body { background: #fff; } figure { break-inside: avoid; } }
"""


def write_album(title: str, files: Sequence[tuple[Path, str]], out: Path) -> None:
    """Write the page into the folder in which the files lie; `Trouble` where that cannot be written."""
    papers = [_paper(file, what) for file, what in files if file.suffix not in PICTURES]
    pictures = [_picture(file, what) for file, what in files if file.suffix in PICTURES]
    with beside(out) as draft:
        draft.write_text(
            '<!DOCTYPE html>\n<html lang="zh-CN">\n<head>\n<meta charset="utf-8">\n'
            f"<title>{escape(title)}</title>\n<style>{SHEET}</style>\n</head>\n<body>\n<h1>{escape(title)}</h1>\n"
            f"<h2>文件</h2>\n<ol>\n{''.join(papers)}</ol>\n"
            f'<h2>页面</h2>\n<div class="pictures">\n{"".join(pictures)}</div>\n</body>\n</html>\n',
            encoding="utf-8",
        )


def _paper(file: Path, what: str) -> str:
    return f'<li><a href="{quote(file.name)}">{escape(file.name)}</a>　{escape(what)}</li>\n'


def _picture(file: Path, what: str) -> str:
    address, words = quote(file.name), escape(what)
    return (
        f'<figure><a href="{address}"><img src="{address}" alt="{words}" loading="lazy"></a>'
        f"<figcaption>{words}</figcaption></figure>\n"
    )
