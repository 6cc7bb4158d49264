"""The plan of a round: grounds, aims, when and where, who carries it out; and the office's own wording."""

import pytest

from desktop_app.domain.refusal import Refusal
from desktop_app.forms.documents import plan
from desktop_app.forms.wordings import save
from desktop_app.services import rounds
from desktop_app.services.rounds import RoundDraft
from desktop_app.services.store import Store
from tests.forms.documents.conftest import Read, pages_of
from tests.round_office import small_round


def test_the_plan_stands_on_the_documents_of_the_round(read: Read) -> None:
    text = read("plan")
    assert "KẾ HOẠCH" in text and "- Căn cứ Chỉ thị số 01-CT/TW" in text


def test_the_plan_says_when_where_and_what_is_owed(read: Read) -> None:
    text = read("plan")
    assert "buổi sáng ngày 27/3/2021" in text and "Báo cáo" in text
    assert "Hoàn thành việc học tập, quán triệt chậm nhất ngày 30/6/2021." in text


def test_the_office_says_the_aim_its_own_way(blank: Store) -> None:
    small_round(blank)
    save(blank, "plan", plan.TITLE, plan.WORDS[0], "Nhằm {study} thật sâu.")
    text = " ".join(pages_of(blank, "plan"))
    assert "1. Nhằm nghiên cứu, học tập, quán triệt" in text and "thật sâu." in text


def test_a_round_without_conferences_is_planned_too(blank: Store) -> None:
    rounds.create(blank, RoundDraft(name="Học tập Nghị quyết"))
    assert "có thông báo sau" in " ".join(pages_of(blank, "plan"))


def test_without_a_round_there_is_no_plan(blank: Store) -> None:
    with pytest.raises(Refusal, match="đợt học tập"):
        pages_of(blank, "plan")
