"""Lists of people as they are typed: names, posts behind them or in brackets, numbers beside them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

IN_BRACKETS = r"(?![^（()）]{0,60}[)）])"
BETWEEN_PEOPLE = re.compile(r"[、，,；;/|\n\t]+")
BETWEEN_NAMES = re.compile(BETWEEN_PEOPLE.pattern + IN_BRACKETS)
HAN_BLANK = re.compile(rf"[ \u3000]+(?=[\u4e00-\u9fff]){IN_BRACKETS}")
BRACKET_APART = re.compile(r"\s+(?=[（(])")
BEFORE_POST = (
    r"区[委府]?|县[委府]?|市[委府]?|[乡镇]|街道|党[组委工]*|常[委务]|副|正|人大|政协|政府|纪委|监委|政法委?|组织|宣传|统战|园区"
    r"|管委会|工会|团委|妇联|原|一级|二级|三级|四级|办公[室厅]|工作|机关"
)
POST = re.compile(
    rf"(?:(?:{BEFORE_POST}).*)?(?:书记|[区县市镇乡局部科处所站股厅司室院校社厂会]长|主任|主席|常委|委员|调研员|主任科员|总?经理|董事长|总监"
    r"|秘书长?|科员|干部|工程师|负责人|联络员)"
)
LONGEST_NAME = 12


def pieces(text: str) -> Iterator[str]:
    """What stands between the signs of a list; a post in a bracket on the next line stays with its name."""
    for piece in BETWEEN_NAMES.split(BRACKET_APART.sub("", text)):
        yield piece.strip(" \u3000")


def with_posts(names: Iterable[str]) -> tuple[str, ...]:
    """The names; a post typed behind one (张某 区委常委、副区长) goes into brackets behind it and is no person."""
    found: list[str] = []
    for word in names:
        if found and POST.fullmatch(word) and _is_name(found[-1]):
            found.append(_joined(found.pop(), word))
        else:
            found.append(word)
    return tuple(found)


def _is_name(word: str) -> bool:
    return len(word.partition("（")[0]) <= LONGEST_NAME and not POST.fullmatch(word)


def _joined(name: str, post: str) -> str:
    return f"{name[:-1]}、{post}）" if name.endswith("）") else f"{name}（{post}）"
