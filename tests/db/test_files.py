"""Files put in their place: whole under their name, also where something holds them for a while."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from db.files import PATIENCE, copy_file, discard, free_name, replace

Held = Callable[[int], None]


@pytest.fixture
def held(monkeypatch: pytest.MonkeyPatch) -> Held:
    """Make the first renames fail as they do on Windows while a virus scanner holds the file."""
    real = os.replace

    def hold(times: int, code: int = 32) -> None:
        left = iter(range(times))

        def fail(source: Path, target: Path) -> None:
            if next(left, None) is None:
                real(source, target)
                return
            error = PermissionError("held")
            error.winerror = code  # type: ignore[attr-defined]
            raise error

        monkeypatch.setattr(os, "replace", fail)

    return hold


@pytest.fixture
def pair(tmp_path: Path) -> tuple[Path, Path]:
    new, old = tmp_path / "mới", tmp_path / "cũ"
    new.write_text("mới", encoding="utf-8")
    old.write_text("cũ", encoding="utf-8")
    return new, old


def test_a_file_held_for_a_while_is_replaced_all_the_same(held: Held, pair: tuple[Path, Path]) -> None:
    waits: list[float] = []
    held(4)
    replace(*pair, sleep=waits.append)
    assert pair[1].read_text(encoding="utf-8") == "mới"
    assert len(waits) == 4 and waits == sorted(waits)


def test_a_file_held_for_good_is_given_up_after_half_a_minute(held: Held, pair: tuple[Path, Path]) -> None:
    waits: list[float] = []
    held(10_000)
    with pytest.raises(PermissionError):
        replace(*pair, sleep=waits.append)
    assert PATIENCE <= sum(waits) <= PATIENCE + 1
    assert pair[1].read_text(encoding="utf-8") == "cũ"


def test_a_folder_that_may_not_be_written_is_told_at_once(
    monkeypatch: pytest.MonkeyPatch, pair: tuple[Path, Path]
) -> None:
    def refuse(source: Path, target: Path) -> None:
        raise PermissionError("not yours")

    monkeypatch.setattr(os, "replace", refuse)
    waits: list[float] = []
    with pytest.raises(PermissionError):
        replace(*pair, sleep=waits.append)
    assert waits == []


def test_a_copy_is_the_same_and_leaves_nothing_beside_it(pair: tuple[Path, Path], tmp_path: Path) -> None:
    copy_file(pair[0], tmp_path / "bản sao")
    assert sorted(path.name for path in tmp_path.glob("*") if path.is_file()) == ["bản sao", "cũ", "mới"]
    assert (tmp_path / "bản sao").read_bytes() == pair[0].read_bytes()


def test_a_name_that_is_taken_is_numbered(pair: tuple[Path, Path]) -> None:
    assert free_name(pair[0]).name == "mới-2"
    assert free_name(pair[0].with_name("khác")).name == "khác"


def test_a_file_that_cannot_be_taken_away_is_let_be(tmp_path: Path) -> None:
    kept = tmp_path / "thư mục"
    kept.mkdir()
    discard(kept)
    discard(tmp_path / "không có")
    assert kept.is_dir()
