"""Every box that interrupts the clerk. Not the record dialogs, which hold work; these only ask.

All of them go through `answers`, so that a test gives the answers in advance and no test touches Qt's boxes. Enter
presses the verb, but where undo cannot help (`lasting`) it leaves everything as it is.
"""

from collections.abc import Sequence
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QMessageBox, QWidget

from desktop_app.ui import file_dialogs, words

if TYPE_CHECKING:  # loaded only when something is printed, or a value is asked for
    from PySide6.QtPrintSupport import QPrinter

    from desktop_app.ui.fields import Field


class Leaving(StrEnum):
    """What becomes of typing that is not written yet when its place is left."""

    SAVE = "save"
    DROP = "drop"
    STAY = "stay"


class Boxes:
    """The real boxes on the screen."""

    def confirm(self, parent: QWidget | None, sentence: str, verb: str, lasting: bool = False) -> bool:
        return pressed(parent, sentence, (verb, words.CANCEL), 1 if lasting else 0) == 0

    def confirm_list(
        self, parent: QWidget | None, sentence: str, lines: Sequence[str], verb: str, lasting: bool = False
    ) -> bool:
        from desktop_app.ui.listed_question import ListedQuestion

        return bool(ListedQuestion(parent, sentence, lines, verb, lasting).exec())

    def leave(self, parent: QWidget | None, sentence: str, save: str) -> Leaving:
        ways = {save: Leaving.SAVE} if save else {}
        ways |= {LEAVE: Leaving.DROP, words.CANCEL: Leaving.STAY}
        return list(ways.values())[pressed(parent, sentence, tuple(ways), len(ways) - 1)]

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
LEAVE = "Đóng, không ghi"


def pressed(parent: QWidget | None, sentence: str, captions: Sequence[str], main: int) -> int:
    """Which of the buttons was pressed: Enter presses the main one, Esc the last."""
    box = message_box(parent, QMessageBox.Icon.Question, sentence)
    buttons = [box.addButton(caption, QMessageBox.ButtonRole.ActionRole) for caption in captions]
    buttons[main].setObjectName("main")
    buttons[main].style().unpolish(buttons[main])
    buttons[main].style().polish(buttons[main])
    box.setDefaultButton(buttons[main])
    box.setEscapeButton(buttons[-1])
    box.exec()
    return next((at for at, each in enumerate(buttons) if each is box.clickedButton()), len(buttons) - 1)


def message_box(parent: QWidget | None, icon: QMessageBox.Icon, sentence: str) -> QMessageBox:
    box = QMessageBox(icon, words.PROGRAM, sentence, QMessageBox.StandardButton.NoButton, parent)
    box.setMaximumWidth(560)
    return box


def confirm(parent: QWidget | None, sentence: str, verb: str, lasting: bool = False) -> bool:
    """Whether the clerk pressed the button with the verb ("Xóa 3 đảng viên").

    `lasting`: it destroys or closes something and undo cannot help, so Enter presses the other button.
    """
    return answers.confirm(parent, sentence, verb, lasting)


def confirm_list(parent: QWidget | None, sentence: str, lines: Sequence[str], verb: str, lasting: bool = False) -> bool:
    """As `confirm`, with the names it is about in a list to look through."""
    return answers.confirm_list(parent, sentence, lines, verb, lasting)


def leave(parent: QWidget | None, sentence: str, save: str = "") -> Leaving:
    """What to do with typing that is not written yet; `save` is the verb that writes it, empty where nothing can.

    Enter and Esc stay.
    """
    return answers.leave(parent, sentence, f"{save} rồi đóng" if save == words.SAVE else save)


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
