"""A line to the tests' server that breaks where it is told to: a cable, between the window and PostgreSQL."""

from __future__ import annotations

import socket
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path

NAME = ".s.PGSQL.5432"
COMMIT = b"COMMIT\0"  # as the window asks for it, and as the server says that it is done
PIECE = 1 << 16
Pair = tuple[socket.socket, socket.socket]


@dataclass
class Line:
    """The line; it breaks before `sign` goes through in that direction, after `after` other pieces.

    whole: whether it can be used again at once. open: what goes through it now.
    """

    folder: Path
    server: Path
    sign: bytes | None = None
    answers: bool = False
    after: int = 0
    whole: bool = True
    open: list[Pair] = field(default_factory=list)

    def break_before(self, sign: bytes, *, answers: bool = False, whole: bool = True) -> None:
        """Break before the window's piece with these bytes arrives, or before the server's answer does."""
        self.sign, self.answers, self.after, self.whole = sign, answers, 0, whole

    def break_after(self, pieces: int) -> None:
        """Break when the window has sent so many pieces more."""
        self.sign, self.answers, self.after, self.whole = b"", False, pieces, True

    def repair(self) -> None:
        """Let new connections through again."""
        self.sign, self.whole = None, True

    def cut(self) -> None:
        """Break what is open; new connections go through only where it is whole."""
        self.sign = None
        for pair in self.open:
            _hang_up(pair)
        self.open.clear()

    def serve(self, listening: socket.socket) -> None:
        """Take connections until the socket is closed."""
        with suppress(OSError):
            while True:
                near, _ = listening.accept()
                if not self.whole and self.sign is None:
                    near.close()
                    continue
                far = socket.socket(socket.AF_UNIX)
                try:
                    far.connect(str(self.server / NAME))
                except OSError:
                    near.close()
                    far.close()
                    continue
                self.open.append((near, far))
                threading.Thread(target=self._carry_both, args=(near, far), daemon=True).start()

    def _carry_both(self, near: socket.socket, far: socket.socket) -> None:
        with near, far:
            back = threading.Thread(target=self._carry, args=(far, near, True), daemon=True)
            back.start()
            self._carry(near, far, answers=False)
            back.join()

    def _carry(self, source: socket.socket, target: socket.socket, answers: bool) -> None:
        with suppress(OSError):
            while piece := source.recv(PIECE):
                if self._breaks(piece, answers):
                    self.cut()
                    return
                target.sendall(piece)
        _hang_up((source, target))

    def _breaks(self, piece: bytes, answers: bool) -> bool:
        if self.sign is None or answers != self.answers or self.sign not in piece:
            return False
        self.after -= 1
        return self.after < 0


def _hang_up(pair: Pair) -> None:
    for end in pair:
        with suppress(OSError):
            end.shutdown(socket.SHUT_RDWR)


@contextmanager
def laid(server: Path) -> Iterator[Line]:
    """A line to a server whose socket lies in that folder; its own socket lies in `folder`."""
    with tempfile.TemporaryDirectory(prefix="daan-line-") as name, socket.socket(socket.AF_UNIX) as listening:
        line = Line(Path(name), server)
        listening.bind(str(line.folder / NAME))
        listening.listen()
        threading.Thread(target=line.serve, args=(listening,), daemon=True).start()
        yield line
        line.cut()
        with suppress(OSError):
            listening.shutdown(socket.SHUT_RDWR)
