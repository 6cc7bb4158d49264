"""What the office's documents need besides its name: the terms their numbers run through, and who may sign them."""

from collections.abc import Iterable, Sequence
from typing import Any

from db.paper_records import OfficeSigner
from db.values import ALWAYS, FOREVER
from desktop_app.domain.dates import show_date
from desktop_app.services import signers, terms
from desktop_app.services.access import Right
from desktop_app.ui import words
from desktop_app.ui.desk import Desk
from desktop_app.ui.field_form import Values
from desktop_app.ui.fields import DateField, NumberField, TextField
from desktop_app.ui.list_pane import ListPane, numbered
from desktop_app.ui.record_dialog import fill_in
from desktop_app.ui.screen import Action, Needs
from desktop_app.ui.screens.term_dialog import ask_term
from desktop_app.ui.tabbed_page import TabbedPage
from desktop_app.ui.table_model import Column

OWN = "Người ký của văn phòng sửa ở trang Thiết lập."
SIGNER_TOLD = (
    "Phó bí thư ký thay mặt đảng ủy: ghi “T/M ĐẢNG ỦY” và “PHÓ BÍ THƯ”. "
    "Trước họ tên không ghi học hàm, học vị, quân hàm."
)
SIGNER_FIELDS = (
    TextField(key="name", label="Họ và tên", required=True),
    TextField(key="authority", label="Thẩm quyền ký", hint="T/M ĐẢNG ỦY", half=True),
    TextField(key="position", label="Chức vụ", hint="PHÓ BÍ THƯ", half=True),
    DateField(key="valid_from", label="Ký từ ngày", whole=True, half=True, hint="từ trước"),
    DateField(key="valid_to", label="Đến trước ngày", whole=True, half=True, hint="chưa thôi"),
    NumberField(key="position_order", label="Thứ tự", required=True, least=1, most=99),
)


class TermsPane(ListPane):
    """Oldest first; a term in which documents were issued keeps its name and stays."""

    opening = Right.WRITE
    name, empty = "terms", "Chưa khai nhiệm kỳ nào nên chưa phát hành văn bản được."
    columns: Sequence[Column] = (
        Column(key="name", title="Nhiệm kỳ", value=lambda t: t.name, width=200),
        Column(key="from", title="Từ ngày", value=lambda t: show_date(t.starts_on), width=120),
        Column(
            key="to",
            title="Đến hết ngày",
            value=lambda t: "đang chạy" if t.ends_on == FOREVER else show_date(t.ends_on),
            width=120,
        ),
    )

    def gestures(self) -> Sequence[Action]:
        return (
            Action(
                caption="Khai nhiệm kỳ…",
                run=lambda: ask_term(self.page, self.desk),
                keys="Ctrl+N",
                main=True,
                right=Right.WRITE,
            ),
            Action(caption="Sửa…", run=self.edit, keys="F2", needs=Needs.ONE, right=Right.WRITE),
            Action(caption="Xóa", run=self.remove, keys="Delete", needs=Needs.ONE, right=Right.WRITE),
        )

    def records(self) -> Iterable[Any]:
        return terms.terms(self.store)

    def open(self, record_id: int) -> None:
        self.edit()

    def edit(self) -> None:
        if (chosen := self.selected()) is not None:
            ask_term(self.page, self.desk, term=chosen)

    def remove(self) -> None:
        if (chosen := self.selected()) is not None:
            self.page.perform(terms.remove_term, chosen.id)


class SignersPane(ListPane):
    """The office's own signer first; the others in their order."""

    opening = Right.WRITE
    name, empty = "signers", "Chưa có người ký nào."
    columns: Sequence[Column] = (
        Column(key="name", title="Họ và tên", value=lambda r: r.item.name or "(chưa ghi họ tên)", width=200),
        Column(key="authority", title="Thẩm quyền ký", value=lambda r: r.item.authority, width=160),
        Column(key="position", title="Chức vụ", value=lambda r: r.item.position, width=160),
        Column(key="told", title="Ghi thêm", value=lambda r: told(r.item), width=280),
    )

    def gestures(self) -> Sequence[Action]:
        return (
            Action(caption="Thêm người ký…", run=self.add, keys="Ctrl+N", main=True, right=Right.WRITE),
            Action(caption="Sửa…", run=self.edit, keys="F2", needs=Needs.ONE, right=Right.WRITE),
            Action(caption="Xóa", run=self.remove, keys="Delete", needs=Needs.ONE, right=Right.WRITE),
        )

    def records(self) -> Iterable[Any]:
        return numbered(signers.signers(self.store))

    def open(self, record_id: int) -> None:
        self.edit()

    def add(self) -> None:
        self._ask("Thêm người ký", OfficeSigner(name="", authority="T/M ĐẢNG ỦY", position="PHÓ BÍ THƯ"))

    def edit(self) -> None:
        chosen = self._of_the_list()
        if chosen is not None:
            self._ask(f"Sửa người ký {chosen.name}", chosen)

    def remove(self) -> None:
        chosen = self._of_the_list()
        if chosen is not None:
            self.page.perform(signers.remove_signer, chosen.id)

    def _of_the_list(self) -> OfficeSigner | None:
        """The signer chosen; the office's own is changed elsewhere, which is told."""
        chosen = self.selected()
        if chosen is None:
            return None
        if not chosen.item.id:
            self.desk.refused.emit(OWN)
            return None
        found: OfficeSigner = chosen.item
        return found

    def _ask(self, title: str, signer: OfficeSigner) -> None:
        def keep(values: Values) -> None:
            kept = OfficeSigner(
                id=signer.id,
                name=values["name"],
                authority=values["authority"] or "",
                position=values["position"] or "",
                position_order=values["position_order"],
                valid_from=values["valid_from"] or ALWAYS,
                valid_to=values["valid_to"] or FOREVER,
            )
            self.desk.write(signers.save_signer, kept)

        fill_in(self.page, title, words.SAVE, SIGNER_FIELDS, shown(signer), keep, told=SIGNER_TOLD)


def shown(signer: OfficeSigner) -> Values:
    """A signer as the form shows it: open ends stay blank."""
    return {
        "name": signer.name,
        "authority": signer.authority,
        "position": signer.position,
        "position_order": signer.position_order,
        "valid_from": None if signer.valid_from == ALWAYS else signer.valid_from,
        "valid_to": None if signer.valid_to == FOREVER else signer.valid_to,
    }


def told(signer: OfficeSigner) -> str:
    """Whose signer it is, and until when."""
    if not signer.id:
        return "người ký của văn phòng"
    return "" if signer.valid_to == FOREVER else f"đến trước ngày {show_date(signer.valid_to)}"


class PaperSettingsPage(TabbedPage):
    """Opened from the settings."""

    title = "Nhiệm kỳ, người ký"

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.add_tab("Nhiệm kỳ", TermsPane(self))
        self.add_tab("Người ký", SignersPane(self))
        self.facts_line.setText("Số văn bản chạy theo nhiệm kỳ; người ký được chọn khi phát hành.")
