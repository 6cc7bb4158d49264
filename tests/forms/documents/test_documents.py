"""Every printed document there is: it prints whatever the office holds, and refuses in a sentence what it cannot."""

import subprocess
import sys
from io import BytesIO
from typing import Any

import pypdf
import pytest

from desktop_app.domain.refusal import Refusal
from desktop_app.forms.documents import FORMS, form, people_lists
from desktop_app.forms.form import Scope, Subject
from desktop_app.services.store import Store
from tests.forms.documents.conftest import Read, pages_of, printed_bytes
from tests.round_office import one_person, small_round

IDS = [each.id for each in FORMS]
ROUND_IDS = [each.id for each in FORMS if {Scope.ROUND, Scope.CONFERENCE} & {*each.needs}]
LISTS = {each.id for each in people_lists.LISTS}
WITHOUT_CELLS = {
    "action-plans",
    "confirmation",
    "essay-cover",
    "essay-sheet",
    "essays-late",
    "essays-rewrite",
    "guest-list",
    "invitation",
    "plan",
    "programme",
    "quick-report",
    "venue-minutes",
}
"""Documents that do not go cell by cell."""
WITHOUT_ROLL = {"action-plans", "essay-cover", "essay-sheet", "plan", "summons", "summons-letter", "programme"}
"""Documents that go out before the roll is frozen."""
NAMING = {"roll", "sign-in", "reminder", "seating-list"}
"""Lists that name everyone who must attend."""
OWING = {"not-studied", "essays-missing", "reminder-slips", "dunning-letter"}
"""Papers that name who still has to study or to write."""
WRITTEN = {"marking-sheet"}
"""Papers that name who has handed in."""
PERSONAL = {"essay-cover", "essay-sheet"}
"""What a member writes, under the head of the cell."""
CHOOSY = {"invitation": "không có khách mời", "confirmation": "Chưa chọn", "forwarding-list": "chưa có danh sách"}
"""Documents that need more than a round: what they refuse with."""
DONE = {"dunning-letter": "không còn việc nào phải đôn đốc"}
"""Documents that nobody needs once all is done: what they refuse with."""
every_form = pytest.mark.parametrize("form_id", IDS)
every_form_of_a_round = pytest.mark.parametrize("form_id", ROUND_IDS)


def test_the_documents_are_named_apart() -> None:
    assert len(set(IDS)) == len(IDS)
    assert len({each.title for each in FORMS}) == len(FORMS)


def test_an_unknown_document_is_refused_with_those_there_are() -> None:
    with pytest.raises(Refusal, match="Không có mẫu in “giay-moi”") as refused:
        form("giay-moi")
    assert all(form_id in str(refused.value) for form_id in IDS)


def test_the_list_of_documents_brings_no_printing_library_along() -> None:
    asked = "import desktop_app.forms.documents, sys; sys.exit('reportlab' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", asked], check=False).returncode == 0


@every_form_of_a_round
def test_a_document_names_the_office_and_its_cells(read: Read, form_id: str) -> None:
    if form_id in PERSONAL:
        return
    text = read(form_id)
    assert "ĐẢNG ỦY PHƯỜNG ĐÔNG THỌ" in text and "ĐẢNG CỘNG SẢN VIỆT NAM" in text
    assert "Đông Thọ, ngày 05 tháng 4 năm 2021" in text
    assert form_id in WITHOUT_CELLS or "Đội Cung 1" in text
    assert "./." not in text


@every_form
def test_a_document_embeds_its_fonts(small_store: Store, form_id: str) -> None:
    reader: Any = pypdf.PdfReader(BytesIO(printed_bytes(small_store, form_id)))
    fonts = [font.get_object() for page in reader.pages for font in page["/Resources"]["/Font"].values()]
    assert fonts and all("/FontFile2" in font["/FontDescriptor"] for font in fonts)


@every_form
def test_every_page_from_the_practice_office_says_so(small_store: Store, form_id: str) -> None:
    assert all("THỰC HÀNH" in page for page in pages_of(small_store, form_id))


@every_form_of_a_round
@pytest.mark.parametrize("attended", [True, False])
def test_a_document_prints_from_an_office_of_one(blank: Store, form_id: str, attended: bool) -> None:
    one_person(blank, attended)
    refused = CHOOSY | (DONE if attended else {})
    if form_id in refused:
        with pytest.raises(Refusal, match=refused[form_id]):
            form(form_id).document(blank, Subject())
        return
    if form_id in LISTS:
        assert pages_of(blank, form_id)
        return
    named = form_id in NAMING | (WRITTEN if attended else OWING)
    assert ("Nguyễn Văn An" in " ".join(pages_of(blank, form_id))) == named


@every_form_of_a_round
def test_nothing_is_printed_before_the_roll_is_frozen(blank: Store, form_id: str) -> None:
    small_round(blank, freeze=False)
    if form_id in WITHOUT_ROLL:
        assert pages_of(blank, form_id)
        return
    with pytest.raises(Refusal, match="hãy chốt danh sách rồi in lại"):
        form(form_id).document(blank, Subject())


@every_form_of_a_round
def test_nothing_is_printed_from_an_office_without_a_round(blank: Store, form_id: str) -> None:
    with pytest.raises(Refusal, match="Chưa có đợt học tập nào"):
        form(form_id).document(blank, Subject())
