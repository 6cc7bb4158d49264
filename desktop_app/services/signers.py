"""Who may sign the office's documents, with the words above the name.

The one named in the office's settings is always there; more are written down here. For a committee a deputy signs
“T/M ĐẢNG ỦY” over “PHÓ BÍ THƯ”, never “K/T BÍ THƯ”; for an advisory body the head, “K/T” or “T/L” (Hướng dẫn
36-HD/VPTW, mục 1.7 về thẩm quyền ký).
"""

import re

from db import papers
from db.keys import tidy
from db.paper_records import OfficeSigner
from db.store import Store
from desktop_app.domain.refusal import Refusal
from desktop_app.services.office import office, today

RANK = re.compile(r"(?i)^(gs|pgs|ts|ths|tiến sĩ|thạc sĩ|giáo sư|phó giáo sư|đại tá|thượng tá|trung tá|thiếu tá)\b\.?")


def signers(store: Store) -> list[OfficeSigner]:
    """The office's own signer first, then the others who may sign today."""
    own = office(store)
    first = OfficeSigner(name=own.signer_name, authority=own.signer_authority, position=own.signer_position)
    return [first, *papers.signers(store, today(store).isoformat())]


def save_signer(store: Store, signer: OfficeSigner) -> OfficeSigner:
    """Write a signer down. Refuses what the layout rules forbid above or before a name."""
    kept = OfficeSigner(
        id=signer.id,
        name=tidy(signer.name),
        authority=tidy(signer.authority).upper(),
        position=tidy(signer.position).upper(),
        position_order=signer.position_order,
        valid_from=signer.valid_from,
        valid_to=signer.valid_to,
    )
    check(kept)
    with store.gesture("signer.save", f"Ghi người ký {kept.name}"):
        papers.save_signer(store, kept)
    return kept


def check(signer: OfficeSigner) -> None:
    """Refuses a nameless signer, a rank before the name, a deputy signing for a secretary, days the wrong way round."""
    if not signer.name:
        raise Refusal("Chưa ghi họ tên người ký; hãy ghi họ tên.")
    if RANK.match(signer.name):
        raise Refusal("Trước họ tên người ký không ghi học hàm, học vị, quân hàm; hãy chỉ ghi họ và tên.")
    if "K/T" in signer.authority and "BÍ THƯ" in signer.authority:
        raise Refusal("Văn bản của cấp ủy không ký “K/T BÍ THƯ”; hãy ghi “T/M ĐẢNG ỦY” và chức vụ “PHÓ BÍ THƯ”.")
    if "BÍ THƯ ĐẢNG ỦY" in signer.position:
        raise Refusal("Chức vụ người ký chỉ ghi “BÍ THƯ” hoặc “PHÓ BÍ THƯ”; hãy bỏ chữ “ĐẢNG ỦY”.")
    if signer.valid_from >= signer.valid_to:
        raise Refusal("Ngày thôi ký phải sau ngày bắt đầu ký; hãy sửa lại ngày.")


def remove_signer(store: Store, signer_id: int) -> None:
    """Take a signer off; documents already signed keep the name."""
    with store.gesture("signer.remove", "Xóa một người ký văn bản"):
        papers.remove_signer(store, signer_id)
