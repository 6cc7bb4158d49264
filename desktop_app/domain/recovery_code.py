"""The recovery code: digits alone, in groups that tell on paper which of them was typed wrongly. Not what it opens.

Twelve groups of four: three random digits and one that checks them (Damm's quasigroup begun at the group's place, which
finds every single wrong digit, every two exchanged neighbours, and groups in another order). 119 random bits in all.
"""

from desktop_app.domain.refusal import Refusal

GROUPS, RANDOM_DIGITS = 12, 3
LENGTH = GROUPS * (RANDOM_DIGITS + 1)
DAMM = (
    "0317598642",
    "7092154863",
    "4206871359",
    "1750983426",
    "6123045978",
    "3674209581",
    "5869720134",
    "8945362017",
    "9438617205",
    "2581436790",
)
FEWEST_DIFFERENT = 8


def code_of(digits: str) -> str:
    """The code, in groups, of 36 random digits."""
    threes = [digits[at : at + RANDOM_DIGITS] for at in range(0, len(digits), RANDOM_DIGITS)]
    return " ".join(three + check(place, three) for place, three in enumerate(threes))


def check(place: int, digits: str) -> str:
    """The digit after the three at a place."""
    interim = place % 10
    for digit in digits:
        interim = int(DAMM[interim][int(digit)])
    return str(interim)


def looks_like_code(typed: str) -> bool:
    """Whether somebody types a recovery code rather than a password."""
    return len(digits_of(typed)) >= LENGTH - RANDOM_DIGITS and not strangers(typed)


def read_code(typed: str) -> str:
    """The code as it is printed, however it was spaced. Refuses one that is too short or in which a group is wrong."""
    digits = digits_of(typed)
    if strangers(typed) or len(digits) != LENGTH:
        raise Refusal(f"Mã khôi phục gồm {GROUPS} nhóm, mỗi nhóm 4 chữ số; đã gõ {len(digits)} chữ số, hãy gõ lại.")
    step = RANDOM_DIGITS + 1
    groups = [digits[at : at + step] for at in range(0, LENGTH, step)]
    for place, group in enumerate(groups):
        if check(place, group[:RANDOM_DIGITS]) != group[RANDOM_DIGITS]:
            raise Refusal(f"Nhóm thứ {place + 1} ({group}) gõ chưa đúng; hãy so lại với tờ giấy rồi sửa nhóm ấy.")
    if len({group[:RANDOM_DIGITS] for group in groups}) < FEWEST_DIFFERENT:
        raise Refusal("Đây không phải mã do chương trình lập ra; hãy lập mã khôi phục mới.")
    return " ".join(groups)


def digits_of(typed: str) -> str:
    return "".join(sign for sign in typed if sign in "0123456789")


def strangers(typed: str) -> str:
    """What no code holds: other signs than digits, spaces, points and dashes."""
    return "".join(sign for sign in typed if sign not in "0123456789-–." and not sign.isspace())
