"""Whose paper it is and of which day: head, signer, recipients, practice mark and spelling of the office's documents.

Not the rules of layout, and nothing about a single document.
"""

import re
from dataclasses import dataclass, fields, is_dataclass, replace
from datetime import date
from functools import partial
from typing import Any

from db.keys import fold
from db.paper_records import OfficeSigner
from desktop_app.domain.names import spelled
from desktop_app.domain.wording import LayoutYear, number_symbol, place_and_date
from desktop_app.forms.blocks import Block, Document, Head, Orientation, Recipients, Signature, Signer
from desktop_app.forms.form import Paper, Subject
from desktop_app.services.office import Office, office, today
from desktop_app.services.store import Store

BY_HAND = "(Ký, ghi rõ họ tên)"

_UY = re.compile(r"\b[UuỦủ][YyỶỷ]\b")


@dataclass(frozen=True, slots=True, kw_only=True)
class Letterhead:
    """`number` and `signer` None = a copy without number, signed by the office's own signer."""

    office: Office
    on: date
    number: int | None = None
    signer: OfficeSigner | None = None

    def symbol(self, kind: str) -> str:
        """“Số 12-BC/ĐU”; room to write the number by hand where there is none yet."""
        return number_symbol(kind, self.office.body_symbol, self.number)

    def head(self, number_symbol: str = "") -> Head:
        return Head(
            superior=self.office.superior_line,
            issuer=self.office.issuer_line,
            number_symbol=number_symbol,
            place_and_date=place_and_date(self.office.place, self.on),
        )

    def committee(self) -> Signer:
        """Who signs for the committee: the one chosen, else as the office has settled it."""
        if self.signer is not None:
            return Signer(authority=self.signer.authority, position=self.signer.position, name=self.signer.name)
        return Signer(
            authority=self.office.signer_authority,
            position=self.office.signer_position,
            name=self.office.signer_name,
        )

    def superior(self) -> str:
        """“ Thành ủy …” after a verb; nothing where the office named the superior Đảng bộ and not its committee."""
        return "" if fold(self.office.parent).startswith("dang bo") else f" {self.office.parent}"

    def recipients(self) -> Recipients:
        """The office's usual recipients, or the least a report of a ward goes to."""
        superior = self.superior().strip() or "Cấp ủy cấp trên trực tiếp"
        usual = (f"{superior} (để báo cáo)", "Các chi bộ trực thuộc", "Lưu Văn phòng Đảng ủy")
        return Recipients(self.office.recipients or usual)

    def list_closing(self, maker: str = "NGƯỜI LẬP DANH SÁCH", right: Signer | None = None) -> Signature:
        """Whoever made the list signs on the left, the committee (or `right`) on the right."""
        return Signature(left=Signer(authority=maker, hint=BY_HAND), right=right or self.committee())

    def document(
        self, title: str, blocks: tuple[Block, ...], subject: str = "", orientation: Orientation = Orientation.PORTRAIT
    ) -> Document:
        """The document of these blocks, in the office's spelling."""
        made = Document(
            title=title,
            subject=subject,
            blocks=blocks,
            author=self.office.name,
            practice=self.office.practice,
            orientation=orientation,
            layout_year=LayoutYear(self.office.layout),
        )
        respelled: Document = _respelled(made, self.office.spelling)
        return respelled


def letterhead(store: Store, subject: Subject | None = None) -> Letterhead:
    """The office's paper for what was chosen: its number, its day, its signer."""
    paper = Paper() if subject is None else subject.paper
    return Letterhead(office=office(store), on=paper.on or today(store), number=paper.number, signer=paper.signer)


def _respelled(value: Any, spelling: str) -> Any:
    """Every “ủy” that stands alone in the office's spelling; a person named Thủy keeps the name."""
    if type(value) is str:
        return _UY.sub(lambda found: spelled(found[0], spelling), value)
    if type(value) is tuple:
        return tuple(map(partial(_respelled, spelling=spelling), value))
    if is_dataclass(value) and not isinstance(value, type):
        parts = {part.name: getattr(value, part.name) for part in fields(value) if part.init}
        changed = {name: new for name, old in parts.items() if (new := _respelled(old, spelling)) is not old}
        return replace(value, **changed) if changed else value
    return value
