"""Cards and labels: read back from the printed page, measured in millimetres, long names whole, places as asked."""

from dataclasses import replace
from io import BytesIO
from itertools import pairwise
from typing import Any

import pdfplumber
import pypdfium2  # type: ignore[import-untyped]
import pytest
from PIL.Image import Image
from reportlab.graphics.barcode.code128 import Code128

from desktop_app.domain.refusal import Refusal
from desktop_app.forms.documents import form
from desktop_app.forms.documents.member_cards import LABEL_FORMS
from desktop_app.forms.form import Subject
from desktop_app.forms.labels import LabelDocument, Symbol
from desktop_app.forms.pdf import print_pdf
from desktop_app.services import members, rolls
from desktop_app.services.store import Store
from tests.forms import qr_reading
from tests.forms.documents.conftest import pages_of
from tests.round_office import AWAY, GUEST, SmallRound

DPI = 300
MM = DPI / 25.4
LONGEST = "Công Tằng Tôn Nữ Nguyễn Phước Hoàng Thị Ngọc Phương Khánh Ly"
QR_FORMS = [each.id for each in LABEL_FORMS if not each.id.endswith("barcode")]
every_qr = pytest.mark.parametrize("form_id", QR_FORMS)
every_form = pytest.mark.parametrize("form_id", [each.id for each in LABEL_FORMS])


def document(store: Store, form_id: str, **chosen: Any) -> LabelDocument:
    """Without the practice mark, which lies under everything."""
    made = form(form_id).document(store, Subject(**chosen))
    assert isinstance(made, LabelDocument)
    return replace(made, practice=False)


def printed(made: LabelDocument) -> bytes:
    out = BytesIO()
    print_pdf(made, out)
    return out.getvalue()


def picture(made: LabelDocument, number: int) -> Image:
    """The label at a place of the first page, cut inside its lines."""
    page: Image = pypdfium2.PdfDocument(printed(made))[0].render(scale=DPI / 72).to_pil()
    left, top = made.sheet.place(number)
    right, bottom = left + made.sheet.width - 1, top + made.sheet.height - 1
    return page.crop((round((left + 1) * MM), round((top + 1) * MM), round(right * MM), round(bottom * MM)))


def symbol_of(made: LabelDocument, number: int) -> Image:
    """The part of a label with its QR code: under the heading of a card, left of the words."""
    whole = picture(made, number)
    head = round(19 * MM) if made.sheet.card else 0
    return whole.crop((0, head, round((21 * made.sheet.module + 8) * MM), whole.height))


@every_qr
def test_the_code_is_read_back_from_every_label_of_the_page(small_store: Store, form_id: str) -> None:
    made = document(small_store, form_id)
    for number, label in enumerate(made.labels[:5]):
        assert qr_reading.read(symbol_of(made, number)) == ("M", label.code)


@every_qr
def test_a_module_is_at_least_half_a_millimetre_with_four_of_them_white_around(
    small_store: Store, form_id: str
) -> None:
    made = document(small_store, form_id)
    cut = symbol_of(made, 0)
    left, top, right, bottom = qr_reading.box(cut)
    module = (right - left) / MM / qr_reading.SIZE
    assert module == pytest.approx(made.sheet.module, abs=0.02) and module >= 0.5
    assert (bottom - top) == pytest.approx(right - left, abs=2)
    assert left / MM + 1 >= 4 * module - 0.1


@every_form
def test_a_name_of_sixty_letters_is_whole_and_inside_its_label(small_store: Store, form_id: str) -> None:
    made = document(small_store, form_id)
    made = replace(made, labels=(replace(made.labels[0], name=LONGEST),))
    with pdfplumber.open(BytesIO(printed(made))) as pdf:
        words = pdf.pages[0].extract_words()
    assert [word["text"] for word in words if word["text"] in LONGEST.split()] == LONGEST.split()
    left, top = made.sheet.place(0)
    inside = [72 / 25.4 * edge for edge in (left, top, left + made.sheet.width, top + made.sheet.height)]
    assert all(inside[0] <= w["x0"] and w["x1"] <= inside[2] for w in words)
    assert all(inside[1] <= w["top"] and w["bottom"] <= inside[3] for w in words)


def test_lines_of_a_label_never_lie_upon_one_another(small_store: Store) -> None:
    made = document(small_store, "member-cards-barcode")
    made = replace(made, labels=(replace(made.labels[0], name=LONGEST, cell="Chi bộ " + LONGEST),))
    with pdfplumber.open(BytesIO(printed(made))) as pdf:
        lines = sorted({(round(word["top"]), round(word["bottom"])) for word in pdf.pages[0].extract_words()})
    assert len(lines) >= 5
    assert all(upper[1] <= lower[0] + 3 for upper, lower in pairwise(lines))


def test_a_barcode_carries_the_code_with_bars_wide_enough(small_store: Store) -> None:
    made = document(small_store, "member-cards-barcode")
    assert made.symbol is Symbol.BARCODE
    cut = picture(made, 0)
    foot = cut.crop((0, cut.height - round(9 * MM), cut.width, cut.height - round(6 * MM))).convert("L")
    dark = [foot.getpixel((x, foot.height // 2)) < 100 for x in range(foot.width)]  # type: ignore[operator]
    runs = [x for x in range(1, foot.width) if dark[x] != dark[x - 1]]
    expected = Code128(made.labels[0].code, barWidth=0.36 * 72 / 25.4, quiet=False)
    assert (runs[-1] - runs[0]) / MM == pytest.approx(expected.width / 72 * 25.4, abs=0.3)
    assert runs[0] / MM > 3.6 and (foot.width - runs[-1]) / MM > 3.6


def test_the_first_label_comes_where_the_sheet_is_still_whole(small_store: Store) -> None:
    made = document(small_store, "member-labels-24", first_place=24)
    with pdfplumber.open(BytesIO(printed(made))) as pdf:
        texts = [page.extract_text() for page in pdf.pages]
    assert len(texts) == 2 and made.labels[0].code in texts[0] and made.labels[1].code in texts[1]
    with pytest.raises(Refusal, match="từ chỗ 1 đến 24"):
        document(small_store, "member-labels-24", first_place=25)


def test_a_conference_gives_cards_to_whom_it_expects(small_store: Store, small: SmallRound) -> None:
    names = [label.name for label in document(small_store, "member-cards", conference_id=small.conference_id).labels]
    expected = [row.full_name for row in rolls.roll(small_store, small.conference_id) if row.deduction is None]
    assert names == expected and GUEST in names and AWAY not in names


def test_only_those_chosen_get_one_in_the_order_chosen(small_store: Store, small: SmallRound) -> None:
    chosen = (small.people["Ngô Văn Hòa"], small.people["Nguyễn Văn An"])
    made = document(small_store, "member-cards", member_ids=chosen)
    assert [label.code for label in made.labels] == [members.member(small_store, each).code for each in chosen]


def test_a_card_names_the_office_the_person_and_the_cell(small_store: Store, small: SmallRound) -> None:
    text = " ".join(pages_of(small_store, "member-cards", member_id=small.people["Ngô Văn Hòa"]))
    wanted = ("ĐẢNG ỦY PHƯỜNG ĐÔNG THỌ", "THẺ DỰ HỌC", "Ngô Văn Hòa", "Chi bộ Trường Mầm non Đông Thọ")
    assert all(each in text for each in wanted)


def test_without_people_there_is_nothing_to_print(blank: Store) -> None:
    with pytest.raises(Refusal, match="Chưa có ai để in thẻ"):
        document(blank, "member-cards")
