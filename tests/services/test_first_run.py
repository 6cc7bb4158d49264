"""What a new office is still asked for."""

from pathlib import Path

from db.crypto import Cost
from desktop_app.services import first_run, passwords
from desktop_app.services.first_run import Step
from desktop_app.services.practice import create_practice
from desktop_app.services.store import Store, open_office
from tests.cast import some_members


def test_a_store_not_founded_in_the_window_asks_for_nothing(store: Store) -> None:
    assert first_run.left(store) == ()
    assert not first_run.newly_founded(store)


def test_a_new_office_has_all_but_its_name_left(store: Store) -> None:
    first_run.begin(store)
    assert first_run.left(store) == tuple(step for step in Step if step is not Step.OFFICE)


def test_a_settled_step_is_not_asked_for_again(store: Store) -> None:
    first_run.begin(store)
    first_run.settle(store, Step.BACKUPS)
    assert Step.BACKUPS not in first_run.left(store)
    assert Step.PAPERS in first_run.left(store)


def test_people_in_the_store_settle_their_step(store: Store) -> None:
    first_run.begin(store)
    some_members(store, 1)
    assert Step.PEOPLE not in first_run.left(store)


def test_a_password_settles_its_step(store_path: Path) -> None:
    cost, code = Cost(memory=64, passes=1), passwords.new_code()
    store = open_office(store_path)
    first_run.begin(store)
    assert Step.PASSWORD in first_run.left(store)
    store.close()
    passwords.set_password(store_path, "Đoàn kết 1948", code, "Chị Lan", cost=cost)
    store = open_office(store_path, entrance=passwords.enter(store_path, "Đoàn kết 1948"))
    assert Step.PASSWORD not in first_run.left(store)
    store.close()


def test_the_steps_are_shown_by_themselves_once(store: Store) -> None:
    first_run.begin(store)
    assert first_run.newly_founded(store)
    assert not first_run.newly_founded(store)


def test_a_practice_office_asks_for_nothing(tmp_path: Path) -> None:
    practice = create_practice(tmp_path / "t.sht", members=60)
    first_run.begin(practice)
    assert first_run.left(practice) == ()
    practice.close()


def test_a_store_closed_in_the_midst_of_the_steps_shows_them_when_it_opens_again(store: Store) -> None:
    first_run.begin(store)
    assert first_run.newly_founded(store) and not first_run.newly_founded(store)
    first_run.show_again(store)
    assert first_run.newly_founded(store)
