"""People of the register: enrolled, amended, found, listed. What lists bring in bulk is the imports' business."""

from array import array
from collections.abc import Sequence
from dataclasses import asdict, dataclass, replace
from datetime import date
from fnmatch import fnmatchcase
from typing import Any

from db import members, organizations
from db import search as names
from db.keys import fold, person_key, same_words, search_key, tidy
from db.members import Wanted
from db.records import Member
from db.store import Store
from db.values import ALWAYS, FOREVER, Gender, MemberKind, MemberStatus
from desktop_app.domain.dates import last_day, show_date
from desktop_app.domain.names import with_check_digit
from desktop_app.domain.refusal import Refusal
from desktop_app.domain.searching import beginning, cell_search_key, sought
from desktop_app.domain.standing import first_day, kinds_from_dates
from desktop_app.services import backup_rota
from desktop_app.services.office import today

NUMBERS = ("party_card_no", "old_party_card_no", "citizen_id", "old_id_no", "phone")
DATED = ("cell_id", "kind", "status", "status_date", "cell_since")


@dataclass(frozen=True, slots=True, kw_only=True)
class MemberDraft:
    """What the clerk says about a person. `kind` None = worked out from the Party dates; `cell_since` None = the cell
    is put right, not changed; `status_date` is the day a status other than active began."""

    full_name: str
    sort_name: str | None = None
    other_name: str | None = None
    birth_date: str | None = None
    gender: Gender | None = None
    party_card_no: str | None = None
    old_party_card_no: str | None = None
    card_issued_on: str | None = None
    citizen_id: str | None = None
    old_id_no: str | None = None
    admitted_on: str | None = None
    official_on: str | None = None
    party_position: str | None = None
    government_position: str | None = None
    union_position: str | None = None
    phone: str | None = None
    note: str | None = None
    cell_id: int | None = None
    cell_since: str | None = None
    kind: MemberKind | None = None
    status: MemberStatus = MemberStatus.ACTIVE
    status_date: str | None = None


DRAFTED = tuple(MemberDraft.__dataclass_fields__)


@dataclass(frozen=True, slots=True, kw_only=True)
class MemberFilter:
    """Which members a list shows. `on` None = today; `order` is list, cell, birth_date or code."""

    text: str = ""
    cell_id: int | None = None
    no_cell: bool = False
    block_id: int | None = None
    status: MemberStatus | None = None
    kind: MemberKind | None = None
    on: str | None = None
    order: str = "list"
    descending: bool = False


def wanted(store: Store, chosen: MemberFilter) -> Wanted:
    """The filter in the terms of the store: exact names and the people of cells so named, else wider matches."""
    asked, on = sought(chosen.text), chosen.on or today(store).isoformat()
    rest = {name: value for name, value in asdict(chosen).items() if name not in ("text", "on")}
    found = Wanted(on=on, digits=asked.digits, tiers=asked.exact, words=asked.begun, **rest)
    if not asked.exact:
        return found
    found = replace(found, near_cells=cells_named(store, chosen.text, on))
    if found.near_cells or members.list_ids(store, Wanted(on=on, tiers=asked.exact[1:], words=asked.begun), 1):
        return found
    return replace(found, tiers=asked.wider, words="")


def cells_named(store: Store, text: str, on: str) -> tuple[int, ...]:
    """Ids of the cells whose names begin with the words of a text, "Chi bộ" before them or not."""
    named = beginning(text)
    return tuple(row for row, name in organizations.cell_names(store, on) if fnmatchcase(cell_search_key(name), named))


def count(store: Store, chosen: MemberFilter) -> int:
    """How many members the filter lets through."""
    return members.count(store, wanted(store, chosen))


def list_ids(store: Store, chosen: MemberFilter, limit: int = -1) -> "array[int]":
    """Ids of the members the filter lets through, in its order; in list order, the best names for a text first."""
    return members.list_ids(store, wanted(store, chosen), limit)


def page(store: Store, ids: Sequence[int], on: str | None = None) -> list[Member]:
    """The members of these ids, in the same order, as of a day."""
    return members.page(store, ids, on or today(store).isoformat())


