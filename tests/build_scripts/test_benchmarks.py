"""The table of the benchmarks: what it says of a job, and when a goal is met."""

from build_scripts.benchmarks.job import Goal, Job, Timed, line, measured, timed


def result(goal: Goal, ours: float, limit: float | None = None, peer: float | None = None) -> Timed:
    return Timed(job=Job(name="job", ours=dict, goal=goal), ours=ours, limit=limit, peer=peer)


def test_a_goal_holds_only_when_every_part_of_it_does() -> None:
    goal = Goal(times=2, ms=100)
    assert result(goal, 0.05, limit=0.03).held
    assert not result(goal, 0.05, limit=0.02).held
    assert not result(goal, 0.15, limit=0.1).held


def test_a_part_of_a_goal_that_was_not_measured_is_not_asked() -> None:
    assert result(Goal(peers=0.5), 9).held


def test_a_line_shows_milliseconds_the_ratio_and_whether_the_goal_is_met() -> None:
    told = line(result(Goal(times=2), 0.0123, limit=0.004, peer=1.5))
    assert told == "| job | 12.3 | 4 | 3.1 | 1,500 | ≤ 2× limit | no |"


def test_a_job_without_a_goal_is_neither_met_nor_missed() -> None:
    assert line(result(Goal(), 0.0005)) == "| job | 0.5 | – | – | – | – | – |"


def test_the_first_run_does_not_count_when_there_are_others() -> None:
    done: list[int] = []
    timed(lambda: done.append(1), 3)
    assert len(done) == 4


def test_a_job_with_a_unit_of_its_own_shows_the_figure_its_work_tells() -> None:
    job = Job(name="memory", ours=lambda: 31.5, limit=lambda: 21, goal=Goal(times=1.6, most=30), unit="MiB")
    (told,) = measured([job])
    assert line(told) == "| memory, MiB | 31.5 | 21 | 1.5 | – | ≤ 1.6× limit, ≤ 30 MiB | no |"


def test_a_job_that_cannot_tell_its_figure_is_left_out() -> None:
    assert not [*measured([Job(name="size", ours=lambda: None, unit="MiB")])]


def test_another_clock_can_be_asked() -> None:
    ticks = iter(range(100))
    assert timed(dict, 3, clock=lambda: float(next(ticks))) == 1
