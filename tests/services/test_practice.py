"""The practice office: the same people every time, one round half done, never over a file that is there."""

from pathlib import Path

import pytest

from db.keys import fold
from desktop_app.domain.refusal import Refusal
from desktop_app.services import conferences, members, organizations, practice, rounds
from desktop_app.services.office import is_practice, today
from desktop_app.services.reports import summary
from desktop_app.services.store import Store


def people(store: Store) -> list[str]:
    found = members.page(store, members.list_ids(store, members.MemberFilter()))
    return [f"{person.code} {person.full_name} {person.birth_date} {person.cell}" for person in found]


def test_the_practice_office_has_a_round_with_figures_of_every_kind(tmp_path: Path) -> None:
    store = practice.create_practice(tmp_path / "sổ.sht", 600)
    found = summary(store, rounds.rounds(store)[0].id)
    assert is_practice(store) and today(store).isoformat() == "2021-04-05"
    assert (len(organizations.cells(store)), len(found.rows), found.total.venues) == (36, 36, 20)
    assert min(found.total.partial, found.total.made_up, found.total.not_marked, found.total.rewrite) > 0
    assert len(conferences.conferences(store)[0].half_days) == 4
    store.close()


def test_the_same_numbers_make_the_same_office(tmp_path: Path) -> None:
    made = [practice.create_practice(tmp_path / f"{n}.sht", 300, seed) for n, seed in enumerate((1, 1, 2))]
    one, same, other = map(people, made)
    assert one == same != other
    for store in made:
        store.close()


def test_a_file_that_is_there_is_never_overwritten(store_path: Path) -> None:
    with pytest.raises(Refusal, match="không ghi đè"):
        practice.create_practice(store_path, 10)


@pytest.mark.parametrize("members_wanted", [0, 1_000_001])
def test_an_office_of_no_size_is_refused(tmp_path: Path, members_wanted: int) -> None:
    with pytest.raises(Refusal, match="từ 1 đến"):
        practice.create_practice(tmp_path / "sổ.sht", members_wanted)


def test_a_practice_office_stopped_half_way_leaves_no_file(tmp_path: Path) -> None:
    def stop(done: int, total: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        practice.create_practice(tmp_path / "sổ.sht", 100, progress=stop)
    assert not list(tmp_path.glob("sổ*"))


def test_names_hold_letters_of_every_kind(tmp_path: Path) -> None:
    store = practice.create_practice(tmp_path / "sổ.sht", 200)
    assert any(fold(line) != line.lower() for line in people(store))
    store.close()