def search(store: Store, text: str, limit: int = 50) -> list[Member]:
    """Members by name (marks optional, those typed must agree), code, card, citizen id, phone or cell; best first.

    First names with the typed words whole and in a row, then with the last word begun, then the people of a cell so
    named, then wider matches (accents ignored, initials, any order, parts of words); each kind in list order.
    """
    asked, on = sought(text), today(store).isoformat()
    if not asked.exact:
        return page(store, list_ids(store, MemberFilter(text=text), limit)) if asked.digits else []
    small, tiers = names.is_small(store), asked.exact + asked.wider
    met = names.walk_ranked(store, asked.net, tiers, limit) if small else []
    found = [each for each, place in met if place < len(asked.exact)]
    found = found if small else names.names(store, asked.exact, asked.whole, asked.begun, limit)
    if len(found) < limit and (cells := cells_named(store, text, on)):
        found = [*dict.fromkeys([*found, *(each for cell in cells for each in of_cell(store, cell, on))])]
    if len(found) < limit:
        met = met or names.walk_ranked(store, asked.net, tiers, limit)
        found = [*dict.fromkeys([*found, *(each for each, _ in met)])]
    return page(store, found[:limit])


def of_cell(store: Store, cell_id: int, on: str) -> "array[int]":
    """Ids of the people of a cell on a day, in list order."""
    return members.list_ids(store, Wanted(on=on, cell_id=cell_id))


def member(store: Store, member_id: int) -> Member:
    """One member as of today."""
    found = page(store, [member_id])
    if not found:
        raise Refusal("Không còn người này trong sổ; hãy tải lại danh sách.")
    return found[0]


def find_member(store: Store, text: str) -> Member:
    """The one member with this code (also that of an entry merged into theirs), or whom the text names."""
    code, day = tidy(text), today(store).isoformat()
    by_code = members.by_code(store, code, day) or members.merged_by_code(store, code, day)
    found = [by_code] if by_code else meant(store, text)
    found = [person for person in found if same_words(person.full_name) == same_words(text)] or found
    if not found:
        raise Refusal(f"Không tìm thấy “{tidy(text)}”; hãy ghi mã đảng viên hoặc đủ họ tên.")
    if len(found) > 1:
        raise Refusal(f"Có nhiều người khớp với “{tidy(text)}”; hãy ghi mã đảng viên.")
    return found[0]


def meant(store: Store, text: str) -> list[Member]:
    """The people whose number or exact name a text may be: never a wider match, which would be a guess."""
    asked = sought(text)
    if not asked.exact:
        return search(store, text)
    return page(store, names.names(store, asked.exact, asked.whole, asked.begun, 50))


def draft_of(person: Member) -> MemberDraft:
    """What is kept about a person, ready to be amended."""
    kept = {name: getattr(person, name) for name in DRAFTED if name != "cell_since"}
    return MemberDraft(**kept | {"status": person.status or MemberStatus.ACTIVE})


def checked(draft: MemberDraft) -> MemberDraft:
    """The draft with tidy texts, blanks as None. Refuses a person without a name."""
    values = {name: clean(name, getattr(draft, name)) for name in DRAFTED}
    if not values["full_name"]:
        raise Refusal("Chưa có họ tên; hãy ghi đầy đủ họ và tên.")
    return MemberDraft(**values)


def born(store: Store, draft: MemberDraft) -> MemberDraft:
    """The draft. Refuses a birth date that is still to come."""
    if draft.birth_date and first_day(draft.birth_date) > today(store).isoformat():
        raise Refusal(f"Ngày sinh {show_date(draft.birth_date)} ở sau ngày hôm nay; hãy xem lại năm sinh.")
    return draft


def clean(name: str, value: Any) -> Any:
    """One value of a draft: plain texts tidy, numbers without blanks, empty as None; closed sets untouched."""
    if type(value) is not str:
        return value
    return ("".join(tidy(value).split()) if name in NUMBERS else tidy(value)) or None


def person_row(draft: MemberDraft) -> dict[str, Any]:
    """The person's columns of a draft, with the keys people are found and ordered by."""
    row = {name: getattr(draft, name) for name in members.KEPT if name not in ("id", "code")}
    name, listed = draft.full_name, draft.sort_name or draft.full_name
    return row | {"name_key": fold(name), "list_key": person_key(listed), "search_key": search_key(name)}


def kinds(draft: MemberDraft, day: date) -> list[tuple[str, str, str]]:
    """The kinds to write for a draft: guests as said, members by their Party dates, without an official one as said."""
    if draft.kind is MemberKind.GUEST:
        return [(MemberKind.GUEST, ALWAYS, FOREVER)]
    if draft.kind is not None and not draft.official_on:
        return [(draft.kind, first_day(draft.admitted_on), FOREVER)]
    return [*kinds_from_dates(draft.admitted_on, draft.official_on, day)]


def statuses(draft: MemberDraft) -> list[tuple[str, str | None, str, str]]:
    """The statuses to write for a draft: active until the day another one began, if that day is known."""
    since = first_day(draft.status_date) if draft.status is not MemberStatus.ACTIVE else ALWAYS
    before = [(MemberStatus.ACTIVE, None, ALWAYS, since)] if since > ALWAYS else []
    return [*before, (draft.status, draft.status_date, since, FOREVER)]


