"""The four figures of a period, each person once."""

from db.day_records import HeadCount
from desktop_app.domain.periods import period
from desktop_app.services import conferences, venue_diary
from desktop_app.services.period_figures import period_figures
from desktop_app.services.reports import summary
from desktop_app.services.store import Store
from tests.round_office import MARKS, small_round


def test_the_month_of_the_conference_has_its_figures(store: Store) -> None:
    made = small_round(store)
    found, total = period_figures(store, period("3/2021")), summary(store, made.round_id).total
    assert (found.conferences, found.documents, found.must_attend) == (1, 1, total.must_attend)
    assert found.people == sum("1" in marks for marks in MARKS.values())
    assert found.guests == 1 and found.attended == found.people - found.guests


def test_another_month_has_nothing(store: Store) -> None:
    small_round(store)
    found = period_figures(store, period("4/2021"))
    assert (found.conferences, found.people, found.attended_percent) == (0, 0, "–")


def test_a_quarter_and_a_year_hold_their_months(store: Store) -> None:
    small_round(store)
    of_month = period_figures(store, period("3/2021"))
    for text in ("quý 1/2021", "2021"):
        assert period_figures(store, period(text)).people == of_month.people


def test_people_without_names_stand_apart(store: Store) -> None:
    made = small_round(store)
    before = period_figures(store, period("3/2021"))
    venue = conferences.venues(store, made.conference_id)[0]
    for at, day in enumerate(conferences.conference(store, made.conference_id).half_days[:2]):
        heads = HeadCount(venue_id=venue.id, half_day_id=day.id, people="Hội viên", count=10 + at)
        venue_diary.count(store, made.conference_id, heads)
    after = period_figures(store, period("3/2021"))
    assert (after.people, after.unnamed) == (before.people, 11)
