"""Header words of a list → the field a column holds. Not where the header stands: see headers.

Besides the fields of a listed member a column can hold a part of one: `family_name` and `given_name`, a year of birth
or an x in a column for one gender, an identity number of either kind, the day of a death or a departure, and
`ordinal`, the number of the row in its list. `COMPOSITE` columns hold several facts in one cell; `ignored` is a fact
kept nowhere.
"""

import re
from functools import lru_cache

from db.keys import fold, tidy

IGNORED = "ignored"
ORDINAL = "ordinal"
NAME_PARTS = ("full_name", "family_name", "given_name")
DATES = ("birth_date", "admitted_on", "official_on", "card_issued_on", "status_date")
MAX_HEADER = 90

LABELS = {
    "full_name": "Họ và tên",
    "other_name": "Tên gọi khác",
    "birth_date": "Ngày sinh",
    "gender": "Giới tính",
    "cell": "Chi bộ",
    "position": "Chức vụ",
    "status": "Trạng thái",
    "party_card_no": "Số thẻ đảng viên",
    "old_party_card_no": "Số thẻ đảng viên cũ",
    "card_issued_on": "Ngày cấp thẻ",
    "citizen_id": "Số định danh cá nhân",
    "old_id_no": "Số CMND cũ",
    "admitted_on": "Ngày vào Đảng",
    "official_on": "Ngày chính thức",
    "status_date": "Ngày rời, mất, miễn sinh hoạt",
    "phone": "Số điện thoại",
    "note": "Ghi chú",
}

COMPOSITE = {
    "two_names": ("full_name", "other_name"),
    "party_dates": ("admitted_on", "official_on"),
    "card_and_day": ("party_card_no", "card_issued_on"),
    "card_and_more": ("party_card_no",),
    "gender_and_more": ("gender",),
    "birth_and_more": ("birth_date",),
}
"""Columns of the printed register (Mẫu 7-HSĐV) and its like → the fields that are kept, in the order of the cell."""

