"""What a decision changes about organizations from a day on: a new name, another superior, a split, a merger, the end.

Nothing historic is rewritten: names and superiors are dated versions, people move by dated membership, what ends keeps
its last name. Lists and reports asked for an earlier day answer as they did then.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from db import organizations as kept
from db import reorganization as written
from db.keys import tidy
from db.records import Organization
from db.store import Store
from db.values import ALWAYS, FOREVER, Audience, SuccessionKind
from desktop_app.domain.dates import show_date
from desktop_app.domain.organizations import why_not_under
from desktop_app.domain.refusal import Refusal
from desktop_app.domain.rotation import Reason
from desktop_app.services import backup_rota
from desktop_app.services.office import office, today
from desktop_app.services.organizations import name_keys, tree

__all__ = ["Decision", "Part", "close", "merge", "move", "rename", "split"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """Number of a decision and the day from which it holds (full ISO date)."""

    number: str
    on: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One of the organizations a split makes: its people (of a cell) or what stands under it (of a committee)."""

    name: str
    member_ids: Sequence[int] = ()
    child_ids: Sequence[int] = ()


def checked(decision: Decision) -> Decision:
    """The decision tidied. Refuses one without a number or a full date."""
    number = tidy(decision.number)
    if not number:
        raise Refusal("Chưa ghi số quyết định; hãy ghi số, ví dụ “12-QĐ/ĐU”.")
    try:
        day = date.fromisoformat(decision.on).isoformat()
    except ValueError:
        raise Refusal("Ngày có hiệu lực chưa đủ ngày, tháng, năm; hãy ghi đủ.") from None
    return Decision(number=number, on=day)


def standing(store: Store, organization_id: int, on: str) -> Organization:
    """The organization as of the day; refuses where it does not exist or already changed on that day or later."""
    found = kept.organization(store, organization_id, on)
    if found is None:
        raise Refusal(f"Tổ chức này chưa có hoặc không còn vào ngày {show_date(on)}; hãy chọn ngày khác.")
    later = [
        each for each in written.versions(store, organization_id) if each.valid_from > ALWAYS and each.valid_from >= on
    ]
    if later:
        raise Refusal(
            f"“{later[0].name}” đã có thay đổi từ ngày {show_date(later[0].valid_from)}; hãy chọn ngày sau ngày đó."
        )
    if found.closed_on < FOREVER:
        raise Refusal(f"“{found.name}” đã có quyết định kết thúc từ ngày {show_date(found.closed_on)}.")
    return found


def rename(
    store: Store, organization_id: int, name: str, decision: Decision, issuer_line: str | None = None
) -> Organization:
    """Another name from the day on; earlier days keep the earlier one."""
    said = checked(decision)
    found = standing(store, organization_id, said.on)
    keys = name_keys(store, found.kind, name, found.parent_id, said.on, (organization_id,))
    if keys["name"] == found.name:
        raise Refusal(f"Tổ chức đã mang tên “{found.name}”; hãy ghi tên mới.")
    line = tidy(issuer_line or "") or (str(keys["name"]).upper() if found.issuer_line else None)
    with store.gesture("organization.rename", f"Đổi tên “{found.name}” thành “{keys['name']}”"):
        change(store, organization_id, said, **keys, issuer_line=line)
    return current(store, organization_id, said.on)


def move(store: Store, organization_id: int, parent_id: int, decision: Decision) -> Organization:
    """Under another superior from the day on."""
    said = checked(decision)
    found, parent = standing(store, organization_id, said.on), existing(store, parent_id, said.on)
    refuse_office(store, organization_id, "chuyển sang tổ chức cấp trên khác")
    if found.parent_id == parent_id:
        raise Refusal(f"“{found.name}” đã trực thuộc “{parent.name}”; hãy chọn tổ chức cấp trên khác.")
    if parent_id in under(store, organization_id, said.on):
        raise Refusal(f"“{parent.name}” thuộc “{found.name}”; hãy chọn tổ chức cấp trên khác.")
    if refused := why_not_under(found.kind, parent.kind):
        raise Refusal(refused)
    with store.gesture("organization.move", f"Chuyển “{found.name}” về “{parent.name}”"):
        change(store, organization_id, said, parent_id=parent_id)
    return current(store, organization_id, said.on)


