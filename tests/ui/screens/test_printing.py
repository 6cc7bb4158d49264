"""The print centre, used as a clerk does: choose, look, keep, print."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtCore import QObject, Qt, QUrl, Slot
from PySide6.QtGui import QDesktopServices, QPageRanges
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLineEdit, QListWidget, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from db.values import OutputKind
from desktop_app.forms.documents import form
from desktop_app.forms.form import Subject
from desktop_app.services import journal, organizations
from desktop_app.services.office import save_setting
from desktop_app.services.practice import create_practice
from desktop_app.services.store import Store
from desktop_app.ui import opened_files
from desktop_app.ui.background import Background
from desktop_app.ui.desk import Desk
from desktop_app.ui.screens.printing import VIEWER, PrintScreen, open_print
from tests.ui.conftest import Answers
from tests.ui.hands import named, pressed, shown


@pytest.fixture
def practice(tmp_path: Path) -> Iterator[Store]:
    made = create_practice(tmp_path / "p.sht", members=120)
    yield made
    made.close()


@pytest.fixture
def screen(practice: Store, qtbot: QtBot) -> Iterator[PrintScreen]:
    """The print centre of the practice office, at the report of results: a few pages only."""
    desk = Desk(practice, Background())
    made = PrintScreen(desk, "result-report")
    qtbot.addWidget(made)
    made.resize(1100, 650)
    yield made
    made.close()
    desk.background.wait()


def composed(screen: PrintScreen, qtbot: QtBot) -> None:
    """Wait until pages can be printed."""
    screen.show()
    qtbot.waitUntil(lambda: button(screen, "In…").isEnabled(), timeout=20_000)


def button(inside: QWidget, caption: str) -> QPushButton:
    return next(each for each in inside.findChildren(QPushButton) if each.text() == caption)


def choose(screen: PrintScreen, form_id: str) -> None:
    listed = named(screen, QListWidget, "Văn bản")
    listed.setCurrentItem(listed.findItems(form(form_id).title, Qt.MatchFlag.MatchExactly)[0])


def to_file(path: Path, pages: str = "") -> Callable[[QPrinter], None]:
    """A printer that writes a file, set to some pages."""

    def set_up(printer: QPrinter) -> None:
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(path))
        printer.setResolution(72)
        printer.setPageRanges(QPageRanges.fromString(pages))

    return set_up


def test_the_pages_are_seen_before_they_are_printed(screen: PrintScreen, qtbot: QtBot) -> None:
    composed(screen, qtbot)
    count = screen.pages.view.page_count()
    assert count > 1 and f"/ {count}" in shown(screen)


def test_page_down_and_page_up_turn_the_pages(screen: PrintScreen, qtbot: QtBot) -> None:
    composed(screen, qtbot)
    with qtbot.waitExposed(screen):
        screen.activateWindow()
    QTest.keyClick(screen.choice.documents, Qt.Key.Key_PageDown)
    assert named(screen, QLineEdit, "Trang").text() == "2"
    QTest.keyClick(screen.choice.documents, Qt.Key.Key_PageUp)
    assert named(screen, QLineEdit, "Trang").text() == "1"


def test_a_page_is_turned_to_by_its_number(screen: PrintScreen, qtbot: QtBot) -> None:
    composed(screen, qtbot)
    number = named(screen, QLineEdit, "Trang")
    number.setText("2")
    QTest.keyClick(number, Qt.Key.Key_Return)
    assert screen.pages.view.page() == 1


def test_pages_are_brought_nearer_and_fitted_to_the_width_again(screen: PrintScreen, qtbot: QtBot) -> None:
    composed(screen, qtbot)
    fitted = screen.pages.view.percent()
    pressed(screen, "+")
    assert screen.pages.view.percent() > fitted
    pressed(screen, "Vừa bề ngang")
    assert screen.pages.view.percent() == fitted


def test_only_what_the_document_is_about_can_be_chosen(screen: PrintScreen, qtbot: QtBot) -> None:
    composed(screen, qtbot)
    assert not named(screen, QComboBox, "Chi bộ").isVisible()
    choose(screen, "sign-in")
    assert named(screen, QComboBox, "Chi bộ").isVisible() and named(screen, QComboBox, "Điểm cầu").isVisible()
    composed(screen, qtbot)


def test_a_venue_narrows_the_pages_and_the_cells_offered(screen: PrintScreen, qtbot: QtBot) -> None:
    choose(screen, "roll")
    composed(screen, qtbot)
    whole = screen.pages.view.page_count()
    venue = named(screen, QComboBox, "Điểm cầu")
    venue.setCurrentIndex(2)
    venue.activated.emit(2)
    assert not button(screen, "In…").isEnabled()
    composed(screen, qtbot)
    assert screen.pages.view.page_count() < whole
    assert named(screen, QComboBox, "Chi bộ").count() == 2


def test_nothing_old_can_be_printed_while_another_document_is_composed(screen: PrintScreen, qtbot: QtBot) -> None:
    composed(screen, qtbot)
    choose(screen, "summary")
    assert not any(button(screen, caption).isEnabled() for caption in ("In…", "Lưu tệp…"))
    composed(screen, qtbot)


def test_the_notice_names_the_typeface_where_times_is_missing(
    screen: PrintScreen, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("WINDIR", raising=False)
    composed(screen, qtbot)
    assert "không có phông Times New Roman" in shown(screen)
    assert "Liberation Serif" in shown(screen)


def test_words_are_found_in_the_document(screen: PrintScreen, qtbot: QtBot) -> None:
    composed(screen, qtbot)
    screen.search_box.setText("đảng viên")
    qtbot.waitUntil(lambda: screen.pages.view.hit_count() > 1, timeout=10_000)
    QTest.keyClick(screen.search_box, Qt.Key.Key_Return)
    assert "chỗ 1/" in shown(screen)
    screen.search_box.setText("không có chữ này")
    QTest.keyClick(screen.search_box, Qt.Key.Key_Return)
    assert "không thấy" in shown(screen)


def test_the_document_is_saved_under_a_sensible_name_and_told(
    screen: PrintScreen, qtbot: QtBot, answers: Answers, tmp_path: Path
) -> None:
    composed(screen, qtbot)
    assert screen.name() == f"{form('result-report').title} - 05-04-2021.pdf"
    answers.coming.append(tmp_path / screen.name())
    with qtbot.waitSignal(screen.desk.said) as told:
        pressed(screen, "Lưu tệp…")
    assert told.args is not None and told.args[0].startswith("Đã lưu") and not told.args[1]
    assert journal.output_log(screen.store)[0].kind == OutputKind.EXPORT
    assert len(PdfReader(tmp_path / screen.name()).pages) == screen.pages.view.page_count()


def test_a_document_that_is_signed_wrongly_leaves_only_when_the_clerk_says_so(
    screen: PrintScreen, qtbot: QtBot, answers: Answers, tmp_path: Path
) -> None:
    save_setting(screen.store, "office.signer_authority", "TM. ĐẢNG ỦY")
    composed(screen, qtbot)
    assert "Thể thức: Quyền hạn ký của Đảng viết “T/M”" in shown(screen)
    answers.coming.append(False)
    pressed(screen, "Lưu tệp…")
    assert "không viết “TM.”" in answers.asked[0] and "[Vẫn lưu]" in answers.asked[0]
    assert journal.output_log(screen.store) == []


@pytest.mark.parametrize("ending", [".docx", ".xlsx"])
def test_the_document_is_saved_to_be_edited_or_counted_on(
    screen: PrintScreen, qtbot: QtBot, answers: Answers, tmp_path: Path, ending: str
) -> None:
    composed(screen, qtbot)
    answers.coming.append(tmp_path / f"a{ending}")
    with qtbot.waitSignal(screen.desk.said) as told:
        pressed(screen, "Lưu tệp…")
    assert told.args is not None and told.args[0].startswith(f"Đã lưu a{ending}")
    assert (tmp_path / f"a{ending}").read_bytes().startswith(b"PK")


def test_a_folder_that_takes_no_file_is_told(
    screen: PrintScreen, qtbot: QtBot, answers: Answers, tmp_path: Path
) -> None:
    composed(screen, qtbot)
    answers.coming.append(tmp_path / "không có" / "a.pdf")
    with qtbot.waitSignal(screen.desk.refused) as told:
        pressed(screen, "Lưu tệp…")
    assert told.args is not None and "Không ghi được “a.pdf”" in told.args[0]


def test_chosen_pages_go_to_the_printer(screen: PrintScreen, qtbot: QtBot, answers: Answers, tmp_path: Path) -> None:
    composed(screen, qtbot)
    answers.coming.append(to_file(tmp_path / "giay.pdf", "2-3"))
    with qtbot.waitSignal(screen.desk.said, timeout=20_000) as told:
        pressed(screen, "In…")
    assert told.args is not None and told.args[0].startswith("Đã gửi 2 trang tới máy in")
    assert journal.output_log(screen.store)[0].kind == OutputKind.PRINT
    paper = PdfReader(tmp_path / "giay.pdf")
    assert [round(float(page.mediabox.width)) for page in paper.pages] == [595, 595]


def test_leaving_the_print_box_prints_nothing(screen: PrintScreen, qtbot: QtBot, answers: Answers) -> None:
    composed(screen, qtbot)
    answers.coming.append(False)
    pressed(screen, "In…")
    assert not screen.desk.background.busy


def test_pages_beyond_the_end_are_refused(screen: PrintScreen, qtbot: QtBot, answers: Answers, tmp_path: Path) -> None:
    composed(screen, qtbot)
    answers.coming.append(to_file(tmp_path / "giay.pdf", "900-901"))
    with qtbot.waitSignal(screen.desk.background.refused, timeout=20_000) as told:
        pressed(screen, "In…")
    assert told.args is not None and "hãy chọn lại các trang cần in" in told.args[0]


def test_an_office_without_a_round_is_told_so_in_place_of_the_pages(kept_store: Store, qtbot: QtBot) -> None:
    screen = PrintScreen(Desk(kept_store, Background()))
    qtbot.addWidget(screen)
    screen.show()
    qtbot.waitUntil(lambda: "Chưa có đợt học tập nào" in shown(screen), timeout=20_000)
    assert not button(screen, "In…").isEnabled()
    with qtbot.waitSignal(screen.desk.place_wanted) as wanted:
        pressed(screen, "Lập đợt học tập")
    assert wanted.args == ["rounds", ""]


def test_stopping_the_composing_is_told_and_it_can_begin_again(screen: PrintScreen, qtbot: QtBot) -> None:
    choose(screen, "sign-in")
    screen.show()
    qtbot.waitUntil(lambda: screen.desk.background.busy)
    with qtbot.waitSignal(screen.desk.background.ended, timeout=20_000):
        screen.desk.background.stop()
    assert "Đã dừng soạn văn bản." in shown(screen)
    pressed(screen, "Soạn lại")
    composed(screen, qtbot)


def test_another_screen_opens_the_document_of_one_cell(practice: Store, qtbot: QtBot) -> None:
    desk, cell = Desk(practice, Background()), organizations.cells(practice)[3]
    with qtbot.waitSignal(desk.page_opened) as opened:
        open_print(desk, "not-studied", Subject(cell_id=cell.id))
    assert opened.args is not None
    screen: PrintScreen = opened.args[0]
    qtbot.addWidget(screen)
    composed(screen, qtbot)
    assert named(screen, QComboBox, "Chi bộ").currentText() == cell.name
    assert screen.name() == f"{form('not-studied').title} - {cell.name} - 05-04-2021.pdf"


class Viewer(QObject):
    """The machine's own viewer."""

    def __init__(self) -> None:
        super().__init__()
        self.shown: list[Path] = []

    @Slot(QUrl)
    def open(self, url: QUrl) -> None:
        self.shown.append(Path(url.toLocalFile()))


@pytest.fixture
def viewer() -> Iterator[Viewer]:
    made = Viewer()
    QDesktopServices.setUrlHandler("file", made, "open")  # type: ignore[arg-type]  # the stub asks for bytes it refuses
    yield made
    QDesktopServices.unsetUrlHandler("file")


def test_the_machines_viewer_gets_a_file_that_is_swept_away(screen: PrintScreen, qtbot: QtBot, viewer: Viewer) -> None:
    composed(screen, qtbot)
    next(line for line in screen.more.actions() if line.text() == VIEWER).trigger()
    assert [path.name for path in viewer.shown] == [screen.name()]
    assert viewer.shown[0].read_bytes().startswith(b"%PDF")
    assert journal.output_log(screen.store)[0].kind == OutputKind.EXPORT
    opened_files.sweep()
    assert not viewer.shown[0].exists()
