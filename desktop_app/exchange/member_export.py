"""The office's own list of members given out as .xlsx or .csv: chosen columns, filter and order.

Not how cells are written: see typed_rows. The layout of the national data base is in national_export.
"""

from collections.abc import Callable, Sequence
from pathlib import Path

from db.records import Member
from desktop_app.domain.dates import show_date
from desktop_app.domain.names import cell_title
from desktop_app.domain.refusal import Refusal
from desktop_app.domain.words import word
from desktop_app.exchange.columns import LABELS
from desktop_app.exchange.delivery import delivered
from desktop_app.exchange.exported import PRACTICE_NOTE, Exported, ids_of, people_of, written_down
from desktop_app.exchange.typed_rows import Column, Kind, Paper, write_csv, write_xlsx
from desktop_app.services import organizations
from desktop_app.services.members import MemberFilter
from desktop_app.services.office import office, today
from desktop_app.services.progress import Progress, quiet
from desktop_app.services.store import Store

OTHER_KIND = "Chỉ xuất ra tệp .xlsx hoặc .csv; hãy ghi tên tệp “{}” với một trong hai đuôi ấy."
NO_COLUMN = "Danh sách không có cột “{}”; các cột có thể chọn là: {}."

Fact = Callable[[Member], str | None]


def _kept(name: str) -> Fact:
    return lambda person: getattr(person, name)


def _word(name: str) -> Fact:
    def said(person: Member) -> str | None:
        value = getattr(person, name)
        return None if value is None else word(value)

    return said


def _column(name: str, kind: Kind = Kind.TEXT, width: float = 14) -> Column:
    return Column(title=LABELS[name], kind=kind, width=width)


COLUMNS: dict[str, tuple[Column, Fact]] = {
    "code": (Column(title="Mã số", kind=Kind.ID, width=10), _kept("code")),
    "full_name": (_column("full_name", width=26), _kept("full_name")),
    "other_name": (_column("other_name", width=18), _kept("other_name")),
    "birth_date": (_column("birth_date", Kind.DATE, 12), _kept("birth_date")),
    "gender": (_column("gender", width=9), _word("gender")),
    "cell": (_column("cell", width=26), _kept("cell")),
    "position": (_column("position", width=24), _kept("position")),
    "kind": (Column(title="Loại đảng viên", width=12), _word("kind")),
    "party_card_no": (_column("party_card_no", Kind.ID, 16), _kept("party_card_no")),
    "old_party_card_no": (_column("old_party_card_no", Kind.ID, 14), _kept("old_party_card_no")),
    "card_issued_on": (_column("card_issued_on", Kind.DATE, 12), _kept("card_issued_on")),
    "citizen_id": (_column("citizen_id", Kind.ID, 16), _kept("citizen_id")),
    "old_id_no": (_column("old_id_no", Kind.ID, 13), _kept("old_id_no")),
    "admitted_on": (_column("admitted_on", Kind.DATE, 12), _kept("admitted_on")),
    "official_on": (_column("official_on", Kind.DATE, 12), _kept("official_on")),
    "status": (_column("status", width=20), _word("status")),
    "status_date": (_column("status_date", Kind.DATE, 14), _kept("status_date")),
    "phone": (_column("phone", Kind.ID, 13), _kept("phone")),
    "note": (_column("note", width=30), _kept("note")),
}
"""The columns a list can have, by field, in their usual order; STT always stands before them."""
USUAL = (
    "full_name",
    "birth_date",
    "gender",
    "cell",
    "position",
    "party_card_no",
    "admitted_on",
    "official_on",
    "status",
)


def export_list(
    store: Store,
    out: Path,
    chosen: MemberFilter | None = None,
    columns: Sequence[str] = USUAL,
    progress: Progress = quiet,
) -> Exported:
    """Write the people a filter lets through, in its order, with these fields of COLUMNS, as .xlsx or .csv.

    Raises Refusal for nobody to write, an unknown field or kind of file, and a place that cannot be written.
    """
    chosen = chosen or MemberFilter()
    wanted = [*dict.fromkeys(columns)] or list(USUAL)
    for name in wanted:
        if name not in COLUMNS:
            raise Refusal(NO_COLUMN.format(name, ", ".join(COLUMNS)))
    numbered = [Column(title="STT", kind=Kind.NUMBER, width=6), *(COLUMNS[name][0] for name in wanted)]
    facts = [COLUMNS[name][1] for name in wanted]
    ids = ids_of(store, chosen)
    people = ((n, *(fact(p) for fact in facts)) for n, p in enumerate(people_of(store, ids, chosen, progress), 1))
    with delivered(out) as part:
        if _suffix(out) == ".csv":
            count = write_csv(part, numbered, people)
        else:
            count = write_xlsx(part, _list_paper(store, chosen, numbered), numbered, people)
    return written_down(store, Exported(path=out, people=count), "Danh sách đảng viên", chosen)


def _suffix(out: Path) -> str:
    suffix = out.suffix.casefold()
    if suffix not in (".xlsx", ".csv"):
        raise Refusal(OTHER_KIND.format(out.name))
    return suffix


def _list_paper(store: Store, chosen: MemberFilter, columns: Sequence[Column]) -> Paper:
    """Title, whose list it is and of which day, then the header."""
    here = office(store)
    title = "DANH SÁCH ĐẢNG VIÊN"
    if chosen.cell_id is not None:
        cell = organizations.organization(store, chosen.cell_id)
        title = f"{title} {cell_title(cell.name).upper()}"
    day = f"{here.name}, ngày {show_date(chosen.on or today(store).isoformat())}"
    said = [title, day, *([PRACTICE_NOTE] if here.practice else [])]
    header = len(said) + 1
    return Paper(
        sheet="Danh sách",
        header_row=header,
        first_row=header + 1,
        titles=tuple((row, 0, text) for row, text in enumerate(said)),
        header=tuple((header, place, column.title) for place, column in enumerate(columns)),
    )
