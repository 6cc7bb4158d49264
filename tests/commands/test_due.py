"""Last days by command: reports added and sent, tasks of plans, who owes what on a day, extensions."""

from pathlib import Path

import pytest

from tests.commands.conftest import Typed

PLAN = "Kế hoạch hành động thử"


@pytest.fixture
def planned(practice: Typed) -> Typed:
    """The practice office with a plan every cell owes by the second quarter."""
    told = practice("milestone", "add", "--title", PLAN, "--kind", "kế hoạch", "--due", "quý II", "--owed-by", "cells")
    assert told.code == 0, told.err
    return practice


def mine(practice: Typed, *words: str) -> list[dict[str, object]]:
    told = practice("milestones", *words, "--json").data
    return [line for line in told["milestones"] if line["title"] == PLAN]


def test_words_of_a_deadline_become_its_last_day(planned: Typed) -> None:
    lines = mine(planned)
    assert len(lines) == 36 and {line["due_on"] for line in lines} == {"2021-06-30"}


def test_a_deadline_that_is_no_date_is_refused(practice: Typed) -> None:
    told = practice("milestone", "add", "--title", PLAN, "--due", "bao giờ cũng được")
    assert told.code == 1 and "không đọc được thành hạn" in told.err


def test_a_plan_sent_by_two_cells_is_recorded_and_taken_back(planned: Typed) -> None:
    words = ("--deadline", PLAN, "--cell", "Đội Cung 1", "Đội Cung 2")
    assert planned("milestone", "send", *words, "--on", "05/04/2021", "--json").data["recorded"] == 2
    sent = [line["unit"] for line in mine(planned) if line["state"] == "sent"]
    assert sent == ["Đội Cung 1", "Đội Cung 2"]
    assert planned("milestone", "send", *words, "--take-back", "--json").data["taken_back"] == 2
    assert not [line for line in mine(planned) if line["state"] == "sent"]


def test_on_the_day_after_a_plan_is_late(planned: Typed) -> None:
    assert {line["state"] for line in mine(planned, "--on", "30/06/2021")} == {"soon"}
    assert {line["state"] for line in mine(planned, "--on", "01/07/2021")} == {"late"}
    assert "Quá hạn, chưa gửi" in planned("milestones", "--on", "01/07/2021").out


def test_what_is_due_stands_by_its_last_day_with_names(planned: Typed) -> None:
    told = planned("due", "--on", "11/04/2021", "--json").data["due"]
    days = [item["due_on"] for item in told if item["due_on"]]
    assert days == sorted(days)
    assert {item["kind"] for item in told} == {"study", "essay", "report"}
    assert all(item["name"] for item in told)


def test_a_person_is_granted_more_time_and_it_is_taken_back(practice: Typed) -> None:
    item = next(
        e for e in practice("due", "--json").data["due"] if e["kind"] == "essay" and e["due_on"] == "2021-04-10"
    )
    told = practice("extend", "--member", item["code"], "--until", "20/04/2021", "--reason", "ốm", "--json")
    grant = told.data["extensions"][0]
    assert (grant["name"], grant["until"]) == (item["name"], "2021-04-20")
    found = next(e for e in practice("due", "--json").data["due"] if e["code"] == item["code"] and e["kind"] == "essay")
    assert (found["due_on"], found["extended"]) == ("2021-04-20", True)
    assert practice("extend", "--remove", grant["id"], "--json").data["extensions"] == []


def test_a_cell_is_granted_more_time_for_its_plan(planned: Typed) -> None:
    words = ("--deadline", PLAN, "--cell", "Đội Cung 1", "--until", "15/07/2021", "--reason", "đại hội chi bộ")
    assert planned("extend", *words).code == 0
    assert {line["unit"]: line["due_on"] for line in mine(planned)}["Đội Cung 1"] == "2021-07-15"


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("extend", "--cell", "Đội Cung 1", "--until", "01/04/2021", "--reason", "ốm"), "phải sau hạn"),
        (("extend", "--cell", "Đội Cung 1"), "--until"),
        (("extend", "--until", "01/05/2021", "--reason", "ốm"), "Chưa chọn ai"),
        (("milestone", "send", "--deadline", "Không có", "--office"), "các báo cáo của đợt"),
        (("milestone", "send", "--deadline", PLAN), "Chưa chọn đơn vị"),
        (("plans", "--deadline", PLAN, "--add", "Họp"), "Chưa ghi đơn vị"),
        (("plans", "--deadline", PLAN, "--cell", "Đội Cung 1", "--done", "2"), "chỉ có 0 nhiệm vụ"),
    ],
)
def test_bad_words_are_answered_by_a_sentence(planned: Typed, words: tuple[str, ...], said: str) -> None:
    told = planned(*words)
    assert told.code == 1 and said in told.err


def tasks(practice: Typed) -> list[dict[str, object]]:
    return [task for task in practice("plans", "--json").data["tasks"] if task["plan"] == PLAN]


def test_tasks_of_a_plan_are_added_done_and_listed(planned: Typed) -> None:
    at = ("--deadline", PLAN, "--cell", "Đội Cung 1")
    planned("plans", *at, "--add", "Họp quán triệt | Bí thư | 01/04/2021", "--add", "Thi đua")
    found = [(task["title"], task["owner"], task["late"]) for task in tasks(planned)]
    assert found == [("Họp quán triệt", "Bí thư", True), ("Thi đua", None, False)]
    planned("plans", *at, "--done", "1", "--on", "05/04/2021", "--result", "Xong")
    assert tasks(planned)[0]["result"] == "Xong"


def test_a_copy_of_what_was_sent_is_kept_with_it(planned: Typed, tmp_path: Path) -> None:
    paper = tmp_path / "ke-hoach.pdf"
    paper.write_bytes(b"%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n")
    words = ("--deadline", PLAN, "--cell", "Đội Cung 1", "--on", "05/04/2021")
    assert planned("milestone", "send", *words, "--file", paper, "--json").data["files"] == ["ke-hoach.pdf"]
    assert "đã được đính kèm" in planned("milestone", "send", *words, "--file", paper).err


def test_a_file_that_is_none_leaves_nothing_recorded(planned: Typed, tmp_path: Path) -> None:
    words = ("--deadline", PLAN, "--cell", "Đội Cung 1", "--on", "05/04/2021")
    assert planned("milestone", "send", *words, "--file", tmp_path / "khong-co.pdf").code == 1
    assert not [line for line in mine(planned) if line["state"] == "sent"]


def test_each_cell_is_reminded_of_its_own(planned: Typed) -> None:
    told = planned("dunning", "--on", "01/07/2021", "--json").data["cells"]
    assert len(told) == 36 and all(PLAN in [line["title"] for line in cell["reports"]] for cell in told)
    owed = {item["code"] for item in planned("due", "--on", "01/07/2021", "--json").data["due"] if item["code"]}
    assert {p["code"] for cell in told for p in (*cell["not_studied"], *cell["essays_owed"])} == owed
