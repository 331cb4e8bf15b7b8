"""What the database's own errors mean to an officer."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.exc import DBAPIError

from daan_desk.domain.failures import Trouble

MEANINGS: tuple[tuple[str, str, str], ...] = (
    ("disk is full", "磁盘已满，这一步没有保存。", "请腾出一些空间再试，此前保存的内容都在。"),
    ("locked", "工作区正被另一个程序占用，这一步没有保存。", "请关闭另一个窗口，稍等片刻再试。"),
    ("readonly", "工作区文件是只读的，这一步没有保存。", "请把文件移到可以写入的文件夹，或去掉它的只读属性。"),
    ("disk i/o error", "读写磁盘时出错，这一步没有保存。", "请检查磁盘或U盘是否接好，再重新打开工作区。"),
    ("malformed", "工作区文件已损坏。", "请用最近的备份恢复，不要继续在这个文件上工作。"),
    ("not a database", "工作区文件已损坏。", "请用最近的备份恢复，不要继续在这个文件上工作。"),
    ("unable to open", "打不开工作区文件。", "请确认文件还在原处，并且您有权读写它所在的文件夹。"),
)


@contextmanager
def told() -> Iterator[None]:
    """Turn an error of the database that an officer can do something about into `Trouble`; leave faults alone."""
    try:
        yield
    except DBAPIError as error:
        words = str(error.orig).lower()
        for sign, sentence, remedy in MEANINGS:
            if sign in words:
                raise Trouble(sentence, remedy) from error
        raise
