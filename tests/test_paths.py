"""Where files lie."""

import os
import sys
from pathlib import Path

import pytest

from desktop_app.paths import data_folder, default_store, file_only, resource


def test_resources_lie_beside_the_source() -> None:
    assert resource("fonts", "LiberationSerif-Regular.ttf").is_file()


def test_a_frozen_program_looks_where_it_was_unpacked(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(sys, "_MEIPASS", str(tmp_path), raising=False)
    assert resource("icons", "a.svg") == tmp_path / "resources" / "icons" / "a.svg"


@pytest.mark.skipif(sys.platform == "win32", reason="the folder of a Linux desktop")
def test_the_store_lies_in_the_folder_the_desktop_names(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    assert default_store() == tmp_path / "so-hoc-tap" / "so-hoc-tap.sht"


def test_on_windows_the_store_lies_in_the_local_folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(sys, "platform", "win32")
    monkeypatch.setenv("LOCALAPPDATA", str(tmp_path))
    assert data_folder() == tmp_path / "SoHocTap"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no such devices here")
def test_a_finished_file_takes_the_place_of_files_only(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "device")
    (tmp_path / "file").touch()
    assert file_only(tmp_path / "file") == tmp_path / "file"
    assert file_only(tmp_path / "new") == tmp_path / "new"
    for kept in (tmp_path / "device", tmp_path):
        with pytest.raises(OSError, match="not a file"):
            file_only(kept)
