"""The scanner's file by command: counted by outcome, twice harmless, the wrong clock told, listed again."""

from pathlib import Path

from tests.commands.conftest import Typed

DAY = ("--half-day", "03/04/2021 sáng")


def blank(practice: Typed, tmp_path: Path, lines: str) -> Path:
    """A second conference of one morning, frozen and not marked, and the file of a scanner."""
    practice("conference", "new", "--name", "Hội nghị hai", "--half-day", "2021-04-03 sáng")
    practice("roll", "--freeze")
    path = tmp_path / "may 1.txt"
    path.write_text(lines, encoding="utf-8")
    return path


def test_a_file_marks_and_counts_by_outcome(practice: Typed, codes: list[str], tmp_path: Path) -> None:
    path = blank(practice, tmp_path, f"{codes[0]};03/04/2021 07:05:00\n{codes[0]};03/04/2021 07:05:02\n0001230\nx\n")
    told = practice("scan", path, *DAY, "--json").data
    assert told["counts"] == {"marked": 1, "repeated": 1, "unknown": 1}
    assert (told["device"], told["read"], told["again"], len(told["problems"])) == ("may 1", 3, 0, 1)


def test_a_file_read_in_twice_changes_nothing(practice: Typed, codes: list[str], tmp_path: Path) -> None:
    path = blank(practice, tmp_path, f"{codes[0]};03/04/2021 07:05:00\n{codes[1]}\n")
    practice("scan", path, *DAY)
    before = practice("scan", "--json").data["scans"]
    told = practice("scan", path, *DAY, "--json").data
    assert (told["counts"], told["again"]) == ({}, 2)
    assert practice("scan", "--json").data["scans"] == before and len(before) == 2


def test_a_clock_of_another_day_is_told(practice: Typed, codes: list[str], tmp_path: Path) -> None:
    path = blank(practice, tmp_path, f"{codes[0]};01/01/2000 00:05:00\n")
    assert "hãy xem lại đồng hồ" in practice("scan", path, *DAY).out


def test_the_whole_file_is_taken_back_in_one_step(practice: Typed, codes: list[str], tmp_path: Path) -> None:
    path = blank(practice, tmp_path, "\n".join(codes))
    practice("scan", path, *DAY)
    practice("undo")
    assert practice("scan", "--json").data["scans"] == []


def test_scans_are_listed_by_outcome(practice: Typed, codes: list[str], tmp_path: Path) -> None:
    path = blank(practice, tmp_path, f"{codes[0]}\n0001230\n")
    practice("scan", path, *DAY)
    listed = practice("scan", "--outcome", "mã không có trong sổ", "--json").data["scans"]
    assert [each["code"] for each in listed] == ["0001230"]


def test_a_file_without_a_half_day_is_refused(practice: Typed, codes: list[str], tmp_path: Path) -> None:
    told = practice("scan", blank(practice, tmp_path, codes[0]))
    assert told.code == 1 and "--half-day" in told.err
