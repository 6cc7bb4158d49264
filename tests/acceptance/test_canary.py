"""Canaries: names and numbers put into a locked store, a day of work, and then every file left behind is read."""

import unicodedata
from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop_app.__main__ import main, told_bug
from desktop_app.services.passwords import new_code
from tests.commands.conftest import Told

PASSWORD = "Đoàn kết 1948"
NAME, CARD, IDENTITY = "Trần Thị Chim Hoàng Yến", "987654321098", "079187654321"
CANARIES = (NAME, unicodedata.normalize("NFD", NAME), "chim hoang yen", CARD, IDENTITY, PASSWORD)
LIST = (
    "Họ và tên,Ngày sinh,Giới tính,Số thẻ đảng viên,Số CCCD,Ngày vào Đảng,Chi bộ\n"
    f"{NAME},05/02/1960,Nữ,{CARD},{IDENTITY},03/02/1985,Chi bộ 1\n"
)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """All the program may write to: its data, and what the system calls temporary."""
    home = tmp_path / "máy"
    (home / "tạm").mkdir(parents=True)
    for name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "LOCALAPPDATA", "APPDATA", "HOME"):
        monkeypatch.setenv(name, str(home))
    for name in ("TMPDIR", "TEMP", "TMP"):
        monkeypatch.setenv(name, str(home / "tạm"))
    monkeypatch.setattr("tempfile.tempdir", None)
    yield home


def typed(capsys: pytest.CaptureFixture[str], *words: object) -> Told:
    capsys.readouterr()
    code = main([str(word) for word in words])
    return Told(code, *capsys.readouterr())


def found_in(folder: Path) -> dict[str, str]:
    """Which file holds which canary, in any of the ways a computer writes letters."""
    held = {}
    for path in (each for each in folder.rglob("*") if each.is_file()):
        content = path.read_bytes()
        for canary in CANARIES:
            if any(canary.encode(way) in content for way in ("utf-8", "utf-16-le")):
                held[str(path.relative_to(folder))] = canary
    return held


def day_of_work(folder: Path, out: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Found an office, lock it, import a list, look, print, back up, restore, and meet a bug."""
    store = folder / "so-hoc-tap" / "so-hoc-tap.sht"
    assert typed(capsys, "new", "--store", store, "--name", "Đảng ủy xã Hoa", "--parent", "Tỉnh ủy Thanh Hóa").code == 0
    assert typed(capsys, "password", "set", "--code", new_code(), "--store", store).code == 0
    listed = out / "danh sách.csv"
    listed.write_text(LIST, encoding="utf-8-sig")
    for words in (
        ("import", "members", listed, "--new-cell", "Chi bộ 1"),
        ("search", "chim hoang"),
        ("print", "member-register", "--out", out / "danh sách.xlsx"),
        ("backup", folder / "sao lưu.sht-backup"),
        ("verify", folder / "sao lưu.sht-backup"),
        ("restore", folder / "sao lưu.sht-backup"),
        ("undo",),
    ):
        told = typed(capsys, *words, "--store", store)
        assert told.code == 0, (words, told.err)
    try:
        raise ValueError(NAME)
    except ValueError as error:
        told_bug(error)


def test_nothing_left_behind_by_a_locked_store_names_anybody(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SO_HOC_TAP_PASSWORD", PASSWORD)
    monkeypatch.setenv("SO_HOC_TAP_NEW_PASSWORD", PASSWORD)
    out = tmp_path / "giấy tờ người dùng tự lưu"
    out.mkdir()
    day_of_work(folder, out, capsys)
    assert found_in(folder) == {}
    assert found_in(out) != {} and len(list(folder.rglob("*.sht-backup"))) >= 1


def test_the_scan_finds_what_a_plain_store_leaves(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    store, listed = folder / "so.sht", tmp_path / "danh sách.csv"
    listed.write_text(LIST, encoding="utf-8-sig")
    assert typed(capsys, "new", "--store", store, "--name", "Đảng ủy xã Hoa", "--parent", "Tỉnh ủy").code == 0
    assert typed(capsys, "import", "members", listed, "--new-cell", "Chi bộ 1", "--store", store).code == 0
    assert "so.sht" in found_in(folder)
