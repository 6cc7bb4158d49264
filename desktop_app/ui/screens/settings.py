"""What the office says of itself: name, head lines, signer, recipients; shown at once as it will stand on paper."""

from collections.abc import Callable, Sequence
from dataclasses import asdict
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from desktop_app.domain.names import place_of, spelled
from desktop_app.services.access import Right
from desktop_app.services.office import LAYOUTS, SPELLINGS, Office, OfficeDraft, lines, office, save_office, today
from desktop_app.ui.desk import Desk
from desktop_app.ui.field_form import FieldForm, Values
from desktop_app.ui.fields import ChoiceField, LongTextField, TextField
from desktop_app.ui.kept_typing import KeptTyping, keep_form
from desktop_app.ui.parts import button, column, label, row
from desktop_app.ui.screen import Action, Screen
from desktop_app.ui.screens.essay_settings_dialog import ask_essay_settings
from desktop_app.ui.screens.letter_preview import LetterPreview
from desktop_app.ui.screens.looks_dialog import ask_looks
from desktop_app.ui.screens.paper_settings_page import PaperSettingsPage
from desktop_app.ui.screens.password_page import PasswordPage
from desktop_app.ui.style import MARGIN, scaled

TIMES = "Times New Roman"
FORM_WIDTH = 560
FIELDS = (
    TextField(key="name", label="Tên đảng ủy", required=True, hint="Đảng ủy phường Đông Thọ"),
    TextField(key="parent", label="Cấp ủy cấp trên", required=True, hint="Tỉnh ủy Thanh Hóa"),
    TextField(key="superior_line", label="Dòng cấp trên", hint="để trống: theo cấp ủy cấp trên"),
    TextField(key="issuer_line", label="Dòng cơ quan", hint="để trống: theo tên đảng ủy"),
    TextField(key="place", label="Địa danh", hint="để trống: theo tên", half=True),
    TextField(key="body_symbol", label="Ký hiệu", hint="ĐU", half=True),
    ChoiceField(key="layout", label="Thể thức", required=True, options=tuple(LAYOUTS.items()), half=True),
    ChoiceField(
        key="spelling", label="Kiểu bỏ dấu", required=True, options=tuple((each, each) for each in SPELLINGS), half=True
    ),
    TextField(key="signer_authority", label="Thẩm quyền ký", hint="T/M ĐẢNG ỦY", half=True),
    TextField(key="signer_position", label="Chức vụ", hint="BÍ THƯ", half=True),
    TextField(key="signer_name", label="Người ký"),
    LongTextField(key="recipients", label="Nơi nhận", lines=5, hint="mỗi nơi nhận một dòng"),
)


