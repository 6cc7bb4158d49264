"""What the clerk corrects in a guessed mapping."""

from desktop_app.domain.legacy import Encoding
from desktop_app.exchange.columns import COMPOSITE, IGNORED, PATTERNS
from desktop_app.exchange.correct import (
    FIELDS,
    all_fields,
    fields_by_column,
    same_header,
    with_encoding,
    with_field,
    with_first_person,
    with_header,
)
from desktop_app.exchange.headers import Mapping, guess_mapping
from desktop_app.exchange.sheets import Row, Sheet


def sheet(*rows: tuple[object, ...], name: str = "DS") -> Sheet:
    return Sheet(name=name, rows=tuple(Row(at, tuple(values)) for at, values in enumerate(rows, 1)))  # type: ignore[arg-type]


LISTED = sheet(("DANH SÁCH",), ("Họ và tên", "Ngày sinh", "Chi bộ"), ("Lê Thị Đào", "1960", "Đội Cung 1"))
GUESSED = Mapping(header_row=2, first_data_row=3, columns={"full_name": (0,), "birth_date": (1,), "cell": (2,)})


def test_the_guess_is_what_is_corrected() -> None:
    assert guess_mapping(LISTED) == GUESSED


def test_a_column_given_another_field_leaves_its_old_one() -> None:
    assert with_field(GUESSED, 2, "position").columns == {"full_name": (0,), "birth_date": (1,), "position": (2,)}


def test_a_field_of_one_column_moves_to_the_column_it_is_given() -> None:
    assert with_field(GUESSED, 1, "cell").columns == {"full_name": (0,), "cell": (1,)}


def test_a_name_may_stand_in_two_columns_in_reading_order() -> None:
    moved = Mapping(header_row=2, first_data_row=3, columns={"full_name": (1,)})
    assert with_field(moved, 0, "full_name").columns == {"full_name": (0, 1)}


def test_a_column_can_be_passed_over() -> None:
    assert fields_by_column(with_field(GUESSED, 1, IGNORED)) == {0: "full_name", 2: "cell"}


def test_a_column_of_two_facts_is_shown_by_the_first() -> None:
    both = Mapping(header_row=1, first_data_row=2, columns={"full_name": (0,), "other_name": (0,)})
    assert fields_by_column(both) == {0: "full_name"}
    assert with_field(both, 0, "note").columns == {"note": (0,)}


def test_a_chosen_header_is_read_by_its_words() -> None:
    wrong = Mapping(header_row=1, first_data_row=2, columns={"full_name": (2,)})
    assert with_header(LISTED, wrong, 2) == GUESSED


def test_a_header_whose_words_say_nothing_keeps_the_columns() -> None:
    assert with_header(LISTED, GUESSED, 3) == Mapping(header_row=3, first_data_row=4, columns=GUESSED.columns)


def test_the_first_person_may_stand_above_what_was_taken_for_the_header() -> None:
    moved = with_first_person(GUESSED, 2)
    assert (moved.header_row, moved.first_data_row) == (1, 2)


def test_sheets_under_the_same_words_are_corrected_together() -> None:
    other = sheet(("TRANG HAI",), ("Họ và tên", "Ngày sinh", "Chi bộ"), ("Trần Văn Hải", "1971", "Đội Cung 2"))
    assert same_header(LISTED, other, GUESSED, guess_mapping(other))
    assert not same_header(LISTED, sheet(("Họ tên", "Năm sinh")), GUESSED, guess_mapping(other))


def test_every_field_the_guess_can_give_has_words() -> None:
    marked = sheet(("STT", "Họ và tên", "Nam", "Nữ", "CMND/CCCD"), (1, "Lê Thị Đào", "", "x", "038160000001"))
    guessed = guess_mapping(marked)
    assert guessed is not None and len(guessed.columns) == 5
    assert guessed.columns.keys() <= FIELDS.keys()


TWO_FACTS = Mapping(
    header_row=1,
    first_data_row=2,
    columns={"full_name": (0,), "party_card_no": (1,), "card_issued_on": (1,)},
    parts={"party_card_no": 0, "card_issued_on": 1},
    encodings={0: Encoding.VNI, 1: Encoding.TCVN3},
)


def test_parts_and_encodings_leave_with_the_column_that_is_passed_over() -> None:
    left = with_field(TWO_FACTS, 1, IGNORED)
    assert (left.columns, left.parts, left.encodings) == ({"full_name": (0,)}, {}, {0: Encoding.VNI})


def test_a_part_moved_to_a_column_of_its_own_is_read_whole_there() -> None:
    moved = with_field(TWO_FACTS, 2, "card_issued_on")
    assert moved.columns["card_issued_on"] == (2,)
    assert moved.parts == {"party_card_no": 0}


def test_a_column_of_two_facts_says_both() -> None:
    assert all_fields(TWO_FACTS)[1] == "Số thẻ đảng viên và Ngày cấp thẻ"


def test_an_encoding_is_decided_by_column() -> None:
    assert with_encoding(TWO_FACTS, 1, None).encodings == {0: Encoding.VNI, 1: None}


def test_every_field_a_header_can_name_has_words() -> None:
    assert {field for field, _ in PATTERNS} - COMPOSITE.keys() - {"family_name", "given_name"} <= FIELDS.keys()
