"""Every command in the hands of a user limited to two cells: what is said names nobody of another cell."""

from pathlib import Path

import pytest

from desktop_app.commands import COMMANDS
from desktop_app.services import organizations
from tests.commands.conftest import Typed
from tests.limited import ADMINISTRATOR, CANARY, CLERK, VIEWER, Office, copy_of, limited_office, opened, told

READS: tuple[tuple[str, ...], ...] = (
    ("imports",),
    ("members", "--limit", "1000"),
    ("search", "Hoàng Oanh"),
    ("search", "77700077"),
    ("person", "{own}"),
    ("person", "{other}"),
    ("bin",),
    ("tree",),
    ("blocks",),
    ("duplicates",),
    ("round", "list"),
    ("round", "show"),
    ("activities",),
    ("conference", "list"),
    ("venues",),
    ("seat", "--auto", "--dry-run"),
    ("scan",),
    ("close", "--check"),
    ("roll",),
    ("marks",),
    ("board",),
    ("diary",),
    ("head-count",),
    ("contradictions",),
    ("pages",),
    ("makeup-conference", "list"),
    ("essay", "list"),
    ("essay", "rules"),
    ("essay", "checkers"),
    ("attach",),
    ("summary",),
    ("figures",),
    ("outstanding",),
    ("coverage",),
    ("due",),
    ("dunning",),
    ("milestones",),
    ("plans",),
    ("forms",),
    ("documents",),
    ("terms",),
    ("signers",),
    ("wording", "result-report"),
    ("why", "must_attend", "--document", "1"),
    ("backups",),
    ("history",),
    ("history", "--outputs"),
    ("history", "--person", "{own}"),
    ("history", "--person", "{other}"),
    ("history", "--gesture", "2"),
    ("user", "list"),
    ("licences",),
    ("export", "members", "--out", "{out}.csv"),
    ("export", "members", "--out", "{out}.csv", "--cell", "{outside}"),
    ("essay", "sheet-out", "--to", "{folder}"),
    ("cards", "--out", "{out}.pdf"),
)
"""Commands that look."""
WRITES: tuple[tuple[str, ...], ...] = (
    ("mark", "--member", "{other}", "--status", "present"),
    ("mark", "--cell", "{outside}", "--status", "present"),
    ("makeup", "--member", "{other}", "--on", "2021-04-01"),
    ("essay", "receive", "--member", "{other}"),
    ("essay", "mark", "--member", "{other}", "--result", "passed"),
    ("essay", "withdraw", "--member", "{other}"),
    ("essay", "confirm", "--member", "{other}"),
    ("essay", "confirm", "--member", "{own}"),
    ("essay", "forward", "--confirmed"),
    ("admit", "{other}", "--on", "2021-04-01", "--decision", "1"),
    ("official", "{other}", "--on", "2021-04-01", "--decision", "1"),
    ("transfer", "{other}", "--cell", "{cell}", "--on", "2021-04-01"),
    ("away", "{own}", "--on", "2021-04-01", "--place", "Hà Nội"),
    ("host", "{other}", "--on", "2021-04-01", "--cell", "{cell}", "--from", "Hà Nội"),
    ("return", "{other}", "--on", "2021-04-01"),
    ("exempt", "{other}", "--on", "2021-04-01", "--reason", "ốm"),
    ("resume", "{other}", "--on", "2021-04-01"),
    ("died", "{other}", "--on", "2021-04-01"),
    ("left", "{other}", "--on", "2021-04-01", "--decision", "1", "--form", "xin ra"),
    ("office", "{other}", "Bí thư", "--on", "2021-04-01"),
    ("extend", "--member", "{other}", "--until", "2021-05-01", "--reason", "ốm"),
    ("extend", "--cell", "{outside}", "--until", "2021-05-01", "--reason", "ốm"),
    ("milestone", "add", "--title", "Báo cáo lạ", "--due", "2021-05-01"),
    ("milestone", "send", "--deadline", "Kế hoạch", "--cell", "{outside}"),
    ("milestone", "send", "--deadline", "Chương trình", "--office"),
    ("roll", "--freeze"),
    ("write-in", "--name", "Người lạ"),
    ("join", "{other}"),
    ("close", "--absent"),
    ("reopen", "--reason", "thử"),
    ("sheet", "in", "{out}.xlsx"),
    ("sheet", "out", "--cell", "{outside}", "--to", "{folder}"),
    ("essay", "sheet-in", "{out}.xlsx"),
    ("import", "members", "{list}"),
    ("round", "new", "--name", "Đợt lạ"),
    ("round", "copy", "--name", "Đợt lạ", "--starts-on", "2021-05-01"),
    ("conference", "new", "--name", "Hội nghị lạ", "--half-day", "2021-05-01 sáng"),
    ("makeup-conference", "new", "--all", "--name", "Học bù", "--half-day", "2021-05-01 sáng"),
    ("makeup-conference", "cover", "--conference", "1", "--half-day", "1"),
    ("reorganize", "rename", "{cell}", "Tên lạ", "--decision", "1", "--on", "2021-04-01"),
    ("reorganize", "split", "{cell}", "--part", "A", "{own}", "--decision", "1", "--on", "2021-04-01"),
    ("reorganize", "merge", "{cell}", "{outside}", "--name", "A", "--decision", "1", "--on", "2021-04-01"),
    ("reorganize", "move", "{cell}", "{outside}", "--decision", "1", "--on", "2021-04-01"),
    ("reorganize", "close", "{cell}", "--decision", "1", "--on", "2021-04-01"),
    ("undo",),
    ("undo", "2"),
    ("redo",),
    ("erase", "{other}"),
    ("backup", "{out}.sht-backup"),
    ("handover", "{folder}"),
    ("verify", "{out}.sht-backup"),
    ("restore", "{out}.sht-backup"),
    ("repair",),
    ("password", "remove"),
    ("password", "recovery", "--code", "1"),
    ("password", "set", "--code", "1"),
    ("user", "add", "Người lạ"),
    ("user", "cells", "Anh Hùng"),
    ("user", "password", "Chị Lan"),
    ("user", "remove", "Anh Hùng"),
    ("issue", "result-report"),
    ("print", "result-report", "--out", "{out}.pdf"),
)
"""Commands that would write of somebody outside, or of the whole office: all are refused."""

