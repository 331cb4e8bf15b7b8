"""The sentences with which a file is turned away, each with what the officer can do about it."""

from __future__ import annotations

from daan_desk.domain.failures import Trouble

SAVE_AGAIN = "请用 Excel 或 WPS 打开后另存为 .xlsx 再导入。"

SENTENCES: dict[str, tuple[str, str]] = {
    "encrypted": ("文件已加密，没有密码读不出来。", "请在 Excel 或 WPS 中打开后另存为无密码文件，再导入。"),
    "incomplete": ("文件不完整，可能是保存、下载或传送时中断了。", "请向发文件的人重新要一份，或重新下载。"),
    "damaged": ("文件已损坏，内容读不出来。", "请" + SAVE_AGAIN.removeprefix("请") + "打不开时请重新要一份。"),
    "bomb": ("文件解压后大得不正常，为了安全没有读取。", "请新建一个工作簿，只把需要的内容粘贴进去，再导入。"),
    "declarations": ("文件里有不允许的内容（DTD 实体声明），为了安全没有读取。", SAVE_AGAIN),
    "large": ("表格太大，超出了能读取的范围。", "请删去空行空列，或拆成几个文件，再导入。"),
    "slow": ("文件太复杂，在限定的时间内没有读完。", "请删去多余的工作表和空行，" + SAVE_AGAIN.removeprefix("请")),
    "empty": ("文件是空的，里面没有任何内容。", "请确认选对了文件。"),
    "owner": ("这是别人正在打开表格时留下的标记，不是表格本身。", "请选择同一文件夹里文件名不带“~$”的那一个。"),
    "old": ("这是 Excel 95 或更早的格式，读不出来。", SAVE_AGAIN),
    "unknown": ("看不出这是哪一种表格文件。", SAVE_AGAIN),
    "frames": (
        "这是另存为网页时的外壳，内容在旁边的文件夹里。",
        "请用 Excel 或 WPS 打开原来的工作簿，另存为 .xlsx 再导入。",
    ),
    "no_table": ("文件里没有找到表格。", "请确认选对了文件。"),
}


def refusal(kind: str) -> Trouble:
    """The failure to raise for a kind of file that cannot be read."""
    return Trouble(*SENTENCES[kind])


def foreign(what: str) -> Trouble:
    """The failure for a file that is something else: a PDF, a picture, a letter."""
    return Trouble(f"这是{what}，不是表格。", "请选择 Excel、WPS 表格或 CSV 文件。")