def close(store: Store, organization_id: int, decision: Decision) -> None:
    """The end of an organization that nobody belongs to and nothing stands under any more."""
    said = checked(decision)
    found = standing(store, organization_id, said.on)
    refuse_office(store, organization_id, "giải thể")
    refuse_later_facts(store, found, said.on)
    if people := written.people(store, organization_id, said.on):
        raise Refusal(f"“{found.name}” còn {len(people)} người; hãy chuyển hết hoặc sáp nhập trước khi giải thể.")
    if children := written.children(store, organization_id, said.on):
        raise Refusal(f"“{children[0][1]}” còn trực thuộc “{found.name}”; hãy chuyển đi trước khi giải thể.")
    with store.gesture("organization.close", f"Giải thể “{found.name}”"):
        end(store, found, said)


def merge(
    store: Store,
    organization_ids: Sequence[int],
    decision: Decision,
    name: str | None = None,
    into_id: int | None = None,
) -> Organization:
    """Several organizations of one kind become a new one (`name`), or are taken in by one of them (`into_id`)."""
    said, ids = checked(decision), tuple(dict.fromkeys(organization_ids))
    olds = [standing(store, each, said.on) for each in ids]
    if len(olds) < 2 or (into_id is not None and into_id not in ids):
        raise Refusal("Sáp nhập phải có ít nhất hai tổ chức, gồm cả tổ chức nhận; hãy chọn lại.")
    if len({old.kind for old in olds}) > 1:
        raise Refusal("Chỉ sáp nhập các tổ chức cùng loại; hãy chọn lại.")
    refuse_nested(store, ids, said.on)
    leaving = [old for old in olds if old.id != into_id]
    for old in leaving:
        refuse_later_facts(store, old, said.on)
    if into_id is not None and office(store).organization_id in {old.id for old in leaving}:
        raise Refusal("Đảng bộ của văn phòng phải là tổ chức nhận, hoặc cùng lập thành tổ chức mới; hãy chọn lại.")
    audiences = {old.audience for old in olds}
    backup_rota.before(store, Reason.MERGE)
    with store.gesture("organization.merge", "Sáp nhập " + ", ".join(f"“{old.name}”" for old in olds)):
        target = into_id or found_new(
            store, first_of(store, olds), name or "", said, ids, Audience.MEMBERS if len(audiences) > 1 else None
        )
        for old in leaving:
            hand_over(store, old, target, said)
            written.succeed(store, old.id, target, SuccessionKind.MERGE, said.on, said.number)
            end(store, old, said)
    return current(store, target, said.on)


def split(
    store: Store, organization_id: int, parts: Sequence[Part], decision: Decision, keep: bool = False
) -> list[Organization]:
    """New organizations out of one, which ends, or with `keep` goes on with whoever is not given away."""
    said = checked(decision)
    old = standing(store, organization_id, said.on)
    refuse_office(store, organization_id, "chia tách")
    refuse_later_facts(store, old, said.on)
    if len(parts) < (1 if keep else 2):
        raise Refusal("Chia tách phải có ít nhất hai tổ chức sau khi chia; hãy ghi thêm.")
    check_shares(store, old, parts, said.on, keep)
    backup_rota.before(store, Reason.MERGE)
    with store.gesture("organization.split", f"Chia tách “{old.name}”"):
        made = [found_new(store, old, part.name, said, () if keep else (old.id,), None) for part in parts]
        for new_id, part in zip(made, parts, strict=True):
            written.move_people(store, old.id, new_id, said.on, said.number, part.member_ids)
            for child in part.child_ids:
                standing(store, child, said.on)
                change(store, child, said, parent_id=new_id)
            written.succeed(store, old.id, new_id, SuccessionKind.SPLIT, said.on, said.number)
        if not keep:
            written.move_people(store, old.id, made[0], said.on, said.number)  # those in the bin or here for a time
            end(store, old, said)
    return [current(store, new_id, said.on) for new_id in made]


