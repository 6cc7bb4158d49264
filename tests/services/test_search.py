"""Search over two thousand invented people, held against the rule written out here once more, letter by letter."""

import unicodedata
from collections.abc import Iterator
from functools import cache, lru_cache
from random import Random

import pytest

from db import search as index
from db.records import Member
from desktop_app.domain.listed import ListedMember, MemberList
from desktop_app.services import imports, journal, members
from desktop_app.services.members import MemberFilter, checked, enrol_many
from desktop_app.services.practice_people import invented
from desktop_app.services.store import Store, memory_office
from tests.cast import a_cell, a_member

LETTERS = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
PLAIN = dict(zip("ăâđêôơư", "aadeoou", strict=True))
TONES = "\u0300\u0309\u0303\u0301\u0323"
Syllable = tuple[tuple[str, ...], int]


@cache
def syllable(word: str) -> Syllable:
    """Letters with their own marks, and the tone by its place, 0 for none."""
    letters: list[str] = []
    tone = 0
    for char in unicodedata.normalize("NFD", word.lower()):
        if char in TONES:
            tone = TONES.index(char) + 1
        elif unicodedata.combining(char):
            letters[-1] = unicodedata.normalize("NFC", letters[-1] + char)
        else:
            letters.append(char)
    return tuple(letters), tone


def agrees(typed: Syllable, kept: Syllable, begun: bool) -> bool:
    """Whether a typed syllable may stand for a kept one, or for its beginning."""
    if typed[1] not in (0, kept[1]) or len(typed[0]) > len(kept[0]) or (not begun and len(typed[0]) < len(kept[0])):
        return False
    return all(a == b or a == PLAIN.get(b, b) for a, b in zip(typed[0], kept[0], strict=False))


def in_a_row(text: str, name: str, begun: bool) -> bool:
    """Whether the typed words are whole syllables of the name in a row, the last perhaps only begun."""
    typed, kept = [syllable(w) for w in text.split()], [syllable(w) for w in name.split()]
    return any(
        all(agrees(a, kept[at + n], begun and n == len(typed) - 1) for n, a in enumerate(typed))
        for at in range(len(kept) - len(typed) + 1)
    )


def dictionary_order(name: str) -> tuple[object, ...]:
    """The key of the dictionary: given name, family name, middle names; letters of a syllable before its tone."""
    keys = [(tuple(LETTERS.index(c) for c in letters), tone) for letters, tone in map(syllable, name.split())]
    return keys[-1], keys[0], tuple(keys[1:-1])


def queries(names: list[str], random: Random) -> Iterator[str]:
    """Two hundred: parts of real names as written, without marks, with some marks, shouted, decomposed, cut short."""
    for _ in range(200):
        words = random.choice(names).split()
        start = random.randrange(len(words))
        text = " ".join(words[start : start + random.randint(1, 3)])
        if random.random() < 0.4:
            text = text[: random.randint(1, len(text))].strip()
        yield random.choice((str, bare, half_bare, str.upper, decomposed))(text)


def bare(text: str) -> str:
    decomposed_text = unicodedata.normalize("NFD", text.replace("đ", "d").replace("Đ", "D"))
    return "".join(c for c in decomposed_text if not unicodedata.combining(c))


def half_bare(text: str) -> str:
    return " ".join(bare(word) if at % 2 else word for at, word in enumerate(text.split()))


def decomposed(text: str) -> str:
    return "  " + unicodedata.normalize("NFD", text).replace(" ", "   ")


@pytest.fixture(scope="module")
def town() -> Iterator[Store]:
    """Two thousand people, of whom some died or left and ten are in the bin."""
    store = memory_office()
    with store.gesture("test", "Hai nghìn người", bulk=True):
        cells = [a_cell(store, name).id for name in ("Đội Cung 1", "Đội Cung 10", "Ái Sơn")]
        enrol_many(store, [checked(draft) for draft in invented(Random(7), cells, 2000, 2021)])
    members.remove(store, range(1, 11))
    yield store
    store.close()


@lru_cache(maxsize=1)
def everyone(store: Store) -> list[Member]:
    return members.page(store, members.list_ids(store, MemberFilter()))


def expected(store: Store, text: str) -> list[int]:
    """Everyone the rule finds, by the rule as written here: whole words first, each kind in the order of the list."""
    people = everyone(store)
    whole = [person.id for person in people if in_a_row(text, person.full_name, begun=False)]
    begun = [person.id for person in people if in_a_row(text, person.full_name, begun=True)]
    return whole + [each for each in begun if each not in set(whole)]


@pytest.mark.parametrize("walked", [30_000, 150], ids=["small office", "huge office"])
def test_two_hundred_searches_find_whom_the_rule_finds(
    town: Store, walked: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(index, "WALKED", walked)
    monkeypatch.setattr(index, "RARE", walked // 10)
    people = everyone(town)
    for text in queries([person.full_name for person in people], Random(11)):
        wanted = expected(town, text)
        assert [each.id for each in members.search(town, text, len(wanted))] == wanted, text
        assert [each.id for each in members.search(town, text, 10)][: len(wanted)] == wanted[:10], text


def test_the_list_is_filtered_by_the_same_rule(town: Store) -> None:
    for text in ("nguyễn văn", "hoà", "Đ", "le thi h", "THỦY"):
        cell_people = members.cells_named(town, text, "2026-01-01")
        assert not cell_people
        assert list(members.list_ids(town, MemberFilter(text=text))) == expected(town, text)
        assert members.count(town, MemberFilter(text=text)) == len(expected(town, text))


def test_two_thousand_names_stand_in_the_order_of_the_dictionary(town: Store) -> None:
    people = everyone(town)
    keys = [(dictionary_order(person.full_name), person.birth_date, person.id) for person in people]
    assert len(keys) == 1990
    assert keys == sorted(keys)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("hòa", {"Trần Hoà", "Lê Thị Hòa"}),
        ("hoa", {"Trần Hoà", "Lê Thị Hòa", "Lê Hoá", "Lê Hoa"}),
        ("dang", {"Đặng Dũng", "Lê Dang"}),
        ("đang", {"Đặng Dũng"}),
        ("an", {"Vũ Ân", "Vũ Ẩn", "Vũ An"}),
        ("ân", {"Vũ Ân", "Vũ Ẩn"}),
        ("ần", set()),
        ("vu a", {"Vũ Ân", "Vũ Ẩn", "Vũ An"}),
    ],
)
def test_what_is_typed_must_agree_and_what_is_not_may_be_anything(store: Store, text: str, found: set[str]) -> None:
    names = ("Trần Hoà", "Lê Thị Hòa", "Lê Hoá", "Lê Hoa", "Đặng Dũng", "Lê Dang", "Vũ Ân", "Vũ Ẩn", "Vũ An")
    for name in names:
        a_member(store, name)
    hits = {person.full_name for person in members.meant(store, text)}
    assert hits == found


