"""The one style sheet of the program, made from the colour roles."""

from __future__ import annotations

from string import Template
from typing import Final

from daan_desk.ui.kit.colours import roles

SHEET: Final = """
QMainWindow, QDialog, QMessageBox { background: ${ground}; }
QToolTip { color: ${text}; background: ${raised}; border: 1px solid ${line}; padding: 4px 8px; }

QPushButton, QToolButton[look="button"] {
  background: ${card}; color: ${text}; border: 1px solid ${edge}; border-radius: 6px; padding: 0 14px;
  min-height: 32px; }
QPushButton:hover, QToolButton[look="button"]:hover { background: ${grey_soft}; }
QPushButton:pressed { background: ${line}; }
QPushButton:focus, QToolButton[look="button"]:focus { border: 2px solid ${accent}; padding: 0 13px; min-height: 30px; }
QPushButton:disabled { color: ${faint}; border-color: ${line}; background: ${ground}; }
QPushButton[look="main"] { background: ${accent}; color: ${on_accent}; border-color: ${accent}; font-weight: 600; }
QPushButton[look="main"]:hover { background: ${accent_strong}; border-color: ${accent_strong}; }
QPushButton[look="main"]:focus { border: 2px solid ${text}; }
QPushButton[look="main"]:disabled { background: ${line}; color: ${faint}; border-color: ${line}; }
QPushButton[look="danger"] { background: ${red}; color: ${on_red}; border-color: ${red}; font-weight: 600; }
QPushButton[look="danger"]:focus { border: 2px solid ${text}; }
QPushButton[look="link"] { background: transparent; border: 1px solid transparent; color: ${accent};
  padding: 0 4px; min-height: 24px; }
QPushButton[look="link"]:hover { text-decoration: underline; }
QPushButton[look="link"]:focus { border: 1px solid ${accent}; }
QPushButton[look="nav"] { background: transparent; border: 1px solid transparent; border-radius: 8px; color: ${soft};
  text-align: left; padding: 0 12px; }
QPushButton[look="nav"]:hover { background: ${grey_soft}; color: ${text}; }
QPushButton[look="nav"]:checked { background: ${accent_soft}; color: ${accent}; }
QPushButton[look="nav"]:focus { border: 1px solid ${accent}; }
QPushButton[look="group"] { background: transparent; border: 1px solid transparent; border-radius: 6px;
  color: ${faint}; font-size: 13px; text-align: left; padding: 0 12px; min-height: 26px; }
QPushButton[look="group"]:hover { color: ${text}; background: ${grey_soft}; }
QPushButton[look="group"]:focus { border: 1px solid ${accent}; }
QPushButton[look="search"] { background: ${ground}; border: 1px solid ${line}; border-radius: 6px; color: ${soft};
  text-align: left; padding: 0 12px; min-height: 32px; }
QPushButton[look="search"]:hover { border-color: ${edge}; }
QPushButton[look="search"]:focus { border: 1px solid ${accent}; }
QPushButton::menu-indicator { width: 0; }
QPushButton, QToolButton, QCheckBox, QRadioButton, QTabBar { outline: 0; }

QToolButton { background: transparent; color: ${text}; border: 1px solid transparent; border-radius: 6px;
  padding: 6px; }
QToolButton:hover { background: ${grey_soft}; }
QToolButton:focus { border: 1px solid ${accent}; }
QToolButton:checked { background: ${accent_soft}; color: ${accent}; }
QToolButton::menu-indicator { image: none; width: 0; }
QToolButton[look="chip"] { padding: 4px 12px; color: ${soft}; min-height: 22px; }
QToolButton[look="chip"]:checked { background: ${accent_soft}; color: ${accent}; font-weight: 600; }

QLineEdit, QPlainTextEdit, QTextEdit, QComboBox, QAbstractSpinBox {
  background: ${card}; color: ${text}; border: 1px solid ${edge}; border-radius: 6px; padding: 0 10px;
  selection-background-color: ${accent}; selection-color: ${on_accent}; }
QLineEdit, QComboBox, QAbstractSpinBox { min-height: 32px; }
QPlainTextEdit, QTextEdit { padding: 6px; }
QLineEdit:focus, QPlainTextEdit:focus, QTextEdit:focus, QComboBox:focus, QAbstractSpinBox:focus {
  border: 2px solid ${accent}; padding: 0 9px; min-height: 30px; }
QPlainTextEdit:focus, QTextEdit:focus { padding: 5px; }
QLineEdit:disabled, QPlainTextEdit:disabled, QComboBox:disabled, QAbstractSpinBox:disabled, QLineEdit:read-only {
  background: ${ground}; color: ${soft}; border-color: ${line}; }
QLineEdit[state="wrong"], QPlainTextEdit[state="wrong"], QComboBox[state="wrong"], QAbstractSpinBox[state="wrong"] {
  border: 2px solid ${red}; padding: 0 9px; min-height: 30px; }
QLineEdit[state="wrong"]:focus, QPlainTextEdit[state="wrong"]:focus, QComboBox[state="wrong"]:focus,
QAbstractSpinBox[state="wrong"]:focus { background: ${red_soft}; }
QLineEdit[state="warn"], QPlainTextEdit[state="warn"], QComboBox[state="warn"], QAbstractSpinBox[state="warn"] {
  border: 1px solid ${amber}; }
QLineEdit[look="palette"], QLineEdit[look="palette"]:focus { border: 0; background: transparent; min-height: 46px;
  font-size: 16px; padding: 0 6px; }
QListView[look="groups"] { background: ${card}; border: 1px solid ${line}; border-radius: 8px; padding: 6px; }
QListView[look="groups"]::item { padding-left: 10px; border-radius: 6px; color: ${soft}; }
QListView[look="groups"]::item:selected { background: ${accent_soft}; color: ${accent}; }
QListView[look="boxed"] { background: ${card}; border: 1px solid ${line}; border-radius: 8px; padding: 4px 6px; }
QListView[look="palette"] { background: transparent; margin: 0 6px; }
QComboBox::drop-down, QDateEdit::drop-down { border: 0; width: 28px; }
QComboBox::down-arrow, QDateEdit::down-arrow { image: url(look:chevron-down.svg); width: 16px; height: 16px; }
QAbstractSpinBox::up-button, QAbstractSpinBox::down-button { border: 0; width: 22px; background: transparent; }
QAbstractSpinBox::up-arrow { image: url(look:chevron-up.svg); width: 12px; height: 12px; }
QAbstractSpinBox::down-arrow { image: url(look:chevron-down.svg); width: 12px; height: 12px; }
QComboBox QAbstractItemView { background: ${raised}; border: 1px solid ${edge}; padding: 4px; outline: 0;
  selection-background-color: ${accent_soft}; selection-color: ${accent}; }
QComboBox QAbstractItemView::item { min-height: 32px; padding: 0 8px; border-radius: 4px; }

QCheckBox, QRadioButton { spacing: 8px; min-height: 26px; color: ${text}; border: 1px solid transparent;
  border-radius: 4px; padding: 0 4px; }
QCheckBox:focus, QRadioButton:focus { border-color: ${accent}; }
QCheckBox::indicator, QRadioButton::indicator, QListView::indicator {
  width: 16px; height: 16px; border: 1px solid ${faint}; background: ${card}; }
QCheckBox::indicator, QListView::indicator { border-radius: 4px; }
QRadioButton::indicator { border-radius: 9px; }
QCheckBox::indicator:checked, QListView::indicator:checked, QCheckBox::indicator:indeterminate,
QRadioButton::indicator:checked {
  background: ${accent}; border-color: ${accent}; }
QCheckBox::indicator:checked, QListView::indicator:checked { image: url(look:check.svg); }
QCheckBox::indicator:indeterminate { image: url(look:minus.svg); }
QRadioButton::indicator:checked { image: url(look:dot.svg); }
QCheckBox:disabled, QRadioButton:disabled { color: ${faint}; }

QAbstractItemView { background: ${card}; color: ${text}; border: 0; outline: 0; gridline-color: ${hairline};
  alternate-background-color: ${ground}; selection-background-color: ${accent_soft}; selection-color: ${text}; }
QTableView[look="numbers"]::item { padding: 0 9px; }
QHeaderView { background: ${card}; border: 0; }
QHeaderView::section { background: ${card}; color: ${soft}; border: 0; border-bottom: 1px solid ${line};
  padding: 0 12px; min-height: 38px; font-weight: 400; }
QHeaderView::section:hover { color: ${text}; background: ${grey_soft}; }
QHeaderView::down-arrow { image: url(look:sort-down.svg); width: 12px; height: 12px; }
QHeaderView::up-arrow { image: url(look:sort-up.svg); width: 12px; height: 12px; }
QTableCornerButton::section { background: ${card}; border: 0; }

QScrollArea { background: transparent; border: 0; }
QScrollArea > QWidget > QWidget[look="clear"] { background: transparent; }
QScrollBar:vertical { background: transparent; width: 12px; margin: 2px; }
QScrollBar:horizontal { background: transparent; height: 12px; margin: 2px; }
QScrollBar::handle { background: ${edge}; border-radius: 4px; min-height: 32px; min-width: 32px; }
QScrollBar::handle:hover { background: ${faint}; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QAbstractScrollArea::corner { background: transparent; border: 0; }

QMenu { background: ${raised}; color: ${text}; border: 1px solid ${line}; border-radius: 6px; padding: 6px; }
QMenu::item { padding: 7px 28px 7px 14px; border-radius: 4px; }
QMenu::item:selected { background: ${accent_soft}; color: ${accent}; }
QMenu::item:disabled { color: ${faint}; }
QMenu::icon { padding-left: 8px; }
QMenu::separator { height: 1px; background: ${line}; margin: 6px 8px; }

QTabWidget::pane { border: 0; border-top: 1px solid ${line}; }
QTabBar { background: transparent; }
QTabBar::tab { color: ${soft}; padding: 8px 14px; border: 0; border-bottom: 2px solid transparent; }
QTabBar::tab:selected { color: ${accent}; border-bottom: 2px solid ${accent}; font-weight: 600; }
QTabBar::tab:hover { color: ${text}; }
QTabBar::tab:focus { color: ${accent}; background: ${accent_soft}; }

QProgressBar { background: ${grey_soft}; border: 0; border-radius: 4px; max-height: 8px; min-height: 8px; }
QProgressBar::chunk { background: ${accent}; border-radius: 4px; }
QSplitter::handle { background: transparent; }
QSplitter::handle:hover { background: ${line}; }
QGroupBox { border: 0; font-weight: 600; margin-top: 28px; }
QGroupBox::title { subcontrol-origin: margin; left: 0; color: ${text}; }

QLabel { color: ${text}; background: transparent; }
QLabel[look="soft"] { color: ${soft}; }
QLabel[look="small"] { color: ${soft}; font-size: 13px; }
QLabel[look="title"] { font-size: 18px; font-weight: 600; }
QLabel[look="heading"] { font-size: 15px; font-weight: 600; }
QLabel[look="number"] { font-size: 28px; font-weight: 600; }
QLabel[look="number"][tone="red"] { color: ${red}; }
QLabel[look="number"][tone="amber"] { color: ${amber}; }
QLabel[look="brand"] { font-size: 16px; font-weight: 600; }
QLabel[look="good"] { color: ${green}; }
QLabel[look="bad"] { color: ${red}; }
QLabel[look="warn"] { color: ${amber}; }

QFrame[look="card"] { background: ${card}; border: 1px solid ${line}; border-radius: 8px; }
QFrame[look="card"][live="true"]:hover { border-color: ${accent}; }
QFrame[look="card"][live="true"]:focus { border: 2px solid ${accent}; }
QFrame[look="raised"] { background: ${raised}; border: 1px solid ${edge}; border-radius: 8px; }
QFrame[look="side"] { background: ${side}; border: 0; border-right: 1px solid ${line}; }
QFrame[look="bar"] { background: ${side}; border: 0; border-bottom: 1px solid ${line}; }
QFrame[look="rule"] { background: ${hairline}; border: 0; max-height: 1px; min-height: 1px; }
QFrame[look="note"] { background: ${accent_soft}; border: 0; border-radius: 6px; }
QFrame[look="strip"] { background: ${amber_soft}; border: 0; }
QFrame[look="note-warn"] { background: ${amber_soft}; border: 0; border-radius: 6px; }
QFrame[look="note-bad"] { background: ${red_soft}; border: 0; border-radius: 6px; }
"""


def style_sheet(dark: bool) -> str:
    """The style sheet of the light or the dark look."""
    return Template(SHEET).substitute({name.replace("-", "_"): colour for name, colour in roles(dark).items()})
