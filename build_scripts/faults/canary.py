"""Canaries: names, numbers, an essay and a file put into a locked store by a day of work, then every file is read.

The day has a window killed in the midst of typing, prints, an export, a backup, a restore and a bug. Only what the
clerk saved to a named place may hold them. The control is the same day in a store without a password.
"""

import io
import json
import subprocess
import sys
import time
import unicodedata
import zipfile
from collections.abc import Iterator
from pathlib import Path

from build_scripts.faults import screen
from build_scripts.faults.screen import ROOT, Screen, holds, waited
from build_scripts.faults.setting import Figure, Setting
from build_scripts.faults.typing_lost import SETTLED, open_form
from desktop_app.commands import secret
from desktop_app.services.passwords import new_code

PASSWORD = "con co lon bay la 1948"
NAME, CARD, IDENTITY = "Trần Thị Chim Hoàng Yến", "987654321098", "079187654321"
ESSAY, TYPED = "Bài thu hoạch của con chim trong mỏ", "chimvangtronglong"
CANARIES = (NAME, unicodedata.normalize("NFD", NAME), "chim hoang yen", CARD, IDENTITY, ESSAY, TYPED, PASSWORD)
LIST = (
    "Họ và tên,Ngày sinh,Giới tính,Số thẻ đảng viên,Số CCCD,Ngày vào Đảng,Chi bộ\n"
    f"{NAME},05/02/1960,Nữ,{CARD},{IDENTITY},03/02/1985,Chi bộ 1\n"
)


def figures(setting: Setting) -> Iterator[Figure]:
    """A locked day without a find, and a plain one with some."""
    for locked in (True, False):
        base = setting.base / ("khoa" if locked else "mo")
        home, out = base / "may", base / "giay to"
        out.mkdir(parents=True)
        wrong = [*day(home, out, locked=locked), *evening(home, locked=locked)]
        found = finds(home)
        name = "canaries in what a locked store leaves" if locked else "control: the same with no password"
        yield Figure(
            name=name,
            tried=f"{sum(each.is_file() for each in home.rglob('*'))} files",
            found=f"{len(found)} with a canary; {len(finds(out))} among those the clerk saved",
            good=not wrong and bool(finds(out)) and bool(found) is not locked,
            told=[*wrong, *(found if locked else [])],
        )


def day(home: Path, out: Path, *, locked: bool) -> Iterator[str]:
    """What was not done as it should."""
    store, backup = str(home / "so-hoc-tap" / "so.sht"), str(home / "so.sht-backup")
    listed, essay = out / "danh sach.csv", out / "bai.pdf"
    listed.write_text(LIST, encoding="utf-8-sig")
    essay.write_bytes(b"%PDF-1.4\n" + ESSAY.encode())
    yield from done(home, store, ("demo", "--members", "60"))
    if locked:
        yield from done(home, store, ("password", "set", "--code", new_code()))
    for words in (
        ("import", "members", str(listed), "--new-cell", "Chi bộ 1"),
        ("search", "chim hoang"),
        ("attach", str(essay), "--member", author_of(home, store)),
        ("print", "member-register", "--out", str(out / "so.pdf")),
        ("export", "members", "--out", str(out / "xuat.xlsx")),
        ("backup", backup),
        ("verify", backup),
        ("restore", backup),
        ("repair",),
        ("backups", "--try"),
        ("undo",),
    ):
        yield from done(home, store, words)
    crash(home)


def done(home: Path, store: str, words: tuple[str, ...]) -> Iterator[str]:
    """Nothing where a command succeeds, else what it said."""
    told = command(home, store, *words)
    if told.returncode:
        yield f"{words[0]}: exit {told.returncode}, {told.stderr[-200:]}"


def command(home: Path, store: str, *words: str) -> subprocess.CompletedProcess[str]:
    """The program as it is started, every folder it may write to under `home`."""
    surroundings = Screen(number=0).surroundings(home) | {secret.PRESENT: PASSWORD, secret.NEW: PASSWORD}
    return subprocess.run(
        [sys.executable, "-m", "desktop_app", "--store", store, *words],
        cwd=ROOT,
        env=surroundings,
        capture_output=True,
        text=True,
    )


def author_of(home: Path, store: str) -> str:
    """The code of somebody who has handed in an essay."""
    told = json.loads(command(home, store, "essay", "list", "--json").stdout)
    return str(next(each["code"] for each in told["essays"] if each["received_on"]))


def crash(home: Path) -> None:
    """A bug whose message names somebody: what the program logs of it."""
    code = f"from desktop_app.__main__ import told_bug; told_bug(ValueError({NAME!r}))"
    subprocess.run([sys.executable, "-c", code], cwd=ROOT, env=Screen(number=0).surroundings(home), check=True)


def evening(home: Path, *, locked: bool) -> Iterator[str]:
    """The window: opened, a name typed and never kept, kill -9 once the typing is saved."""
    if not screen.possible():
        yield "no window was killed: Xvfb or xdotool is missing"
        return
    store = home / "so-hoc-tap" / "so.sht"
    with screen.screen() as shown:
        process = shown.start(home, "--store", str(store))
        time.sleep(2 * SETTLED)
        shown.focus(process)
        if locked:
            shown.key("type", PASSWORD)
            shown.key("key", "Return")
        waited(lambda: holds(process, store), "the store to be opened")
        open_form(shown, process.pid)
        shown.focus(process)
        time.sleep(SETTLED)
        shown.key("type", "--delay", "60", TYPED)
        time.sleep(2 * SETTLED)


def finds(folder: Path) -> list[str]:
    """Which file holds which canary, as it lies there or inside a zip, in any way a computer writes letters."""
    return [
        f"{path.relative_to(folder)} holds {canary!r}"
        for path in sorted(folder.rglob("*"))
        if path.is_file()
        for canary in CANARIES
        if any(canary.encode(way) in content for content in contents(path) for way in ("utf-8", "utf-16-le"))
    ]


def contents(path: Path) -> list[bytes]:
    """The bytes of a file, and of every file packed in it."""
    plain = path.read_bytes()
    if not zipfile.is_zipfile(io.BytesIO(plain)):
        return [plain]
    with zipfile.ZipFile(io.BytesIO(plain)) as packed:
        return [plain, *(packed.read(name) for name in packed.namelist())]
