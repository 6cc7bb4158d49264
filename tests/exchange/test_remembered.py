"""What the clerk said of a list's columns is known again by the words of the header, wherever the columns stand."""

from dataclasses import replace

from desktop_app.exchange.headers import Mapping, guess_mapping
from desktop_app.exchange.remembered import known_mapping, known_mappings, layout_of, lessons
from desktop_app.exchange.sheet import Row, Sheet, Value
from desktop_app.services.import_layouts import KeptLayout

HEADER = ("STT", "Người dự", "Năm", "Ở đâu")
AN = (1, "Nguyễn Văn An", 1960, "Đội Cung 1")
SAID = Mapping(
    header_row=2, first_data_row=3, columns={"full_name": (1,), "birth_date": (2,), "cell": (3,)}, parts={"cell": 0}
)


def sheet(*rows: tuple[Value | None, ...], **more: object) -> Sheet:
    made = [Row(number, values) for number, values in enumerate(rows, 1)]
    return replace(Sheet(name="DS", rows=tuple(made)), **more)  # type: ignore[arg-type]


def kept(of: Sheet, mapping: Mapping) -> dict[frozenset[str], KeptLayout]:
    layout = layout_of(of, mapping)
    assert layout is not None
    return {layout.words: layout}


TAUGHT = sheet(("Danh sách",), HEADER, AN)


def test_the_guess_stands_where_nothing_was_said() -> None:
    assert known_mapping(TAUGHT, {}) == guess_mapping(TAUGHT)


def test_a_list_with_the_same_header_is_read_as_the_clerk_said() -> None:
    assert known_mapping(TAUGHT, kept(TAUGHT, SAID)) == SAID


def test_columns_are_known_again_in_another_order_and_lower_down() -> None:
    other = sheet(
        ("Đảng ủy",), ("Danh sách",), (None, "Ở đâu", "STT", "NĂM", "Người  dự *"), (None, "Phố 2", 1, 1961, "B")
    )
    found = known_mapping(other, kept(TAUGHT, SAID))
    assert found is not None
    assert (found.header_row, found.first_data_row) == (3, 4)
    assert found.columns == {"full_name": (4,), "birth_date": (3,), "cell": (1,)}
    assert found.parts == {"cell": 0}


def test_one_column_more_or_less_is_another_list() -> None:
    more = sheet((*HEADER, "Chức vụ"), (*AN, "Bí thư"))
    assert known_mapping(more, kept(TAUGHT, SAID)) == guess_mapping(more)


def test_columns_of_the_same_words_are_told_apart_by_their_order() -> None:
    two = sheet(("Ai", "Ngày", "Ngày"), ("An", "01/01/1960", "02/02/1990"))
    said = Mapping(header_row=1, first_data_row=2, columns={"full_name": (0,), "admitted_on": (2,), "birth_date": (1,)})
    assert known_mapping(two, kept(two, said)) == said


def test_a_column_without_words_is_found_beside_one_that_has_some() -> None:
    bare = sheet(("TT", "Đồng chí nào", None, "Sinh"), (1, "Nguyễn Văn", "An", "1960"))
    said = Mapping(header_row=1, first_data_row=2, columns={"full_name": (1, 2), "birth_date": (3,)})
    moved = sheet(("Sinh", "Đồng chí nào", None, "TT"), ("1960", "Nguyễn Văn", "An", 1))
    found = known_mapping(moved, kept(bare, said))
    assert found is not None and found.columns == {"full_name": (1, 2), "birth_date": (0,)}


def test_a_header_of_two_rows_is_known_with_its_numbers_below_or_without() -> None:
    top, subs, numbers = ("TT", "Ai", "Năm nào", None), (None, None, "Nam", "Nữ"), ("(1)", "(2)", "(3)", "(4)")
    merged = ((1, 2, 1, 3),)
    with_numbers = sheet(top, subs, numbers, (1, "An", 1960), merged=merged)
    columns: dict[str, tuple[int, ...]] = {"full_name": (1,), "birth_male": (2,), "birth_female": (3,)}
    said = Mapping(header_row=1, first_data_row=4, columns=columns)
    known = kept(with_numbers, said)
    assert known_mapping(with_numbers, known) == said
    assert known_mapping(sheet(top, subs, (1, "An", 1960), merged=merged), known) == replace(said, first_data_row=3)


def test_a_header_without_words_is_not_kept() -> None:
    assert layout_of(sheet((1, 2, 3), (1, "An", 1960)), replace(SAID, header_row=1, first_data_row=2)) is None


def test_only_what_the_program_would_have_read_otherwise_is_learned() -> None:
    guessed = guess_mapping(sheet(("STT", "Họ và tên", "Ngày sinh"), (1, "An", "1960")))
    plain = sheet(("STT", "Họ và tên", "Ngày sinh"), (1, "An", "1960"))
    assert guessed is not None
    assert lessons([plain], {"DS": guessed}, {}) == []
    assert [layout.columns for layout in lessons([TAUGHT], {"DS": SAID}, {})] == [
        {"full_name": ("nguoi du",), "birth_date": ("nam",), "cell": ("o dau",)}
    ]
    assert lessons([TAUGHT], {"DS": SAID}, kept(TAUGHT, SAID)) == []
    assert lessons([TAUGHT], {"DS": None}, {}) == []


def test_what_the_clerk_chooses_now_goes_before_what_was_kept() -> None:
    other = replace(SAID, columns={"full_name": (3,)})
    assert known_mappings([TAUGHT], kept(TAUGHT, SAID), {"DS": other}) == {"DS": other}
    assert known_mappings([TAUGHT], kept(TAUGHT, SAID)) == {"DS": SAID}
    assert known_mappings([TAUGHT], kept(TAUGHT, SAID), {"DS": None}) == {"DS": None}
