"""Terms of the committee: the numbers of its documents run from 01 through a term, kind by kind (Hướng dẫn
36-HD/VPTW, mục 1.3.1). A term begins the day after the congress closes and lasts until the next one closes."""

from datetime import date

from db import issued, papers
from db.keys import tidy
from db.paper_records import Term
from db.store import Store
from desktop_app.domain.dates import show_date
from desktop_app.domain.refusal import Refusal
from desktop_app.services.office import office


def terms(store: Store) -> list[Term]:
    """The terms written down, oldest first."""
    return papers.terms(store, office(store).organization_id)


def term_on(store: Store, on: str) -> Term:
    """The term a day lies in. Refuses a day of no term written down."""
    found = next((each for each in terms(store) if each.starts_on <= on <= each.ends_on), None)
    if found is None:
        raise Refusal(
            f"Chưa khai nhiệm kỳ cấp ủy cho ngày {show_date(on)} nên chưa đánh số văn bản được; "
            "hãy khai nhiệm kỳ trong Thiết lập."
        )
    return found


def save_term(store: Store, term: Term) -> Term:
    """Write a term down. Refuses one without a name, ending before it begins, or overlapping another."""
    name = tidy(term.name)
    if not name:
        raise Refusal("Chưa ghi tên nhiệm kỳ; hãy ghi, ví dụ “2025 - 2030”.")
    check_days(term)
    for other in terms(store):
        if other.id != term.id and other.starts_on <= term.ends_on and term.starts_on <= other.ends_on:
            raise Refusal(f"Nhiệm kỳ này trùng ngày với nhiệm kỳ “{other.name}”; hãy sửa ngày bắt đầu hoặc kết thúc.")
    check_name_kept(store, term, name)
    with store.gesture("term.save", f"Khai nhiệm kỳ {name}"):
        kept = Term(id=term.id, name=name, starts_on=term.starts_on, ends_on=term.ends_on)
        term_id = papers.save_term(store, office(store).organization_id, kept)
    return next(each for each in terms(store) if each.id == term_id)


def check_days(term: Term) -> None:
    """Refuses days that are none or stand the wrong way round."""
    try:
        starts, ends = date.fromisoformat(term.starts_on), date.fromisoformat(term.ends_on)
    except ValueError:
        raise Refusal("Nhiệm kỳ phải có ngày bắt đầu đầy đủ; hãy ghi, ví dụ 16/6/2025.") from None
    if starts >= ends:
        raise Refusal("Ngày kết thúc nhiệm kỳ phải sau ngày bắt đầu; hãy sửa lại ngày.")


def check_name_kept(store: Store, term: Term, name: str) -> None:
    """Documents know their term by its name: one that has numbers keeps it."""
    former = next((each for each in terms(store) if each.id == term.id), None)
    if former is not None and former.name != name and issued.documents(store, term=former.name):
        raise Refusal(f"Nhiệm kỳ “{former.name}” đã có văn bản phát hành nên phải giữ tên; hãy để nguyên tên ấy.")


def remove_term(store: Store, term_id: int) -> None:
    """Take a term off. Refuses one in which documents were issued."""
    found = next((each for each in terms(store) if each.id == term_id), None)
    if found is None:
        raise Refusal("Không còn nhiệm kỳ này; hãy tải lại danh sách.")
    if issued.documents(store, term=found.name):
        raise Refusal(f"Nhiệm kỳ “{found.name}” đã có văn bản phát hành nên không xóa được.")
    with store.gesture("term.remove", f"Xóa nhiệm kỳ {found.name}"):
        papers.remove_term(store, term_id)
