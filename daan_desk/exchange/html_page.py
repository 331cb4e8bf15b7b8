"""A self-contained page: official paper on the screen and in print, without a script, a picture or a link outside.

Edges and paddings of tables are in pixels: the program's own viewer, Qt's, knows no other unit there.
"""

from __future__ import annotations

from daan_desk.domain.typefaces import Typefaces, stand_ins

SHEET = """
@page { size: A4 portrait; margin: 37mm 26mm 35mm 28mm; }
html { background: #eef1f5; }
body { max-width: 156mm; margin: 12mm auto; padding: 20mm 26mm 20mm 28mm; background: #fff; color: #000;
  font-family: %(body)s; font-size: 16pt; line-height: 29pt; text-align: justify; }
p { margin: 0; text-indent: 2em; }
a, span[data-figure] { color: inherit; text-decoration: none; font-variant-numeric: tabular-nums; }
a:hover, a:focus { background: #dbe7f6; outline: 1px solid #1b5aa8; }
h1 { font: normal 22pt/35pt %(title)s; text-align: center; margin: 18pt 0 20pt; }
h2 { font: normal 16pt/29pt %(heading)s; margin: 0; text-indent: 2em; break-after: avoid; }
h3 { font: normal 16pt/29pt %(subheading)s; margin: 0; text-indent: 2em; break-after: avoid; }
h4 { font: bold 16pt/29pt %(body)s; margin: 0; text-indent: 2em; break-after: avoid; }
.masthead { color: #c00000; font: normal 34pt/48pt %(title)s; text-align: center; text-indent: 0; }
.number, .caption { text-align: center; text-indent: 0; }
.rule { width: 100%%; border-collapse: collapse; border-bottom: 2.5pt solid #c00000; }
.rule td { padding: 0 0 4pt; }
.caption { font: normal 14pt/24pt %(heading)s; margin: 10pt 0 3pt; break-after: avoid; }
.exhibit, .slip { width: 100%%; border-collapse: collapse; font: normal 10.5pt/15pt %(table)s; margin-bottom: 8pt; }
.exhibit th, .exhibit td, .slip th, .slip td { border: 1px solid #000; padding: 3px 7px; text-indent: 0; }
.exhibit th, .slip th { text-align: center; font-weight: bold; }
.exhibit thead { display: table-header-group; }
tr { break-inside: avoid; }
.total { font-weight: bold; }
.small, .draft { color: #6b7280; }
.small { font: normal 9pt/13pt %(table)s; text-indent: 0; }
.addressed { text-indent: 0; }
.signed { text-align: right; margin-right: 2em; }
.note { font-size: 14pt; line-height: 24pt; margin-top: 8pt; }
.slip { font-size: 12pt; line-height: 20pt; }
.slip th { width: 17%%; background: none; }
.slip td { text-align: left; vertical-align: middle; }
.slip td.tall { height: 42mm; vertical-align: top; }
.slip td.sign { height: 26mm; vertical-align: top; }
@media print { html { background: #fff; } body { max-width: none; margin: 0; padding: 0; } }
@media screen and (max-width: 210mm) { body { padding: 8mm; margin: 0 auto; } }
"""


def page(title: str, body: str, faces: Typefaces) -> str:
    """A whole page; `title` and `body` are HTML already."""
    roles = ("title", "body", "heading", "subheading", "table")
    families = {role: family_list(getattr(faces, role)) for role in roles}
    return (
        '<!DOCTYPE html>\n<html lang="zh-CN">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{title}</title>\n<style>{SHEET % families}</style>\n</head>\n<body>\n{body}\n</body>\n</html>\n"
    )


def family_list(family: str) -> str:
    """A family with everything that may stand in for it, as a style sheet names them."""
    return ", ".join(f'"{name}"' for name in dict.fromkeys((family, *stand_ins(family)))) + ", serif"
