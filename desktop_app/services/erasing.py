"""One person's data taken out of the store for good, at their request. What was counted and issued stays as it was.

The right to it: Luật Bảo vệ dữ liệu cá nhân (Luật số 91/2025/QH15). Not the bin, from which people return.
"""

from db import erasing
from db.records import Member
from db.store import Store
from desktop_app.domain.lives import GONE
from desktop_app.domain.refusal import Refusal
from desktop_app.services import access
from desktop_app.services.bin import binned
from desktop_app.services.members import member

STAYS = (
    "Họ tên, ngày sinh, số thẻ, số định danh, chức vụ, nơi ở, ghi chú và tệp bài thu hoạch của người này bị xóa hẳn, "
    "cả trong nhật ký. Số liệu các đợt và văn bản đã ban hành giữ nguyên. Sau đó không hoàn tác được việc nào đã làm "
    "trước đó trong cả sổ, không riêng việc về người này."
)
BEYOND = "Các bản sao lưu và tệp đã xuất trước đây vẫn còn dữ liệu của người này; hãy xóa những tệp ấy."


def erase(store: Store, member_id: int) -> Member:
    """Erase what is known of a person who has left, has died or is in the bin; the person as they stand then.

    Only the administrator may; it cannot be undone, and neither can anything done before it.
    """
    access.require_administrator(store)
    refuse_living(store, member_id)
    person = member(store, member_id)
    with store.gesture("member.erase", f"Xóa dữ liệu cá nhân theo yêu cầu (mã {person.code})", bulk=True) as gesture:
        for entry in erasing.entries(store, member_id):
            erasing.erase(store, entry, gesture)
    erasing.scrub(store)
    return member(store, member_id)


def refuse_living(store: Store, member_id: int) -> None:
    """Whoever still takes part in Party life is needed in lists; they are written out first."""
    person = member(store, member_id)
    if person.full_name == erasing.ERASED:
        raise Refusal(f"Dữ liệu của người mang mã {person.code} đã xóa từ trước.")
    if person.status not in GONE and member_id not in {each.person.id for each in binned(store)}:
        raise Refusal(
            f"{person.full_name} còn trong sổ nên chưa xóa dữ liệu được; hãy ghi rời khỏi Đảng, từ trần, "
            "hoặc bỏ vào thùng rác trước."
        )
