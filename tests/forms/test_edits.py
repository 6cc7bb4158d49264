"""Words edited by hand: remembered by what they stand for, told when they no longer fit or lose a figure."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.forms.blocks import BulletLine, Document, FillLine, Paragraph, Span, Title
from desktop_app.forms.edits import edited, left_blank, lines, lost_figures, outdated, warnings

REPORT = Document(
    title="Báo cáo",
    blocks=(
        Title("BÁO CÁO", "kết quả đợt học tập"),
        Paragraph("Đã học 35.599/35.900 đảng viên, đạt 99,16 %."),
        BulletLine("Một điểm cầu."),
        BulletLine("Một điểm cầu."),
        FillLine("Khó khăn:", more=2),
        Paragraph((Span("đậm", bold=True),)),
    ),
)


def key(at: int) -> str:
    return lines(REPORT)[at].key


def test_plain_words_may_be_edited_and_equal_ones_are_told_apart() -> None:
    assert [line.text for line in lines(REPORT)][1:] == [REPORT.blocks[1].text, "Một điểm cầu.", "Một điểm cầu.", ""]  # type: ignore[union-attr]
    assert len({line.key for line in lines(REPORT)}) == 5


def test_an_edit_changes_its_own_text_only() -> None:
    made = edited(REPORT, {key(3): "Hai điểm cầu."})
    assert made.blocks[2:4] == (BulletLine("Một điểm cầu."), BulletLine("Hai điểm cầu."))


def test_words_take_the_place_of_dots() -> None:
    made = edited(REPORT, {key(4): "đường truyền chậm"})
    assert made.blocks[4] == FillLine("Khó khăn:", "đường truyền chậm")


def test_an_emptied_paragraph_is_taken_off() -> None:
    assert len(edited(REPORT, {key(1): ""}).blocks) == len(REPORT.blocks) - 1


def test_an_edit_whose_text_has_changed_is_told_and_not_applied() -> None:
    edits = {"Paragraph||Đã học 1/2.|1": "Đã học gần hết."}
    assert edited(REPORT, edits) == REPORT
    assert outdated(REPORT, edits) == ["Đã học gần hết."]
    assert "đã đổi" in warnings(REPORT, edits)[0]


def test_a_figure_edited_away_is_pointed_out() -> None:
    (said,) = warnings(REPORT, {key(1): "Đã học 35.600/35.900 đảng viên, đạt 99,16 %."})
    assert "35.599/35.900" in said and "35.600/35.900" in said


def test_words_edited_around_the_figures_are_no_matter() -> None:
    assert not warnings(REPORT, {key(1): "Toàn Đảng bộ có 35.599/35.900 đảng viên đã học, đạt tỷ lệ 99,16 %."})


def test_words_in_place_of_dots_are_no_lost_figure() -> None:
    assert not warnings(REPORT, {key(4): "2 điểm cầu mất điện"})


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("ngày 05/4/2021", "ngày 5/4/2021", (["05/4/2021"], ["5/4/2021"])),
        ("12 và 12", "12", (["12"], [])),
        ("không số", "thêm 3", ([], ["3"])),
    ],
)
def test_figures_are_compared_as_written(before: str, after: str, expected: tuple[list[str], list[str]]) -> None:
    assert lost_figures(before, after) == expected


@given(st.dictionaries(st.sampled_from([line.key for line in lines(REPORT)]), st.text(min_size=1), max_size=5))
def test_every_edit_stands_in_the_document(edits: dict[str, str]) -> None:
    said = [line.text for line in lines(edited(REPORT, edits))]
    assert all(text in said for text in edits.values())


def test_lines_of_dots_nobody_wrote_on_are_told() -> None:
    assert left_blank(REPORT) == ["Khó khăn"]
    assert left_blank(edited(REPORT, {key(4): "không"})) == []
