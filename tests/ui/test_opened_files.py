"""Files for the machine's own viewer: names that are free, and nothing left behind."""

from pathlib import Path

from desktop_app.ui.opened_files import folder, sweep, written


def test_a_name_a_viewer_still_holds_is_numbered(tmp_path: Path) -> None:
    names = [written(b"%PDF", tmp_path / "Danh sách.pdf").name for _ in range(3)]
    assert names == ["Danh sách.pdf", "Danh sách (2).pdf", "Danh sách (3).pdf"]


def test_sweeping_leaves_no_print_behind() -> None:
    folder().mkdir(parents=True)
    written(b"%PDF", folder() / "a.pdf")
    sweep()
    assert not list(folder().iterdir())


def test_there_is_nothing_to_sweep_before_the_first_file() -> None:
    sweep()
    assert not folder().exists()
