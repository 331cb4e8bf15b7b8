"""The styles of official paper (GB/T 9704-2012) as a table, and how Word writes them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from docx.document import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn

from daan_desk.domain.page_setup import PageSetup
from daan_desk.domain.typefaces import Typefaces, stand_ins

BODY, LINE = 32, -1  # half points, and the line of the page: both give way to what the office set
TWIPS = 20  # to the point
RED = "C00000"
GREY = "6B7280"
KEPT = ("w:docDefaults", "w:latentStyles")


@dataclass(frozen=True, slots=True)
class Style:
    """A paragraph style. face: a role of `Typefaces`; size in half points, BODY for the body's.

    line: exact in twips, 0 for single lines, LINE for the page's.
    first: characters of the first line's indent. outline: level in the navigation, None for ordinary text.
    grid: whether it stands on the page's grid of 28 characters.
    """

    key: str
    name: str
    face: str = "body"
    size: int = BODY
    line: int = LINE
    first: int = 0
    align: str = "both"
    bold: bool = False
    colour: str = ""
    before: int = 0
    after: int = 0
    outline: int | None = None
    follow: str = ""
    grid: bool = False

    @property
    def heads(self) -> bool:
        """Whether what follows must stay on the same page."""
        return self.outline is not None or self.key in ("Caption", "Title")


STYLES = (
    Style("Normal", "Normal", grid=True),
    Style("BodyText", "Body Text", first=2, grid=True),
    Style("Title", "Title", "title", 44, 700, align="center", before=200, after=300, follow="BodyText"),
    Style("Heading1", "heading 1", "heading", first=2, outline=0, follow="BodyText", grid=True),
    Style("Heading2", "heading 2", "subheading", first=2, outline=1, follow="BodyText", grid=True),
    Style("Heading3", "heading 3", "body", first=2, outline=2, bold=True, follow="BodyText", grid=True),
    Style("Masthead", "报头", "title", 72, 0, align="center", colour=RED, before=200, after=120),
    Style("MastheadLine", "报头行", align="center"),
    Style("Caption", "caption", "heading", 28, 480, align="center", before=160, after=60),
    Style("TableText", "表格文字", "table", 21, 0, align="left"),
    Style("TableHeader", "表格表头", "table", 21, 0, align="center", bold=True),
    Style("TableNote", "表注", "table", 18, 0, align="left", colour=GREY, before=40, after=120),
    Style("Draft", "待补充", first=2, colour=GREY, grid=True),
    Style("Note", "附注", "body", 28, 480, first=2, before=120),
    Style("Footer", "footer", "table", 28, 0, align="left"),
)


def line_of(page: PageSetup) -> int:
    """The page's line in whole twips, not a hair too long: at 580, 225 mm would leave room for 21 lines."""
    return int(page.pitch * TWIPS)


def closer_of(page: PageSetup) -> int:
    """Twips between characters: 28 of 16 pt are 5.8 pt too long for a line, on the grid and off it."""
    return int(page.room * TWIPS) - round(page.size * TWIPS)


def fitted(style: Style, page: PageSetup) -> Style:
    """The style on this page."""
    size = round(page.size * 2) if style.size == BODY else style.size
    return replace(style, size=size, line=line_of(page) if style.line == LINE else style.line)


def set_styles(document: Document, faces: Typefaces, page: PageSetup) -> None:
    """Replace the library's styles by ours."""
    styles = document.styles.element
    for element in list(styles):
        if element.tag not in {qn(tag) for tag in KEPT}:
            styles.remove(element)
    defaults = styles.find(qn("w:docDefaults"))
    styles.replace(defaults, parse_xml(defaults_xml(faces, page)))
    closer = closer_of(page)
    for xml in (*(style_xml(fitted(style, page), faces, closer) for style in STYLES), *plain_styles()):
        styles.append(parse_xml(xml))


def defaults_xml(faces: Typefaces, page: PageSetup) -> str:
    """What holds where no style says otherwise: the body's face and size, Chinese as the language."""
    size = round(page.size * 2)
    return (
        f"<w:docDefaults {nsdecls('w')}><w:rPrDefault><w:rPr>{fonts_xml(faces.body)}"
        f'<w:sz w:val="{size}"/><w:szCs w:val="{size}"/><w:lang w:val="en-US" w:eastAsia="zh-CN" w:bidi="ar-SA"/>'
        "</w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>"
    )


