"""Who may see: the password of the store, its users and recovery code, and when the window locks itself."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from db.values import Role
from desktop_app.domain.dates import show_date
from desktop_app.domain.refusal import Refusal
from desktop_app.domain.words import word
from desktop_app.services import access, users
from desktop_app.services.access import Right
from desktop_app.services.office import office
from desktop_app.services.organizations import cells
from desktop_app.services.passwords import checked, enter, remove_password, set_password
from desktop_app.services.users import User
from desktop_app.ui import ask, words
from desktop_app.ui.desk import Desk, WhileClosed
from desktop_app.ui.field_form import Values
from desktop_app.ui.fields import ChoiceField, NumberField, SecretField, TextField
from desktop_app.ui.parts import label
from desktop_app.ui.record_dialog import fill_in
from desktop_app.ui.recovery_dialog import RecoveryDialog
from desktop_app.ui.screen import Action, Needs
from desktop_app.ui.some_field import SomeField
from desktop_app.ui.style import GAP
from desktop_app.ui.table_model import Column, Listing, listing_of
from desktop_app.ui.table_screen import Query, TableScreen

BREATH_MS = 200
NEW = (
    SecretField(key="password", label="Mật khẩu mới", required=True, hint="ít nhất 8 ký tự, nên là một câu ngắn"),
    SecretField(key="again", label="Gõ lại mật khẩu", required=True),
)
NAME = TextField(key="name", label="Họ tên", required=True, hint="ghi trong nhật ký ở mỗi việc người này làm")
ROLE = ChoiceField(key="role", label="Quyền", required=True, options=tuple((role, word(role)) for role in Role))
FORMER = SecretField(key="former", label="Mật khẩu hiện nay", required=True)
MINUTES = NumberField(key="minutes", label="Số phút", required=True, least=0, most=480)
LIMITS = (
    "Mật khẩu giữ kín sổ khi mất máy, mất ổ USB hoặc có người khác mở máy. Mật khẩu không ngăn được phần mềm gián điệp "
    "khi sổ đang mở, và không giữ kín các bản sao lưu làm trước khi đặt mật khẩu: "
    "đặt xong, hãy xóa những bản ấy ở mục Sao lưu."
)
RIGHTS = (
    "Quản trị: làm mọi việc. Nhập liệu: ghi vào sổ. Chỉ xem: xem, tìm và in; không ghi, không sao lưu ra ngoài, không "
    "bàn giao, không xem số đầy đủ. Người nhập liệu hoặc chỉ xem có thể chỉ thấy người của vài chi bộ: chương trình "
    "giữ giới hạn ấy, nhưng ai có mật khẩu là giữ khóa sổ."
)
OTHERS = "Thêm, bớt người dùng hay đặt lại mật khẩu của người khác thì nhờ người quản trị."
LOCKED = "Đã đặt mật khẩu; từ nay mở sổ phải gõ mật khẩu. Bản sao lưu cũ chưa có mật khẩu thì xóa ở mục Sao lưu."
REMOVE = "Bỏ mật khẩu của sổ? Từ đó ai cầm được tệp sổ đều đọc được. Các bản sao lưu đã làm vẫn giữ mật khẩu cũ."


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A user in the list."""

    id: int
    user: User
    scope: str


