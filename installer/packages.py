"""The system's libraries that Qt needs, and the packages that hold them; a table that a reader can check."""

from __future__ import annotations

from typing import NamedTuple


class Need(NamedTuple):
    """A library by the name that the loader knows, and the package that holds it under apt and under dnf or yum."""

    library: str
    apt: str
    dnf: str


ALWAYS = (
    Need("libglib-2.0.so.0", "libglib2.0-0", "glib2"),
    Need("libGL.so.1", "libgl1", "mesa-libGL"),
    Need("libEGL.so.1", "libegl1", "mesa-libEGL"),
    Need("libdbus-1.so.3", "libdbus-1-3", "dbus-libs"),
    Need("libfontconfig.so.1", "libfontconfig1", "fontconfig"),
    Need("libfreetype.so.6", "libfreetype6", "freetype"),
    Need("libX11.so.6", "libx11-6", "libX11"),
    Need("libxkbcommon.so.0", "libxkbcommon0", "libxkbcommon"),
)
FOR_A_SCREEN = (
    Need("libxcb-cursor.so.0", "libxcb-cursor0", "xcb-util-cursor"),
    Need("libxcb-icccm.so.4", "libxcb-icccm4", "xcb-util-wm"),
    Need("libxcb-image.so.0", "libxcb-image0", "xcb-util-image"),
    Need("libxcb-keysyms.so.1", "libxcb-keysyms1", "xcb-util-keysyms"),
    Need("libxcb-render-util.so.0", "libxcb-render-util0", "xcb-util-renderutil"),
    Need("libxcb-shape.so.0", "libxcb-shape0", "libxcb"),
    Need("libxcb-xkb.so.1", "libxcb-xkb1", "libxcb"),
    Need("libxkbcommon-x11.so.0", "libxkbcommon-x11-0", "libxkbcommon-x11"),
    Need("libX11-xcb.so.1", "libx11-xcb1", "libX11-xcb"),
)
CHINESE_FONT = Need("", "fonts-noto-cjk", "google-noto-sans-cjk-ttc-fonts")

# Parts of the file names of fonts that hold Chinese, in lower case and without “-”, “_” and blanks.
CHINESE_FONT_FILES = (
    "notosanscjk", "notoserifcjk", "notosanssc", "notoserifsc", "sourcehan", "wqy", "uming", "ukai", "simsun", "simhei",
    "simfang", "simkai", "msyh", "fangsong", "kaiti", "heiti", "songti", "droidsansfallback", "lxgw", "sarasa",
    "fandol", "harmonyossanssc", "alibabapuhuiti", "pingfang", "fzhei", "fzssk", "fzfs", "fzkt", "hanyi", "unifont",
)  # fmt: skip
FONT_FOLDERS = ("/usr/share/fonts", "/usr/local/share/fonts", "~/.local/share/fonts", "~/.fonts")
