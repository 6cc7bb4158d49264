"""Issuing documents: a number for ever, the print and the figures of that day, the register, withdrawal.

A number runs from 01 for each kind of document through one term of the committee; (body, term, kind, number) is given
once and never again, also when the document is withdrawn. Nothing here is undone.
"""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from db import issued
from db.keys import tidy
from db.paper_records import IssuedDocument
from db.store import Store
from desktop_app.domain.figures import Figure
from desktop_app.domain.refusal import Refusal
from desktop_app.domain.wording import number_symbol
from desktop_app.services.office import moment, office
from desktop_app.services.terms import term_on

__all__ = ["IssuedDocument"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Issue:
    """What goes out. `figures`: the ids of people behind each figure, by its name; `subject`: what it was made of."""

    kind: str
    number: int
    issued_on: str
    title: str
    body: str
    print_data: bytes
    form_id: str
    subject: str
    signer: str
    round_id: int | None = None
    figures: Mapping[Figure, Iterable[int]] = field(default_factory=dict)
    member_ids: tuple[int, ...] = ()


def next_number(store: Store, kind: str, issued_on: str) -> int:
    """The number after the last one of this kind in the term of a day."""
    return issued.last_number(store, office(store).organization_id, term_on(store, issued_on).name, kind) + 1


def check_number(store: Store, kind: str, number: int, issued_on: str) -> None:
    """Refuses a number under 1 or one that was given already in the term."""
    if number < 1:
        raise Refusal("Số văn bản phải từ 01 trở lên; hãy sửa lại số.")
    own, term = office(store), term_on(store, issued_on)
    taken = issued.numbered(store, own.organization_id, term.name, kind, number)
    if taken is not None:
        free = next_number(store, kind, issued_on)
        raise Refusal(
            f"{taken.symbol} đã cấp cho “{taken.title}” trong nhiệm kỳ {term.name}; hãy dùng số khác, số tiếp theo là "
            f"{free:02}."
        )


def issue(store: Store, going_out: Issue) -> IssuedDocument:
    """Keep a document for ever under its number."""
    check_number(store, going_out.kind, going_out.number, going_out.issued_on)
    own, term = office(store), term_on(store, going_out.issued_on)
    kept = IssuedDocument(
        issuer_id=own.organization_id,
        term=term.name,
        kind=going_out.kind,
        number=going_out.number,
        symbol=number_symbol(going_out.kind, own.body_symbol, going_out.number),
        issued_on=going_out.issued_on,
        title=tidy(going_out.title),
        body=going_out.body,
        figures=json.dumps({name: sorted(set(ids)) for name, ids in going_out.figures.items()}, ensure_ascii=False),
        form_id=going_out.form_id,
        subject=going_out.subject,
        round_id=going_out.round_id,
        signer=going_out.signer,
        issued_at=moment(store),
    )
    with store.gesture("document.issue", f"Phát hành {kept.symbol}: {kept.title}"):
        document_id = issued.add(store, kept, going_out.print_data, going_out.member_ids)
    return document(store, document_id)


def document(store: Store, document_id: int) -> IssuedDocument:
    """One issued document."""
    found = issued.document(store, document_id)
    if found is None:
        raise Refusal("Không có văn bản này trong sổ văn bản phát hành; hãy tải lại danh sách.")
    return found


def documents(store: Store, text: str = "", kind: str | None = None) -> list[IssuedDocument]:
    """The register of issued documents, newest first; with a text, those that say it."""
    return issued.documents(store, text, kind)


def about(store: Store, member_id: int) -> list[IssuedDocument]:
    """The documents that name a person, newest first."""
    return issued.about(store, member_id)


def find_document(store: Store, text: str) -> IssuedDocument:
    """By id or by the number and symbol as written (“12-BC/ĐU”). Refuses none and several."""
    wanted = tidy(text).casefold().removeprefix("số ")
    known = issued.documents(store)
    found = [each for each in known if wanted in (str(each.id), each.symbol.casefold().removeprefix("số "))]
    if len(found) != 1:
        many = "Có nhiều văn bản cùng số ở các nhiệm kỳ" if found else "Không có văn bản phát hành"
        raise Refusal(f"{many} “{tidy(text)}”; hãy ghi mã như sổ văn bản cho biết.")
    return found[0]


def reprint(store: Store, document_id: int) -> bytes:
    """The PDF as it was issued, byte for byte."""
    found = issued.print_of(store, document(store, document_id).id)
    if found is None:
        raise Refusal("Bản in của văn bản này không còn trong sổ; hãy lấy từ bản sao lưu.")
    return found


def figures(found: IssuedDocument) -> dict[str, list[int]]:
    """The people behind each figure as they were that day."""
    kept: dict[str, list[int]] = json.loads(found.figures)
    return kept


def withdraw(store: Store, document_id: int, on: str, reason: str) -> IssuedDocument:
    """Withdraw a document (thu hồi): it stays in the register and keeps its number."""
    found, why = document(store, document_id), tidy(reason)
    if found.withdrawn_on:
        raise Refusal(f"{found.symbol} đã thu hồi rồi.")
    if not why:
        raise Refusal("Chưa ghi lý do thu hồi; hãy ghi lý do.")
    if on < found.issued_on:
        raise Refusal("Ngày thu hồi không thể trước ngày ban hành; hãy sửa lại ngày.")
    with store.gesture("document.withdraw", f"Thu hồi {found.symbol}: {why}"):
        issued.withdraw(store, document_id, on, why)
    return document(store, document_id)
