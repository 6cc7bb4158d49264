"""What contradicts what in a round."""

from collections.abc import Iterator

from desktop_app.commands import chosen
from desktop_app.commands.command import Answer, Call, Command, Json
from desktop_app.domain.wording import grouped
from desktop_app.domain.words import word
from desktop_app.services import contradictions
from desktop_app.services.contradictions import Contradiction


def run(call: Call) -> Answer:
    found = chosen.the_round(call)
    told, left = contradictions.contradictions(call.store, found.id), contradictions.still_open(call.store, found.id)
    data: Json = {
        "round": {"id": found.id, "name": found.name},
        "contradictions": [as_json(each) for each in told],
        "still_open": list(left),
    }
    return Answer(data=data, lines=as_lines(found.name, told, left))


def as_json(told: Contradiction) -> Json:
    """One contradiction with the ids of what it is about; `place` is where it is mended."""
    return {
        "kind": told.kind,
        "sentence": told.sentence,
        "place": told.place,
        "conference_id": told.conference_id,
        "half_day_id": told.half_day_id,
        "member_id": told.member_id,
        "venue_id": told.venue_id,
        "page": told.page,
    }


def as_lines(name: str, told: list[Contradiction], left: list[str]) -> Iterator[str]:
    yield f"{name}: {grouped(len(told))} mâu thuẫn"
    yield from (f"{word(each.kind)}: {each.sentence}" for each in told)
    yield from (f"Còn để ngỏ: {clause}" for clause in left)


COMMAND = Command(
    words=("contradictions",), summary="kiểm tra mâu thuẫn của đợt", arguments=chosen.round_option, run=run
)
