"""What a clerk is told about a person before it is kept: an entry like it, no cell, capitals. Nothing here is refused.

Two entries that are both in the register already are compared elsewhere.
"""

from db.keys import same_words, tidy
from db.records import Member
from desktop_app.domain.dates import show_date
from desktop_app.domain.names import in_capitals
from desktop_app.services.members import MemberDraft, checked, meant, search, warnings
from desktop_app.services.store import Store

NUMBERS = ("party_card_no", "citizen_id")
NO_CELL = "Chưa chọn chi bộ: đồng chí sẽ không có tên trong danh sách của chi bộ nào."


def doubts(store: Store, draft: MemberDraft, but: int | None = None) -> dict[str, str]:
    """Field → sentence. `but` is the person amended, who is no double of themselves."""
    draft = checked(draft)
    found = warnings(draft)
    for name in NUMBERS:
        same = [each for each in numbered(store, name, getattr(draft, name)) if each.id != but]
        if same:
            found[name] = f"{described(same[0])} đã mang số này; hãy xem lại."
    sentences = [*namesakes(store, draft, but), *capitals(draft.full_name)]
    if sentences:
        found["full_name"] = " ".join(sentences)
    if draft.cell_id is None:
        found["cell_id"] = NO_CELL
    return found


def namesakes(store: Store, draft: MemberDraft, but: int | None) -> list[str]:
    """A sentence when someone of this name may be the same person: birth dates that do not contradict."""
    same = [
        each
        for each in meant(store, draft.full_name)
        if each.id != but
        and same_words(each.full_name) == same_words(draft.full_name)
        and may_agree(each.birth_date, draft.birth_date)
    ]
    if not same:
        return []
    more = f" và {len(same) - 1} người cùng tên khác" if len(same) > 1 else ""
    return [f"Đã có {described(same[0])}{more}; hãy xem có phải cùng một người."]


def may_agree(one: str | None, other: str | None) -> bool:
    """Whether two dates of any precision may be the same day."""
    return not one or not other or one.startswith(other) or other.startswith(one)


def described(person: Member) -> str:
    """“Vũ Quốc An, 19/04/1987, ở Chi bộ Đội Cung 1”."""
    born = f", {show_date(person.birth_date)}" if person.birth_date else ""
    return f"{person.full_name}{born}" + (f", ở {person.cell}" if person.cell else ", chưa có chi bộ")


def numbered(store: Store, name: str, number: str | None) -> list[Member]:
    """Those who bear this number."""
    return [each for each in search(store, number, 5) if getattr(each, name) == number] if number else []


def capitals(name: str) -> list[str]:
    """A sentence when a name is not written with capitals as names are."""
    usual = in_capitals(name)
    return [f"Tên thường viết là “{usual}”."] if usual != tidy(name) else []
