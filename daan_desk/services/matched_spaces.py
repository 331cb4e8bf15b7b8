"""What follows for a need and for an asset from the matches between them: their states, and who moved in."""

from __future__ import annotations

from collections.abc import Sequence

from daan_desk.domain.matching import ASSET_STATES, MATCH_OPEN, NEED_STATES
from daan_desk.domain.questions import Where
from daan_desk.services.office import Act
from daan_desk.store.reader import Line, Reader

SIGNED = "已签约"
WAITING, ALONG, SETTLED, WITHDRAWN = NEED_STATES
IDLE, TALKED, REVIVED, _ = ASSET_STATES


def signed(matches: Sequence[Line]) -> Line | None:
    """The match that was signed, if any."""
    return next((line for line in matches if line["state"] == SIGNED), None)


def under_way(matches: Sequence[Line]) -> bool:
    """Whether somebody still follows one of them."""
    return any(line["state"] in (None, *MATCH_OPEN) for line in matches)


def need_follows(act: Act, identity: str) -> None:
    """A need is settled by a signed match, under way by an open one, and waits again where all came to nothing."""
    need = act.line("space_needs", identity)
    if need is None or need["state"] == WITHDRAWN:
        return
    matches = _of(act, "need", identity)
    done = signed(matches)
    if done:
        act.change("space_needs", identity, {"state": SETTLED, "asset": done["asset"]})
    elif under_way(matches):
        newest = max(matches, key=lambda line: (line["day"] is not None, line["day"], line["changed_at"]))
        act.change("space_needs", identity, {"state": ALONG, "asset": newest["asset"]})
    else:
        act.change("space_needs", identity, {"state": WAITING, "asset": None})


def asset_follows(act: Act, identity: str) -> None:
    """An asset is in use by a signed match, talked about by an open one, and idle again where all came to nothing."""
    asset = act.line("assets", identity)
    if asset is None:
        return
    matches = _of(act, "asset", identity)
    done = signed(matches)
    if done:
        act.change("assets", identity, _used(act, asset, done))
    elif asset["state"] in (TALKED, IDLE, None) or _was_ours(act, asset, matches):
        emptied = {"enterprise": None, "revived": None, "revived_area": None} if asset["state"] == REVIVED else {}
        act.change("assets", identity, {"state": TALKED if under_way(matches) else IDLE, **emptied})


def _used(act: Act, asset: Line, match: Line) -> dict[str, object]:
    need = act.line("space_needs", match["need"])
    found: dict[str, object] = {"state": REVIVED}
    if need is not None:
        found["enterprise"] = need["enterprise"]
        if asset["revived_area"] is None and asset["kind"] != "土地":
            found["revived_area"] = need["area"]
    if (
        asset["revived"] is None
    ):  # the day of a match is the day it was offered; one that comes in signed knows no other
        today = act.office.today()
        found["revived"] = today if "state" in act.altered("space_matches", match["id"]) else match["day"] or today
    return found


def _was_ours(reader: Reader, asset: Line, matches: Sequence[Line]) -> bool:
    """Whether the enterprise in the asset came by one of the matches, which is signed no more."""
    needs = reader.lines("space_needs", [line["need"] for line in matches]).values()
    return asset["state"] == REVIVED and asset["enterprise"] in {need["enterprise"] for need in needs}


def _of(reader: Reader, link: str, identity: str) -> list[Line]:
    return reader.where("space_matches", Where(link, "is", identity))
