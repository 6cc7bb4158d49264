"""Thẻ dự học and labels with each person's own code, on plain A4: of a conference's list, a cell, or those chosen."""

from collections.abc import Callable
from dataclasses import dataclass

from db.values import MemberStatus
from desktop_app.domain.names import cell_title
from desktop_app.domain.refusal import Refusal
from desktop_app.forms.form import Form, Output, Scope, Subject
from desktop_app.forms.labels import CARDS, LABELS_24, LABELS_40, Label, LabelDocument, LabelSheet, Symbol
from desktop_app.forms.letterhead import Letterhead, letterhead
from desktop_app.services import members, rolls
from desktop_app.services.members import MemberFilter
from desktop_app.services.store import Store

HEADING, GROUP = "THẺ DỰ HỌC", "Thẻ, nhãn"
GONE = (MemberStatus.DECEASED, MemberStatus.LEFT)


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """Who gets one, in the order they are handed out in; `first` is the place of the first on its sheet."""

    paper: Letterhead
    labels: tuple[Label, ...]
    first: int


def gather(store: Store, subject: Subject) -> Sheet:
    found = tuple(labels_of(store, subject))
    if not found:
        raise Refusal("Chưa có ai để in thẻ; hãy chọn chi bộ khác hoặc nhập danh sách đảng viên trước.")
    return Sheet(paper=letterhead(store, subject), labels=found, first=subject.first_place)


def labels_of(store: Store, subject: Subject) -> list[Label]:
    """Those chosen one by one, else those a conference expects, else those of the register who have not gone."""
    chosen = subject.member_ids or ((subject.member_id,) if subject.member_id is not None else ())
    if not chosen and subject.conference_id is not None:
        rolls.require_frozen(store, subject.conference_id)
        rows = rolls.roll(store, subject.conference_id, subject.venue_id, subject.cell_id)
        return [label(row.full_name, row.cell, row.code) for row in rows if row.deduction is None]
    ids = chosen or members.list_ids(store, MemberFilter(cell_id=subject.cell_id, order="cell"))
    people = members.page(store, ids)
    return [label(each.full_name, each.cell, each.code) for each in people if chosen or each.status not in GONE]


def label(name: str, cell: str | None, code: str) -> Label:
    return Label(name=name, cell=cell_title(cell) if cell else "", code=code)


def on_sheet(sheet: LabelSheet, symbol: Symbol, title: str) -> Callable[[Sheet], LabelDocument]:
    """The document of these people on one kind of sheet."""

    def compose(gathered: Sheet) -> LabelDocument:
        check_place(gathered.first, sheet.count)
        office = gathered.paper.office
        return LabelDocument(
            title=title,
            blocks=(),
            author=office.name,
            practice=office.practice,
            sheet=sheet,
            labels=gathered.labels,
            symbol=symbol,
            heading=HEADING,
            issuer=office.issuer_line,
            first=gathered.first,
        )

    return compose


def check_place(first: int, places: int) -> None:
    """Refuses a first place the sheet has not."""
    if not 1 <= first <= places:
        raise Refusal(f"Mỗi trang có {places} chỗ; hãy bắt đầu từ chỗ 1 đến {places}.")


def form_of(form_id: str, title: str, sheet: LabelSheet, symbol: Symbol) -> Form[Sheet]:
    return Form(
        id=form_id,
        title=title,
        scopes=(Scope.CONFERENCE, Scope.VENUE, Scope.CELL, Scope.MEMBER),
        of_register=True,
        gather=gather,
        compose=on_sheet(sheet, symbol, title),
        group=GROUP,
        outputs=(Output.PDF,),
    )


KINDS = (
    ("member-cards", "Thẻ dự học, mã QR", CARDS, Symbol.QR),
    ("member-cards-barcode", "Thẻ dự học, mã vạch", CARDS, Symbol.BARCODE),
    ("member-labels-24", "Nhãn mã QR, 24 nhãn một trang", LABELS_24, Symbol.QR),
    ("member-labels-40", "Nhãn mã QR, 40 nhãn một trang", LABELS_40, Symbol.QR),
)
LABEL_FORMS = tuple(form_of(*each) for each in KINDS)
PLACES = {form_id: sheet.count for form_id, _, sheet, _ in KINDS}
"""How many labels a page of each form holds."""
