"""An issue's life: its states, and the moves between them as a table."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from daan_desk.domain.failures import Rejected


class State(StrEnum):
    """Where an issue stands; the words are those on paper."""

    REGISTERED = "待交办"
    DISPATCHED = "已交办"
    RETURNED = "退回"
    IN_PROGRESS = "办理中"
    LONG_TERM = "长期推进"
    ANSWERED = "已办结"
    EXPLAINED = "解释说明"
    CLOSED = "已销号"


class Satisfaction(StrEnum):
    """What the enterprise says when it is called back, best first."""

    VERY_SATISFIED = "非常满意"
    SATISFIED = "满意"
    FAIRLY_SATISFIED = "基本满意"
    DISSATISFIED = "不满意"


# The clock runs in these; 长期推进 has its monthly progress instead.
RUNNING = (State.REGISTERED, State.DISPATCHED, State.RETURNED, State.IN_PROGRESS)
OPEN = (*RUNNING, State.LONG_TERM)
SOLVED = (State.ANSWERED, State.CLOSED)
DONE = (State.ANSWERED, State.EXPLAINED, State.CLOSED)


@dataclass(frozen=True, slots=True)
class Move:
    """One thing that can be done with an issue.

    name: for the command line. label: on buttons and in the steps. target: the state after it, None where it stays.
    needs: values that must be given. takes: values that may be given besides the day. rule: what else must hold.
    after: the issue's day before which it cannot have happened.
    """

    name: str
    label: str
    sources: tuple[State, ...]
    target: State | None = None
    needs: tuple[str, ...] = ()
    takes: tuple[str, ...] = ()
    rule: str = ""
    aliases: tuple[str, ...] = ()
    after: str = "raised"


MOVES = (
    Move(
        "dispatch",
        "交办",
        (State.REGISTERED, State.RETURNED),
        State.DISPATCHED,
        needs=("lead_department",),
        takes=("assisting", "handler", "grade", "due"),
        rule="退回后须交办给另一个部门",
        aliases=("redispatch", "改派", "重新交办"),
    ),
    Move(
        "return",
        "退回",
        (State.DISPATCHED,),
        State.RETURNED,
        ("reason",),
        rule="异议须在交办后规定的工作日内提出",
        after="dispatched",
    ),
    Move(
        "accept",
        "开始办理",
        (State.DISPATCHED,),
        State.IN_PROGRESS,
        takes=("handler",),
        aliases=("办理", "受理"),
        after="dispatched",
    ),
    Move("step", "进展", (State.IN_PROGRESS, State.LONG_TERM), None, ("what",), aliases=("办理进展",)),
    Move(
        "long_term", "转长期推进", (State.IN_PROGRESS,), State.LONG_TERM, ("reason",), ("due",), aliases=("长期推进",)
    ),
    Move("resume", "恢复办理", (State.LONG_TERM,), State.IN_PROGRESS, takes=("due", "handler")),
    Move("answer", "办结", (State.IN_PROGRESS, State.LONG_TERM), State.ANSWERED, ("outcome",), after="dispatched"),
    Move("explain", "解释说明", (State.REGISTERED, State.IN_PROGRESS), State.EXPLAINED, ("outcome",)),
    Move(
        "callback",
        "回访",
        (State.ANSWERED,),
        State.CLOSED,
        ("callback",),
        ("callback_by",),
        "不满意的退回重办，提高一级难度",
        after="answered",
    ),
    Move(
        "close",
        "销号",
        (State.ANSWERED, State.EXPLAINED),
        State.CLOSED,
        (),
        ("callback",),
        "已办结的问题须回访满意后销号",
        after="answered",
    ),
    Move("reopen", "重新打开", (State.CLOSED,), State.IN_PROGRESS, ("reason",), ("due",), after="closed"),
    Move(
        "extend",
        "延期",
        (State.DISPATCHED, State.IN_PROGRESS, State.LONG_TERM),
        needs=("due", "reason"),
        rule="延期须在到期前规定的工作日登记，新时限须晚于原时限",
    ),
)
DAYS: Mapping[str, str] = {
    "raised": "提出日期",
    "dispatched": "交办日期",
    "answered": "办结日期",
    "closed": "销号日期",
}
LABELS: Mapping[str, str] = {
    "lead_department": "牵头部门",
    "reason": "理由",
    "what": "进展内容",
    "outcome": "办理结果",
    "callback": "回访评价",
    "due": "新的办理时限",
}


def move_named(word: str) -> Move:
    """The move of that identifier or Chinese word; `Rejected` lists them where there is none."""
    for move in MOVES:
        if word in (move.name, move.label, *move.aliases):
            return move
    raise Rejected(f"没有“{word}”这一步，可以用：{'、'.join(f'{move.label}（{move.name}）' for move in MOVES)}")


def can_move(state: str, move: Move) -> bool:
    return state in move.sources


def moves_from(state: str) -> tuple[Move, ...]:
    """What can be done with an issue in that state, in the order of its life."""
    return tuple(move for move in MOVES if can_move(state, move))


def refusal(state: str, move: Move) -> str:
    """Why a move is refused in that state, and what can be done instead; "" where it is allowed."""
    if can_move(state, move):
        return ""
    instead = "、".join(other.label for other in moves_from(state))
    return f"“{state}”的问题不能{move.label}" + (f"，现在可以：{instead}" if instead else "")
