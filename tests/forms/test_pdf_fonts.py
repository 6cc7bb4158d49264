"""Which typeface is taken."""

import shutil
from pathlib import Path

import pytest

from desktop_app.forms.pdf_fonts import BOLD, LIBERATION, TIMES, installed_faces
from desktop_app.paths import resource


def test_the_shipped_face_is_taken_where_times_is_missing(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("WINDIR", str(tmp_path))
    assert installed_faces().family == "Liberation Serif"


def test_times_of_the_machine_is_taken_where_all_four_faces_are_there(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "Fonts").mkdir()
    for shipped, system in zip(LIBERATION, TIMES, strict=True):
        shutil.copy(resource("fonts", shipped), tmp_path / "Fonts" / system)
    monkeypatch.setenv("WINDIR", str(tmp_path))
    assert installed_faces().family == "Times New Roman"


def test_a_broken_times_is_passed_over(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "Fonts").mkdir()
    for name in TIMES:
        (tmp_path / "Fonts" / name).write_bytes(b"not a font at all")
    monkeypatch.setenv("WINDIR", str(tmp_path))
    assert installed_faces().family == "Liberation Serif"


def test_the_name_of_the_party_is_as_wide_as_in_times() -> None:
    assert installed_faces()[BOLD].width("ĐẢNG CỘNG SẢN VIỆT NAM", 15) == pytest.approx(206.7, abs=0.5)