def check_shares(store: Store, old: Organization, parts: Sequence[Part], on: str, keep: bool) -> None:
    """Refuse shares that give someone twice, give what is not there, or leave somebody behind."""
    for given, there, said in (
        (Counter(i for part in parts for i in part.member_ids), set(written.people(store, old.id, on)), "người"),
        (
            Counter(i for p in parts for i in p.child_ids),
            {i for i, _ in written.children(store, old.id, on)},
            "tổ chức",
        ),
    ):
        if given.keys() - there:
            raise Refusal(f"Có {said} không thuộc “{old.name}” vào ngày {show_date(on)}; hãy tải lại danh sách.")
        if given and max(given.values()) > 1:
            raise Refusal(f"Có {said} được phân về hai nơi; hãy phân mỗi {said} về một nơi.")
        if not keep and (left := there - given.keys()):
            raise Refusal(f"Còn {len(left)} {said} của “{old.name}” chưa được phân về đâu; hãy phân hết.")


def hand_over(store: Store, old: Organization, target: int, said: Decision) -> None:
    """People, what stands under it and its seats go from an organization to another."""
    written.move_people(store, old.id, target, said.on, said.number)
    for child, _ in written.children(store, old.id, said.on):
        standing(store, child, said.on)
        change(store, child, said, parent_id=target)
    written.seat_with(store, old.id, target)


def found_new(
    store: Store, like: Organization, name: str, said: Decision, but: tuple[int, ...], audience: Audience | None
) -> int:
    """A new organization in the place of another, from the day on; its id."""
    keys = name_keys(store, like.kind, name, like.parent_id, said.on, but)
    version = keys | {
        "parent_id": like.parent_id,
        "audience": audience or like.audience,
        "superior_line": like.superior_line,
        "issuer_line": str(keys["name"]).upper() if like.issuer_line else None,
        "decision_no": said.number,
        "valid_from": said.on,
    }
    return kept.add(store, like.kind, None, version, said.on)


def change(store: Store, organization_id: int, said: Decision, **values: object) -> None:
    """A new version from the day on."""
    now = next(v for v in written.versions(store, organization_id) if v.valid_from < said.on < v.valid_to)
    written.add_version(store, now.id, said.on, **values, decision_no=said.number)


def end(store: Store, old: Organization, said: Decision) -> None:
    written.close(store, old.id, said.on, said.number)


def first_of(store: Store, olds: Sequence[Organization]) -> Organization:
    """Whose place the new organization takes: the office's own where it is among them, else the first's."""
    own = office(store).organization_id
    return next((old for old in olds if old.id == own), olds[0])


def existing(store: Store, organization_id: int, on: str) -> Organization:
    """An organization that exists on a day, whatever is decided about it later."""
    found = kept.organization(store, organization_id, on)
    if found is None:
        raise Refusal(f"Tổ chức này chưa có hoặc không còn vào ngày {show_date(on)}; hãy chọn ngày khác.")
    return found


def current(store: Store, organization_id: int, on: str) -> Organization:
    """The organization as a gesture leaves it."""
    return existing(store, organization_id, max(on, today(store).isoformat()))


def under(store: Store, organization_id: int, on: str) -> set[int]:
    """Ids of an organization and all under it."""
    found = {organization_id}
    for row in tree(store, on, counted=False):
        if row.organization.parent_id in found:
            found.add(row.organization.id)
    return found


def refuse_nested(store: Store, ids: Sequence[int], on: str) -> None:
    """Refuse to merge an organization with one that stands under it."""
    for each in ids:
        if under(store, each, on) & (set(ids) - {each}):
            raise Refusal("Không sáp nhập tổ chức với chính tổ chức trực thuộc nó; hãy chọn lại.")


def refuse_office(store: Store, organization_id: int, what: str) -> None:
    """The office's own organization holds the whole tree."""
    if organization_id == office(store).organization_id:
        raise Refusal(f"Không {what} được chính đảng bộ của văn phòng; hãy chọn tổ chức trực thuộc.")


def refuse_later_facts(store: Store, old: Organization, on: str) -> None:
    """Refuse an end before what is already written about later days, naming it."""
    if rolled := written.rolled_since(store, old.id, on):
        raise Refusal(
            f"Hội nghị “{rolled[0]}” ngày {show_date(rolled[1])} đã chốt danh sách có “{old.name}”; "
            "hãy chọn ngày sau ngày đó."
        )
    if comer := written.later_comer(store, old.id, on):
        raise Refusal(f"{comer[0]} về “{old.name}” từ ngày {show_date(comer[1])}; hãy chọn ngày sau ngày đó.")
    if child := written.later_child(store, old.id, on):
        raise Refusal(f"“{child[0]}” về “{old.name}” từ ngày {show_date(child[1])}; hãy chọn ngày sau ngày đó.")
