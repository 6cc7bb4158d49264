"""A new recovery code: shown once, printed or copied by hand, and typed back before anything depends on it."""

from collections.abc import Callable
from datetime import date
from io import BytesIO
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QLineEdit, QStackedWidget, QWidget

from desktop_app.domain.recovery_code import read_code
from desktop_app.domain.refusal import Refusal
from desktop_app.services.passwords import new_code
from desktop_app.services.progress import quiet
from desktop_app.ui import ask, words
from desktop_app.ui.parts import button, column, label, row
from desktop_app.ui.style import MARGIN, scaled

WIDTH, GROUPS_A_LINE, BIGGER = 600, 4, 8
WHY = (
    "Quên mật khẩu thì không ai mở được sổ, trừ người có mã này. Hãy in hoặc chép ra giấy làm hai bản, niêm phong, "
    "cất ở hai nơi có khóa. Mã chỉ hiện một lần; chương trình không giữ lại."
)
BACK = "Để chắc rằng mã đã ghi đúng trên giấy, hãy nhìn tờ giấy và gõ lại mã; cách quãng thế nào cũng được."
ON_DISK = (
    "Mã khôi phục vừa được ghi vào tệp PDF “{path}”. In tệp ấy ra giấy rồi mới gõ lại mã; gõ xong, chương trình sẽ hỏi "
    "để xóa tệp. Đừng để mã nằm lại trên máy."
)
MAYBE_ON_DISK = "Nếu vừa in ra tệp PDF: in tệp ấy ra giấy xong, hãy xóa ngay, kể cả trong Thùng rác của máy."
WIPE = "Mã khôi phục còn nằm trong tệp “{path}” trên máy. Đã in ra giấy thì xóa tệp ấy ngay."
OTHER = "Mã vừa gõ đúng cách viết nhưng khác mã vừa lập; hãy gõ mã trên tờ giấy mới."


class RecoveryDialog(QDialog):
    """`done(code)` is called once the code was typed back as it is; `about` = the office and its store's file."""

    def __init__(self, parent: QWidget, about: tuple[str, str], done: Callable[[str], object]) -> None:
        super().__init__(parent)
        self.setWindowTitle(words.PROGRAM)
        self.setFixedWidth(scaled(WIDTH))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._about, self._done, self._code = about, done, new_code()
        self._files: list[Path] = []
        self.finished.connect(self.wipe_files)
        self.line = QLineEdit()
        self.line.setAccessibleName("Mã khôi phục")
        self.line.returnPressed.connect(self.compare)
        self._problem = label(name="problem", wrap=True)
        self._problem.hide()
        self._steps = QStackedWidget()
        self._steps.addWidget(self._showing())
        self._steps.addWidget(self._typing())
        self.setLayout(column(self._steps, margin=MARGIN))

    def _showing(self) -> QWidget:
        groups = self._code.split()
        lines = ["   ".join(groups[at : at + GROUPS_A_LINE]) for at in range(0, len(groups), GROUPS_A_LINE)]
        shown = label("\n".join(lines), "code")
        shown.setAlignment(Qt.AlignmentFlag.AlignCenter)
        font = shown.font()
        font.setPointSize(font.pointSize() + BIGGER)
        shown.setFont(font)
        on = button("Đã ghi ra giấy, gõ lại mã", self.type_back, "main")
        buttons = row(button("In hai bản…", self.print), None, on, button(words.CANCEL, self.reject, tip="Esc"))
        step = QWidget()
        step.setLayout(column(label("Mã khôi phục", "heading"), label(WHY, wrap=True), MARGIN, shown, MARGIN, buttons))
        return step

    def _typing(self) -> QWidget:
        again = button("Xem lại mã", lambda: self._steps.setCurrentIndex(0))
        buttons = row(again, None, button("Xong", self.compare, "main", "Enter"), button(words.CANCEL, self.reject))
        heading = label("Gõ lại mã khôi phục", "heading")
        step = QWidget()
        step.setLayout(column(heading, label(BACK, wrap=True), self._problem, self.line, None, buttons))
        return step

    def type_back(self) -> None:
        """The code is no longer seen; it must come from the paper."""
        self._steps.setCurrentIndex(1)
        self.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def compare(self) -> None:
        """Close when it is the same code; else say which group is wrong, and stay."""
        try:
            same = read_code(self.line.text()) == self._code
        except Refusal as refusal:
            self._say(str(refusal))
            return
        if not same:
            self._say(OTHER)
            return
        self.accept()
        self._done(self._code)

    def _say(self, sentence: str) -> None:
        self._problem.setText(sentence)
        self._problem.show()
        self.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def print(self) -> None:
        """Two copies on paper; the pages are made in memory and lie nowhere else."""
        from desktop_app.forms.pdf import print_pdf
        from desktop_app.forms.recovery_sheet import compose
        from desktop_app.ui.paper import new_printer, print_pages

        pages, printer = BytesIO(), new_printer("Mã khôi phục")
        print_pdf(compose(*self._about, self._code, date.today()), pages, None)
        if not ask.choose_printer(self, printer, 2):
            return
        try:
            print_pages(pages.getvalue(), printer, quiet)
        except Refusal as refusal:
            ask.warn(self, str(refusal))
            return
        self._tell_file(printer.outputFileName(), printer.printerName())

    def _tell_file(self, path: str, printer: str) -> None:
        """Where the code went into a file and not onto paper, it must not stay there."""
        if path:
            self._files.append(Path(path))
            ask.tell(self, ON_DISK.format(path=path))
        elif "pdf" in printer.casefold():
            ask.tell(self, MAYBE_ON_DISK)

    def wipe_files(self) -> None:
        """Offer to take away the files the code was printed into, once the dialog is left either way."""
        from desktop_app.ui.opened_files import wipe

        for path in self._files:
            if path.is_file() and ask.confirm(self, WIPE.format(path=path), "Xóa tệp", lasting=True):
                try:
                    wipe(path)
                except Refusal as refusal:
                    ask.warn(self, str(refusal))
