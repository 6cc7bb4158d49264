"""Choosing what to print: by group and search, one person, a period, the marks of a copy, cell by cell."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLineEdit, QListWidget, QPushButton, QRadioButton
from pytestqt.qtbot import QtBot

from desktop_app.forms.documents import form
from desktop_app.forms.form import Paper, Subject
from desktop_app.services import conferences
from desktop_app.services.office import today
from desktop_app.ui.desk import Desk
from desktop_app.ui.screens.print_batch import ask_cells
from desktop_app.ui.screens.print_choice import OF_REGISTER, PrintChoice
from desktop_app.ui.screens.print_copy import ask_copy
from desktop_app.ui.screens.print_periods import offered
from tests.round_office import SmallRound
from tests.ui.conftest import Answers
from tests.ui.hands import dialog, named, pressed, shown, typed
from tests.ui.screens.printed_office import printed_office

Office = tuple[Desk, SmallRound]


@pytest.fixture
def office(store_path: Path, qtbot: QtBot) -> Iterator[Office]:
    with printed_office(store_path) as made:
        yield made


@pytest.fixture
def choice(office: Office, qtbot: QtBot) -> PrintChoice:
    made = PrintChoice(office[0].store)
    qtbot.addWidget(made)
    made.resize(272, 600)
    made.refill()
    made.show()
    return made


def seen(choice: PrintChoice) -> list[str]:
    """The lines of the list that are not hidden."""
    listed = named(choice, QListWidget, "Văn bản")
    return [listed.item(at).text() for at in range(listed.count()) if not listed.item(at).isHidden()]


def test_documents_stand_under_their_groups(choice: PrintChoice) -> None:
    lines = seen(choice)
    assert lines[0] == form("plan").group
    assert lines.index("Triệu tập, hội nghị") < lines.index(form("summons").title) < lines.index("Danh sách")


def test_typing_narrows_the_documents_and_enter_goes_to_the_first(choice: PrintChoice, qtbot: QtBot) -> None:
    box = named(choice, QLineEdit, "Tìm văn bản")
    typed(box, "giấy mời")
    assert seen(choice) == ["Triệu tập, hội nghị", form("invitation").title]
    assert choice.form().id == "plan"
    with qtbot.waitSignal(choice.changed):
        QTest.keyClick(box, Qt.Key.Key_Return)
    assert choice.form().id == "invitation"
    box.clear()
    assert choice.form().id == "invitation" and len(seen(choice)) > 20


def test_a_search_that_finds_no_document_says_so(choice: PrintChoice) -> None:
    box = named(choice, QLineEdit, "Tìm văn bản")
    typed(box, "xyz")
    assert seen(choice) == [] and "Không có văn bản nào mang chữ ấy" in shown(choice)
    QTest.keyClick(box, Qt.Key.Key_Escape)
    assert "Không có văn bản nào" not in shown(choice)


def test_one_person_is_found_by_name_and_left_again(choice: PrintChoice, office: Office) -> None:
    choice.documents.choose("invitation")
    named(choice, QPushButton, "Đảng viên").click()
    asked = dialog(choice)
    typed(named(asked, QLineEdit, "Họ tên hoặc mã"), "phan thị chi")
    pressed(asked, "Chọn người này")
    assert choice.subject().member_id == office[1].people["Phan Thị Chi"] and choice.about() == ["Phan Thị Chi"]
    named(choice, QPushButton, "Bỏ chọn đảng viên").click()
    assert choice.subject().member_id is None


def test_a_person_is_not_asked_for_where_the_document_is_not_about_one(choice: PrintChoice) -> None:
    choice.documents.choose("result-report")
    assert not choice.person.isVisible()


def test_the_present_month_is_the_period_to_begin_with(choice: PrintChoice, office: Office) -> None:
    choice.documents.choose("four-figures")
    now = today(office[0].store)
    assert choice.subject().period == f"{now:%Y-%m}"
    assert named(choice, QComboBox, "Kỳ báo cáo").isVisible()


def test_periods_go_back_over_the_turn_of_the_year() -> None:
    keys = [key for key, _ in offered(date(2021, 2, 5))]
    assert keys[:3] == ["2021-02", "2021-01", "2020-12"]
    assert "2020-Q4" in keys and keys[-1] == "2018"
    assert dict(offered(date(2021, 2, 5)))["2020-Q4"] == "Quý IV/2020"


def test_the_marks_of_a_copy_are_said_under_the_choice(choice: PrintChoice) -> None:
    ask_copy(choice, Paper(), choice.wear)
    named(dialog(choice), QLineEdit, "Dự thảo").setText("Dự thảo lần 1")
    pressed(dialog(choice), "Xem trước")
    assert choice.subject().paper == Paper(draft="Dự thảo lần 1")
    assert "Bản in: Dự thảo lần 1" in shown(choice)


def test_some_cells_are_printed_into_one_file(
    choice: PrintChoice, office: Office, qtbot: QtBot, answers: Answers, tmp_path: Path
) -> None:
    desk, made = office
    ask_cells(choice, desk, form("not-studied"), Subject(round_id=made.round_id))
    asked = dialog(choice)
    pressed(asked, "Bỏ hết")
    assert not next(button for button in asked.findChildren(QPushButton) if button.text() == "Lưu…").isEnabled()
    typed(named(asked, QLineEdit, "Tìm chi bộ"), "doi cung")
    pressed(asked, "Chọn hết")
    answers.coming.append(tmp_path / "a.pdf")
    with qtbot.waitSignal(desk.said, timeout=20_000) as told:
        pressed(asked, "Lưu…")
    assert told.args is not None and told.args[0].startswith("Đã lưu a.pdf")
    assert [str(each.title) for each in PdfReader(tmp_path / "a.pdf").outline if not isinstance(each, list)] == [
        "Chi bộ Đội Cung 1",
        "Chi bộ Đội Cung 2",
    ]


def test_every_cell_gets_a_file_of_its_own(
    choice: PrintChoice, office: Office, qtbot: QtBot, answers: Answers, tmp_path: Path
) -> None:
    desk, made = office
    folder = tmp_path / "ra"
    folder.mkdir()
    ask_cells(choice, desk, form("not-studied"), Subject(round_id=made.round_id))
    named_apart = next(each for each in dialog(choice).findChildren(QRadioButton) if "một tệp PDF trong" in each.text())
    named_apart.setChecked(True)
    answers.coming.append(folder)
    with qtbot.waitSignal(desk.said, timeout=20_000) as told:
        pressed(dialog(choice), "Lưu…")
    assert told.args is not None and told.args[0].startswith("Đã lưu 3 tệp")
    assert len(list(folder.glob("Danh sách chưa học - *.pdf"))) == 3


def test_a_document_of_the_whole_round_is_not_printed_by_cells(
    choice: PrintChoice, office: Office, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(office[0].refused) as told:
        ask_cells(choice, office[0], form("result-report"), Subject())
    assert told.args is not None and "không in riêng theo chi bộ được" in told.args[0]


def test_a_document_of_venues_is_printed_venue_by_venue(
    choice: PrintChoice, office: Office, qtbot: QtBot, answers: Answers, tmp_path: Path
) -> None:
    desk, made = office
    ask_cells(choice, desk, form("venue-minutes"), Subject(conference_id=made.conference_id))
    answers.coming.append(tmp_path / "a.pdf")
    with qtbot.waitSignal(desk.said, timeout=20_000):
        pressed(dialog(choice), "Lưu…")
    entries = PdfReader(tmp_path / "a.pdf").outline
    outline = "\n".join(str(entry.title) for entry in entries if not isinstance(entry, list))
    assert all(venue.name in outline for venue in conferences.venues(desk.store, made.conference_id))


def test_cards_are_of_the_register_until_a_conference_is_chosen(office: Office, qtbot: QtBot) -> None:
    choice = PrintChoice(office[0].store)
    qtbot.addWidget(choice)
    choice.preset("member-cards", Subject())
    choice.refill()
    box = next(b for b in choice.findChildren(QComboBox) if b.accessibleName() == "Hội nghị")
    assert choice.subject().conference_id is None
    assert (box.currentText(), box.count()) == (OF_REGISTER, 2)
    choice.chooser.choose("sign-in")
    choice.refill()
    assert choice.subject().conference_id is not None and box.count() == 1
