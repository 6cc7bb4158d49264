"""What comes after marking: passed essays are confirmed by the committee, then sent to the higher body list by list."""

from collections.abc import Sequence
from dataclasses import replace

from db import essays as rows
from db import forwardings as kept
from db.essay_records import Forwarding
from db.keys import tidy
from db.records import Essay
from db.store import Store
from db.values import EssayResult
from desktop_app.domain.refusal import Refusal
from desktop_app.domain.wording import grouped
from desktop_app.services.essays import handed_in, people_in_words
from desktop_app.services.office import office, setting, today
from desktop_app.services.rounds import study_round

PASSED_SETTING = "essays.forward_passed"
by_recipient = kept.by_recipient


def passed(store: Store, round_id: int, member_ids: Sequence[int]) -> list[Essay]:
    """The standing attempts of these people, all passed. Refuses others."""
    found = handed_in(store, round_id, member_ids)
    other = [essay.member_id for essay in found if essay.result is not EssayResult.PASSED]
    if other:
        raise Refusal(f"Bài của {people_in_words(store, round_id, other)} chưa đạt; chỉ xác nhận, gửi bài đã đạt.")
    return found


def confirm(store: Store, round_id: int, member_ids: Sequence[int], by: str, on: str | None = None) -> int:
    """Confirm passed essays, apart from marking; how many were not confirmed before.

    Whoever made up has the essay judged and confirmed by the committee (Công văn 1726-CV/BTGTU ngày 01/12/2023).
    """
    if not tidy(by):
        raise Refusal("Chưa ghi người xác nhận; hãy ghi họ tên hoặc cấp ủy, ví dụ “Ban Thường vụ Đảng ủy”.")
    new = [essay for essay in passed(store, round_id, member_ids) if essay.confirmed_on is None]
    day = on or today(store).isoformat()
    with store.gesture("essay.confirm", f"Xác nhận {grouped(len(new))} bài thu hoạch"):
        for essay in new:
            rows.change(store, essay.id, confirmed_on=day, confirmed_by=tidy(by))
    return len(new)


def unconfirm(store: Store, round_id: int, member_ids: Sequence[int]) -> int:
    """Take the confirmation off again; how many had one. Refuses what was sent on."""
    found = [essay for essay in handed_in(store, round_id, member_ids) if essay.confirmed_on is not None]
    sent = [essay.member_id for essay in found if essay.forwarding_id is not None]
    if sent:
        raise Refusal(f"Bài của {people_in_words(store, round_id, sent)} đã gửi cấp trên; hãy rút danh sách gửi trước.")
    with store.gesture("essay.unconfirm", f"Bỏ xác nhận {grouped(len(found))} bài thu hoạch"):
        for essay in found:
            rows.change(store, essay.id, confirmed_on=None, confirmed_by=None)
    return len(found)


def start(store: Store, round_id: int) -> Forwarding:
    """A list to be filled in: today, to whom the round names, else to the higher body."""
    recipient = study_round(store, round_id).essay_recipient or office(store).parent
    return Forwarding(round_id=round_id, forwarded_on=today(store).isoformat(), recipient=recipient)


def forward(store: Store, draft: Forwarding, member_ids: Sequence[int]) -> Forwarding:
    """Send the essays of these people to the higher body as one list.

    Only confirmed essays, or passed ones where the office set so; none that is on a list already.
    """
    study_round(store, draft.round_id)
    if not tidy(draft.recipient):
        raise Refusal("Chưa ghi nơi nhận; hãy ghi cơ quan nhận bài, ví dụ “Ban Tuyên giáo Tỉnh ủy”.")
    found = passed(store, draft.round_id, member_ids)
    if not found:
        raise Refusal("Chưa chọn bài nào để gửi; hãy chọn những người có bài đã xác nhận.")
    sent = [essay.member_id for essay in found if essay.forwarding_id is not None]
    if sent:
        raise Refusal(f"Bài của {people_in_words(store, draft.round_id, sent)} đã có trong danh sách gửi trước đây.")
    bare = [essay.member_id for essay in found if essay.confirmed_on is None]
    if bare and setting(store, PASSED_SETTING) != "1":
        raise Refusal(f"Bài của {people_in_words(store, draft.round_id, bare)} chưa xác nhận; hãy xác nhận rồi gửi.")
    with store.gesture("essay.forward", f"Gửi {grouped(len(found))} bài thu hoạch lên {tidy(draft.recipient)}"):
        forwarding_id = kept.add(store, tidied(draft), [essay.id for essay in found])
    return forwarding(store, forwarding_id)


def tidied(draft: Forwarding) -> Forwarding:
    number, note = tidy(draft.document_no or "") or None, tidy(draft.note or "") or None
    return replace(draft, recipient=tidy(draft.recipient), document_no=number, note=note)


def forwardings(store: Store, round_id: int) -> list[Forwarding]:
    """The lists of a round, the newest first, each with its count."""
    return kept.forwardings(store, round_id)


def forwarding(store: Store, forwarding_id: int) -> Forwarding:
    """One list. Refuses one that is gone."""
    found = kept.forwarding(store, forwarding_id)
    if found is None:
        raise Refusal("Không còn danh sách gửi này; hãy tải lại.")
    return found


def forwarded_members(store: Store, forwarding_id: int) -> list[int]:
    """Whose essays are on a list."""
    return kept.member_ids(store, forwarding_id)


def take_back(store: Store, forwarding_id: int) -> int:
    """Take a whole list back; how many essays were on it."""
    found = forwarding(store, forwarding_id)
    with store.gesture("essay.take_back", f"Rút danh sách gửi {found.recipient} ({grouped(found.essays)} bài)"):
        kept.remove(store, forwarding_id)
    return found.essays
