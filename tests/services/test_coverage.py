"""Coverage by level: counted anew on each line, the ids behind each figure, as of a day."""

from dataclasses import replace

import pytest

from db.records import Deadline
from db.values import Audience, DeadlineKind, OrganizationKind, OwedBy
from desktop_app.domain.figures import Figure
from desktop_app.services import figures, organizations, reports, rounds, submissions
from desktop_app.services.coverage import Coverage, coverage
from desktop_app.services.organizations import OrganizationDraft
from desktop_app.services.store import Store
from tests.round_office import office, small_round
from tests.services.random_round import random_round


def line(found: Coverage, name: str) -> tuple[int, int, int, int]:
    row = next(each for each in found.rows if each.name == name)
    return len(row.must), len(row.attended), len(row.made_up), len(row.left)


@pytest.mark.parametrize("seed", range(1, 7))
def test_the_top_and_the_cells_agree_with_the_statistics_table(seed: int) -> None:
    store = office()
    round_id = random_round(store, seed)
    found, told = coverage(store, round_id), reports.summary(store, round_id)
    cells = {row.name: row for row in told.rows if row.must_attend}
    for row in found.rows:
        counted = told.total if row.depth == 0 else cells[row.name]
        assert (len(row.must), len(row.attended), len(row.made_up), len(row.left)) == (
            counted.must_attend,
            counted.attended,
            counted.made_up,
            counted.not_studied,
        )
    store.close()


def test_the_audiences_split_the_same_people(store: Store) -> None:
    made = small_round(store)
    found = coverage(store, made.round_id)
    assert sum(len(each.must) for each in found.audiences) == len(found.rows[0].must) == 13
    assert found.audiences[0].key == f"audience-{Audience.MEMBERS}"


def test_a_level_between_counts_the_people_under_it(store: Store) -> None:
    draft = OrganizationDraft(
        kind=OrganizationKind.BASE_COMMITTEE,
        name="Đảng bộ cơ sở A",
        parent_id=organizations.tree(store)[0].organization.id,
    )
    above = organizations.create(store, draft)
    made = small_round(store)
    with store.gesture("test.move", "Chuyển"):
        store.execute(
            "update organization_version set parent_id = :above where organization_id in (:a, :b)",
            {"above": above.id, "a": made.cell_ids[0], "b": made.cell_ids[1]},
        )
    found = coverage(store, made.round_id)
    one, two, between = (line(found, name) for name in ("Đội Cung 1", "Đội Cung 2", "Đảng bộ cơ sở A"))
    assert between == tuple(map(sum, zip(one, two, strict=True)))
    assert [row.name for row in coverage(store, made.round_id, above.id).rows] == [
        "Đảng bộ cơ sở A",
        "Đội Cung 1",
        "Đội Cung 2",
    ]


def test_as_of_a_day_what_came_later_does_not_count(store: Store) -> None:
    made = small_round(store)
    made_up = [len(coverage(store, made.round_id, on=day).rows[0].made_up) for day in ("2021-03-28", "2021-03-31")]
    assert made_up == [0, 1]
    assert coverage(store, made.round_id, on="2021-03-27").rows[0].attended_percent == "0,00"


def test_essays_stand_beside_study_at_every_level_and_on_any_day(store: Store) -> None:
    made = small_round(store)
    told, known = coverage(store, made.round_id).rows[0], figures.figures(store, made.round_id)
    assert set(told.must_write) == set(known[Figure.MUST_WRITE])
    assert set(told.handed_in) == set(known[Figure.HANDED_IN]) and set(told.passed) == set(known[Figure.PASSED])
    before = coverage(store, made.round_id, on="2021-03-26").rows[0]
    assert (before.handed_in, before.passed, set(before.must_write)) == ((), (), set(told.must_write))


def test_plans_of_the_units_are_counted_up_the_tree(store: Store) -> None:
    made = small_round(store)
    owed = Deadline(kind=DeadlineKind.PLAN, title="Kế hoạch hành động", due_on="2021-04-30", owed_by=OwedBy.CELLS)
    draft = rounds.draft_of(rounds.study_round(store, made.round_id))
    plan = rounds.amend(store, made.round_id, replace(draft, deadlines=(owed,))).deadlines[0]
    submissions.record(store, plan.id, [made.cell_ids[0]], "2021-04-03", "01-KH/CB", "2021-04-02", None)
    rows = {row.organization_id: row for row in coverage(store, made.round_id).rows}
    top = next(row for row in rows.values() if row.depth == 0)
    assert (rows[made.cell_ids[0]].plans_in, top.plans_in, top.plans_owed) == (1, 1, len(made.cell_ids))
    assert coverage(store, made.round_id, on="2021-04-02").rows[0].plans_in == 0
