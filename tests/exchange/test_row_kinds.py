"""What the rows of a sheet are taken for, as it is shown beside the sheet."""

from desktop_app.exchange.headers import Mapping
from desktop_app.exchange.row_kinds import RowKinds, Taken
from desktop_app.exchange.sheet import Row, Sheet

MAPPING = Mapping(header_row=2, first_data_row=3, columns={"ordinal": (0,), "full_name": (1,), "birth_date": (2,)})
ROWS = (
    ("DANH SÁCH",),
    ("STT", "Họ và tên", "Ngày sinh"),
    ("Chi bộ Đội Cung 1",),
    (1.0, "Lê Thị Đào", "1960"),
    ("STT", "Họ và tên", "Ngày sinh"),
    (2.0, "Trần Văn Hải", "1971"),
    (None, None, "1972"),
    (None, "Cộng: 2 đồng chí"),
    (None, None, "Ngày 5 tháng 2 năm 2026"),
    (None, "Nguyễn Văn Bốn"),
)


def kinds(rows: tuple[tuple[object, ...], ...] = ROWS, mapping: Mapping | None = MAPPING) -> RowKinds:
    made = tuple(Row(at, tuple(values)) for at, values in enumerate(rows, 1))  # type: ignore[arg-type]
    return RowKinds(Sheet(name="DS", rows=made), mapping)


def test_every_row_is_told_from_top_to_bottom() -> None:
    told = kinds()
    assert [told.taken(place) for place in range(len(ROWS))] == [
        Taken.TITLE,
        Taken.HEADER,
        Taken.CELL,
        Taken.PERSON,
        Taken.PASSED_OVER,
        Taken.PERSON,
        Taken.NAMELESS,
        Taken.PASSED_OVER,
        Taken.SIGNATURE,
        Taken.SIGNATURE,
    ]


def test_who_signs_is_no_person_although_it_is_asked_first() -> None:
    assert kinds().taken(len(ROWS) - 1) is Taken.SIGNATURE


def test_a_bare_name_in_the_middle_is_a_person() -> None:
    bare = (*ROWS[:4], (None, "Nguyễn Văn Bốn"), ROWS[5])
    assert kinds(bare).taken(4) is Taken.PERSON


def test_a_repeated_header_of_two_rows_is_passed_over_whole() -> None:
    mapping = Mapping(header_row=2, first_data_row=4, columns=MAPPING.columns)
    rows = (*ROWS[:2], (None, None, "năm"), ROWS[3], ROWS[1], (None, "Nam", "năm"), ROWS[5])
    told = kinds(rows, mapping)
    assert [told.taken(place) for place in (4, 5, 6)] == [Taken.PASSED_OVER, Taken.PASSED_OVER, Taken.PERSON]


def test_without_a_name_column_nothing_below_the_header_is_known() -> None:
    assert kinds(mapping=Mapping(header_row=2, first_data_row=3, columns={})).taken(3) is Taken.UNKNOWN
    assert kinds(mapping=None).taken(0) is Taken.UNKNOWN