def enrol(store: Store, draft: MemberDraft) -> Member:
    """Write a new person into the register; their code is new and never given again."""
    draft = born(store, checked(draft))
    with store.gesture("member.enrol", f"Thêm {draft.full_name}"):
        member_id = enrol_many(store, [draft])[0]
    return member(store, member_id)


def enrol_many(store: Store, drafts: Sequence[MemberDraft]) -> list[int]:
    """Write checked drafts in bulk, inside a gesture; the new ids, in order."""
    first_number, first_id = members.take_numbers(store, len(drafts)), members.next_ids(store)["member"]
    pairs, day = [*enumerate(drafts, first_id)], today(store)
    codes = map(with_check_digit, range(first_number - 1, first_number - 1 + len(drafts)))
    rows = ({"id": i, "code": code, **person_row(draft)} for (i, draft), code in zip(pairs, codes, strict=True))
    members.add_many(store, rows)
    members.add_memberships(store, [(i, draft.cell_id) for i, draft in pairs if draft.cell_id is not None])
    members.add_kinds(store, [(i, *kind) for i, draft in pairs for kind in kinds(draft, day)])
    members.add_statuses(store, [(i, *status) for i, draft in pairs for status in statuses(draft)])
    return [i for i, _ in pairs]


def amend(store: Store, member_id: int, draft: MemberDraft) -> Member:
    """Change what is kept about a person."""
    draft, before = born(store, checked(draft)), member(store, member_id)
    with store.gesture("member.amend", f"Sửa {draft.full_name}"):
        write_changes(store, before, draft)
    return member(store, member_id)


def write_changes(store: Store, before: Member, draft: MemberDraft) -> None:
    """Write what differs between a kept person and a checked draft, inside a gesture."""
    day = today(store).isoformat()
    members.update_person(store, before.id, person_row(draft))
    if draft.cell_id != before.cell_id:
        if draft.cell_since and draft.cell_id is not None:
            members.move_cell(store, before.id, draft.cell_id, first_day(draft.cell_since))
        else:
            members.correct_cell(store, before.id, draft.cell_id, day)
    dates = (draft.admitted_on, draft.official_on)
    if dates != (before.admitted_on, before.official_on) or (draft.kind is not None and draft.kind is not before.kind):
        members.replace_kinds(store, before.id, kinds(draft, today(store)))
    write_status(store, before, draft, day)


def write_status(store: Store, before: Member, draft: MemberDraft, day: str) -> None:
    """Write a new status from its day on, or put the day of the present one right.

    Whoever becomes active again is so from today, unless a new day is said: the one kept is the former status's.
    """
    said = first_day(draft.status_date) if draft.status_date else None
    if draft.status == before.status:
        if draft.status_date != before.status_date:
            members.correct_status(store, before.id, day, draft.status_date, said)
    elif draft.status is MemberStatus.ACTIVE and draft.status_date == before.status_date:
        members.set_status(store, before.id, draft.status, None, day)
    else:
        members.set_status(store, before.id, draft.status, draft.status_date, said or day)


def remove(store: Store, ids: Sequence[int]) -> int:
    """Put people in the bin; how many."""
    backup_rota.before_many(store, len(ids))
    with store.gesture("member.remove", f"Đưa {len(ids)} người vào thùng rác"):
        return members.bin_members(store, ids)


def warnings(draft: MemberDraft) -> dict[str, str]:
    """Field → sentence for what looks wrong but is kept as said."""
    draft = checked(draft)
    found = {}
    for name in ("party_card_no", "old_party_card_no"):
        number = getattr(draft, name)
        if number and not (number.isdigit() and len(number) in (8, 12)):
            found[name] = "Số thẻ đảng viên thường có 8 hoặc 12 chữ số; hãy xem lại."
    if draft.citizen_id and not (draft.citizen_id.isdigit() and len(draft.citizen_id) == 12):
        found["citizen_id"] = "Số định danh cá nhân có 12 chữ số; hãy xem lại."
    if draft.admitted_on and draft.official_on and last_day(draft.official_on) < first_day(draft.admitted_on):
        found["official_on"] = "Ngày chính thức sớm hơn ngày vào Đảng; hãy xem lại."
    if draft.birth_date and draft.admitted_on and draft.admitted_on[:4] < str(int(draft.birth_date[:4]) + 18):
        found["admitted_on"] = "Ngày vào Đảng khi chưa đủ 18 tuổi; hãy xem lại."
    return found