class SettingsScreen(Screen):
    """One form, one Ctrl+S; beside it the head and foot of a document as they are being typed."""

    title = "Thiết lập"

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.form = FieldForm(FIELDS)
        self.guard(Right.ADMINISTRATE, self.form)
        self._refusal = label(name="problem", wrap=True)
        self._letter = LetterPreview()
        self._font = label("", wrap=True)
        self._where = label(name="quiet", wrap=True)
        self._typing: KeptTyping | None = None
        self._family = ""
        self._build()
        self._listen()

    def _build(self) -> None:
        self._refusal.hide()
        self.form.setMaximumWidth(scaled(FORM_WIDTH))
        left = QWidget()
        left.setLayout(column(self._refusal, self.form))
        area = QScrollArea()
        area.setWidget(left)
        area.setWidgetResizable(True)
        left.setAutoFillBackground(False)
        area.viewport().setAutoFillBackground(False)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setMinimumWidth(left.minimumSizeHint().width() + area.verticalScrollBar().sizeHint().width())
        stores = row(button("Đổi sổ…", self.desk.stores_wanted.emit, tip="Mở sổ khác, lập sổ mới (Ctrl+O)"), None)
        right = column(
            label("Trên văn bản sẽ ghi", "subheading"), self._letter, MARGIN, self._font, self._where, stores, None
        )
        both = row(area, MARGIN, right)
        both.setStretch(0, 1)
        both.setStretch(2, 1)
        self.body.addLayout(both)

    def _listen(self) -> None:
        self.form.typed.connect(self._show_letter)
        self.form.edited.connect(self._show_letter)
        self.form.done.connect(self.save)

    def gestures(self) -> Sequence[Action]:
        return (
            Action(caption="Ghi thiết lập", run=self.save, keys="Ctrl+S", main=True, right=Right.ADMINISTRATE),
            Action(caption="Nhiệm kỳ, người ký", run=self.open_papers, keys="Ctrl+M", tip="Để đánh số và ký văn bản"),
            Action(caption="Mật khẩu, người dùng", run=self.open_passwords, keys="Ctrl+U", tip="Ai được mở sổ"),
            Action(caption="Hiển thị…", run=lambda: ask_looks(self, self.desk), tip="Nền sáng, tối; cỡ chữ"),
            Action(
                caption="Thu hoạch, tệp đính kèm…", run=lambda: ask_essay_settings(self, self.desk), right=Right.WRITE
            ),
        )

    def open_papers(self) -> None:
        """The terms and signers of the office's documents."""
        self.desk.page_opened.emit(PaperSettingsPage(self.desk))

    def open_passwords(self) -> None:
        """Who may open the store."""
        self.desk.page_opened.emit(PasswordPage(self.desk))

    def focus_start(self) -> None:
        self.form.focus_first()

    def load(self) -> None:
        """Show what is kept, unless the clerk is in the middle of changing it."""
        if self._typing is None or not self.unsaved():
            self._fill()
        self._where.setText(f"Tệp sổ: {self.store.path or 'sổ tạm trong bộ nhớ'}")
        self._look_for_font()

    def unsaved(self) -> bool:
        return bool(self.form.changed())

    def keep_unsaved(self) -> Callable[[], bool]:
        return self.save

    def _fill(self) -> None:
        self.form.set_values(shown(office(self.store)))
        if self._typing is None:
            self._typing = keep_form(self, self.desk, self.title, self.form)
            self.lay_over(self._typing.offer)
        self._typing.renew()
        self._show_letter()

    def _show_letter(self) -> None:
        typed = self.form.readable()
        named = {**typed, "name": typed["name"] or "…", "parent": typed["parent"] or "…"}
        self._letter.show_draft(draft(named), today(self.store))

    def save(self) -> bool:
        """Keep what is typed; False where something is wrong, which stands beside its field."""
        self._refusal.hide()
        values = self.form.values()
        if values is None or self.perform(save_office, draft(values), done="Đã ghi thiết lập.") is None:
            return False
        self._fill()
        return True

    def _look_for_font(self) -> None:
        """The font documents are printed in; found once, beside the window, as the printer takes time to load."""
        if self._family or self.desk.background.busy or self.store.path is None:
            return

        def found(family: str) -> None:
            self._family = family
            self._font.setText(told_font(family))
            self._font.setObjectName("quiet" if family == TIMES else "advice")
            self._font.style().polish(self._font)

        self.desk.run("Xem phông chữ để in", lambda store, progress: printed_family(), found)


def printed_family() -> str:
    from desktop_app.forms.pdf import family

    return family()


def told_font(family: str) -> str:
    """Which font is printed, and what to do when it is not the one the guidance asks for."""
    if family == TIMES:
        return f"Văn bản được in bằng phông {TIMES}."
    return (
        f"Máy này không có phông {TIMES}; văn bản được in bằng phông {family}, cùng bề rộng chữ. "
        f"Muốn in đúng {TIMES}, hãy cài phông ấy vào máy rồi mở lại chương trình."
    )


def shown(kept: Office) -> Values:
    """The office as the form shows it: what merely follows from its name stays blank."""
    values: dict[str, Any] = {name: value for name, value in asdict(kept).items() if isinstance(value, str)}
    derived = lines(OfficeDraft(name=kept.name, parent=kept.parent)) | {"place": place_of(kept.name)}
    for name in ("superior_line", "issuer_line", "place"):
        if values[name] == spelled(derived[name], kept.spelling):
            values[name] = ""
    return values | {"recipients": "\n".join(kept.recipients)}


def draft(values: Values) -> OfficeDraft:
    """What the form says, as the service takes it."""
    texts = {name: value or "" for name, value in values.items()}
    blank = {name: values[name] or None for name in ("place", "superior_line", "issuer_line")}
    return OfficeDraft(**texts | blank | {"recipients": tuple(texts["recipients"].splitlines())})
