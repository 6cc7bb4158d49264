"""Heads, titles, signatures and the other blocks, measured on paper against Hướng dẫn 36-HD/VPTW and its Phụ lục 3."""

from typing import Any

import pytest

from desktop_app.domain.wording import LayoutYear
from desktop_app.forms.blocks import (
    Addressee,
    Align,
    BulletLine,
    FillLine,
    Head,
    Heading,
    LetterSubject,
    Level,
    Note,
    PageBreak,
    Paragraph,
    Recipients,
    Signature,
    Signer,
    Spacer,
    Span,
    Title,
)
from tests.forms import cast
from tests.forms.measures import MM, find, rules, seen, texts

REGULAR, BOLD, ITALIC = "LiberationSerif", "LiberationSerif-Bold", "LiberationSerif-Italic"
LONG = "CHI BỘ TRƯỜNG TRUNG HỌC PHỔ THÔNG CHUYÊN NGUYỄN THỊ MINH KHAI CƠ SỞ HAI"


@pytest.mark.parametrize(
    ("start", "size", "font"),
    [
        ("ĐẢNG CỘNG SẢN", 15, BOLD),
        ("ĐẢNG BỘ TỈNH", 14, REGULAR),
        ("ĐẢNG ỦY PHƯỜNG", 14, BOLD),
        ("Số 05-BC/ĐU", 14, REGULAR),
        ("Đông Thọ, ngày 05", 14, ITALIC),
        ("BÁO CÁO", 16, BOLD),
        ("kết quả", 14, BOLD),
        ("-----", 14, REGULAR),
        ("T/M ĐẢNG ỦY", 14, BOLD),
        ("BÍ THƯ", 14, REGULAR),
        ("Lê Thị Hạnh", 14, BOLD),
        ("Nơi nhận:", 14, REGULAR),
        ("- Lưu Văn phòng", 12, REGULAR),
    ],
)
def test_components_have_the_type_of_the_guidance(printed: Any, start: str, size: float, font: str) -> None:
    page = printed(cast.head(), cast.title(), Paragraph("Một."), cast.closing()).pages[0]
    line = find(page, start)
    assert (line.size, line.font) == (size, font)


def test_the_star_stands_alone_between_issuer_and_number(printed: Any) -> None:
    page = printed(cast.head()).pages[0]
    issuer, star, number = find(page, "ĐẢNG ỦY PHƯỜNG"), find(page, "*"), find(page, "Số 05")
    assert star.text == "*"
    assert issuer.top < star.top < number.top
    assert star.middle == pytest.approx(issuer.middle, abs=0.3)
    assert number.middle == pytest.approx(issuer.middle, abs=0.3)


def test_one_line_as_long_as_the_words_stands_under_the_name_of_the_party(printed: Any) -> None:
    page = printed(cast.head()).pages[0]
    words = find(page, "ĐẢNG CỘNG SẢN")
    [(left, right, top)] = rules(page)
    assert (left, right) == pytest.approx((words.left, words.right), abs=0.3)
    assert words.top < top < find(page, "Đông Thọ").top
    assert page.lines[0]["linewidth"] == 0.75


def test_a_long_issuer_wraps_on_the_left_and_leaves_the_right_in_its_place(printed: Any) -> None:
    short, long = printed(cast.head()).pages[0], printed(cast.head(LONG)).pages[0]
    left = [line for line in seen(long) if line.middle < 90]
    assert " ".join(line.text for line in left if line.font == BOLD) == LONG
    assert max(line.right for line in left) < find(long, "ĐẢNG CỘNG SẢN").left
    assert find(long, "ĐẢNG CỘNG SẢN") == find(short, "ĐẢNG CỘNG SẢN")
    assert find(long, "Đông Thọ") == find(short, "Đông Thọ")


def test_urgency_and_draft_stand_under_place_and_date_of_the_first_head_alone(printed: Any) -> None:
    pages = printed(cast.head(), PageBreak(), cast.head(), urgency="KHẨN", draft="Dự thảo lần 2").pages
    urgent, draft, place = (find(pages[0], start) for start in ("KHẨN", "Dự thảo", "Đông Thọ"))
    assert (urgent.font, urgent.size, draft.font, draft.size) == (BOLD, 14, ITALIC, 14)
    assert place.top < urgent.top < draft.top
    assert urgent.middle == pytest.approx(place.middle, abs=0.3)
    assert "KHẨN" not in pages[1].extract_text()