UNTRIED = {"demo", "new", "password change", "password code", "self-test"}
"""What opens no store of others, or changes only one's own password."""


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Office:
    return limited_office(tmp_path_factory.mktemp("limited") / "so.sht")


@pytest.fixture(scope="module")
def people(made: Office) -> dict[str, str]:
    """Words that stand for somebody inside and somebody outside."""
    store = opened(made.path, ADMINISTRATOR)
    inside = {each.id for each in made.cells}
    found = {
        "own": store.value(f"select code from member where full_name not like '{CANARY}%' and deleted = 0"),
        "other": store.value(f"select code from member where full_name like '{CANARY}%'"),
        "cell": made.cells[0].name,
        "outside": next(each.name for each in organizations.cells(store) if each.id not in inside),
    }
    store.close()
    return found


@pytest.fixture
def known(people: dict[str, str], tmp_path: Path) -> dict[str, str]:
    """Those words, and files of this test alone."""
    listed = tmp_path / "danh sách.csv"
    listed.write_text(f"Họ và tên,Ngày sinh,Chi bộ\nNguyễn Văn Mới,05/02/1960,{people['cell']}\n", "utf-8-sig")
    return people | {"list": str(listed), "out": str(tmp_path / "ra"), "folder": str(tmp_path)}


def as_holder(monkeypatch: pytest.MonkeyPatch, password: str) -> None:
    monkeypatch.setenv("SO_HOC_TAP_PASSWORD", password)
    monkeypatch.setenv("SO_HOC_TAP_NEW_PASSWORD", "một mật khẩu lạ")


@pytest.mark.parametrize("words", READS, ids=" ".join)
def test_what_a_command_shows_names_nobody_else(
    words: tuple[str, ...], made: Office, known: dict[str, str], anywhere: Typed, monkeypatch: pytest.MonkeyPatch
) -> None:
    as_holder(monkeypatch, VIEWER)
    said = anywhere("--store", made.path, "--json", *(each.format(**known) for each in words))
    assert said.code in (0, 1), said.err
    assert not told(said.out + said.err)
    for path in Path(known["folder"]).glob("ra*"):
        assert CANARY.encode() not in path.read_bytes()


@pytest.mark.parametrize("words", WRITES, ids=" ".join)
def test_what_would_reach_outside_is_refused_in_a_sentence_that_names_nobody(
    words: tuple[str, ...], made: Office, known: dict[str, str], anywhere: Typed, monkeypatch: pytest.MonkeyPatch
) -> None:
    as_holder(monkeypatch, CLERK)
    said = anywhere("--store", made.path, *(each.format(**known) for each in words))
    assert said.code == 1, (said.out, said.err)
    assert said.err.strip() and not told(said.out + said.err)


def test_the_administrator_is_shown_them_all(
    made: Office, people: dict[str, str], anywhere: Typed, monkeypatch: pytest.MonkeyPatch
) -> None:
    """So that the words looked for above are really there to be found."""
    as_holder(monkeypatch, ADMINISTRATOR)
    for words in (("members", "--limit", "1000"), ("marks",), ("essay", "list"), ("history",), ("venues",)):
        assert told(anywhere("--store", made.path, "--json", *words).out), words


def test_a_clerk_marks_their_own_people_by_command(
    made: Office, people: dict[str, str], tmp_path: Path, anywhere: Typed, monkeypatch: pytest.MonkeyPatch
) -> None:
    as_holder(monkeypatch, CLERK)
    path = copy_of(made, tmp_path).path
    said = anywhere("--store", path, "mark", "--member", people["own"], "--status", "có mặt", "--moved")
    assert said.code == 0, said.err
    assert anywhere("--store", path, "undo").code == 0


def test_users_are_given_cells_by_command_and_listed_with_them(
    made: Office, people: dict[str, str], anywhere: Typed, monkeypatch: pytest.MonkeyPatch
) -> None:
    as_holder(monkeypatch, ADMINISTRATOR)
    typed = ("--store", made.path, "--json")
    added = anywhere(*typed, "user", "add", "Cô Ba", "--role", "viewer", "--cells", people["cell"]).data
    assert added == {"name": "Cô Ba", "role": "viewer", "cells": [people["cell"]]}
    changed = anywhere(*typed, "user", "cells", "Cô Ba", "--cells", people["cell"], people["outside"]).data
    assert changed["role"] == "viewer" and changed["cells"] == [people["cell"], people["outside"]]
    listed = {each["name"]: each["cells"] for each in anywhere(*typed, "user", "list").data["users"]}
    assert listed["Chị Lan"] is None and sorted(listed["Cô Ba"]) == sorted(changed["cells"])
    assert "2 chi bộ: " in anywhere("--store", made.path, "user", "list").out
    assert anywhere(*typed, "user", "cells", "Cô Ba").data["cells"] == []
    assert anywhere(*typed, "user", "remove", "Cô Ba").code == 0


def test_commands_that_look_are_all_tried() -> None:
    """A command yet to be written must be put in one of the lists."""
    tried = {" ".join(words[:2]) for words in (*READS, *WRITES)} | {words[0] for words in (*READS, *WRITES)}
    left = {" ".join(each.words) for each in COMMANDS} - tried
    assert left == UNTRIED
