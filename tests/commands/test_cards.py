"""Cards by command: people one by one, the expected of a conference, places that are not there."""

from pathlib import Path

import pdfplumber

from tests.commands.conftest import Typed


def text(path: Path) -> str:
    with pdfplumber.open(path) as pdf:
        return " ".join(page.extract_text() for page in pdf.pages)


def test_people_named_by_code_get_a_card_each(practice: Typed, codes: list[str], tmp_path: Path) -> None:
    out = tmp_path / "the.pdf"
    assert practice("cards", "--member", *codes[:3], "--out", out, "--json").data["pages"] == 1
    assert all(code in text(out) for code in codes[:3]) and codes[3] not in text(out)


def test_labels_of_a_conference_begin_at_the_place_asked(practice: Typed, tmp_path: Path) -> None:
    totals = practice("roll", "--json").data["totals"]
    expected = totals["must_attend"] + totals["guests"]
    held = practice("conference", "list", "--json").data["conferences"][0]["id"]
    told = practice(
        "cards", "--kind", "nhan-40", "--first", 40, "--conference", held, "--out", tmp_path / "n.pdf", "--json"
    )
    assert told.data["pages"] == 1 + -(-(expected - 1) // 40)


def test_a_place_the_sheet_has_not_is_refused(practice: Typed, tmp_path: Path) -> None:
    told = practice("cards", "--kind", "nhan-24", "--first", 25, "--out", tmp_path / "n.pdf")
    assert told.code == 1 and "từ chỗ 1 đến 24" in told.err
