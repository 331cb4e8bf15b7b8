"""An enterprise on paper: facts in boxes, then visits, issues, qualifications and who looks after it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from daan_desk.domain.questions import Question, Where
from daan_desk.services import enterprises, ledgers
from daan_desk.services.office import Office
from daan_desk.ui.kit.paper import OFFICIAL, Block, BoxedWords, Boxes, Gap, Grid, Heading, Paper, Paragraph
from daan_desk.ui.pages.enterprises.head import facts, pills

PARTS = (
    ("走访记录", "visits", ("day", "way", "led_by", "companions", "summary")),
    ("问题诉求", "issues", ("number", "title", "state", "lead_department", "due")),
    ("资质", "qualifications", ("kind", "level", "awarded", "expires", "state")),
    ("包联干部", "assignments", ("officer", "role", "since", "until", "basis")),
)
NUMBERS = "一二三四"
HEAD, WORDS = 3, 15  # shares of a row's width; two facts take 3 + 6 each
LONG = 18  # characters of a fact that stands alone
HEIGHT = 26.0


def sheet_paper(office: Office, enterprise: str) -> Paper:
    """The paper of an enterprise as it stands; may run in a worker. Private notes are never on it."""
    sheet = enterprises.sheet(office, enterprise)
    name = str(sheet.row["name"])
    state = "　".join(pill.text for pill in pills(sheet))
    last = f"{sheet.last_visit:%Y-%m-%d}" if sheet.last_visit else "—"
    numbers = f"今年走访 {sheet.visits} 次；未办结问题 {sheet.issues} 个；最近走访 {last}"
    rows = [("状态", state), *facts(sheet), ("服务情况", numbers)]
    boxes = Boxes(tuple(_paired(rows)), 10.5)
    day = Paragraph(f"打印日期：{office.today():%Y-%m-%d}", 0, "right", small=True)
    blocks: list[Block] = [Heading(name, 0), day, boxes]
    for at, (title, ledger, columns) in enumerate(PARTS):
        blocks += [Gap(), Heading(f"{NUMBERS[at]}、{title}", 1), _part(office, enterprise, ledger, columns)]
    return Paper(f"{name} 企业情况", tuple(blocks), OFFICIAL)


def _paired(rows: Sequence[tuple[str, str]]) -> Iterator[tuple[BoxedWords, ...]]:
    """Two short facts beside each other, a long one alone."""
    waiting: list[tuple[str, str]] = []
    for head, words in rows:
        if len(words) > LONG:
            yield _boxed([(head, words)])
            continue
        waiting.append((head, words))
        if len(waiting) == 2:
            yield _boxed(waiting)
            waiting = []
    if waiting:
        yield _boxed(waiting)


def _boxed(facts_: Sequence[tuple[str, str]]) -> tuple[BoxedWords, ...]:
    room = WORDS if len(facts_) == 1 else WORDS // 2 - 1
    return tuple(
        box for head, words in facts_ for box in (BoxedWords(head, HEAD, True, HEIGHT), BoxedWords(words, room))
    )


def _part(office: Office, enterprise: str, ledger: str, columns: tuple[str, ...]) -> Block:
    question = Question(ledger, where=(Where("enterprise", "is", enterprise),))
    table = ledgers.table(office, question, columns)
    return Grid(table, titled=False) if table.rows else Paragraph("（无）")
