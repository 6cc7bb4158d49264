"""The names behind every figure, and why a figure differs from an issued one."""

import pytest

from db.paper_records import Term
from db.values import EssayForm
from desktop_app.domain.figures import Figure
from desktop_app.domain.refusal import Refusal
from desktop_app.services import essays, figures, issuing, terms
from desktop_app.services.issuing import Issue
from desktop_app.services.reports import summary
from desktop_app.services.store import Store
from tests.round_office import SmallRound, small_round


@pytest.fixture
def made(store: Store) -> SmallRound:
    return small_round(store)


def issued(store: Store, made: SmallRound) -> int:
    terms.save_term(store, Term(name="2020 - 2025", starts_on="2020-08-15"))
    out = Issue(
        kind="BC",
        number=1,
        issued_on="2021-04-05",
        title="Báo cáo",
        body="",
        print_data=b"x",
        form_id="result-report",
        subject="{}",
        signer="",
        round_id=made.round_id,
        figures=figures.figures(store, made.round_id),
    )
    return issuing.issue(store, out).id


@pytest.mark.parametrize("figure", list(Figure))
def test_each_figure_of_the_table_has_as_many_names(store: Store, made: SmallRound, figure: Figure) -> None:
    assert len(figures.figures(store, made.round_id)[figure]) == getattr(summary(store, made.round_id).total, figure)


def test_a_figure_that_has_not_changed_has_no_reasons(store: Store, made: SmallRound) -> None:
    told = figures.why(store, issued(store, made), Figure.STUDIED)
    assert (told.then, told.reasons) == (told.now, ())


def test_who_handed_in_since_the_report_is_named_with_what_was_done(store: Store, made: SmallRound) -> None:
    document = issued(store, made)
    person = figures.figures(store, made.round_id)[Figure.MISSING_ESSAYS][0]
    essays.receive(store, made.round_id, [person], "2021-04-05", EssayForm.TYPED)
    told = figures.why(store, document, Figure.HANDED_IN)
    assert told.now == told.then + 1
    assert [(each.member_id, each.joined) for each in told.reasons] == [(person, True)]
    assert told.reasons[0].doings[0][1] in {each.summary for each in gestures_now(store)}


def gestures_now(store: Store) -> list:  # type: ignore[type-arg]
    from desktop_app.services import journal

    return journal.history(store)


def test_a_figure_the_document_does_not_hold_is_refused(store: Store, made: SmallRound) -> None:
    terms.save_term(store, Term(name="2020 - 2025", starts_on="2020-08-15"))
    bare = Issue(
        kind="TB", number=1, issued_on="2021-04-05", title="Thông báo", body="", print_data=b"x",
        form_id="summons", subject="{}", signer="", round_id=made.round_id,
    )  # fmt: skip
    with pytest.raises(Refusal, match="không có số liệu"):
        figures.why(store, issuing.issue(store, bare).id, Figure.STUDIED)


@pytest.mark.parametrize("text", ["studied", "Đã học (dự và học bù)", " STUDIED "])
def test_a_figure_is_found_by_either_name(text: str) -> None:
    assert figures.find_figure(text) is Figure.STUDIED


def test_an_unknown_figure_is_refused_with_the_list() -> None:
    with pytest.raises(Refusal, match="must_attend"):
        figures.find_figure("xếp loại")
