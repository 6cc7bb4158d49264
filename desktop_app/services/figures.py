"""Who stands behind each figure of a round now; and why a figure differs from the one in an issued document."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from db import gestures, issued, members
from db.store import Store
from db.values import EssayResult
from desktop_app.domain.figures import Figure, of_essay, of_study
from desktop_app.domain.obligations import Attended
from desktop_app.domain.refusal import Refusal
from desktop_app.domain.words import word
from desktop_app.services import issuing, tallies
from desktop_app.services.issuing import IssuedDocument
from desktop_app.services.office import today
from desktop_app.services.rounds import study_round


@dataclass(frozen=True, slots=True, kw_only=True)
class Reason:
    """One person counted now and not then (`joined`), or then and not now; what was done about them since, latest
    first, as (when, what)."""

    member_id: int
    full_name: str
    joined: bool
    doings: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Why:
    """A figure of an issued document beside the same figure now, and everyone who makes the difference."""

    document: IssuedDocument
    figure: Figure
    then: int
    now: int
    reasons: tuple[Reason, ...]


def figures(store: Store, round_id: int, cell_id: int | None = None) -> dict[Figure, tuple[int, ...]]:
    """The ids of people behind each figure of a round (or of one cell in it), in list order."""
    found: dict[Figure, list[int]] = {figure: [] for figure in Figure}

    @cache
    def counting(
        outcome: str, studied: int, writes: bool, handed_in: bool, result: EssayResult | None, late: bool
    ) -> list[list[int]]:
        of_study_alone = of_study(Attended(outcome), bool(studied))
        return [found[each] for each in (*of_study_alone, *(of_essay(handed_in, result, late) if writes else ()))]

    for each in tallies.writing(store, study_round(store, round_id)):
        who = each.who
        if cell_id in (None, who.cell_id):
            late = each.handed_in_late
            for ids in counting(who.outcome, who.studied, not each.exempt, each.handed_in, each.result, late):
                ids.append(who.member_id)
    return {figure: tuple(ids) for figure, ids in found.items()}


def find_figure(text: str) -> Figure:
    """By its English name or its Vietnamese words. Refuses others and lists what there is."""
    wanted = text.strip().casefold()
    found = next((each for each in Figure if wanted in (each.value, word(each).casefold())), None)
    if found is None:
        known = ", ".join(f"{each.value} ({word(each).lower()})" for each in Figure)
        raise Refusal(f"Không có số liệu “{text.strip()}”; hãy chọn một trong: {known}.")
    return found


def reports(store: Store, round_id: int) -> list[IssuedDocument]:
    """The issued documents of a round that hold figures, newest first."""
    return [each for each in issuing.documents(store) if each.round_id == round_id and issuing.figures(each)]


def why(store: Store, document_id: int, figure: Figure) -> Why:
    """The difference between a figure as issued and as it is now. Refuses a document that does not hold it."""
    document = issuing.document(store, document_id)
    then = issuing.figures(document).get(figure)
    if then is None or document.round_id is None:
        raise Refusal(f"{document.symbol} không có số liệu “{word(figure).lower()}”; hãy chọn báo cáo kết quả của đợt.")
    now = figures(store, document.round_id)[figure]
    joined, gone = sorted(set(now) - set(then)), sorted(set(then) - set(now))
    doings = since(store, document_id, [*joined, *gone])
    names = {each.id: each.full_name for each in members.page(store, [*joined, *gone], today(store).isoformat())}

    def reason(member_id: int, has_joined: bool) -> Reason:
        name = names.get(member_id, "(đã xóa khỏi sổ)")
        return Reason(member_id=member_id, full_name=name, joined=has_joined, doings=tuple(doings[member_id]))

    told = [reason(each, True) for each in joined] + [reason(each, False) for each in gone]
    return Why(document=document, figure=figure, then=len(set(then)), now=len(now), reasons=tuple(told))


def since(store: Store, document_id: int, member_ids: Sequence[int]) -> dict[int, list[tuple[str, str]]]:
    """What was done about people after a document went out, latest first."""
    found: dict[int, list[tuple[str, str]]] = defaultdict(list)
    for member_id, done_at, summary in gestures.since(store, issued.gesture_of(store, document_id), member_ids):
        found[member_id].append((done_at, summary))
    return found
