"""The left side of a person's page: what they owe, and what is kept about them. Masking numbers is the page's part."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QLayout, QScrollArea, QVBoxLayout, QWidget

from db.records import Member
from db.values import MemberKind
from desktop_app.domain.dates import show_date
from desktop_app.domain.wording import grouped
from desktop_app.domain.words import word
from desktop_app.services.person import Owed
from desktop_app.ui import words
from desktop_app.ui.forbidden import forbid
from desktop_app.ui.parts import button, column, label, row
from desktop_app.ui.style import GAP, GRID, MARGIN, Tone, sign
from desktop_app.ui.tab_order import follow_the_eye

WIDTH, LONGEST = 288, 36
NOTHING_OWED = "Không còn nợ gì."


def shown(iso: str | None) -> str:
    return show_date(iso) if iso else ""


def facts(person: Member) -> list[tuple[str, str]]:
    """(caption, words) of all that is kept; what is not known is left out."""
    kind, status = (word(each) if each else "" for each in (person.kind, person.status))
    since = f" từ {shown(person.status_date)}" if person.status_date else ""
    lines = (
        ("Mã", person.code),
        ("Ngày sinh", shown(person.birth_date)),
        ("Giới tính", word(person.gender) if person.gender else ""),
        ("Tên gọi khác", person.other_name),
        ("Chi bộ", person.cell or "chưa có"),
        ("Loại", kind),
        ("Trạng thái", "" if person.kind is MemberKind.GUEST else f"{status}{since}"),
        ("Vào Đảng", shown(person.admitted_on)),
        ("Chính thức", shown(person.official_on)),
        ("Số thẻ Đảng", person.party_card_no),
        ("Cấp thẻ", shown(person.card_issued_on)),
        ("Số thẻ cũ", person.old_party_card_no),
        ("Số định danh", person.citizen_id),
        ("Số CMND cũ", person.old_id_no),
        ("Điện thoại", person.phone),
        ("Chức vụ Đảng", person.party_position),
        ("Chính quyền", person.government_position),
        ("Đoàn thể", person.union_position),
        ("Ghi chú", person.note),
    )
    return [(caption, text) for caption, text in lines if text]


def owed_words(debt: Owed) -> list[str]:
    """What is owed in one round, a line each."""
    by = f", hạn {shown(debt.study_by)}" if debt.study_by else ""
    lines = [f"Còn phải học {grouped(debt.half_days)} buổi{by}"] if debt.half_days else []
    if debt.essay is not None:
        due = f", hạn {shown(debt.essay_by)}" if debt.essay_by else ""
        to = f", nộp {debt.recipient}" if debt.recipient else ""
        lines.append(f"Bài thu hoạch: {word(debt.essay).lower()}{due}{to}")
    return lines


class PersonCard(QScrollArea):
    """`open_round(round_id)` shows the round something is owed in; `turn()` shows numbers in full or masks them;
    `masked` is why this user may not see them.
    """

    def __init__(
        self,
        open_round: Callable[[int], object],
        turn: Callable[[], object],
        masked: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._masked = masked
        self._open_round, self._turn = open_round, turn
        self._inside = QWidget()
        self._layout = QVBoxLayout(self._inside)
        self._layout.setContentsMargins(0, 0, GAP, 0)
        self._layout.setSpacing(GAP)
        self.setWidget(self._inside)
        self.setWidgetResizable(True)
        self.viewport().setAutoFillBackground(False)
        self._inside.setAutoFillBackground(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFixedWidth(WIDTH)

    def show_person(self, person: Member, owed: Sequence[Owed], turning: str) -> None:
        """Both parts afresh; `turning` is what the button at the numbers does."""
        while (item := self._layout.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        for part in (self._owed(owed), self._facts(person, turning)):
            self._layout.addWidget(part)
            part.show()
        self._layout.addStretch(1)
        follow_the_eye(self)

    def _owed(self, owed: Sequence[Owed]) -> QWidget:
        made = QWidget()
        parts: list[QWidget | QLayout] = [label("Còn nợ", "subheading")]
        if not owed:
            parts.append(told(Tone.GOOD, NOTHING_OWED))
        for debt in owed:
            name = words.cut(debt.round_name, LONGEST)
            opening = button(
                name, partial(self._open_round, debt.round_id), "link", f"Mở đợt học tập: {debt.round_name}"
            )
            parts.append(row(opening, None))
            parts += [told(Tone.WARN, line) for line in owed_words(debt)]
        layout = column(*parts)
        layout.setSpacing(GRID)
        made.setLayout(layout)
        return made

    def _facts(self, person: Member, turning: str) -> QWidget:
        made = QWidget()
        grid = QGridLayout(made)
        grid.setContentsMargins(0, MARGIN, 0, 0)
        grid.setHorizontalSpacing(MARGIN)
        grid.setVerticalSpacing(GRID)
        grid.setColumnStretch(1, 1)
        turn = button(turning, self._turn, "link", "Số thẻ, số định danh, điện thoại (Ctrl+L)")
        if self._masked:
            forbid(turn, self._masked)
        grid.addLayout(row(label("Thông tin", "subheading"), None, turn), 0, 0, 1, 2)
        for line, (caption, text) in enumerate(facts(person), 1):
            value = label(text, wrap=True)
            value.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            grid.addWidget(label(caption, "quiet"), line, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(value, line, 1)
        return made


def told(tone: Tone, text: str) -> QWidget:
    """A sentence with the sign of its tone before it."""
    made, picture = QWidget(), QLabel()
    picture.setPixmap(sign(tone).pixmap(16, 16))
    layout = row(picture, label(text, wrap=True))
    layout.setAlignment(picture, Qt.AlignmentFlag.AlignTop)
    layout.setStretch(1, 1)
    made.setLayout(layout)
    return made
