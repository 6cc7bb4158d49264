"""What giving people out has in common, whatever the layout: whom, block by block, and the result that is told."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from db.records import Member
from db.values import OutputKind
from desktop_app.domain.names import cell_title
from desktop_app.domain.refusal import Refusal
from desktop_app.domain.wording import grouped
from desktop_app.services.journal import record_output
from desktop_app.services.members import MemberFilter, list_ids, page
from desktop_app.services.organizations import organization
from desktop_app.services.progress import Progress
from desktop_app.services.store import Store

BLOCK = 2000
NOBODY = "Không có người nào để xuất; hãy chọn lại chi bộ hoặc trạng thái rồi xuất lần nữa."
PRACTICE_NOTE = "VĂN PHÒNG THỰC HÀNH – SỐ LIỆU KHÔNG CÓ THẬT"


@dataclass(frozen=True, slots=True, kw_only=True)
class Exported:
    """What was given out: how many people, and the columns of a layout that are blank because nothing is kept."""

    path: Path
    people: int
    blank: tuple[str, ...] = ()

    @property
    def sentence(self) -> str:
        said = f"Đã xuất {grouped(self.people)} người ra tệp {self.path.name}."
        return f"{said} Các cột sau để trống vì sổ không lưu: {', '.join(self.blank)}." if self.blank else said


def written_down(store: Store, done: Exported, what: str, chosen: MemberFilter) -> Exported:
    """The result, once the journal of outputs says what went out, of whom."""
    cell = organization(store, chosen.cell_id).name if chosen.cell_id is not None else None
    whom = cell_title(cell) if cell else "Toàn đảng bộ"
    record_output(store, f"{what}: {done.path.name}", f"{whom}, {grouped(done.people)} người", OutputKind.EXPORT)
    return done


def ids_of(store: Store, chosen: MemberFilter) -> Sequence[int]:
    """Ids of the people a filter lets through, in its order; Refusal for nobody."""
    ids = list_ids(store, chosen)
    if not ids:
        raise Refusal(NOBODY)
    return ids


def people_of(store: Store, ids: Sequence[int], chosen: MemberFilter, progress: Progress) -> Iterator[Member]:
    """The people of these ids, fetched block by block."""
    for start in range(0, len(ids), BLOCK):
        progress(start, len(ids))
        yield from page(store, ids[start : start + BLOCK], chosen.on)
    progress(len(ids), len(ids))
