"""Chinese for what Qt itself says: standard buttons, menus of text fields, names of months and days."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

CATALOGUE = "qtbase_zh_CN"


def speak_chinese(app: QCoreApplication) -> bool:
    """Load Qt's own Chinese for the whole program; False where the catalogue is not installed."""
    QLocale.setDefault(QLocale(QLocale.Language.Chinese, QLocale.Country.China))
    translator = QTranslator(app)
    found = translator.load(CATALOGUE, QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath))
    return found and app.installTranslator(translator)


def weekday(number: int) -> str:
    """“一” to “日” for Monday (0) to Sunday (6)."""
    return "一二三四五六日"[number]
