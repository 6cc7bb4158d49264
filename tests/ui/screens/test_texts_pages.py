"""Words changed by hand: of one document, and of a form for good."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.forms import documents
from desktop_app.forms.form import Subject
from desktop_app.forms.issue import kept_edits, prepared
from desktop_app.forms.plain import plain_text
from desktop_app.services import wordings
from desktop_app.ui.desk import Desk
from desktop_app.ui.screens.edit_words_page import EditWordsPage
from desktop_app.ui.screens.wording_page import WordingPage
from tests.round_office import SmallRound
from tests.ui.conftest import Answers
from tests.ui.hands import named, pressed, rows, shown
from tests.ui.screens.printed_office import opened, printed_office

REPORT = documents.form("result-report")
Office = tuple[Desk, SmallRound]


@pytest.fixture
def office(store_path: Path, qtbot: QtBot) -> Iterator[Office]:
    with printed_office(store_path) as made:
        yield made


@pytest.fixture
def page(office: Office, qtbot: QtBot) -> EditWordsPage:
    desk, made = office
    subject = Subject(round_id=made.round_id)
    made_page = EditWordsPage(desk, REPORT, subject, REPORT.document(desk.store, subject))
    opened(made_page, qtbot)
    return made_page


def mine(page: QWidget) -> QPlainTextEdit:
    return named(page, QPlainTextEdit, "Sửa thành")


def test_a_text_said_otherwise_is_printed_so_and_can_be_taken_back(page: EditWordsPage, office: Office) -> None:
    desk, _ = office
    page.table.selectRow(2)
    mine(page).setPlainText("Đảng ủy đã chỉ đạo chặt chẽ.")
    pressed(page, "Ghi")
    assert "Đảng ủy đã chỉ đạo chặt chẽ." in plain_text(prepared(desk.store, REPORT, page.subject))
    assert rows(page)[2][2] == "đã sửa"
    desk.undo()
    assert kept_edits(desk.store, REPORT, page.subject) == {} and mine(page).toPlainText() == rows(page)[2][1]


def test_going_to_another_text_keeps_what_was_typed(page: EditWordsPage, office: Office) -> None:
    page.table.selectRow(2)
    mine(page).setPlainText("Câu đang gõ.")
    page.table.selectRow(4)
    assert list(kept_edits(office[0].store, REPORT, page.subject).values()) == ["Câu đang gõ."]
    assert mine(page).toPlainText() == rows(page)[4][1]


def test_leaving_the_page_keeps_what_was_typed(page: EditWordsPage, office: Office) -> None:
    page.table.selectRow(2)
    mine(page).setPlainText("Câu đang gõ.")
    page.hide()
    assert list(kept_edits(office[0].store, REPORT, page.subject).values()) == ["Câu đang gõ."]


def test_a_text_that_drops_a_figure_is_told(page: EditWordsPage) -> None:
    row = next(at for at, (_, text, _) in enumerate(rows(page)) if "100 %" in text)
    page.table.selectRow(row)
    mine(page).setPlainText("Chỉ tiêu của đợt: toàn thể đảng viên.")
    pressed(page, "Ghi")
    assert "đã bỏ số 100" in shown(page)


def test_a_text_as_it_comes_is_had_back(page: EditWordsPage, office: Office) -> None:
    page.table.selectRow(2)
    before = mine(page).toPlainText()
    mine(page).setPlainText("Câu khác.")
    pressed(page, "Ghi")
    pressed(page, "Trả lại nguyên văn")
    assert mine(page).toPlainText() == before
    assert kept_edits(office[0].store, REPORT, page.subject) == {}


def test_everything_is_had_back_after_a_question(page: EditWordsPage, office: Office, answers: Answers) -> None:
    page.table.selectRow(2)
    mine(page).setPlainText("Câu khác.")
    pressed(page, "Ghi")
    answers.coming.append(True)
    pressed(page, "Trả lại tất cả")
    assert kept_edits(office[0].store, REPORT, page.subject) == {}


def test_the_words_of_a_form_hold_from_then_on(office: Office, qtbot: QtBot) -> None:
    desk, made = office
    page = WordingPage(desk, documents.form("summons"))
    opened(page, qtbot)
    page.table.selectRow(2)
    mine(page).setPlainText("Trang phục: áo trắng, quần sẫm màu.")
    pressed(page, "Ghi")
    said = plain_text(documents.form("summons").document(desk.store, Subject(conference_id=made.conference_id)))
    assert "áo trắng, quần sẫm màu" in said


def test_a_field_the_form_does_not_know_is_refused_under_the_box(office: Office, qtbot: QtBot) -> None:
    page = WordingPage(office[0], documents.form("summons"))
    opened(page, qtbot)
    page.table.selectRow(0)
    assert "Trường dùng được" in shown(page)
    mine(page).setPlainText("Mời {ten} dự học.")
    pressed(page, "Ghi")
    assert "không có trường {ten}" in shown(page) and mine(page).toPlainText() == "Mời {ten} dự học."
    assert wordings.wording(office[0].store, "summons") == {}
    mine(page).setPlainText("")
