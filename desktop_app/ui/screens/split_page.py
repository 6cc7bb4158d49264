"""One organization becomes several by decision: each person is given a place before anything is written.

The parts are numbered: their digit, pressed on the selected people, sends them there; 0 leaves them where they are.
"""

import json
from collections import Counter
from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QLineEdit, QPushButton, QVBoxLayout

from db.keys import tidy
from desktop_app.domain.wording import grouped
from desktop_app.services import organizations, reorganization
from desktop_app.services.access import Right
from desktop_app.services.drafts import Texts
from desktop_app.services.reorganization import Part
from desktop_app.ui.desk import Desk
from desktop_app.ui.kept_typing import Typed, TypedForm
from desktop_app.ui.parts import button, column, label, row
from desktop_app.ui.screen import Action
from desktop_app.ui.screens.decision_page import DecisionPage, Goer, goers
from desktop_app.ui.screens.organization_doings import ONE_UNDER_ANOTHER, decision_of
from desktop_app.ui.shortcuts import listen

MOST, STAY = 9, 0


class SplitPage(DecisionPage):
    """`organization_id` is what is split."""

    title = "Chia tách"

    def __init__(self, desk: Desk, organization_id: int) -> None:
        self.old = organizations.organization(desk.store, organization_id)
        self.places: dict[tuple[int | None, int | None], int] = {}
        self.names: list[QLineEdit] = []
        self.senders: list[QPushButton] = []
        super().__init__(desk, ONE_UNDER_ANOTHER)
        self.set_title(f"Chia tách {self.old.name}")
        self.keep = QCheckBox(f"Giữ lại “{self.old.name}”")
        self.keep.toggled.connect(self.look)
        self.stay = button("", partial(self.send, STAY), tip="0")
        self._parts = QVBoxLayout()
        self.more = button("Thêm tổ chức mới", self.add_part)
        heading = label("Các tổ chức mới", "subheading")
        self.left.addLayout(column(heading, self._parts, row(self.more, None), self.keep, row(self.stay, None), None))
        self.add_part()
        self.add_part()
        for digit in range(MOST + 1):
            self._listen(digit)

    def gestures(self) -> Sequence[Action]:
        return (Action(caption="Chia tách", run=self.write, keys="Ctrl+S", main=True, right=Right.WRITE),)

    def _listen(self, digit: int) -> None:
        where = f"Chuyển người đang chọn sang tổ chức mới {digit}" if digit else "Để người đang chọn ở lại"
        key = listen(self.goers.table, str(digit), where, partial(self.send, digit))
        key.setContext(Qt.ShortcutContext.WidgetShortcut)

    def add_part(self) -> None:
        """One more part: its name, and the button that sends the selected people there."""
        number = len(self.names) + 1
        if number > MOST:
            return
        name = QLineEdit()
        name.setPlaceholderText("tên tổ chức mới")
        name.setAccessibleName(f"Tên tổ chức mới {number}")
        name.textChanged.connect(self.show_places)
        name.textChanged.connect(self.note)
        sender = button("", partial(self.send, number), tip=f"Chọn người rồi bấm, hoặc gõ số {number} trong danh sách")
        self.names.append(name)
        self.senders.append(sender)
        line = row(label(str(number)), name, sender)
        line.setStretch(1, 1)
        self._parts.addLayout(line)
        self.more.setEnabled(number < MOST)
        if self.isVisible():
            name.setFocus()
            self.show_places()

    def look(self) -> None:
        """Whom it concerns on the day said."""
        self.goers.goers = goers(self.store, self.old.id, self.day())
        if not self.keep.isChecked():
            self.places = {key: place for key, place in self.places.items() if place != STAY}
        self.stay.setVisible(self.keep.isChecked())
        self.show_places()

    def send(self, place: int) -> None:
        """The selected people go to a part; the keyboard goes on to the next who has none."""
        if place > len(self.names) or (place == STAY and not self.keep.isChecked()):
            return
        for chosen in self.goers.table.records():
            self.places[key_of(chosen.item)] = place
        self.note()
        self.show_places()

    def note(self) -> None:
        """Something was said that is not written yet."""
        if self.typing is not None:
            self.typing.note()

    def typed(self) -> Typed:
        return TypedSplit(self)

    def place(self, goer: Goer) -> int | None:
        """The number of the part somebody is sent to; None where nothing is said yet."""
        return self.places.get(key_of(goer), STAY if self.keep.isChecked() else None)

    def show_places(self) -> None:
        """Counts on the buttons, and what is still to be said."""
        counts = Counter(self.place(goer) for goer in self.goers.goers)
        for number, sender in enumerate(self.senders, 1):
            sender.setText(f"Về đây ({grouped(counts[number])})")
        self.stay.setText(f"0 · Ở lại ({grouped(counts[STAY])})")
        left = f"Còn {grouped(counts[None])} dòng chưa phân." if counts[None] else "Mọi người đã có chỗ."
        self.told.setText(f"Chọn người trong danh sách rồi bấm “Về đây”, hoặc gõ số của tổ chức mới. {left}")
        self.goers.load()

    def goes_to(self, goer: Goer) -> str:
        place = self.place(goer)
        if place is None:
            return "chưa phân"
        if place == STAY:
            return f"ở lại {self.old.name}"
        return tidy(self.names[place - 1].text()) or f"tổ chức mới {place}"

    def decide(self) -> str:
        values = self.form.values() or {}
        there = {number: [g for g in self.goers.goers if self.place(g) == number] for number in self.numbers()}
        parts = [
            Part(
                name=self.names[number - 1].text(),
                member_ids=[goer.member_id for goer in found if goer.member_id is not None],
                child_ids=[goer.child_id for goer in found if goer.child_id is not None],
            )
            for number, found in there.items()
        ]
        made = self.desk.write(reorganization.split, self.old.id, parts, decision_of(values), self.keep.isChecked())
        return f"Đã chia tách “{self.old.name}”: " + ", ".join(f"“{each.name}”" for each in made) + "."

    def numbers(self) -> list[int]:
        """Parts that are named or that somebody is sent to."""
        used = {self.place(goer) for goer in self.goers.goers}
        return [number for number, name in enumerate(self.names, 1) if tidy(name.text()) or number in used]


class TypedSplit(TypedForm):
    """The form, the names of the parts, and who was sent where, as JSON."""

    def __init__(self, page: SplitPage) -> None:
        super().__init__(page.form)
        self._page = page

    def now(self) -> Texts | None:
        names = [name.text() for name in self._page.names]
        if super().now() is None and not self._page.places and not any(names):
            return None
        places = [[*key, place] for key, place in self._page.places.items()]
        return {**self.start(), "names": json.dumps(names), "places": json.dumps(places)}

    def put(self, texts: Texts) -> None:
        super().put(texts)
        names = json.loads(texts["names"])
        while len(self._page.names) < len(names):
            self._page.add_part()
        for line, name in zip(self._page.names, names, strict=False):
            line.setText(name)
        self._page.places = {(member, child): place for member, child, place in json.loads(texts["places"])}
        self._page.look()


def key_of(goer: Goer) -> tuple[int | None, int | None]:
    return goer.member_id, goer.child_id
