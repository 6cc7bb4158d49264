"""Issuing from the print centre: the dialog, the term asked for first, what comes of it."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.forms import documents
from desktop_app.forms.form import Subject
from desktop_app.services import issuing, terms
from desktop_app.services.office import save_setting
from desktop_app.ui.desk import Desk
from desktop_app.ui.screens.issue_dialog import issue_shown
from desktop_app.ui.screens.issued_print import IssuedPrint
from desktop_app.ui.screens.print_work import Printed, Shown, compose
from desktop_app.ui.screens.printing import PrintScreen
from tests.round_office import SmallRound
from tests.ui.conftest import Answers
from tests.ui.hands import dialog, named, pressed, shown
from tests.ui.screens.printed_office import printed_office, sent_out

Office = tuple[Desk, SmallRound]


@pytest.fixture
def office(store_path: Path, qtbot: QtBot) -> Iterator[Office]:
    with printed_office(store_path) as made:
        yield made


def printed(desk: Desk, made: SmallRound, form_id: str = "result-report") -> Shown:
    """What the print centre would show of a form."""
    form, subject = documents.form(form_id), Subject(round_id=made.round_id)
    pages = compose(desk.store, lambda done, total: None, form, subject, lambda: True)
    assert isinstance(pages, Printed)
    return Shown(form=form, subject=subject, printed=pages, about=())


@pytest.fixture
def over(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    made.show()
    return made


def test_the_document_shown_goes_out_and_its_own_pages_are_opened(
    office: Office, qtbot: QtBot, answers: Answers
) -> None:
    desk, made = office
    answers.coming.append(True)
    screen = PrintScreen(desk, "result-report", Subject(round_id=made.round_id))
    qtbot.addWidget(screen)
    screen.show()
    qtbot.waitUntil(lambda: screen.shown() is not None, timeout=20_000)
    pressed(screen, "Phát hành…")
    with qtbot.waitSignal(desk.page_opened, timeout=20_000) as page:
        pressed(dialog(screen), "Phát hành")
    assert page.args is not None and isinstance(page.args[0], IssuedPrint)
    qtbot.addWidget(page.args[0])
    assert [each.symbol for each in issuing.documents(desk.store)] == ["Số 01-BC/ĐU"]


def test_the_next_number_is_offered_and_a_given_one_refused_in_the_dialog(
    office: Office, qtbot: QtBot, over: QWidget, answers: Answers
) -> None:
    desk, made = office
    sent_out(desk, made)
    answers.coming.append(True)
    issue_shown(over, desk, printed(desk, made), lambda document: None)
    number = named(dialog(over), QLineEdit, "Số")
    assert number.text() == "2"
    number.setText("1")
    pressed(dialog(over), "Phát hành")
    assert "Số 01-BC/ĐU đã cấp cho" in shown(dialog(over))
    assert len(issuing.documents(desk.store)) == 1


def test_a_document_without_symbol_is_told_to_be_printed(office: Office, over: QWidget, qtbot: QtBot) -> None:
    desk, made = office
    with qtbot.waitSignal(desk.refused) as told:
        issue_shown(over, desk, printed(desk, made, "not-studied"), lambda document: None)
    assert told.args is not None and "không phải loại văn bản có số và ký hiệu" in told.args[0]


def test_what_is_wrong_is_listed_before_anything_goes_out(office: Office, over: QWidget, answers: Answers) -> None:
    desk, made = office
    save_setting(desk.store, "office.signer_authority", "TM. ĐẢNG ỦY")
    answers.coming.append(False)
    issue_shown(over, desk, printed(desk, made), lambda document: None)
    assert "[Vẫn phát hành]" in answers.asked[0] and "không viết “TM.”" in answers.asked[0]
    assert not issuing.documents(desk.store)


def test_the_term_is_asked_for_where_there_is_none(
    store_path: Path, qtbot: QtBot, over: QWidget, answers: Answers
) -> None:
    with printed_office(store_path, term=False) as (desk, made):
        answers.coming.append(True)
        issue_shown(over, desk, printed(desk, made), lambda document: None)
        asked = dialog(over)
        assert "Chưa khai nhiệm kỳ" in shown(asked)
        named(asked, QLineEdit, "Nhiệm kỳ").setText("2025 - 2030")
        named(asked, QLineEdit, "Từ ngày").setText("16/6/2025")
        pressed(asked, "Ghi")
        assert [term.name for term in terms.terms(desk.store)] == ["2025 - 2030"]
        qtbot.waitUntil(lambda: "Phát hành: Báo cáo" in "".join(shown(each) for each in over.findChildren(QWidget)))


def test_lines_left_blank_are_told_before_a_document_goes_out(office: Office, over: QWidget, answers: Answers) -> None:
    desk, made = office
    answers.coming.append(False)
    issue_shown(over, desk, printed(desk, made), lambda document: None)
    assert "chỗ để trống" in answers.asked[0] and not issuing.documents(desk.store)
