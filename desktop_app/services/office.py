"""The office itself: its name and superior, the head lines of its documents, its settings, its today."""

from dataclasses import dataclass, fields
from datetime import date

from db import organizations, settings
from db.keys import text_key, tidy
from db.store import Store, now
from db.values import OrganizationKind
from desktop_app.domain.names import cell_key, place_of, spelled, superior_line
from desktop_app.domain.refusal import Refusal

LAYOUTS = {"2026": "05-HD/VPTW (2026)", "2018": "36-HD/VPTW (2018)"}
SPELLINGS = ("ủy", "uỷ")


@dataclass(frozen=True, slots=True, kw_only=True)
class OfficeDraft:
    """What the clerk says about the office. `place` None = worked out from the name."""

    name: str
    parent: str
    place: str | None = None
    superior_line: str | None = None
    issuer_line: str | None = None
    layout: str = "2026"
    spelling: str = "ủy"
    body_symbol: str = "ĐU"
    signer_authority: str = "T/M ĐẢNG ỦY"
    signer_position: str = "BÍ THƯ"
    signer_name: str = ""
    recipients: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Office:
    """The office as documents and screens need it. Head lines are in capitals, spelled the office's way."""

    organization_id: int
    name: str
    parent: str
    place: str
    superior_line: str
    issuer_line: str
    layout: str
    spelling: str
    body_symbol: str
    signer_authority: str
    signer_position: str
    signer_name: str
    recipients: tuple[str, ...]
    practice: bool


def checked(draft: OfficeDraft) -> OfficeDraft:
    """The draft tidied. Refuses an office without a name or superior body."""
    name, parent = tidy(draft.name), tidy(draft.parent)
    if not name:
        raise Refusal("Chưa có tên văn phòng; hãy ghi tên đảng ủy, ví dụ “Đảng ủy phường Đông Thọ”.")
    if not parent:
        raise Refusal("Chưa có cấp ủy cấp trên; hãy ghi tên, ví dụ “Tỉnh ủy Thanh Hóa”.")
    if draft.layout not in LAYOUTS or draft.spelling not in SPELLINGS:
        raise Refusal("Thể thức phải là 2026 hoặc 2018, chính tả phải là “ủy” hoặc “uỷ”.")
    values = {f.name: getattr(draft, f.name) for f in fields(draft)} | {"name": name, "parent": parent}
    return OfficeDraft(**values)


def stored(draft: OfficeDraft) -> dict[str, str]:
    """The draft as settings; recipients one a line."""
    kept = {
        "office.parent": draft.parent,
        "office.place": tidy(draft.place or "") or place_of(draft.name),
        "office.layout": draft.layout,
        "office.spelling": draft.spelling,
        "office.body_symbol": tidy(draft.body_symbol),
        "office.signer_authority": tidy(draft.signer_authority),
        "office.signer_position": tidy(draft.signer_position),
        "office.signer_name": tidy(draft.signer_name),
        "office.recipients": "\n".join(filter(None, map(tidy, draft.recipients))),
    }
    return kept


def lines(draft: OfficeDraft) -> dict[str, str]:
    """The organization's version row: name, keys and head lines (Hướng dẫn 36-HD/VPTW, mục thể thức)."""
    return {
        "name": draft.name,
        "match_key": cell_key(draft.name),
        "order_key": text_key(draft.name),
        "superior_line": tidy(draft.superior_line or "") or superior_line(draft.parent),
        "issuer_line": tidy(draft.issuer_line or "") or draft.name.upper(),
    }


def found(store: Store, draft: OfficeDraft) -> None:
    """Write the office into a new store."""
    draft = checked(draft)
    with store.gesture("office.found", f"Lập sổ {draft.name}", bulk=True):
        organizations.add(store, OrganizationKind.WARD_COMMITTEE, None, lines(draft))
        settings.save(store, stored(draft))


def save_office(store: Store, draft: OfficeDraft) -> Office:
    """Correct what is said about the office."""
    draft = checked(draft)
    with store.gesture("office.save", "Sửa thông tin văn phòng"):
        organizations.correct(store, office(store).organization_id, today(store).isoformat(), **lines(draft))
        settings.save(store, stored(draft))
    return office(store)


def office(store: Store) -> Office:
    """The office of this store."""
    organization = organizations.root(store, today(store).isoformat())
    assert organization is not None, "every store is made with its office"
    kept = {key.removeprefix("office."): value for key, value in settings.settings(store).items()}
    texts = {f.name: kept.get(f.name, "") for f in fields(Office) if f.type is str}
    spelling = kept.get("spelling", "ủy")
    return Office(
        **texts
        | {
            "name": spelled(organization.name, spelling),
            "superior_line": spelled(organization.superior_line or "", spelling),
            "issuer_line": spelled(organization.issuer_line or "", spelling),
            "parent": spelled(texts["parent"], spelling),
            "signer_authority": spelled(texts["signer_authority"], spelling),
            "signer_position": spelled(texts["signer_position"], spelling),
        },
        organization_id=organization.id,
        recipients=tuple(spelled(line, spelling) for line in kept.get("recipients", "").splitlines()),
        practice=is_practice(store),
    )


def has_office(store: Store) -> bool:
    """Whether the store was made to its end; a computer switched off in the first second may leave one without."""
    return organizations.root(store, today(store).isoformat()) is not None


def is_practice(store: Store) -> bool:
    """Whether this is a practice office: invented people, marked on every page."""
    return settings.store_property(store, "practice") == "1"


def today(store: Store) -> date:
    """The day it is in this office; a practice office has its own."""
    fixed = settings.store_property(store, "today")
    return date.fromisoformat(fixed) if fixed else date.today()


def moment(store: Store) -> str:
    """The moment it is in this office, to the second: the day of a practice office, the clock of this computer."""
    return f"{today(store).isoformat()} {now()[11:]}"


def setting(store: Store, key: str, default: str = "") -> str:
    """A setting's text."""
    kept = settings.setting(store, key)
    return default if kept is None else kept


def save_setting(store: Store, key: str, value: str) -> None:
    """Change one setting."""
    with store.gesture("settings.save", "Sửa thiết lập"):
        settings.save(store, {key: value})
