"""Essays: received, assessed, withdrawn, exempted; and what state each person's essay is in on a day."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, fields
from typing import Any

from db import blobs, rolls
from db import essay_marking as marking
from db import essays as kept
from db.keys import tidy
from db.many import by_column, records, uncollected
from db.records import Essay, StudyRound
from db.store import Store
from db.values import EssayForm, EssayResult
from desktop_app.domain.deadlines import NOTHING
from desktop_app.domain.obligations import EssayState, essay_state, handed_in_late
from desktop_app.domain.refusal import Refusal
from desktop_app.domain.scores import tidied
from desktop_app.domain.wording import grouped
from desktop_app.domain.words import word
from desktop_app.services import attendance, backup_rota
from desktop_app.services.attendance import Standing
from desktop_app.services.office import today
from desktop_app.services.rounds import study_round
from desktop_app.services.tallies import debts, exempt_by_day


@dataclass(frozen=True, slots=True, kw_only=True)
class EssayStanding:
    """A person's essay in a round. `due_on` None = nothing due yet, or no date set; `confirmer` judges and confirms
    the essays of those who made up; `extended` = a later day was granted; `checker` = of the attempt that stands, else
    of the cell; `files` = how many hang on that attempt."""

    standing: Standing
    exempt: bool
    due_on: str | None
    recipient: str | None
    confirmer: str | None
    extended: bool
    essays: tuple[Essay, ...]
    state: EssayState
    handed_in_late: bool
    checker: str | None = None
    files: int = 0

    @property
    def last(self) -> Essay | None:
        """The latest attempt that was not withdrawn."""
        return next((essay for essay in reversed(self.essays) if essay.withdrawn_on is None), None)


FIELDS = tuple(each.name for each in fields(EssayStanding))


def standings(
    store: Store,
    round_id: int,
    cell_id: int | None = None,
    on: str | None = None,
    member_ids: Sequence[int] | None = None,
) -> list[EssayStanding]:
    """Everyone who must attend (or in a cell, or some people), with the state of their essay on a day (today)."""
    with uncollected():
        found, day = study_round(store, round_id), on or today(store).isoformat()
        essays = kept.essays(store, round_id, member_ids)
        line = line_of(store, found, day)
        people = attendance.standings(store, round_id, cell_id, member_ids)
        lines = [line(each, essays.get(each.row.member_id, ())) for each in people if each.must_attend]
        return records(EssayStanding, by_column(lines, FIELDS), len(lines))


def line_of(store: Store, found: StudyRound, day: str) -> Callable[[Standing, tuple[Essay, ...]], tuple[Any, ...]]:
    """How to tell the values of an `EssayStanding` on a day from the attempts of one who must attend."""
    exempt, owed = exempt_by_day(store, found.id), debts(store, found)
    checkers, files = marking.checkers(store, found.id), blobs.of_round_essays(store, found.id)

    def line(standing: Standing, attempts: tuple[Essay, ...]) -> tuple[Any, ...]:
        row, last = standing.row, latest(attempts) if attempts else None
        off = not found.essay_required or row.member_id in exempt[row.conference_id]
        how = (standing.outcome, standing.studied, standing.made_up_on)
        debt = NOTHING if off else owed(*how, row.member_id, row.cell_id)
        return (
            standing,
            off,
            debt.due_on,
            debt.recipient,
            debt.confirmer,
            debt.extended,
            attempts,
            essay_state(attempts, debt, off, standing.studied, day),
            handed_in_late(attempts, debt),
            (last and last.checker) or checkers.get(row.cell_id),
            files.get(last.id, (0, 0))[0] if last else 0,
        )

    return line


def receive(
    store: Store,
    round_id: int,
    member_ids: Sequence[int],
    received_on: str,
    form: EssayForm = EssayForm.TYPED,
    note: str | None = None,
) -> int:
    """Essays handed in on a day, a new attempt each; how many. `note`: who brought or took them in.

    Refuses whoever is not on the round's rolls, and a second essay while the first is neither returned nor withdrawn.
    """
    study_round(store, round_id)
    people = rolls.names(store, round_id, member_ids)
    if set(member_ids) - people.keys():
        raise Refusal("Có người không thuộc danh sách triệu tập của đợt; hãy kiểm tra lại danh sách.")
    essays = kept.essays(store, round_id, member_ids)
    for member_id in member_ids:
        if not may_hand_in(essays.get(member_id, ())):
            raise Refusal(f"Đồng chí {people[member_id]} đã nộp bài; chỉ nhận lại sau khi ghi “phải viết lại”.")
    told = tidy(note or "") or None
    rows = [(round_id, m, len(essays.get(m, ())) + 1, received_on, form, told) for m in dict.fromkeys(member_ids)]
    with store.gesture("essay.receive", f"Nhận {len(rows)} bài thu hoạch{apart(store, round_id, member_ids)}"):
        kept.add(store, rows)
    return len(rows)


def may_hand_in(essays: Sequence[Essay]) -> bool:
    """Whether an essay would be taken from who has made these attempts."""
    last = latest(essays)
    return last is None or last.result is EssayResult.REWRITE


def apart(store: Store, round_id: int, member_ids: Sequence[int]) -> str:
    """“, trong đó 1 đồng chí chưa học xong”: an essay is taken all the same, but the clerk should know."""
    count = sum(not each.studied for each in attendance.standings(store, round_id, member_ids=list(member_ids)))
    return f", trong đó {grouped(count)} đồng chí chưa học xong" if count else ""


def latest(essays: Sequence[Essay]) -> Essay | None:
    """The last attempt that stands."""
    return next((essay for essay in reversed(essays) if essay.withdrawn_on is None), None)


def handed_in(store: Store, round_id: int, member_ids: Sequence[int]) -> list[Essay]:
    """The standing attempts of these people. Refuses whoever has none."""
    essays = kept.essays(store, round_id, member_ids)
    found = [latest(essays.get(member_id, ())) for member_id in dict.fromkeys(member_ids)]
    if None in found:
        raise Refusal("Có người chưa nộp bài; hãy ghi nhận bài nộp trước.")
    return [essay for essay in found if essay is not None]


def open_essays(store: Store, round_id: int, member_ids: Sequence[int]) -> list[Essay]:
    """The standing attempts of these people, none confirmed or sent on. Refuses whoever has none or such a one."""
    essays = handed_in(store, round_id, member_ids)
    shut = [essay.member_id for essay in essays if essay.forwarding_id is not None]
    if shut:
        raise Refusal(f"Bài của {people_in_words(store, round_id, shut)} đã gửi cấp trên; hãy rút danh sách gửi trước.")
    shut = [essay.member_id for essay in essays if essay.confirmed_on is not None]
    if shut:
        raise Refusal(f"Bài của {people_in_words(store, round_id, shut)} đã xác nhận; hãy bỏ xác nhận trước.")
    return essays


def people_in_words(store: Store, round_id: int, member_ids: Sequence[int]) -> str:
    """“đồng chí Nguyễn Văn An và 2 đồng chí khác”."""
    first = rolls.names(store, round_id, member_ids[:1]).get(member_ids[0], "")
    more = f" và {grouped(len(member_ids) - 1)} đồng chí khác" if len(member_ids) > 1 else ""
    return f"đồng chí {first}{more}"


def assess(
    store: Store,
    round_id: int,
    member_ids: Sequence[int],
    result: EssayResult | None,
    score: str | None = None,
    marked_by: str | None = None,
    marked_on: str | None = None,
    parts: Mapping[int, str] | None = None,
) -> int:
    """Write the result on the standing attempts of these people (None takes it off again); how many.

    `score` out of ten ("8,5"), `parts` by place of the criterion from 1. Refuses what is confirmed or sent on.
    """
    essays = open_essays(store, round_id, member_ids)
    day = None if result is None else marked_on or today(store).isoformat()
    doubt = apart(store, round_id, member_ids) if result is EssayResult.PASSED else ""
    said = "Bỏ kết quả" if result is None else f"Ghi “{word(result)}” cho"
    points = tidied(score) if score and score.strip() else None
    with store.gesture("essay.assess", f"{said} {len(essays)} bài thu hoạch{doubt}"):
        for essay in essays:
            who = tidy(marked_by or "") or None
            kept.change(store, essay.id, result=result, score=points, marked_on=day, marked_by=who)
            marking.save_part_scores(store, essay.id, parts or {})
    return len(essays)


def withdraw(store: Store, round_id: int, member_ids: Sequence[int]) -> int:
    """Withdraw the standing attempts of these people; they stay in the history. How many."""
    essays = open_essays(store, round_id, member_ids)
    with store.gesture("essay.withdraw", f"Rút {len(essays)} bài thu hoạch"):
        for essay in essays:
            kept.change(store, essay.id, withdrawn_on=today(store).isoformat())
    return len(essays)


def exempt(store: Store, round_id: int, member_ids: Sequence[int], reason: str) -> int:
    """These people need not write in this round, for a reason; how many were not exempt before."""
    if not tidy(reason):
        raise Refusal("Chưa ghi lý do miễn viết thu hoạch; hãy ghi lý do, ví dụ “cao tuổi”.")
    day = today(store).isoformat()
    new = [m for m in dict.fromkeys(member_ids) if m not in kept.exempt_ids(store, round_id, day)]
    backup_rota.before_many(store, len(new))
    with store.gesture("essay.exempt", f"Miễn viết thu hoạch cho {len(new)} người"):
        kept.add_exemptions(store, [(member, round_id, tidy(reason), day) for member in new])
    return len(new)


def require(store: Store, round_id: int, member_ids: Sequence[int]) -> None:
    """These people must write in this round after all."""
    with store.gesture("essay.require", f"Bỏ miễn viết thu hoạch của {len(member_ids)} người"):
        kept.remove_exemptions(store, round_id, member_ids)
