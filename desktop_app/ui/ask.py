"""Every box that interrupts the clerk. Not the record dialogs, which hold work; these only ask.

All of them go through `answers`, so that a test gives the answers in advance and no test touches Qt's boxes.
"""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QMessageBox, QWidget

from desktop_app.ui import file_dialogs, words

if TYPE_CHECKING:  # loaded only when something is printed, or a value is asked for
    from PySide6.QtPrintSupport import QPrinter

    from desktop_app.ui.fields import Field


class Boxes:
    """The real boxes on the screen."""

    def confirm(self, parent: QWidget | None, sentence: str, verb: str) -> bool:
        box = message_box(parent, QMessageBox.Icon.Question, sentence)
        agreed = box.addButton(verb, QMessageBox.ButtonRole.AcceptRole)
        agreed.setObjectName("main")
        agreed.style().unpolish(agreed)
        agreed.style().polish(agreed)
        refused = box.addButton(words.CANCEL, QMessageBox.ButtonRole.RejectRole)
        box.setDefaultButton(agreed)
        box.setEscapeButton(refused)
        box.exec()
        return box.clickedButton() is agreed

    def confirm_list(self, parent: QWidget | None, sentence: str, lines: Sequence[str], verb: str) -> bool:
        from desktop_app.ui.listed_question import ListedQuestion

        return bool(ListedQuestion(parent, sentence, lines, verb).exec())

    def tell(self, parent: QWidget | None, sentence: str) -> None:
        self._shown(parent, QMessageBox.Icon.Information, sentence)

    def warn(self, parent: QWidget | None, sentence: str) -> None:
        self._shown(parent, QMessageBox.Icon.Warning, sentence)

    def _shown(self, parent: QWidget | None, icon: QMessageBox.Icon, sentence: str) -> None:
        box = message_box(parent, icon, sentence)
        box.addButton(words.CLOSE, QMessageBox.ButtonRole.AcceptRole)
        box.exec()

    def file_to_open(self, parent: QWidget | None, title: str, pattern: str, folder: Path | None) -> Path | None:
        return file_dialogs.chosen(file_dialogs.box(parent, title, folder or Path.home(), pattern))

    def files_to_open(self, parent: QWidget | None, title: str, pattern: str, folder: Path | None) -> list[Path]:
        return file_dialogs.all_chosen(file_dialogs.several(parent, title, folder or Path.home(), pattern))

    def file_to_save(self, parent: QWidget | None, title: str, pattern: str, suggested: Path) -> Path | None:
        path = file_dialogs.chosen(file_dialogs.to_save(parent, title, suggested, pattern))
        return path if path is None or path.suffix else path.with_suffix(suggested.suffix)

    def folder(self, parent: QWidget | None, title: str, start: Path | None) -> Path | None:
        return file_dialogs.chosen(file_dialogs.of_folder(parent, title, start or Path.home()))

    def printer(self, parent: QWidget | None, printer: "QPrinter", pages: int) -> bool:
        from PySide6.QtPrintSupport import QPrintDialog

        dialog = QPrintDialog(printer, parent)
        dialog.setWindowTitle("In")
        dialog.setOption(QPrintDialog.PrintDialogOption.PrintPageRange)
        dialog.setOption(QPrintDialog.PrintDialogOption.PrintCollateCopies)
        dialog.setMinMax(1, pages)
        dialog.setFromTo(1, pages)
        dialog.setPrintRange(QPrintDialog.PrintRange.AllPages)
        return bool(dialog.exec())

    def value(self, parent: QWidget | None, sentence: str, field: "Field", start: object, verb: str) -> object:
        """What was entered into the one field, or None when the box was left."""
        from desktop_app.ui.record_dialog import RecordDialog

        dialog = RecordDialog(parent, sentence, verb, (field,), {field.key: start}, lambda values: None)
        return dialog.values()[field.key] if dialog.exec() else None


answers = Boxes()


def message_box(parent: QWidget | None, icon: QMessageBox.Icon, sentence: str) -> QMessageBox:
    box = QMessageBox(icon, words.PROGRAM, sentence, QMessageBox.StandardButton.NoButton, parent)
    box.setMaximumWidth(560)
    return box


def confirm(parent: QWidget | None, sentence: str, verb: str) -> bool:
    """Whether the clerk pressed the button with the verb ("Xóa 3 đảng viên"). Only where undo cannot help."""
    return answers.confirm(parent, sentence, verb)


def confirm_list(parent: QWidget | None, sentence: str, lines: Sequence[str], verb: str) -> bool:
    """As `confirm`, with the names it is about in a list to look through."""
    return answers.confirm_list(parent, sentence, lines, verb)


def tell(parent: QWidget | None, sentence: str) -> None:
    """Something to read before going on."""
    answers.tell(parent, sentence)


def warn(parent: QWidget | None, sentence: str) -> None:
    """Something that is wrong and needs a hand."""
    answers.warn(parent, sentence)


def choose_file_open(parent: QWidget | None, title: str, pattern: str, folder: Path | None = None) -> Path | None:
    """An existing file; `pattern` as Qt writes it: "Bảng tính (*.xlsx *.xls)"."""
    return answers.file_to_open(parent, title, pattern, folder)


def choose_files_open(parent: QWidget | None, title: str, pattern: str, folder: Path | None = None) -> list[Path]:
    """Existing files, one or more; none when the box was left."""
    return answers.files_to_open(parent, title, pattern, folder)


def choose_file_save(parent: QWidget | None, title: str, pattern: str, suggested: Path) -> Path | None:
    """Where to write; the ending of `suggested` is added when none was typed."""
    return answers.file_to_save(parent, title, pattern, suggested)


def choose_folder(parent: QWidget | None, title: str, start: Path | None = None) -> Path | None:
    return answers.folder(parent, title, start)


def choose_printer(parent: QWidget | None, printer: "QPrinter", pages: int) -> bool:
    """Whether to print; the printer then knows which of so many pages and how many copies."""
    return answers.printer(parent, printer, pages)


def ask_date(
    parent: QWidget | None, sentence: str, verb: str, label: str = "Ngày", start: str | None = None
) -> str | None:
    """A full day as ISO text, or None when the box was left."""
    from desktop_app.ui.fields import DateField

    value = answers.value(parent, sentence, DateField(key="on", label=label, required=True, whole=True), start, verb)
    return value if isinstance(value, str) else None


def ask_text(parent: QWidget | None, sentence: str, verb: str, label: str, start: str = "") -> str | None:
    """One line of text, never empty, or None when the box was left."""
    from desktop_app.ui.fields import TextField

    value = answers.value(parent, sentence, TextField(key="text", label=label, required=True), start, verb)
    return value if isinstance(value, str) else None


def ask_secret(parent: QWidget | None, sentence: str, verb: str) -> str | None:
    """A password, or None when the box was left."""
    from desktop_app.ui.fields import SecretField

    value = answers.value(parent, sentence, SecretField(key="secret", label="Mật khẩu", required=True), None, verb)
    return value if isinstance(value, str) else None


def ask_value(parent: QWidget | None, sentence: str, verb: str, field: "Field", start: object = None) -> object:
    """What was entered into any one field, or None when the box was left."""
    return answers.value(parent, sentence, field, start, verb)
