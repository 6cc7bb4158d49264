"""Issued documents: numbers through a term, the print for ever, withdrawal, nothing undone."""

from dataclasses import replace

import pytest

from db.paper_records import OfficeSigner, Term
from desktop_app.domain.figures import Figure
from desktop_app.domain.refusal import Refusal
from desktop_app.services import issuing, journal, members, signers, terms
from desktop_app.services.issuing import Issue
from desktop_app.services.store import Store
from tests.cast import a_member

TERM = Term(name="2020 - 2025", starts_on="2020-08-15", ends_on="2025-08-10")
REPORT = Issue(
    kind="BC",
    number=1,
    issued_on="2021-04-05",
    title="Báo cáo kết quả đợt học tập",
    body="Nội dung báo cáo",
    print_data=b"%PDF-1.7 one",
    form_id="result-report",
    subject="{}",
    signer="Nguyễn Văn Ký",
)


@pytest.fixture
def numbering(store: Store) -> Store:
    terms.save_term(store, TERM)
    return store


def test_numbers_run_from_one_for_each_kind(numbering: Store) -> None:
    assert issuing.next_number(numbering, "BC", "2021-04-05") == 1
    assert issuing.issue(numbering, REPORT).symbol == "Số 01-BC/ĐU"
    assert issuing.next_number(numbering, "BC", "2021-04-06") == 2
    assert issuing.next_number(numbering, "KH", "2021-04-06") == 1


def test_numbers_begin_anew_with_a_term(numbering: Store) -> None:
    terms.save_term(numbering, Term(name="2025 - 2030", starts_on="2025-08-11"))
    issuing.issue(numbering, replace(REPORT, number=41))
    assert issuing.next_number(numbering, "BC", "2025-08-10") == 42
    assert issuing.next_number(numbering, "BC", "2025-08-11") == 1


def test_a_number_is_given_once(numbering: Store) -> None:
    issuing.issue(numbering, REPORT)
    with pytest.raises(Refusal, match="số tiếp theo là 02"):
        issuing.issue(numbering, replace(REPORT, title="Báo cáo khác"))


def test_a_withdrawn_document_keeps_its_number(numbering: Store) -> None:
    made = issuing.issue(numbering, REPORT)
    gone = issuing.withdraw(numbering, made.id, "2021-04-09", "sai số liệu")
    assert (gone.withdrawn_on, gone.withdrawn_reason) == ("2021-04-09", "sai số liệu")
    assert issuing.next_number(numbering, "BC", "2021-04-10") == 2
    for again in ("2021-04-10", "2021-04-01"):
        with pytest.raises(Refusal):
            issuing.withdraw(numbering, made.id, again, "lần nữa")


def test_nothing_is_issued_on_a_day_of_no_term(store: Store) -> None:
    with pytest.raises(Refusal, match="khai nhiệm kỳ"):
        issuing.issue(store, REPORT)


def test_the_print_is_the_same_after_people_have_gone(numbering: Store) -> None:
    person = a_member(numbering, "Nguyễn Văn An")
    made = issuing.issue(numbering, replace(REPORT, member_ids=(person.id,), figures={Figure.STUDIED: [person.id]}))
    members.remove(numbering, [person.id])
    assert issuing.reprint(numbering, made.id) == REPORT.print_data
    assert issuing.figures(issuing.document(numbering, made.id)) == {"studied": [person.id]}
    assert [each.id for each in issuing.about(numbering, person.id)] == [made.id]


def test_an_issued_document_is_not_undone(numbering: Store) -> None:
    before = journal.last(numbering)
    issuing.issue(numbering, REPORT)
    assert journal.last(numbering) == before
    with pytest.raises(Refusal, match="thu hồi"):
        journal.undo(numbering, journal.history(numbering, 1)[0].id)


def test_work_before_an_issue_can_still_be_undone(numbering: Store) -> None:
    a_member(numbering, "Nguyễn Văn An")
    issuing.issue(numbering, REPORT)
    assert "Nguyễn Văn An" in journal.undo(numbering).summary
    assert issuing.documents(numbering)


@pytest.mark.parametrize("text", ["ket qua", "KẾT QUẢ", "01-BC", "noi dung"])
def test_the_register_is_searched_without_accents(numbering: Store, text: str) -> None:
    issuing.issue(numbering, REPORT)
    issuing.issue(numbering, replace(REPORT, kind="KH", title="Kế hoạch", body="Khác"))
    assert [each.kind for each in issuing.documents(numbering, text)] == ["BC"]


def test_a_document_is_found_by_its_number_and_symbol(numbering: Store) -> None:
    made = issuing.issue(numbering, REPORT)
    assert issuing.find_document(numbering, "01-bc/đu").id == issuing.find_document(numbering, str(made.id)).id
    with pytest.raises(Refusal):
        issuing.find_document(numbering, "02-BC/ĐU")


@pytest.mark.parametrize(
    "term",
    [
        replace(TERM, name=" "),
        replace(TERM, starts_on="2025-08-11", ends_on="2025-08-11"),
        replace(TERM, name="Khác", starts_on="2025-08-10", ends_on="2030-08-01"),
        replace(TERM, starts_on="2020"),
    ],
)
def test_a_term_that_cannot_be_is_refused(numbering: Store, term: Term) -> None:
    with pytest.raises(Refusal):
        terms.save_term(numbering, term)


def test_a_term_with_documents_keeps_its_name_and_stays(numbering: Store) -> None:
    issuing.issue(numbering, REPORT)
    kept = terms.terms(numbering)[0]
    with pytest.raises(Refusal, match="giữ tên"):
        terms.save_term(numbering, replace(kept, name="Nhiệm kỳ mới"))
    with pytest.raises(Refusal, match="không xóa được"):
        terms.remove_term(numbering, kept.id)
    assert terms.save_term(numbering, replace(kept, ends_on="2025-07-31")).ends_on == "2025-07-31"


def test_a_term_without_documents_is_removed(numbering: Store) -> None:
    terms.remove_term(numbering, terms.terms(numbering)[0].id)
    assert terms.terms(numbering) == []


def test_signers_begin_with_the_office_own(store: Store) -> None:
    signers.save_signer(store, OfficeSigner(name="Trần Thị Phó", authority="t/m đảng ủy", position="phó bí thư"))
    own, deputy = signers.signers(store)
    assert (own.authority, deputy.authority, deputy.position) == ("T/M ĐẢNG ỦY", "T/M ĐẢNG ỦY", "PHÓ BÍ THƯ")
    signers.remove_signer(store, deputy.id)
    assert len(signers.signers(store)) == 1


@pytest.mark.parametrize(
    "signer",
    [
        OfficeSigner(name=""),
        OfficeSigner(name="TS. Nguyễn Văn Ký"),
        OfficeSigner(name="Trần Thị Phó", authority="K/T BÍ THƯ", position="PHÓ BÍ THƯ"),
        OfficeSigner(name="Trần Thị Phó", authority="T/M ĐẢNG ỦY", position="PHÓ BÍ THƯ ĐẢNG ỦY"),
    ],
)
def test_what_the_layout_rules_forbid_is_refused(store: Store, signer: OfficeSigner) -> None:
    with pytest.raises(Refusal):
        signers.save_signer(store, signer)
