"""How far study has come: by every level of the organization and by audience, each figure with its people."""

from argparse import ArgumentParser
from collections.abc import Iterator

from desktop_app.commands import chosen
from desktop_app.commands.command import Answer, Call, Command, Json
from desktop_app.commands.lines import day, table
from desktop_app.services import organizations
from desktop_app.services.coverage import Coverage, CoverageRow, coverage

HEADERS = (
    "Tổ chức, đối tượng",
    "Phải học",
    "Đã dự",
    "Học bù",
    "Chưa học",
    "% đã dự",
    "% đã học",
    "Phải viết",
    "Đã nộp",
    "Đạt",
    "Kế hoạch",
)
FIGURES = ("must", "attended", "made_up", "left")
ESSAYS = ("must_write", "handed_in", "passed")


def arguments(parser: ArgumentParser) -> None:
    chosen.round_option(parser)
    parser.add_argument("--cell", metavar="TỔ_CHỨC", help="chỉ chi bộ, tổ chức đảng này và các tổ chức bên dưới")
    chosen.as_of_option(parser)


def run(call: Call) -> Answer:
    found = chosen.the_round(call)
    under = organizations.find_organization(call.store, call.options.cell).id if call.options.cell else None
    told = coverage(call.store, found.id, under, call.options.on)
    data: Json = {
        "round": found.name,
        "on": call.options.on,
        "rows": [as_json(row) | {"id": row.organization_id, "depth": row.depth} for row in told.rows],
        "audiences": [as_json(row) for row in told.audiences],
    }
    return Answer(data=data, lines=as_lines(told))


def as_json(row: CoverageRow) -> Json:
    """Each figure, and under `ids` the people it counts; shares in per cent as text."""
    figures: Json = {name: len(getattr(row, name)) for name in (*FIGURES, *ESSAYS)}
    return {
        "name": row.name,
        **figures,
        "studied": row.studied,
        "attended_percent": row.attended_percent,
        "studied_percent": row.studied_percent,
        "plans_owed": row.plans_owed,
        "plans_in": row.plans_in,
        "ids": {name: list(getattr(row, name)) for name in (*FIGURES, *ESSAYS)},
    }


def as_lines(told: Coverage) -> Iterator[str]:
    yield told.round.name + (f", đến hết ngày {day(told.on)}" if told.on else "")
    yield from table(HEADERS, [as_row("  " * row.depth + row.name, row) for row in told.rows])
    yield ""
    yield from table(HEADERS, [as_row(row.name, row) for row in told.audiences])


def as_row(name: str, row: CoverageRow) -> tuple[str | int, ...]:
    figures = [len(getattr(row, figure)) for figure in FIGURES]
    essays = [len(getattr(row, figure)) for figure in ESSAYS]
    plans = f"{row.plans_in}/{row.plans_owed}"
    return name, *figures, row.attended_percent, row.studied_percent, *essays, plans


COMMAND = Command(words=("coverage",), summary="xem tiến độ học theo từng cấp", arguments=arguments, run=run)