def test_a_head_without_number_keeps_its_star(printed: Any) -> None:
    text = printed(Head(issuer="CHI BỘ ĐỘI CUNG 1")).pages[0].extract_text()
    assert "*" in text
    assert "Số" not in text


def test_five_hyphens_stand_in_the_middle_under_the_subject(printed: Any) -> None:
    page = printed(cast.head(), cast.title()).pages[0]
    hyphens, subject = find(page, "---"), find(page, "kết quả")
    assert hyphens.text == "-----"
    assert hyphens.middle == pytest.approx(subject.middle, abs=0.3) == pytest.approx(112.5, abs=0.3)
    assert subject.top < hyphens.top < subject.top + 8


def test_the_line_about_what_a_list_belongs_to_is_italic(printed: Any) -> None:
    reference = "(kèm theo Kế hoạch số 05-KH/ĐU, ngày 05/02/2026)"
    page = printed(Title("DANH SÁCH", "dự hội nghị", reference=reference, hyphens=False)).pages[0]
    assert find(page, "(kèm theo").font == ITALIC
    assert "---" not in page.extract_text()


def test_the_subject_of_a_letter_stands_small_and_italic_under_its_number(printed: Any) -> None:
    page = printed(cast.head(), LetterSubject("Về triệu tập dự hội nghị")).pages[0]
    subject, number = find(page, "Về triệu tập"), find(page, "Số 05")
    assert (subject.size, subject.font) == (12, ITALIC)
    assert subject.middle == pytest.approx(number.middle, abs=0.3)


def test_one_addressee_follows_on_the_line_and_several_stand_under_each_other(printed: Any) -> None:
    one = printed(Addressee(("Tỉnh ủy",))).pages[0].extract_text()
    several = printed(Addressee(("Tỉnh ủy", "Các chi bộ"))).pages[0].extract_text()
    assert one == "Kính gửi: Tỉnh ủy"
    assert several == "Kính gửi: - Tỉnh ủy;\n- Các chi bộ."


@pytest.mark.parametrize(("year", "mark"), [(LayoutYear.Y2026, ";"), (LayoutYear.Y2018, ",")])
def test_recipients_are_closed_as_in_the_year_of_the_layout(printed: Any, year: LayoutYear, mark: str) -> None:
    text = printed(Recipients(("Tỉnh ủy", "Lưu Văn phòng")), layout_year=year).pages[0].extract_text()
    assert text == f"Nơi nhận:\n- Tỉnh ủy{mark}\n- Lưu Văn phòng."


def test_the_signer_stands_right_on_the_level_of_the_recipients_with_room_to_sign(printed: Any) -> None:
    page = printed(Paragraph("Một."), cast.closing()).pages[0]
    authority, position, name = find(page, "T/M"), find(page, "BÍ THƯ"), find(page, "Lê Thị")
    assert authority.top == pytest.approx(find(page, "Nơi nhận").top, abs=0.2)
    assert authority.left > 105
    assert name.top - position.top > 4 * 18 * MM


def test_only_the_word_recipients_is_underlined(printed: Any) -> None:
    page = printed(Recipients(("Tỉnh ủy",))).pages[0]
    label = find(page, "Nơi nhận")
    [(left, right, _)] = rules(page)
    assert (left, right) == pytest.approx((label.left, label.right), abs=0.3)


@pytest.mark.parametrize("count", range(18, 44))
def test_a_signature_never_opens_a_page_by_itself(printed: Any, count: int) -> None:
    pages = texts(printed(cast.head(), cast.title(), cast.names(count), cast.closing()))
    last = next(text for text in pages if "T/M ĐẢNG ỦY" in text)
    assert "Nơi nhận" in last and "Lê Thị Hạnh" in last
    assert f"Tên{count:03}" in last and f"Tên{count - 1:03}" in last


@pytest.mark.parametrize("words", range(36, 60, 2))
def test_a_signature_takes_two_lines_of_the_text_along(printed: Any, words: int) -> None:
    pages = printed(Paragraph(cast.SENTENCE * words), cast.closing()).pages
    page = next(page for page in pages if "T/M ĐẢNG ỦY" in page.extract_text())
    above = [line for line in seen(page) if line.top < find(page, "T/M").top and len(line.text) > 2]
    assert len(above) >= 2