_DAY = r"(ngay )?(thang )?(nam )?"
_PARTY = r"(dang|dcsvn|dang csvn|dang cong san viet nam|dcs viet nam)"
# The first pattern that fits the whole folded header gives the field; an earlier one wins a field two columns claim.
PATTERNS = tuple(
    (field, re.compile("|".join(patterns)))
    for field, *patterns in (
        (ORDINAL, r"stt|so tt|tt|so thu tu|thu tu|no|so"),
        ("two_names", r"ho (va )?ten( dang dung)? ho (va )?ten khai sinh"),
        (
            "party_dates",
            r"ngay (thang nam )?(vao dang|ket nap)( du bi)? (va |(va )?ngay )(thang nam )?(vao dang )?chinh thuc",
        ),
        ("card_and_day", r"so the( dang( vien)?)? (va )?ngay cap( the)?"),
        ("card_and_more", r"so the( dang( vien)?)? (va )?so (ly lich|huy hieu).*"),
        ("gender_and_more", r"(gioi tinh|nam nu) (va )?(dan toc|ton giao|tuoi)( .*)?"),
        ("birth_and_more", r"(ngay )?(thang )?(nam )?sinh (va )?(noi sinh|que quan|que|dan toc|tuoi|gioi tinh)( .*)?"),
        ("moved_on", r"(ngay (thang nam )?)?(da )?chuyen (di|sinh hoat di)( .*)?"),
        (
            IGNORED,
            r".*(dan toc|ton giao|que quan|nguyen quan|noi sinh(?! hoat)|noi o|dia chi|thuong tru|tam tru).*",
            r".*(trinh do|hoc van|chuyen mon|nghe nghiep|ly luan|ngoai ngu|tin hoc|hoc ham|hoc vi|suc khoe).*",
            r".*(thanh phan|ly lich|khen thuong|ky luat|vao doan|noi cap|co quan cap|tuoi|huy hieu|(nhap|xuat) ngu).*",
            r".*(nguoi gioi thieu|vo chong|chu ho|ho (va )?ten (cha|bo|me|vo|chong|con)|khai sinh (quoc|tinh|chi)).*",
            r"(de nghi xoa|ket qua kiem tra|chi tiet loi|noi dang ky khai sinh|ngay cap (cccd|cmnd|can cuoc)).*",
            r"(don vi cong tac|noi cong tac|ngay chuyen den|bo doi cong an|id|email|chu ky|ky (ten|nhan)|ma so)( .*)?",
            r"(loai|dien) dang vien",
        ),
        ("other_name", r"(cac )?(ho )?(va )?ten (goi )?khac|bi danh|ten thuong (dung|goi)|ten goi khac bi danh"),
        ("family_name", r"ho|ho (va )?(ten )?(chu )?(dem|lot)"),
        ("given_name", r"ten"),
        (
            "full_name",
            r"ho (va )?((chu )?(dem|lot) )?(va )?ten( (khai sinh|dang vien|dang dung|day du|dong chi|chu in hoa|in hoa"
            r"|viet hoa|ho (va )?ten (khai sinh|dang dung)|can bo( dang vien)?|nguoi du|dv))*",
            r"ten (dang vien|dong chi)|dong chi",
        ),
        ("old_party_card_no", r"(so )?the (dang )?(vien )?(cu|theo qd 85|qd 85).*|.*theo qd 85.*"),
        (
            "card_issued_on",
            r"ngay (thang nam )?(cap|phat|doi) the( dang( vien)?)?",
            r"(the dang|the dang vien|the) ngay (cap|phat)",
        ),
        ("party_card_no", r"(so |ma |ma so )?the( dang)?( vien| dv)?( so| moi| 12 so)?|so tdv|so the dv|tdv|so t d v"),
        ("deceased_on", r"(ngay (thang nam )?)?(da )?tu tran( .*)?"),
        ("left_on", r"(ngay (thang nam )?)?(da )?ra (khoi )?dang( .*)?"),
        (
            "status_date",
            r"(tu )?ngay (thang nam )?(roi|mat|mien|thay doi trang thai|bien dong).*",
        ),
        ("status", r"trang thai.*|tinh trang( sinh hoat| hoat dong| dang vien)?.*|tinh hinh sinh hoat"),
        ("official_on", r".*chinh thuc.*"),
        (
            "admitted_on",
            rf"{_DAY}(vao {_PARTY}|ket nap|ket nap {_PARTY}|duoc ket nap)( ngay| lan dau| du bi)*|ngay du bi",
            rf"(vao {_PARTY}|ket nap|ket nap {_PARTY}) (ngay thang nam|ngay|nam|du bi)",
        ),
        (
            "birth_date",
            r"(ngay )?(thang )?(nam )?sinh( ngay)?( thang)?( nam)?( sinh)?( dd mm yyyy)?",
            r"ngay sinh nam sinh|ngay thang nam|ntns",
        ),
        ("gender", r"gioi tinh.*|gioi|phai|nam (hoac |hay )?nu|gt|gioi nam nu"),
        ("gender_female", r"nu|la nu|dang vien nu|nu x|nu danh dau x"),
        (
            "any_id",
            r".*(cccd|can cuoc|dinh danh).*(cmnd|cmt|chung minh).*",
            r".*(cmnd|cmt|chung minh).*(cccd|can cuoc|dinh danh).*",
        ),
        ("old_id_no", r"(so )?(cmnd|cmt|cmtnd|chung minh( nhan dan| thu)?) cu"),
        ("any_id", r"(so )?(cmnd|cmt|cmtnd|chung minh( nhan dan| thu)?)( so)?"),
        ("citizen_id", r"(so |ma |ma so |the )*(dinh danh|cccd|ddcn|can cuoc)( ca nhan| cong dan)*( so| 12 so)?"),
        (
            "cell",
            r"(ten |thuoc )?chi bo( sinh hoat| truc thuoc| dang sinh hoat| hien nay)?",
            r"chi dang bo( truc thuoc)?|cb",
        ),
        (
            "cell",
            r"(ten )?to chuc (co so )?dang( dang| noi)?( sinh hoat)?( dang)?",
            r"(noi |dang )?sinh hoat( dang)?( tai)?( chi bo| dang)*|noi sinh hoat.*",
        ),
        ("cell", r"(ten )?don vi( chi bo| sinh hoat)*|dang bo chi bo|dang bo bo phan chi bo"),
        ("position", r"(cac )?(chuc vu|chuc danh|chuc trach).*|nhiem vu( duoc giao)?"),
        ("phone", r"(so )?(sdt|dt|dtdd|dien thoai|di dong|tel|phone|zalo)( di dong| lien he| zalo| ca nhan)*"),
        ("note", r"ghi chu.*|luu y|chu thich"),
    )
)


BORN = re.compile(r"(?:ngày|năm|ngày,? tháng,? năm) sinh\W*(?:của )?(nam|nữ)\)?")


@lru_cache(maxsize=2048)
def field_of(header: str) -> tuple[int, str] | None:
    """(rank, field) for one header, a lower rank being the surer; None for words that name nothing known."""
    if len(header) > MAX_HEADER:
        return None
    if tidy(header).casefold().strip(" *:.") == "nam":
        return (len(PATTERNS), "gender_male")
    if born := BORN.fullmatch(tidy(header).casefold().strip(" *:.")):
        return (0, "birth_male" if born[1] == "nam" else "birth_female")
    for text in (header, re.sub(r"\(.*?\)", " ", header)):
        words = header_words(text)
        for rank, (field, pattern) in enumerate(PATTERNS):
            if words and pattern.fullmatch(words):
                return (rank, field)
    return None


def header_words(text: str) -> str:
    """Folded words of a header, every other sign a blank."""
    return " ".join(re.sub(r"[^0-9a-z]+", " ", fold(text)).split())


def field_under(group: str, sub: str) -> tuple[int, str] | None:
    """The field of a column whose header stands in two rows; either may be empty."""
    if not sub or not group:
        return field_of(group or sub)
    above = field_of(group)
    sex = {"nam": "male", "nữ": "female", "nu": "female"}.get(tidy(sub).casefold().strip(" *:."))
    if sex and above and above[1] in ("birth_date", "gender"):
        return (above[0], f"{'birth' if above[1] == 'birth_date' else 'gender'}_{sex}")
    if above and above[1] in DATES and header_words(sub) in ("ngay", "thang", "nam"):
        return above
    return field_of(f"{group} {sub}") or (above if above and above[1] == IGNORED else field_of(sub))
