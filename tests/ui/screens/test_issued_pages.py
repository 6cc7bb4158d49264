"""The register of issued documents, one of its documents, and why its figures are others now."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from db.values import MarkStatus
from desktop_app.services import attendance, issuing
from desktop_app.ui.desk import Desk
from desktop_app.ui.screens.issued_page import IssuedPage
from desktop_app.ui.screens.issued_print import IssuedPrint
from desktop_app.ui.screens.person_page import PersonPage
from desktop_app.ui.screens.why_page import WhyPage, open_why
from tests.round_office import SmallRound
from tests.ui.conftest import Answers
from tests.ui.hands import dialog, named, pressed, rows, shown
from tests.ui.screens.printed_office import opened, printed_office, sent_out

Office = tuple[Desk, SmallRound]


@pytest.fixture
def office(store_path: Path, qtbot: QtBot) -> Iterator[Office]:
    with printed_office(store_path) as made:
        yield made


def test_the_register_lists_what_went_out_and_finds_it_by_its_words(office: Office, qtbot: QtBot) -> None:
    desk, made = office
    sent_out(desk, made)
    sent_out(desk, made, "plan")
    page = IssuedPage(desk)
    opened(page, qtbot)
    assert {row[0] for row in rows(page)} == {"Số 01-BC/ĐU", "Số 01-KH/ĐU"}
    page.look_for("01-kh")
    assert [row[0] for row in rows(page)] == ["Số 01-KH/ĐU"]


def test_an_empty_register_says_how_a_document_gets_into_it(office: Office, qtbot: QtBot) -> None:
    page = opened(IssuedPage(office[0]), qtbot)
    assert "rồi bấm “Phát hành…”" in shown(page)
    with qtbot.waitSignal(office[0].place_wanted) as wanted:
        pressed(page, "Đến In ấn")
    assert wanted.args == ["printing", ""]


def test_a_withdrawn_document_stays_with_its_reason(office: Office, qtbot: QtBot) -> None:
    desk, made = office
    sent_out(desk, made)
    page = IssuedPage(desk)
    opened(page, qtbot)
    page.table.selectRow(0)
    pressed(page, "Thu hồi…")
    named(dialog(page), QLineEdit, "Lý do").setText("sai số liệu")
    pressed(dialog(page), "Thu hồi")
    assert rows(page)[0][-1].endswith(": sai số liệu")


def test_the_pages_of_that_day_are_shown_and_saved_byte_for_byte(
    office: Office, qtbot: QtBot, answers: Answers, tmp_path: Path
) -> None:
    desk, made = office
    gone = sent_out(desk, made)
    page = IssuedPrint(desk, gone.id)
    opened(page, qtbot)
    assert page.pages.view.page_count() > 1 and "nhiệm kỳ 2020 - 2025" in shown(page)
    answers.coming.append(tmp_path / "a.pdf")
    pressed(page, "Lưu PDF…")
    assert (tmp_path / "a.pdf").read_bytes() == issuing.reprint(desk.store, gone.id)


def marked_since(desk: Desk, made: SmallRound) -> str:
    """Someone who was absent is found to have attended after the report went out; their name."""
    name = "Phan Thị Chi"
    places = [(half_day_id, made.people[name]) for half_day_id in made.half_day_ids]
    attendance.mark(desk.store, made.conference_id, places, MarkStatus.PRESENT, moved=True)
    return name


def test_who_makes_the_difference_is_named_with_what_was_done(office: Office, qtbot: QtBot) -> None:
    desk, made = office
    gone = sent_out(desk, made)
    name = marked_since(desk, made)
    page = WhyPage(desk, gone.id)
    opened(page, qtbot)
    differing = {row.figure for row in page.figures.rows if row.moved}
    assert {"attended", "studied", "not_studied", "absent_excused"} <= differing
    assert [reason.full_name for reason in page.people.reasons] == [name] and page.people.reasons[0].joined
    with qtbot.waitSignal(desk.page_opened) as person:
        page.people.open(0)
    assert person.args is not None and isinstance(person.args[0], PersonPage)
    qtbot.addWidget(person.args[0])


def test_a_document_without_figures_says_so(office: Office, qtbot: QtBot) -> None:
    desk, made = office
    with qtbot.waitSignal(desk.refused) as told:
        open_why(desk, sent_out(desk, made, "plan"))
    assert told.args is not None and "hãy chọn báo cáo kết quả" in told.args[0]


def test_a_person_sees_the_documents_that_name_them(office: Office, qtbot: QtBot) -> None:
    desk, made = office
    gone = sent_out(desk, made)
    page = PersonPage(desk, made.people["Nguyễn Văn An"])
    opened(page, qtbot)
    page.tabs.setCurrentIndex(page.tabs.count() - 1)
    assert rows(page.tabs.currentWidget())[0][0] == gone.symbol
