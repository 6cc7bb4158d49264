"""How the essays of a round are marked: the scale, the pass mark, the rubric and the bands; shown, or set."""

from argparse import ArgumentParser, ArgumentTypeError
from collections.abc import Iterator
from dataclasses import replace

from db.essay_records import Criterion, ScoreBand
from db.values import EssayScale
from desktop_app.commands import chosen
from desktop_app.commands.command import Answer, Call, Command, Json
from desktop_app.commands.lines import table
from desktop_app.domain.words import word
from desktop_app.services import essay_marking, rounds
from desktop_app.services.essay_marking import Rubric

SCALES = {"points": EssayScale.TEN_POINTS, "pass": EssayScale.PASS_FAIL}


def pair(text: str) -> tuple[str, str | None]:
    """“Khá | 7” as name and points; the points may be left out."""
    name, _, points = text.partition("|")
    if not name.strip():
        raise ArgumentTypeError(f"không hiểu “{text}”; hãy ghi như “Khá | 7”.")
    return name.strip(), points.strip() or None


def arguments(parser: ArgumentParser) -> None:
    chosen.round_option(parser)
    parser.add_argument("--scale", choices=tuple(SCALES), help="points: thang điểm 10; pass: Đạt / Chưa đạt")
    parser.add_argument("--pass-score", metavar="ĐIỂM", help="đạt từ điểm này, ví dụ 5")
    parser.add_argument(
        "--criterion", metavar="TIÊU_CHÍ", type=pair, action="append", help="“Nhận thức | 6”; ghi nhiều lần, thay cả bộ"
    )
    parser.add_argument(
        "--band", metavar="MỨC", type=pair, action="append", help="“Khá | 7”; ghi được nhiều lần, thay cả bộ"
    )


def run(call: Call) -> Answer:
    found, said = chosen.the_round(call), call.options
    with call.store.gesture("essay.rubric", "Sửa cách chấm thu hoạch"):
        if said.scale or said.pass_score:
            draft = rounds.draft_of(found)
            scale, passing = SCALES.get(said.scale, draft.essay_scale), said.pass_score or draft.pass_score
            rounds.amend(call.store, found.id, replace(draft, essay_scale=scale, pass_score=passing))
        if said.criterion:
            criteria = [Criterion(title=title, points=points) for title, points in said.criterion]
            essay_marking.save_criteria(call.store, found.id, criteria)
        if said.band:
            bands = [ScoreBand(name=name, from_score=points or "0") for name, points in said.band]
            essay_marking.save_bands(call.store, found.id, bands)
    known = essay_marking.rubric(call.store, found.id)
    return Answer(data={"round": found.name, **as_json(known)}, lines=as_lines(known))


def as_json(known: Rubric) -> Json:
    return {
        "scale": known.scale,
        "pass_score": known.pass_score,
        "criteria": [{"title": each.title, "points": each.points} for each in known.criteria],
        "bands": [{"name": each.name, "from_score": each.from_score} for each in known.bands],
    }


def as_lines(known: Rubric) -> Iterator[str]:
    yield f"Cách chấm: {word(known.scale)}" + (f", đạt từ {known.pass_score} điểm" if known.in_points else "")
    if known.criteria:
        yield from table(("Tiêu chí", "Điểm tối đa"), ((each.title, each.points) for each in known.criteria))
    if known.in_points:
        yield from table(("Xếp loại", "Từ điểm"), ((each.name, each.from_score) for each in known.bands))


COMMAND = Command(words=("essay", "rules"), summary="xem, sửa cách chấm bài thu hoạch", arguments=arguments, run=run)
