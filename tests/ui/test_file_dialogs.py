"""The boxes for files speak Vietnamese where Qt draws them itself."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QTreeView
from pytestqt.qtbot import QtBot

from desktop_app.ui import file_dialogs, qt_captions


@pytest.fixture
def captioned(qapp: QApplication) -> Iterator[None]:
    captions = qt_captions.VietnameseCaptions(qapp)
    qapp.installTranslator(captions)
    yield
    qapp.removeTranslator(captions)


def labels(dialog: QFileDialog) -> set[str]:
    return {each.text() for each in dialog.findChildren(QLabel) if each.text()}


@pytest.mark.usefixtures("captioned")
def test_the_labels_of_a_box_are_vietnamese(qtbot: QtBot, tmp_path: Path) -> None:
    opening = file_dialogs.box(None, "Mở sổ đã có", tmp_path, "Sổ học tập (*.sht)")
    saving = file_dialogs.to_save(None, "Ghi vào tệp", tmp_path / "x.pdf", "PDF (*.pdf)")
    for each in (opening, saving):
        qtbot.addWidget(each)
        each.show()
    assert labels(opening) == {"Thư mục:", "Tên tệp:", "Loại tệp:"}
    assert labels(saving) <= {"Thư mục:", "Ghi vào:", "Tên tệp:", "Loại tệp:"}


def test_the_kinds_of_files_which_the_system_words_are_left_out(qtbot: QtBot, tmp_path: Path) -> None:
    opening = file_dialogs.box(None, "Mở", tmp_path, "Mọi tệp (*)")
    qtbot.addWidget(opening)
    tree = opening.findChild(QTreeView, "treeView")
    assert isinstance(tree, QTreeView) and tree.isColumnHidden(file_dialogs.KIND)


@pytest.mark.parametrize(("text", "said"), [("3 bytes", "3 byte"), ("4.88 KiB", "4,88 KB"), ("", "")])
def test_sizes_are_written_as_vietnamese_writes_them(text: str, said: str) -> None:
    assert file_dialogs.spoken_size(text) == said


@pytest.mark.parametrize(
    ("pattern", "name"),
    [("Word (*.docx)", "Báo cáo - 05-04-2021.docx"), ("PDF (*.pdf)", "Báo cáo - 05-04-2021.pdf"), ("", "a.pdf")],
)
def test_another_kind_of_file_changes_the_ending_of_the_name(pattern: str, name: str) -> None:
    assert file_dialogs.renamed(["/tmp/Báo cáo - 05-04-2021.xlsx"], Path("a.pdf"), pattern) == name
