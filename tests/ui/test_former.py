"""The former program stays until this one has opened a store."""

from pathlib import Path

import pytest

from desktop_app.ui import former


@pytest.fixture
def program(tmp_path: Path) -> Path:
    for name in ("SoHocTap", "SoHocTap-truoc"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "so-hoc-tap.exe").write_bytes(b"MZ")
    return tmp_path / "SoHocTap"


def test_the_former_program_stays_while_no_store_was_opened(program: Path) -> None:
    former.remove(program)
    assert program.with_name("SoHocTap-truoc").is_dir()


def test_the_former_program_goes_once_a_store_was_opened(program: Path) -> None:
    former.opened()
    former.remove(program)
    assert program.is_dir() and not program.with_name("SoHocTap-truoc").exists()


def test_what_another_version_opened_proves_nothing(program: Path) -> None:
    former.opened()
    former.marker().write_text("0.0.1", encoding="utf-8")
    former.remove(program)
    assert program.with_name("SoHocTap-truoc").is_dir()


def test_a_program_run_from_its_source_has_no_folder() -> None:
    assert former.frozen_folder() is None
