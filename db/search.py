"""The SQL that finds people by name as fast as one types, in a small office and in one of a million.

A common name turns up soon in a walk along the list's own index; a rare one is fetched from the index of words and then
sorted. Names are held against patterns over `member.search_key`, which carry the rule; no rule is kept here.
"""

from collections.abc import Sequence
from typing import Any

from db.store import Store

WALKED = 15_000
"""Rows of the list a walk looks at: a store with no more is always looked through whole."""
RARE = 500
"""So few hits are sorted faster than they are met on a walk."""
LIST_ORDER = "list_key, birth_date, id"

Tier = tuple[str, ...]


def fits(tiers: Sequence[Tier], params: dict[str, Any], column: str = "search_key") -> str:
    """A condition true for names in any of the tiers; its parameters are added to `params`."""
    found = []
    for tier in tiers:
        globs = []
        for pattern in tier:
            name = f"glob{len(params)}"
            params[name] = pattern
            globs.append(f"{column} glob :{name}")
        found.append("(" + " and ".join(globs) + ")")
    return "(" + " or ".join(found) + ")"


def rank(tiers: Sequence[Tier], params: dict[str, Any], column: str = "search_key") -> str:
    """The place of the first tier a name is in, null for none."""
    cases = " ".join(f"when {fits([tier], params, column)} then {place}" for place, tier in enumerate(tiers))
    return f"case {cases} end"


def walk(store: Store, exact: Sequence[Tier], limit: int, whole_known: bool) -> tuple[list[int], list[int]]:
    """Ids in list order of names in the first tier, and of those in the second alone, among the first rows of the list.

    It ends with `limit` of the first kind, or of the second where the first is known already.
    """
    params: dict[str, Any] = {"rows": WALKED}
    sql = f"""select id, {fits(exact[:1], params)} as whole
              from (select id, search_key from member where deleted = 0 order by {LIST_ORDER} limit :rows)
              where {fits(exact[1:], params)}"""
    found: tuple[list[int], list[int]] = ([], [])
    for row_id, whole in store.execute(sql, params):
        found[not whole].append(row_id)
        if len(found[whole_known]) == limit:
            break
    return found


def walk_ranked(store: Store, net: Sequence[Tier], tiers: Sequence[Tier], limit: int) -> list[tuple[int, int]]:
    """(id, place of the tier) of names in the tiers among the first rows of the list: tier by tier, in list order.

    `net` are those of the tiers that between them hold every name any tier holds.
    """
    params: dict[str, Any] = {"limit": limit, "rows": WALKED}
    rows = store.execute(
        f"""select id, {rank(tiers, params)} as place from (select id, search_key, list_key, birth_date from member
              where deleted = 0 order by {LIST_ORDER} limit :rows)
            where {fits(net, params)} order by place, {LIST_ORDER} limit :limit""",
        params,
    )
    return [(int(row_id), int(place)) for row_id, place in rows]


def indexed(store: Store, words: str, tiers: Sequence[Tier], limit: int) -> list[int]:
    """Ids of all names with these folded words that are in one of the tiers: tier by tier, in list order."""
    params: dict[str, Any] = {"words": words, "limit": limit}
    return store.column(
        f"""select m.id from member_words w join member m on m.id = w.rowid
            where w.name_key match :words and m.deleted = 0 and {fits(tiers[-1:], params, "m.search_key")}
            order by {rank(tiers, params, "m.search_key")}, m.list_key, m.birth_date, m.id limit :limit""",
        params,
    )


def is_rare(store: Store, words: str) -> bool:
    """Whether so few names have these folded words that they are best fetched at once."""
    sql = "select count(*) from (select 1 from member_words where name_key match :words limit :rare)"
    return int(store.value(sql, {"words": words, "rare": RARE})) < RARE


def is_small(store: Store) -> bool:
    """Whether a walk sees everyone."""
    return int(store.value("select coalesce(max(id), 0) from member")) <= WALKED


def names(store: Store, exact: Sequence[Tier], whole: str, begun: str, limit: int) -> list[int]:
    """Ids of exact names: those of the first tier, then those of the second, which holds them too; in list order.

    Everything is found, however many people there are.
    """
    if is_small(store):
        return [row_id for row_id, _ in walk_ranked(store, exact[-1:], exact, limit)]
    known = " " not in whole and is_rare(store, whole)
    first = indexed(store, whole, exact[:1], limit) if known else []
    if len(first) == limit:
        return first
    met, begun_met = walk(store, exact, limit, known)
    if not known and len(met) == limit:
        return met
    if len(begun_met) < limit:
        return indexed(store, begun, exact, limit)
    first = first if known else indexed(store, whole, exact[:1], limit)
    return (first + begun_met)[:limit]
