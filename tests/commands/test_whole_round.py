"""The office's whole round by commands alone, from an Excel list to a restored backup."""

from pathlib import Path

from pypdf import PdfReader

from tests.commands.conftest import Typed
from tests.commands.lists import member_list

SLOTS = ("27/03/2021 sáng", "27/03/2021 chiều")


def set_up(office: Typed, tmp_path: Path) -> list[str]:
    """Members, round, conference and venues; the codes in list order."""
    office("import", "members", member_list(tmp_path / "ds.xlsx"))
    office("round", "new", "--name", "Nghị quyết XIII", "--essay-by", "10/04/2021")
    days = [word for each in SLOTS for word in ("--half-day", each)]
    office("conference", "new", "--name", "Hội nghị trực tuyến", *days, "--topic", "Chuyên đề 1 | Lê Hải, Bí thư")
    office("venues", "--add", "Hội trường", "--cells", "Đội Cung 1")
    office("venues", "--add", "Nhà văn hóa", "--cells", "Chi bộ Thọ Hạc 2")
    return [person["code"] for person in office("members", "--json").data["members"]]


def study(office: Typed, codes: list[str]) -> None:
    """All are present but the last two, one of whom makes up; three essays, one to be rewritten."""
    office("roll", "--freeze")
    office("mark", "--member", *codes[2:], "--status", "2", "--reason", "ốm")
    office("mark", "--all", "--status", "có mặt", "--fill")
    office("makeup", "--member", codes[2], "--on", "2021-04-02", "--confirmed-by", "Bí thư chi bộ")
    office("essay", "receive", "--member", *codes[:3], "--on", "05/04/2021", "--handwritten")
    office("essay", "mark", "--member", *codes[:2], "--result", "đạt")
    office("essay", "mark", "--member", codes[2], "--result", "viết lại")


def test_the_figures_of_the_round_are_those_that_were_typed(office: Typed, tmp_path: Path) -> None:
    study(office, set_up(office, tmp_path))
    total = office("summary", "--json").data["total"]
    assert (total["total"], total["must_attend"], total["attended"], total["absent_excused"]) == (4, 4, 2, 2)
    assert (total["made_up"], total["studied"], total["studied_percent"]) == (1, 3, "75,00")
    assert (total["must_write"], total["handed_in"], total["passed"], total["rewrite"]) == (4, 3, 2, 1)


def test_a_row_of_the_summary_stands_for_each_cell(office: Typed, tmp_path: Path) -> None:
    study(office, set_up(office, tmp_path))
    told = office("summary", "--round", "Nghị quyết XIII", "--json").data
    assert told["round"]["name"] == "Nghị quyết XIII"
    assert [(row["name"], row["must_attend"]) for row in told["rows"]] == [("Đội Cung 1", 2), ("Thọ Hạc 2", 2)]


def test_who_still_owes_something_is_named(office: Typed, tmp_path: Path) -> None:
    codes = set_up(office, tmp_path)
    study(office, codes)
    told = office("outstanding", "--json").data
    assert [each["code"] for each in told["not_studied"]] == codes[3:]
    assert [(each["code"], each["state"]) for each in told["essays_owed"]] == [(codes[2], "rewrite")]
    assert told["essays_not_due"] == office("summary", "--json").data["total"]["essays_not_due"] == 1


def test_every_form_prints_or_says_what_is_missing(office: Typed, tmp_path: Path) -> None:
    study(office, set_up(office, tmp_path))
    refused = 0
    for form in office("forms", "--json").data["forms"]:
        told = office("print", form["id"], "--out", tmp_path / "out.pdf", "--json")
        if told.code == 1:
            refused += 1
            assert "hãy" in told.err.lower()
        else:
            assert len(PdfReader(tmp_path / "out.pdf").pages) == told.data["pages"]
    assert refused < 10


def test_a_backup_brings_the_round_back(office: Typed, office_path: Path, tmp_path: Path) -> None:
    study(office, set_up(office, tmp_path))
    before = office("summary", "--json").data
    backup = tmp_path / "so.sht-backup"
    assert office("backup", backup).code == 0
    assert office("verify", backup, "--json").data["members"] == 4
    office_path.unlink()
    assert office("restore", backup).code == 0
    assert office("summary", "--json").data == before
