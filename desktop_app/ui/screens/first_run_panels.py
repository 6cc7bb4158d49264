"""The middle of each step a new office is made ready in: what is asked, and keeping the answer. Not their order."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop_app.services import backup_rota, first_run
from desktop_app.services.first_run import Step
from desktop_app.services.office import office, save_office, today
from desktop_app.ui import ask
from desktop_app.ui.desk import Desk
from desktop_app.ui.field_form import FieldForm
from desktop_app.ui.fields import Field
from desktop_app.ui.kept_typing import KeptTyping, keep_form
from desktop_app.ui.parts import button, column, label, row
from desktop_app.ui.screens.letter_preview import LetterPreview
from desktop_app.ui.screens.settings import FIELDS, draft, shown
from desktop_app.ui.style import MARGIN, scaled

FORM_WIDTH, ROOMY = 540, 760
STEPS = "Chuẩn bị sổ mới"
NAMES = ("name", "parent", "place", "layout", "spelling")


class Panel(QWidget):
    """`verb` is the caption of the main button; `keep` does what it says and tells whether the step is done."""

    verb = "Ghi, sang bước sau"

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk, self.store = desk, desk.store

    def load(self) -> None:
        """Show what the store holds."""

    def keep(self) -> bool:
        return True

    def focus_first(self) -> None:
        """Where typing begins, if anything is typed."""


class OfficePanel(Panel):
    """A part of the office's settings, beside the document they will be printed on."""

    def __init__(self, desk: Desk, fields: Sequence[Field]) -> None:
        super().__init__(desk)
        self.form = FieldForm(fields)
        self.form.setMaximumWidth(scaled(FORM_WIDTH))
        self._letter = LetterPreview()
        self._paper = QWidget()
        self._paper.setLayout(column(label("Trên văn bản sẽ ghi", "subheading"), self._letter, None))
        self._typing: KeptTyping | None = None
        both = row(self.form, MARGIN, self._paper)
        both.setStretch(0, 1)
        both.setStretch(2, 1)
        self._lines = column(both)
        self.setLayout(self._lines)
        self.form.typed.connect(self._show_letter)
        self.form.edited.connect(self._show_letter)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a narrow window what is typed comes before how it will look."""
        super().resizeEvent(event)
        self._paper.setVisible(event.size().width() >= scaled(ROOMY))

    def load(self) -> None:
        if self._typing is None or not self.form.changed():
            self._fill()

    def _fill(self) -> None:
        self.form.set_values(shown(office(self.store)))
        if self._typing is None:
            self._typing = keep_form(self, self.desk, STEPS, self.form)
            self._lines.insertWidget(0, self._typing.offer)
        self._typing.renew()
        self._show_letter()

    def _show_letter(self) -> None:
        values = {**shown(office(self.store)), **self.form.readable()}
        named = {**values, "name": values["name"] or "…", "parent": values["parent"] or "…"}
        self._letter.show_draft(draft(named), today(self.store))

    def keep(self) -> bool:
        values = self.form.values()
        if values is None:
            return False
        whole = draft({**shown(office(self.store)), **values})
        if self.desk.perform(save_office, whole, done="Đã ghi thông tin văn phòng.") is None:
            return False
        self._fill()
        return True

    def focus_first(self) -> None:
        self.form.focus_first()


class PasswordPanel(Panel):
    """Why the store should have a password; it is set on the page of passwords, which closes the store for a moment."""

    verb = "Đặt mật khẩu…"

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        told = (
            "Có mật khẩu thì mất máy, mất USB cũng không ai đọc được sổ và bản sao lưu. Quên mật khẩu thì chỉ còn mã "
            "khôi phục in ra giấy mở được sổ, nên mã ấy phải cất ở nơi an toàn."
        )
        self.setLayout(column(label(told, wrap=True), None))

    def keep(self) -> bool:
        from desktop_app.ui.screens.password_page import PasswordPage

        first_run.show_again(self.store)
        self.desk.page_opened.emit(PasswordPage(self.desk))
        return False


class BackupsPanel(Panel):
    """The folder the store's own backups go to."""

    verb = "Giữ ở thư mục này"

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._where = label(wrap=True)
        advice = label(
            "Nên chọn một ổ đĩa khác ổ đang giữ sổ: hỏng một ổ thì còn ổ kia. Bản sao ra USB làm ở mục Sao lưu.",
            "quiet",
            wrap=True,
        )
        choose = button("Chọn thư mục khác…", self.choose)
        self.setLayout(column(self._where, advice, row(choose, None), None))

    def load(self) -> None:
        self._where.setText(f"Bản sao lưu được giữ trong thư mục {backup_rota.folder(self.store) or '–'}")

    def choose(self) -> None:
        """Let them go elsewhere."""
        now = backup_rota.folder(self.store)
        chosen = ask.choose_folder(self, "Giữ bản sao lưu ở thư mục nào?", now if now and now.is_dir() else None)
        if chosen is not None:
            self.desk.perform(backup_rota.choose_folder, Path(chosen), done="Đã chọn nơi để bản sao lưu.")
            self.load()


class PeoplePanel(Panel):
    """Where people come from; done once there are some."""

    verb = "Nhập từ Excel"

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        ways = (
            ("Chưa có tệp nào: ghi từng người ở mục Đảng viên.", "Ghi từng người", lambda: self.go("members")),
            ("Muốn làm thử trước: văn phòng thực hành có người bịa ra.", "Làm thử…", desk.stores_wanted.emit),
        )
        told = label("Danh sách đang có ở dạng Excel được nhập một lần; chi bộ được lập theo danh sách.", wrap=True)
        lines = [told_row(label(text, "quiet", wrap=True), button(caption, run)) for text, caption, run in ways]
        self.setLayout(column(told, MARGIN, *lines, None))

    def keep(self) -> bool:
        self.go("importing")
        return False

    def go(self, place: str) -> None:
        self.desk.back_wanted.emit()
        self.desk.place_wanted.emit(place, "")


def told_row(told: QWidget, pressed: QWidget) -> QHBoxLayout:
    """A sentence with the room there is, and its button."""
    made = row(told, pressed)
    made.setStretch(0, 1)
    return made


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A step as the clerk reads it, and what makes its middle."""

    title: str
    why: str
    panel: Callable[[Desk], Panel]


def fields(wanted: bool) -> tuple[Field, ...]:
    """The office's names and looks, or the rest of its settings."""
    return tuple(field for field in FIELDS if (field.key in NAMES) is wanted)


ASKED: Mapping[Step, Asked] = {
    Step.OFFICE: Asked(
        title="Văn phòng",
        why="Tên cấp ủy và thể thức được dùng trên mọi văn bản in ra.",
        panel=lambda desk: OfficePanel(desk, fields(True)),
    ),
    Step.PAPERS: Asked(
        title="Đầu văn bản, người ký",
        why="Dòng để trống thì chương trình tự ghi theo tên cấp ủy.",
        panel=lambda desk: OfficePanel(desk, fields(False)),
    ),
    Step.PASSWORD: Asked(
        title="Mật khẩu, mã khôi phục",
        why="Nên đặt trước khi nhập danh sách: sổ giữ thông tin riêng của đảng viên.",
        panel=PasswordPanel,
    ),
    Step.BACKUPS: Asked(
        title="Nơi để bản sao lưu",
        why="Sổ tự sao lưu khi đóng chương trình và trong lúc làm việc.",
        panel=BackupsPanel,
    ),
    Step.PEOPLE: Asked(
        title="Danh sách đảng viên",
        why="Có danh sách thì lập được đợt học tập, triệu tập và điểm danh.",
        panel=PeoplePanel,
    ),
}
