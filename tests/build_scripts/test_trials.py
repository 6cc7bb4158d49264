"""Where the built program is tried; trying it takes minutes and is done by hand."""

from pathlib import Path

from build_scripts import trials


def test_a_long_path_has_as_many_signs_as_wanted(tmp_path: Path) -> None:
    assert len(str(trials.long_path(tmp_path, "so-hoc-tap.sht") / "so-hoc-tap.sht")) == trials.LONG


def test_a_fresh_logon_knows_nothing_of_python_or_of_a_display() -> None:
    told = {"PATH": "/bin", "PYTHONPATH": "x", "DISPLAY": ":0", "QT_QPA_PLATFORM": "offscreen", "XDG_DATA_HOME": "y"}
    assert trials.plain(told) == {"PATH": "/bin"}


def test_the_profile_was_never_used_and_what_is_not_to_be_named_is_not(tmp_path: Path) -> None:
    program = trials.Program(tmp_path / "p", tmp_path / "sổ", {"TMPDIR": None})
    assert list(program.home.iterdir()) == [] and program.environment["HOME"] == str(program.home)
    assert "TMPDIR" not in program.environment and program.environment["TEMP"] == str(program.home)


def test_no_place_stands_for_two(tmp_path: Path) -> None:
    tried = [folder for _, program, office, _ in trials.places(tmp_path) for folder in (program, office)]
    assert len(set(tried)) == len(tried) == 10


def test_the_program_is_left_without_a_file_to_write(tmp_path: Path) -> None:
    (tmp_path / "x").write_text("", encoding="utf-8")
    trials.read_only(tmp_path)
    assert (tmp_path / "x").stat().st_mode & 0o222 == 0
    tmp_path.chmod(0o755)