def test_two_signers_stand_side_by_side(printed: Any) -> None:
    left, right = Signer(authority="NGƯỜI GHI BIÊN BẢN"), Signer(authority="CHỦ TRÌ HỘI NGHỊ", hint="(Ký tên)")
    page = printed(Paragraph("Một."), Signature(left=left, right=right)).pages[0]
    assert find(page, "NGƯỜI GHI").right < find(page, "CHỦ TRÌ").left
    assert (find(page, "(Ký").font, find(page, "(Ký").size) == (ITALIC, 12)


def test_a_paragraph_is_spread_to_both_margins_but_for_its_last_line(printed: Any) -> None:
    lines = seen(printed(Paragraph(cast.SENTENCE * 4)).pages[0])
    assert all(line.right == pytest.approx(195, abs=0.3) for line in lines[:-1])
    assert lines[-1].right < 190
    assert " ".join(line.text for line in lines) == (cast.SENTENCE * 4).strip()


def test_spans_keep_their_style_inside_a_line(printed: Any) -> None:
    spans = Span("Có "), Span("1.976", bold=True), Span(" đồng chí, "), Span("đủ", italic=True)
    page = printed(Paragraph(spans)).pages[0]
    fonts = {char["fontname"].split("+")[-1] for char in page.chars}
    assert page.extract_text() == "Có 1.976 đồng chí, đủ"
    assert fonts == {REGULAR, BOLD, ITALIC}


def test_headings_follow_their_level(printed: Any) -> None:
    levels = Heading("CHƯƠNG I", level=Level.PART), Heading("I. KẾT QUẢ"), Heading("1. Hội nghị", level=Level.ITEM)
    page = printed(*levels, Paragraph("Một.")).pages[0]
    assert find(page, "CHƯƠNG I").middle == pytest.approx(112.5, abs=0.3)
    assert [find(page, start).font for start in ("CHƯƠNG", "I. KẾT", "1. Hội")] == [BOLD, BOLD, REGULAR]


@pytest.mark.parametrize("lines", range(30, 44))
def test_a_heading_never_ends_a_page(printed: Any, lines: int) -> None:
    blocks = [Paragraph("Một.") for _ in range(lines)]
    pages = texts(printed(*blocks, Heading("II. KẾT QUẢ"), Paragraph(cast.SENTENCE * 6)))
    assert not any(text.endswith("II. KẾT QUẢ") for text in pages)


@pytest.mark.parametrize("before", range(23, 31))
def test_no_single_line_of_a_paragraph_is_left_on_a_page(printed: Any, before: int) -> None:
    blocks = [Paragraph("Một.") for _ in range(before)]
    pages = printed(*blocks, Paragraph(cast.SENTENCE * 5)).pages
    parts = [len([line for line in seen(page) if len(line.text) > 5]) for page in pages]
    assert sum(parts) == 7
    assert 1 not in parts


def test_bullets_notes_and_alignment(printed: Any) -> None:
    page = printed(BulletLine("Tỉnh ủy"), Note("Ghi chú"), Paragraph("Phải", align=Align.RIGHT, indent=False)).pages[0]
    assert find(page, "- Tỉnh ủy").left == pytest.approx(40, abs=0.3)
    assert (find(page, "Ghi chú").font, find(page, "Ghi chú").size) == (ITALIC, 12)
    assert find(page, "Phải").right == pytest.approx(195, abs=0.3)


def test_a_line_to_fill_has_its_value_or_dots_to_the_margin(printed: Any) -> None:
    page = printed(FillLine("Họ và tên:", "Lê Thị Hạnh"), FillLine("Chức vụ:", more=2)).pages[0]
    assert find(page, "Họ và tên").text == "Họ và tên: Lê Thị Hạnh"
    dotted = [line for line in seen(page) if line.text.endswith("...")]
    assert len(dotted) == 3
    assert all(line.right == pytest.approx(195, abs=1.5) for line in dotted)


def test_space_and_page_breaks_are_kept(printed: Any) -> None:
    pages = printed(Paragraph("Một."), Spacer(30), Paragraph("Hai."), PageBreak(), Paragraph("Ba.")).pages
    assert find(pages[0], "Hai").top - find(pages[0], "Một").top > 30
    assert texts(printed(Paragraph("Một."), PageBreak(), Paragraph("Ba."))) == ["Một.", "2\nBa."]
