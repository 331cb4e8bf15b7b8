"""A small program to set up: a root with one locked package, made here, that real pip installs without a network."""

from __future__ import annotations

import base64
import hashlib
import os
import zipfile
from pathlib import Path

import pytest

NAME = "daan_pebble"


def wheel(folder: Path, version: str = "1.0") -> Path:
    """A whole wheel with one module."""
    folder.mkdir(parents=True, exist_ok=True)
    info = f"{NAME}-{version}.dist-info"
    parts = {
        f"{NAME}.py": f"VERSION = {version!r}\n",
        f"{info}/METADATA": f"Metadata-Version: 2.1\nName: {NAME}\nVersion: {version}\n",
        f"{info}/WHEEL": "Wheel-Version: 1.0\nGenerator: tests\nRoot-Is-Purelib: true\nTag: py3-none-any\n",
    }
    record = "".join(f"{name},sha256={_digest(text)},{len(text)}\n" for name, text in parts.items())
    file = folder / f"{NAME}-{version}-py3-none-any.whl"
    with zipfile.ZipFile(file, "w") as archive:
        for name, text in {**parts, f"{info}/RECORD": f"{record}{info}/RECORD,,\n"}.items():
            archive.writestr(name, text)
    return file


def _digest(text: str) -> str:
    return base64.urlsafe_b64encode(hashlib.sha256(text.encode()).digest()).rstrip(b"=").decode()


def lock(root: Path, file: Path, digest: str = "") -> Path:
    """A lock that pins that wheel, by its own hash unless another one is given."""
    root.mkdir(parents=True, exist_ok=True)
    version = file.name.split("-")[1]
    pin = digest or hashlib.sha256(file.read_bytes()).hexdigest()
    written = root / "requirements.lock"
    written.write_text(f"{NAME.replace('_', '-')}=={version} \\\n    --hash=sha256:{pin}\n", encoding="utf-8")
    return written


def without_network(monkeypatch: pytest.MonkeyPatch) -> None:
    """Pip knows only a closed door on this machine, and the system's packages are left alone."""
    for name in [name for name in os.environ if name.startswith("PIP_")]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("PIP_CONFIG_FILE", os.devnull)
    monkeypatch.setenv("PIP_INDEX_URL", "http://127.0.0.1:9/simple")
    monkeypatch.setenv("PIP_RETRIES", "1")
    monkeypatch.setenv("DAAN_DESK_NO_SYSTEM_PACKAGES", "1")
