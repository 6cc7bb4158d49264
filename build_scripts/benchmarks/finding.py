"""Finding people: the list opened, its far end, what is typed into the search box, the code on a card."""

from collections.abc import Iterator
from itertools import cycle

from build_scripts.benchmarks.job import Goal, Job
from db.keys import fold
from db.store import Store
from desktop_app.services import members
from desktop_app.services.members import MemberFilter

TYPED = ("ng", "nguyen van", "binh", "đặng thị", "quyen", "tran", "hoa", "le duc", "xuan", "tho")
COMMON = ("n", "ng", "nguyen", "tran", "thi")
RARE = ("Quách Bá Vượng", "nghiem quoc", "thieu thi oanh", "lưu ngọc yến", "khong co ai")
WORST = ("nguyen van an", "Bình An", "nva", "q d")
SMALL = 5_000


def jobs(store: Store, people: int) -> Iterator[Job]:
    """All jobs of finding, on an office of so many people."""
    yield listing(store)
    yield far_page(store)
    store.register_function(lambda text: fold(text), name="un")
    large = people > SMALL
    yield searching(store, "search while typing, 50 sorted hits", TYPED, 20 if large else 2, large)
    yield searching(store, "search, common words", COMMON, 20 if large else 2, False)
    yield searching(store, "search, rare names", RARE, 20 if large else 2, large)
    yield searching(store, "search, the worst: common words, few or no hits", WORST, 110 if large else 2, False)
    yield card(store)


def listing(store: Store) -> Job:
    """All members in order, and the first page of them."""

    def ours() -> None:
        members.page(store, members.list_ids(store, MemberFilter())[:100])

    sql = "select id from member where deleted = 0 order by list_key, birth_date, id"
    return Job(
        name="open the list of members",
        ours=ours,
        limit=lambda: store.execute(sql).fetchall(),
        goal=Goal(ms=1200),
        runs=9,
    )


def far_page(store: Store) -> Job:
    """The last hundred of the list against the first hundred."""
    ids = members.list_ids(store, MemberFilter())
    return Job(
        name="a page of 100 at the end of the list",
        ours=lambda: members.page(store, ids[-100:]),
        limit=lambda: members.page(store, ids[:100]),
        goal=Goal(times=2),
        runs=40,
    )


def searching(store: Store, name: str, typed: tuple[str, ...], ms: float, compared: bool) -> Job:
    """Fifty sorted hits for what was typed; the usual way folds every name at every key."""
    ours, bare, usual = cycle(typed), cycle(typed), cycle(typed)
    walk = "select id from member where name_key like ? order by list_key, birth_date limit 50"
    naive = "select id from member where un(full_name) like ? order by list_key limit 50"
    return Job(
        name=name,
        ours=lambda: members.search(store, next(ours), 50),
        limit=lambda: store.execute(walk, [f"%{fold(next(bare))}%"]).fetchall(),
        peer=lambda: store.execute(naive, [f"%{fold(next(usual))}%"]).fetchall(),
        goal=Goal(ms=ms, peers=0.02 if compared else None),
        runs=40,
    )


def card(store: Store) -> Job:
    """Somebody by the code on the card, with everything the window shows of them."""
    code = store.value("select max(code) from member where deleted = 0")
    return Job(
        name="somebody by code",
        ours=lambda: members.find_member(store, code),
        limit=lambda: store.value("select id from member where code = :code", {"code": code}),
        goal=Goal(ms=1),
        runs=100,
    )
