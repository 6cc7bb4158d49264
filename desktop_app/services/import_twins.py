"""Rows of one list that name the same person twice, or share an id between two. Not who is in the register already."""

from collections import defaultdict
from collections.abc import Callable, Hashable, Sequence
from operator import attrgetter

from db.keys import same_words
from desktop_app.domain.listed import ListedMember
from desktop_app.domain.matching import IDS, ids_differ
from desktop_app.domain.names import cell_key
from desktop_app.services.import_plan import Place


def own_twins(rows: Sequence[ListedMember]) -> dict[Place, str]:
    """Rows that name someone the same list has named before, or share an id with another name: place → sentence."""
    twins: dict[Place, str] = {}
    for name, said in IDS.items():
        for group in grouped(rows, attrgetter(name)):
            clash = len({same_words(row.full_name) for row in group}) > 1
            for row in group if clash else group[1:]:
                other = next(each for each in group if each is not row)
                what = f"{said} trùng với {where(other, row)} nhưng khác họ tên" if clash else None
                twins.setdefault(
                    (row.sheet, row.row), f"{what or 'Trùng người với ' + where(other, row)}; hãy xem lại."
                )
    for group in grouped(rows, lambda row: (same_words(row.full_name), row.birth_date, cell_key(row.cell or ""))):
        for place, row in enumerate(group[1:], 1):
            like = next((other for other in group[:place] if not told_apart(row, other)), None)
            if like is not None:
                twins.setdefault((row.sheet, row.row), f"Trùng người với {where(like, row)}; hãy xem lại.")
    return twins


def grouped(rows: Sequence[ListedMember], key: Callable[[ListedMember], Hashable]) -> list[list[ListedMember]]:
    """Groups of two rows or more with the same key, keys that are None left out, each in the list's order."""
    groups: dict[Hashable, list[ListedMember]] = defaultdict(list)
    for row in rows:
        if (value := key(row)) is not None:
            groups[value].append(row)
    return [group for group in groups.values() if len(group) > 1]


def told_apart(one: ListedMember, other: ListedMember) -> bool:
    """Whether two rows of one name are two people: without a full birth date, when both carry a different id."""
    full = one.birth_date is not None and len(one.birth_date) == 10
    return not full and ids_differ(one, other)


def where(other: ListedMember, row: ListedMember) -> str:
    """The place of another row, as seen from a row."""
    return f"dòng {other.row}" + ("" if other.sheet == row.sheet else f" của trang “{other.sheet}”")
