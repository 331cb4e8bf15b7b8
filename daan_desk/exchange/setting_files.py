"""The file that carries an office's settings to its laptops, on the disk."""

from __future__ import annotations

from pathlib import Path

from daan_desk.domain.failures import Rejected, Trouble
from daan_desk.domain.setting_files import SettingFile, file_of, text_of
from daan_desk.exchange.targets import beside

ENDING = ".json"
MOST_BYTES = 20_000_000


def write_settings(file: SettingFile, path: Path) -> int:
    """Write the file; answers how many settings it holds, raises `Trouble` where it cannot be written."""
    with beside(path) as draft:
        draft.write_text(text_of(file), encoding="utf-8")
    return len(file.values)


def read_settings(path: Path) -> SettingFile:
    """Read a file; `Trouble` where it cannot be read, `Rejected` where it holds no settings."""
    try:
        if path.stat().st_size > MOST_BYTES:
            raise Rejected("这不是设置文件：文件太大。")
        return file_of(path.read_text(encoding="utf-8-sig"))
    except UnicodeDecodeError:
        raise Rejected("这不是设置文件，请选择由“导出设置”得到的文件。") from None
    except OSError as error:
        raise Trouble(f"读不了设置文件“{path.name}”。", "请检查文件是否还在、U盘是否插好，再试一次。") from error