class PasswordPage(TableScreen):
    """The users of a locked store; of one without a password, why it should have one."""

    title, name, search_hint = "Mật khẩu, người dùng", "users", "Tìm người dùng (Ctrl+K)"
    columns = (
        Column(key="name", title="Người dùng", value=lambda r: r.user.name, width=240),
        Column(key="role", title="Quyền", value=lambda r: word(r.user.role), width=120),
        Column(key="scope", title="Phạm vi", value=lambda r: r.scope, width=300),
        Column(key="since", title="Đặt mật khẩu", value=lambda r: show_date(r.user.since[:10]), width=140),
    )
    empty = "Sổ chưa có mật khẩu: ai cầm được tệp sổ hoặc ổ USB sao lưu đều đọc được."

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._told = label(name="quiet", wrap=True)
        self.body.addWidget(self._told)
        self.body.addWidget(label(LIMITS, "quiet", wrap=True))
        self.body.setContentsMargins(0, 0, 0, GAP)

    def gestures(self) -> Sequence[Action]:
        if self.store.key is None:
            return (Action(caption="Đặt mật khẩu…", run=self.set, keys="Ctrl+N", main=True),)
        own = Action(caption="Đổi mật khẩu của tôi…", run=self.change, keys="F2")
        lock = Action(caption="Khóa ngay", run=self.desk.lock_wanted.emit, tip="Ctrl+Alt+L")
        if not access.is_administrator(self.store):
            return (own, lock)
        return (
            Action(caption="Thêm người dùng…", run=self.add, keys="Ctrl+N", main=True, right=Right.ADMINISTRATE),
            own,
            Action(
                caption="Đặt mật khẩu mới…", run=self.give, keys="Ctrl+M", needs=Needs.ONE, right=Right.ADMINISTRATE
            ),
            Action(
                caption="Quyền, chi bộ…", run=self.set_rights, keys="Ctrl+E", needs=Needs.ONE, right=Right.ADMINISTRATE
            ),
            Action(
                caption="Bỏ người dùng", run=self.remove_user, keys="Del", needs=Needs.ONE, right=Right.ADMINISTRATE
            ),
            Action(caption="Thay mã khôi phục…", run=self.renew_code, right=Right.ADMINISTRATE),
            Action(caption="Tự khóa…", run=self.set_idle, right=Right.ADMINISTRATE),
            lock,
            Action(caption="Bỏ mật khẩu…", run=self.remove, right=Right.ADMINISTRATE),
        )

    def listing(self, query: Query) -> Listing:
        return listing_of(self.rows(), self.columns, query.text, query.sorting)

    def rows(self) -> list[Row]:
        """Everybody who may open the store."""
        known = enumerate(users.users(self.store), 1)
        return [Row(id=number, user=user, scope=users.scope_words(self.store, user)) for number, user in known]

    def load_now(self) -> None:
        super().load_now()
        since, minutes = users.recovery_since(self.store), access.idle_minutes(self.store)
        idle = f"tự khóa sau {minutes} phút không dùng" if minutes else "không tự khóa"
        who = "" if access.is_administrator(self.store) else f" {OTHERS}"
        self._told.setText(f"Mã khôi phục lập ngày {show_date(since[:10])}; cửa sổ {idle}.{who}" if since else "")
        self._told.setVisible(bool(since))

    def counted(self, count: int) -> str:
        return f"{count} người dùng" if count else ""

    def open(self, record_id: int) -> None:
        """One's own password, or, of the administrator, somebody else's."""
        own = self.table.records()[0].user.name == access.holder(self.store).name
        self.change() if own or not access.is_administrator(self.store) else self.give()

    # --- the store

    def about(self) -> tuple[str, str]:
        """The office and the file, as they stand on the sheet of the recovery code."""
        return office(self.store).name, self.store.path.name if self.store.path else ""

    def set(self) -> None:
        """Ask for name and password, then for the recovery code typed back; then the store is closed and locked."""
        if self.store.path is None:
            self.desk.refused.emit("Sổ tạm trong bộ nhớ không đặt được mật khẩu.")
            return
        kept: Values = {}

        def keep(values: Values) -> None:
            new_password(values, values["name"])
            kept.update(values)

        dialog = fill_in(
            self, "Đặt mật khẩu cho sổ", "Tiếp tục", (NAME, *NEW), {"name": access.OFFICE}, keep, told=LIMITS
        )
        dialog.accepted.connect(lambda: self.show_code(lambda code: self.lock(kept, code)))

    def show_code(self, then: Callable[[str], object]) -> None:
        RecoveryDialog(self, self.about(), then).open()

    def lock(self, values: Values, code: str) -> None:
        if self.desk.background.busy:  # nothing that was typed may be lost to a job that ends by itself
            QTimer.singleShot(BREATH_MS, self, lambda: self.lock(values, code))
            return
        path = self.store.path
        assert path is not None, "asked before"
        self.desk.closing_wanted.emit(
            WhileClosed(
                caption="Đặt mật khẩu",
                work=lambda told: set_password(path, values["password"], code, values["name"], told),
                told=lambda _: LOCKED,
                back_to="backups",
            )
        )

    def remove(self) -> None:
        """Ask whether, and for the password once more; then the store is closed and written plain."""
        path = self.store.path
        typed = ask.ask_value(self, REMOVE, "Bỏ mật khẩu", FORMER)
        if path is None or not isinstance(typed, str):
            return
        self.desk.closing_wanted.emit(
            WhileClosed(
                caption="Bỏ mật khẩu",
                work=lambda told: remove_password(path, enter(path, typed), told),
                told=lambda _: "Đã bỏ mật khẩu; từ nay ai cầm được tệp sổ đều đọc được.",
                back_to="settings",
            )
        )

    def renew_code(self) -> None:
        said = "Đã thay mã khôi phục; hãy hủy các tờ giấy ghi mã cũ."
        self.show_code(lambda code: self.perform(users.renew_code, code, done=said))

    def set_idle(self) -> None:
        """After how many minutes the window locks itself."""

        def keep(values: Values) -> None:
            self.desk.write(access.save_idle_minutes, values["minutes"], done="Đã ghi lúc tự khóa.")

        start = {"minutes": access.idle_minutes(self.store)}
        told = "Để máy không ai đụng đến, sau từng ấy phút cửa sổ tự khóa; 0 là không tự khóa."
        fill_in(self, "Tự khóa cửa sổ", words.SAVE, (MINUTES,), start, keep, told=told)

    # --- users

    def add(self) -> None:
        """One more person, with a password of their own."""

        def keep(values: Values) -> None:
            password, name = new_password(values, values["name"]), values["name"]
            said = f"Đã thêm người dùng {name}."
            self.desk.write(users.add_user, name, values["role"], password, done=said, cells=values["cells"])

        asked = (NAME, ROLE, *NEW, self.scope())
        fill_in(self, "Thêm người dùng", words.ADD, asked, {"role": Role.ENTRY}, keep, told=RIGHTS)

    def scope(self) -> SomeField:
        """Whose people a user sees."""
        known = [(each.id, each.name) for each in cells(self.store)]
        return SomeField(key="cells", label="Phạm vi", options=known, noun="chi bộ")

    def set_rights(self) -> None:
        """What the selected user may do and whose people they see; the password stays."""
        user = self.table.records()[0].user

        def keep(values: Values) -> None:
            said = f"Đã ghi quyền của {user.name}; có hiệu lực từ lần mở sổ sau."
            self.desk.write(users.set_rights, user.name, values["role"], values["cells"], done=said)

        start = {"role": user.role, "cells": tuple(each.id for each in users.cells_of(self.store, user))}
        fill_in(self, f"Quyền của {user.name}", words.SAVE, (ROLE, self.scope()), start, keep, told=RIGHTS)

    def change(self) -> None:
        """One's own password; after the recovery code nobody asks for the former one."""
        held, said = access.holder(self.store), "Đã đổi mật khẩu của mình."
        if held.recovered and held.name not in {user.name for user in users.users(self.store)}:
            self.give()
            return

        def keep(values: Values) -> None:
            password = new_password(values, held.name)
            if held.recovered:
                self.desk.write(users.renew_own, password, done=said)
            else:
                self.desk.write(users.change_password, values["former"], password, done=said)

        asked = NEW if held.recovered else (FORMER, *NEW)
        fill_in(self, "Đổi mật khẩu của mình", words.SAVE, asked, {}, keep)

    def give(self) -> None:
        """A new password for the user selected, else for the first."""
        chosen = self.table.records() or self.rows()
        name = chosen[0].user.name

        def keep(values: Values) -> None:
            password = new_password(values, name)
            self.desk.write(users.give_password, name, password, done=f"Đã đặt mật khẩu mới cho {name}.")

        fill_in(self, f"Mật khẩu mới cho {name}", words.SAVE, NEW, {}, keep)

    def remove_user(self) -> None:
        """Shut the selected user out, after a question: undo does not reach it."""
        name = self.table.records()[0].user.name
        question = f"Bỏ người dùng {name}? Người ấy không mở được sổ nữa, nhưng vẫn mở được các bản sao lưu đã làm."
        if ask.confirm(self, question, "Bỏ người dùng", lasting=True):
            self.perform(users.remove_user, name, done=f"Đã bỏ người dùng {name}.")


def new_password(values: Values, name: str) -> str:
    """The password typed twice alike. Refuses two that differ, and one that is too weak."""
    if values["password"] != values["again"]:
        raise Refusal("Hai lần gõ mật khẩu không giống nhau; hãy gõ lại.")
    return checked(values["password"], name)
