"""What people write into attendance lists, and which mark it means. Words that may mean two things are not guessed."""

import re
from dataclasses import dataclass
from functools import lru_cache

from db.keys import fold, tidy
from db.values import MarkStatus

PRESENT, EXCUSED = MarkStatus.PRESENT, MarkStatus.ABSENT_EXCUSED
UNEXCUSED, ABSENT = MarkStatus.ABSENT_UNEXCUSED, MarkStatus.ABSENT

WRITTEN = {PRESENT: "Có mặt", EXCUSED: "Vắng có lý do", UNEXCUSED: "Vắng không lý do", ABSENT: "Vắng chưa rõ lý do"}
"""The words of our own drop-down lists; none holds a comma, which parts the choices in a spreadsheet."""
TICKS = frozenset("x + 1 √ ✓ ✔ ☑ yes ok".split())
SURE: dict[str, MarkStatus] = {
    **dict.fromkeys(TICKS, PRESENT),
    **dict.fromkeys(("co", "co mat", "du", "tham du", "tham gia", "co du", "co hoc", "da hoc"), PRESENT),
    **dict.fromkeys(("co ly do", "co phep", "cp", "vp", "vcp", "vcld", "phep", "nghi phep"), EXCUSED),
    **dict.fromkeys(("khong ly do", "khong phep", "k phep", "kp", "vkp", "vkld", "ko phep"), UNEXCUSED),
    **dict.fromkeys(("0", "-", "vang", "vang mat", "nghi", "khong", "ko", "khong du", "khong hoc"), ABSENT),
    **dict.fromkeys(("chua ro", "chua ro ly do", "khong ro ly do"), ABSENT),
}
DOUBTFUL: dict[str, tuple[MarkStatus, ...]] = {
    "p": (EXCUSED, PRESENT),
    "v": (ABSENT, PRESENT),
    "k": (UNEXCUSED, ABSENT),
    "c": (PRESENT, EXCUSED),
    "o": (ABSENT, EXCUSED),
}
"""Single letters people use for opposite things: P for phép or present, v for vắng or a tick. Asked once a file."""
AWAY = re.compile(r"(vắng mặt|vắng|nghỉ|vang mat|vang|nghi)\b[\s:;,.(\-–]*(?:(?:vì|do)\s+)?(?P<why>.*?)[\s).]*", re.I)
LATE = ("den muon", "muon", "di muon", "co mat muon", "den tre")


@dataclass(frozen=True, slots=True, kw_only=True)
class MarkWord:
    """What a cell of a list means. `status` None and no `doubt`: not understood. `doubt`: what it may mean."""

    status: MarkStatus | None = None
    reason: str | None = None
    late: bool = False
    doubt: tuple[MarkStatus, ...] = ()


@lru_cache(maxsize=4096)
def mark_word(text: str) -> MarkWord:
    """What a text in an attendance list means. An absence with a reason written beside it ("vắng (ốm)") is excused."""
    said = tidy(text)
    key = fold(said).strip(" .,;:()")
    if key in DOUBTFUL:
        return MarkWord(doubt=DOUBTFUL[key])
    if key in LATE:
        return MarkWord(status=PRESENT, late=True)
    if key in SURE:
        return MarkWord(status=SURE[key])
    away = AWAY.fullmatch(said)
    if away is None:
        return MarkWord()
    why = tidy(away["why"])
    known = SURE.get(fold(why).strip(" .,;:()"))
    if known is not None and known is not PRESENT:
        return MarkWord(status=known)
    return MarkWord(status=EXCUSED, reason=why) if why else MarkWord(status=ABSENT)


def is_tick(text: str) -> bool:
    """Whether a text only says "yes, this one", as in a column whose title is a mark."""
    return fold(tidy(text)).strip(" .") in TICKS | {"v"}


@lru_cache(maxsize=4096)
def doubtful(text: str) -> str | None:
    """The word to ask about, as it is asked once for a file, or None."""
    key = fold(tidy(text)).strip(" .,;:()")
    return key if key in DOUBTFUL else None