def fonts_xml(family: str) -> str:
    """One family for every script: a Latin face would set Chinese quotation marks half as wide."""
    return f'<w:rFonts w:ascii="{family}" w:hAnsi="{family}" w:eastAsia="{family}" w:cs="{family}" w:hint="eastAsia"/>'


def style_xml(style: Style, faces: Typefaces, closer: int) -> str:
    """A `<w:style>` element; closer: twips between characters on the grid."""
    default = ' w:default="1"' if style.key == "Normal" else ""
    based = "" if style.key == "Normal" else '<w:basedOn w:val="Normal"/>'
    return (
        f'<w:style {nsdecls("w")} w:type="paragraph"{default} w:styleId="{style.key}"><w:name w:val="{style.name}"/>'
        f'{based}<w:next w:val="{style.follow or style.key}"/><w:qFormat/>'
        f"<w:pPr>{paragraph_xml(style)}</w:pPr>"
        f"<w:rPr>{fonts_xml(getattr(faces, style.face))}{run_xml(style, closer)}</w:rPr></w:style>"
    )


def paragraph_xml(style: Style) -> str:
    """Indent, spacing and place of a paragraph, in the order that the schema wants."""
    loose = "" if style.grid else '<w:snapToGrid w:val="0"/>'
    rule = f'w:line="{style.line}" w:lineRule="exact"' if style.line else 'w:line="240" w:lineRule="auto"'
    outline = "" if style.outline is None else f'<w:outlineLvl w:val="{style.outline}"/>'
    return (
        f'{"<w:keepNext/>" if style.heads else ""}<w:widowControl w:val="0"/>{loose}'
        f'<w:spacing w:before="{style.before}" w:after="{style.after}" {rule}/>'
        f'<w:ind w:firstLineChars="{style.first * 100}" w:firstLine="{style.first * style.size * 10}"/>'
        f'<w:jc w:val="{style.align}"/>{outline}'
    )


def run_xml(style: Style, between: int) -> str:
    """Weight, grid, colour, pitch and size of the characters, in the order that the schema wants."""
    weight = "<w:b/><w:bCs/>" if style.bold else ""
    colour = f'<w:color w:val="{style.colour}"/>' if style.colour else ""
    loose = "" if style.grid else '<w:snapToGrid w:val="0"/>'
    closer = f'<w:spacing w:val="{between}"/>' if style.grid else ""
    return f'{weight}{loose}{colour}{closer}<w:sz w:val="{style.size}"/><w:szCs w:val="{style.size}"/>'


def plain_styles() -> tuple[str, str]:
    """What Word expects to be there for characters and tables."""
    start = f'<w:style {nsdecls("w")} w:default="1"'
    return (
        f'{start} w:type="character" w:styleId="DefaultParagraphFont"><w:name w:val="Default Paragraph Font"/>'
        "</w:style>",
        f'{start} w:type="table" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:tblPr><w:tblCellMar>'
        '<w:left w:w="85" w:type="dxa"/><w:right w:w="85" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>',
    )


def set_font_table(document: Document, faces: Typefaces) -> None:
    """Name for every family what may stand in for it, so that a machine without it does not choose at random."""
    families = dict.fromkeys((faces.title, faces.body, faces.heading, faces.subheading, faces.table))
    fonts = "".join(
        f'<w:font w:name="{family}">{alternative(family)}<w:charset w:val="86"/><w:family w:val="auto"/></w:font>'
        for family in families
    )
    part = font_part(document)
    part._blob = f'<?xml version="1.0" encoding="UTF-8"?><w:fonts {nsdecls("w")}>{fonts}</w:fonts>'.encode()


def alternative(family: str) -> str:
    """The stand-ins of a family in Word's own words."""
    others = ",".join(stand_ins(family)[:4])
    return f'<w:altName w:val="{others}"/>' if others else ""


def font_part(document: Document) -> Any:
    """The part of the package that lists the fonts."""
    parts = (relation.target_part for relation in document.part.rels.values())
    return next(part for part in parts if str(part.partname).endswith("/fontTable.xml"))
