"""The password of a workspace: changed, with what that means for the recovery sheet and for older copies."""

from __future__ import annotations

from math import ceil
from pathlib import Path

from daan_desk.domain.failures import Trouble
from daan_desk.domain.guarding import wait_after
from daan_desk.services import care, workspaces
from daan_desk.services.office import Office
from daan_desk.services.workspaces import Workplace
from daan_desk.store import keys, rekeying, tries, workspace


def change_password(place: Workplace, old: str, new: str) -> str:
    """Write the workspace anew under a new password, then copy it; answers the words of the new recovery sheet.

    On a server it is the officer's own password that changes, and there is no sheet.
    """
    if place.office.database.shared:
        from daan_desk.services import servers  # a file needs nothing of it

        servers.change_own_password(place.office, old, new)
        return ""
    path, clock = place.office.database.path, place.office.now
    workspaces.refuse_waiting(path, clock)
    with workspaces.counted(path, clock):
        words = rekeying.change_password(place.opened, old, new)
    care.automatic(place.office, "改密码后")
    return words


def right(office: Office, password: str) -> bool:
    """Whether this is the workspace's password, on a server the officer's own: a locked window asks."""
    if office.database.shared:
        return office.database.admits(password)
    head = workspace.head_of(office.database.path)
    return keys.fits(password, head)


def can_ask(office: Office) -> bool:
    """Whether a password stands before this workspace; a server may let somebody in without one."""
    return not office.database.shared or office.database.by_password


def admits(office: Office, password: str) -> bool:
    """Whether the password opens a locked window; a wrong one makes the next try wait longer, at the door as well."""
    good = right(office, password)
    if office.database.shared:
        office.database.slips = (0 if good else office.database.slips[0] + 1, office.now().timestamp())
    elif good:
        tries.forgotten(office.database.path)
    else:
        tries.failed(office.database.path, office.now().timestamp())
    return good


def waiting(office: Office) -> int:
    """Seconds until the next try."""
    if office.database.shared:
        slips, last = office.database.slips
        return max(0, ceil(last + wait_after(slips) - office.now().timestamp())) if slips else 0
    return workspaces.waiting(office.database.place, office.now)


def older_copies(office: Office) -> tuple[Path, ...]:
    """The automatic copies that an earlier password still opens."""
    if office.database.shared:
        return ()
    head = workspace.head_of(office.database.path)
    return tuple(copy for copy in care.copies(office) if workspace.head_of(copy) != head)


def forget_older_copies(office: Office) -> int:
    """Delete the automatic copies of earlier passwords; answers how many."""
    gone = older_copies(office)
    try:
        for copy in gone:
            copy.unlink(missing_ok=True)
    except OSError as error:
        raise Trouble("有的旧备份没有删掉。", "请检查文件夹的写入权限，或自己删除它们。") from error
    return len(gone)
