"""The monkey, for a little while: enough to see that it plays, and that nothing it touches raises."""

from pathlib import Path

from pytestqt.qtbot import QtBot

from build_scripts import monkey
from desktop_app.services.practice import create_practice

ACTIONS = 300


def test_random_hands_raise_no_error_and_leave_the_store_whole(tmp_path: Path, qtbot: QtBot) -> None:
    path = tmp_path / "p.sht"
    create_practice(path, members=120).close()
    told = monkey.play(path, ACTIONS, seed=1)
    assert (told["errors"], told["whole"]) == ({}, True)
    assert sum(told["kinds"].values()) == ACTIONS
