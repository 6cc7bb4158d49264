"""A report on its way out: numbered, dated, edited, and the same for ever."""

from datetime import date
from io import BytesIO

import pytest
from pypdf import PdfReader

from db.paper_records import OfficeSigner, Term
from desktop_app.domain.figures import Figure
from desktop_app.domain.refusal import Refusal
from desktop_app.forms import documents
from desktop_app.forms.blocks import Document, Head, PageBreak
from desktop_app.forms.edits import lines
from desktop_app.forms.form import Paper, Subject
from desktop_app.forms.issue import keep_edits, kept_edits, marked, prepared, send_out
from desktop_app.forms.plain import plain_text
from desktop_app.services import issuing, journal, members, terms
from desktop_app.services.store import Store
from tests.forms import cast
from tests.round_office import SmallRound, small_round

REPORT = documents.form("result-report")


@pytest.fixture
def made(store: Store) -> SmallRound:
    terms.save_term(store, Term(name="2020 - 2025", starts_on="2020-08-15"))
    return small_round(store)


def read(pdf: bytes) -> str:
    return " ".join(" ".join(page.extract_text() for page in PdfReader(BytesIO(pdf)).pages).split())


def test_a_report_goes_out_under_the_next_number_with_its_day_and_signer(store: Store, made: SmallRound) -> None:
    deputy = OfficeSigner(name="Trần Thị Phó", authority="T/M ĐẢNG ỦY", position="PHÓ BÍ THƯ")
    gone = send_out(store, REPORT, Subject(round_id=made.round_id), on=date(2021, 4, 6), signer=deputy)
    said = read(issuing.reprint(store, gone.id))
    assert gone.symbol == "Số 01-BC/ĐU" and "Số 01-BC/ĐU" in said
    assert "ngày 06 tháng 4 năm 2021" in said and "PHÓ BÍ THƯ" in said and "Trần Thị Phó" in said
    assert send_out(store, REPORT, Subject(round_id=made.round_id)).number == 2


def test_what_was_issued_holds_the_names_behind_its_figures(store: Store, made: SmallRound) -> None:
    gone = send_out(store, REPORT, Subject(round_id=made.round_id))
    kept = issuing.figures(gone)
    assert set(kept) == {figure.value for figure in Figure}
    assert issuing.about(store, kept["must_attend"][0]) == [gone]


def test_a_reprint_is_the_same_after_the_office_has_changed(store: Store, made: SmallRound) -> None:
    gone = send_out(store, REPORT, Subject(round_id=made.round_id))
    before = issuing.reprint(store, gone.id)
    members.remove(store, issuing.figures(gone)["not_studied"])
    assert issuing.reprint(store, gone.id) == before


def test_an_edit_is_remembered_and_goes_out(store: Store, made: SmallRound) -> None:
    subject = Subject(round_id=made.round_id)
    opening = lines(REPORT.document(store, subject))[1]
    keep_edits(store, REPORT, subject, {opening.key: "Lời mở đầu khác."})
    assert "Lời mở đầu khác." in plain_text(prepared(store, REPORT, subject))
    assert opening.key in kept_edits(store, REPORT, subject)
    journal.undo(store)
    assert kept_edits(store, REPORT, subject) == {}


def test_edits_taken_back_leave_no_draft(store: Store, made: SmallRound) -> None:
    subject = Subject(round_id=made.round_id)
    keep_edits(store, REPORT, subject, {"x": "y"})
    keep_edits(store, REPORT, subject, {})
    assert kept_edits(store, REPORT, subject) == {}


def test_a_list_without_symbol_is_not_issued(store: Store, made: SmallRound) -> None:
    with pytest.raises(Refusal, match="không phải loại văn bản"):
        send_out(store, documents.form("data-check"), Subject(round_id=made.round_id))


def test_a_number_already_given_is_refused_before_anything_is_kept(store: Store, made: SmallRound) -> None:
    send_out(store, REPORT, Subject(round_id=made.round_id), number=7)
    with pytest.raises(Refusal, match="08"):
        send_out(store, REPORT, Subject(round_id=made.round_id), number=7)
    assert len(issuing.documents(store)) == 1


def test_an_urgent_document_goes_out_urgent_and_no_longer_as_a_draft(store: Store, made: SmallRound) -> None:
    paper = Paper(urgency="KHẨN", draft="Dự thảo lần 1")
    gone = send_out(store, REPORT, Subject(round_id=made.round_id, paper=paper))
    said = read(issuing.reprint(store, gone.id))
    assert "KHẨN" in said and "Dự thảo" not in said


def test_every_letter_of_a_print_is_marked() -> None:
    letters = Document(title="Giấy mời", blocks=(cast.head(), PageBreak(), cast.head()))
    heads = [block for block in marked(letters, Paper(draft="Dự thảo lần 1")).blocks if isinstance(block, Head)]
    assert [head.draft for head in heads] == ["Dự thảo lần 1", "Dự thảo lần 1"]