def test_whole_words_stand_before_words_begun_and_both_before_wider_matches(store: Store) -> None:
    for name in ("Lê Văn Lan", "Lê Thị Hoan", "Trần Thị Anh", "Phạm Văn Ân"):
        a_member(store, name)
    assert [person.full_name for person in members.search(store, "an")] == [
        "Phạm Văn Ân",
        "Trần Thị Anh",
        "Lê Thị Hoan",
        "Lê Văn Lan",
    ]


@pytest.mark.parametrize("text", ["nva", "An Nguyễn", "guyễn", "NVĂ", "nguyễn vắn"])
def test_initials_other_orders_and_parts_find_who_is_not_found_exactly(store: Store, text: str) -> None:
    a_member(store, "Nguyễn Văn An")
    a_member(store, "Trần Thị Bình")
    assert [person.full_name for person in members.search(store, text)] == ["Nguyễn Văn An"]
    assert members.count(store, MemberFilter(text=text)) == 1


def test_a_cell_lists_its_people_after_the_names(store: Store) -> None:
    a_member(store, "Lê Thị Bình", cell="Đội Cung 1")
    a_member(store, "Đỗ Đội Cung", cell="Ái Sơn")
    a_member(store, "Lê Thị Chi", cell="Đội Cung 10")
    assert [person.full_name for person in members.search(store, "chi bộ đội cung 1")] == ["Lê Thị Bình"]
    names = ["Đỗ Đội Cung", "Lê Thị Bình", "Lê Thị Chi"]
    assert [person.full_name for person in members.search(store, "doi cung")] == names


def test_the_word_for_cell_alone_lists_nobody_for_their_cell(store: Store) -> None:
    a_member(store, "Lê Thị Bình", cell="Đội Cung 1")
    assert members.search(store, "chi bộ –") == []


@pytest.mark.parametrize("text", ["nv", "an nguyen", "guye", "ha", "tuan van", "q d", "b"])
def test_wider_matches_are_the_same_however_large_the_office(
    town: Store, text: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    small = [each.id for each in members.search(town, text)]
    monkeypatch.setattr(index, "is_small", lambda store: False)
    assert [each.id for each in members.search(town, text)] == small


def test_the_list_comes_from_its_index_in_order_without_a_look_at_the_people(town: Store) -> None:
    asked: list[str] = []
    town.conn.set_trace_callback(asked.append)
    members.list_ids(town, MemberFilter())
    town.conn.set_trace_callback(None)
    plan = [row[3] for sql in asked if "list_key" in sql for row in town.execute(f"explain query plan {sql}")]
    assert plan == ["SCAN m USING COVERING INDEX member_order"]


@pytest.mark.parametrize("text", ["0912 345", "99000001", "038060", "000012"])
def test_a_number_finds_its_owner_from_its_first_digits(store: Store, text: str) -> None:
    person = a_member(store, phone="0912345678", party_card_no="99000001", citizen_id="038060000001")
    a_member(store, "Trần Thị Bình")
    found = members.search(store, person.code[:5] if text == "000012" else text)
    assert person.id in [each.id for each in found]


def test_a_new_name_is_found_and_the_old_one_is_not(store: Store) -> None:
    person = a_member(store, "Nguyễn Văn An")
    members.amend(store, person.id, members.MemberDraft(full_name="Nguyễn Văn Ẩm"))
    assert not members.meant(store, "Văn An")
    assert members.meant(store, "am") == [members.member(store, person.id)]


def test_undoing_an_enrolment_leaves_no_word_behind(store: Store) -> None:
    a_member(store, "Nguyễn Văn An")
    journal.undo(store)
    assert store.value("select count(*) from member_words where name_key match 'nguyen'") == 0
    store.execute("insert into member_words (member_words, rank) values ('integrity-check', 1)")


def test_words_of_an_import_come_and_go_with_undo_and_redo(store: Store) -> None:
    listed = MemberList(rows=(ListedMember(sheet="1", row=1, full_name="Nguyễn Văn An"),), problems=())
    imports.write(store, imports.plan(store, listed), "ds.xlsx")
    for turn in (journal.undo, journal.redo):
        turn(store)
        store.execute("insert into member_words (member_words, rank) values ('integrity-check', 1)")
    assert [person.full_name for person in members.search(store, "văn an")] == ["Nguyễn Văn An"]
    assert store.value("select count(*) from member_words where name_key match 'nguyen'") == 1


def test_a_wider_match_is_never_taken_for_the_person_meant(store: Store) -> None:
    a_member(store, "Nguyễn Văn An")
    assert members.meant(store, "nva") == []
